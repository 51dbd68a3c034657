import { text, type Text } from '../../schema/text.js';
import { isBlank, oneLine, plain, textOf, type Cell, type Merge } from './cell.js';
import type { Role } from './column-words.js';

/** What a row below a header is. Only records are read further; refused rows are told. */
export type RowKind =
  | { readonly kind: 'record' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'skipped'; readonly reason: Text }
  | { readonly kind: 'section'; readonly title: string; readonly level: number }
  | { readonly kind: 'refused'; readonly code: 'missing_name' | 'not_an_asset' | 'no_geometry'; readonly reason: Text };

/** Where a table keeps what tells rows apart: column indexes by role. */
export type Places = ReadonlyMap<Role, number>;

const skipped = {
  total: text('合计或小计行', 'A total'),
  sample: text('示例行', 'A sample row'),
  note: text('说明或落款', 'A note'),
  header: text('重复的表头', 'The header again'),
  guide: text('栏次或填写说明', 'Column numbers or instructions'),
} as const;
export const skippedReasons = skipped;

const totalWords = /^(?:.{0,16}(?:小计|合计|总计|共计|累计|总合计|汇总)(?:数|\(.*\))?|(?:小|合|总|共)计?[:：]?.{0,12}(?:宗|个|处|亩|元|项)?|计|其中[:：]?.{0,16})$/;
const isTotal = (words: string) => words.length <= 24 && /计|其中|汇总/.test(words) && totalWords.test(words) && !/设计|会计|统计局|计划|计生/.test(words);
const isSampleMark = (words: string) => /^(?:例|例子|例如|举例|示例|样例|范例|样本|填写示例|填报示例|填表示例|示例行|样表|范本|模板|example|sample|\(例\)|\[例\])[:：]?\d*$/.test(words);
const sampleNote = /(?:示例|样例|范例|模板|样本)(?:行|数据|，|,)|(?:请勿|勿|不要|不得|请不要)(?:删除|修改|删|改动)|^(?:示例|样例|范例)$|仅供(?:填写)?参考/;
const sampleName = /^(?:[（(【\[]?(?:示例|样例|范例|例|样本)[)）】\]:：].*|(?:示例|样例|范例|样本|某某|xx+|×+)(?:资产|项目|数据|行|地块|房屋|电站|名称|山林|农房|礼堂)?\d*)$/;
const testName = /^(?:测试.{0,6}|test.{0,6}|试验|demo|aaa+|111+|123+|asdf.*|xxx+)(?:资产|数据|项目|行|一下|条)?\d*$/i;
const noteWords = /^(?:注|备注|说明|填表说明|填报说明|附注|附|注意|备注说明|数据来源|资料来源|坐标说明|编制说明|填写说明)\s*\d*[:：.、]|^(?:注|※|★|\*)\s*[:：]|^(?:制表|填表|填报|审核|复核|校核|负责|单位负责|分管领导|主要领导|经办|联系|统计|上报)(?:人|单位|日期|时间)?[（(]?(?:签字|盖章|签章)?[)）]?[:：]|^(?:填报|制表|上报|填表)(?:日期|时间)|^(?:第\s*\d+\s*页|共\s*\d+\s*页)|^以上/;
const numeral = /^(?:第?[一二三四五六七八九十百]+(?:[、.．，,:：]|部分|类|章)|[（(][一二三四五六七八九十]+[)）]|[（(]?\d{1,2}[)）、.．](?!\d)|[ⅠⅡⅢⅣⅤⅥ]+[、.．]?|[A-Z][、.．]|[①-⑳]|[◆■●▲★※◇□○])/;

/** The rank of a section's numeral: 一、 above （一） above 1. */
function levelOf(title: string): number {
  if (/^第?[一二三四五六七八九十百]+/.test(title) || /^[ⅠⅡⅢⅣⅤⅥA-Z]+[、.．]/.test(title)) return 1;
  if (/^[（(][一二三四五六七八九十]+/.test(title)) return 2;
  return numeral.test(title) ? 3 : 1;
}
export const withoutNumeral = (title: string) => oneLine(title).replace(numeral, '').replace(/^[、.．:：\s]+/, '').trim();

/** Decides what a row is. `cells` are the row's own (merged blocks filled in); `merges` those that begin in it. */
export function rowKind(cells: readonly Cell[], own: readonly Cell[], places: Places, merges: readonly Merge[], width: number): RowKind {
  const filled: number[] = [];
  for (let index = 0; index < own.length; index += 1) if (own[index] !== undefined && textOf(own[index]).trim() !== '') filled.push(index);
  const first = filled[0];
  if (first === undefined) return { kind: 'blank' };
  const cellOf = (role: Role) => {
    const index = places.get(role);
    return index === undefined ? undefined : cells[index];
  };
  const wordsOf = (role: Role) => (isBlank(cellOf(role)) ? '' : oneLine(textOf(cellOf(role))));
  const [name, code, notes] = [wordsOf('name'), wordsOf('code'), wordsOf('notes')];
  const sequenceAt = places.get('#sequence');
  const sequence = sequenceAt === undefined ? '' : oneLine(textOf(own[sequenceAt]));
  const firstWords = plain(textOf(own[first]));

  // The words that could say 合计 stand in the first cells of a row: running number, name, code, village, or the first that is filled.
  const heads = [textOf(own[first]), sequence, name, code, wordsOf('village')].map(plain).filter(Boolean);
  if (heads.some(isTotal) && !(code && name && !isTotal(plain(name)) && !isTotal(plain(code)) && !isTotal(plain(sequence)))) return { kind: 'skipped', reason: skipped.total };
  if ([firstWords, plain(sequence)].some(isSampleMark) || sampleNote.test(notes) || sampleNote.test(name) || sampleName.test(plain(name))) return { kind: 'skipped', reason: skipped.sample };
  const inContact = first === places.get('#contact') || first === places.get('#phone');
  const isSigned = () => filled.filter((index) => /[:：]/.test(textOf(own[index]))).length * 2 >= filled.length;
  if (noteWords.test(oneLine(textOf(own[first])).trim()) && !inContact && (isSigned() || (!name && !code && filled.length <= 2))) return { kind: 'skipped', reason: skipped.note };

  const wide = merges.find((merge) => merge.left === first && merge.right - merge.left >= Math.max(2, Math.floor(width / 3)));
  if (filled.length === 1 || (wide && filled.every((index) => index <= wide.right))) {
    const title = oneLine(textOf(own[first]));
    if (wide && title.length > 40 && !numeral.test(title)) return { kind: 'skipped', reason: skipped.note };
    if (wide || numeral.test(title) || first === sequenceAt && !/^\d+$/.test(title)) return typeof own[first] === 'number' ? { kind: 'blank' } : { kind: 'section', title, level: levelOf(title) };
    if (first === sequenceAt) return { kind: 'blank' };
    if (first !== places.get('name') && first !== places.get('code')) return title.length > 30 ? { kind: 'skipped', reason: skipped.note } : first === 0 && typeof own[first] === 'string' ? { kind: 'section', title, level: levelOf(title) } : refusedNameless;
  }
  // 一 | 农林水利 | … | 2300: a numeral in the running-number column heads a section, also with a subtotal beside it.
  if (sequence && !code && /^[（(]?[一二三四五六七八九十]+[)）]?[、.．]?$/.test(sequence)) return { kind: 'section', title: name || oneLine(textOf(own[filled[1] ?? first])), level: levelOf(sequence) };
  if (!code && numeral.test(sequence) && /[\u4e00-\u9fff]{2,}/.test(withoutNumeral(sequence))) return { kind: 'section', title: sequence, level: levelOf(sequence) };
  if (testName.test(plain(name)) || testName.test(plain(code)) || /^测试(?:数据|行)?(?:，?请(?:忽略|删除))?$/.test(plain(notes)) ) return { kind: 'refused', code: 'not_an_asset', reason: text('测试行，不是真实记录', 'A test row, no real record') };
  if (!name && !code) return refusedNameless;
  return { kind: 'record' };
}

const refusedNameless: RowKind = { kind: 'refused', code: 'missing_name', reason: text('既无编号也无名称，无法识别', 'Neither code nor name; it cannot be told which record this is') };
