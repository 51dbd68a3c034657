import { text, type Text } from '../../schema/text.js';
import type { Category } from '../../schema/vocabularies.js';
import type { FieldDefinition } from '../../schema/fields.js';
import { plain } from './cell.js';
import { columnWords, type ColumnWord, type Role } from './column-words.js';
import { latinWordsFor } from './latin-words.js';
import type { HeaderColumn } from './table-shape.js';

export type TableNoun = 'asset' | 'project';
/** What a column was taken for, how surely (60–112), and why in words for a person. */
export interface ColumnMatch {
  readonly column: HeaderColumn;
  readonly role: Role | null;
  readonly definition?: FieldDefinition;
  readonly score: number;
  readonly reason: Text;
  /** The header is known, but another column fits its field better. */
  readonly taken?: boolean;
}

interface Candidate { readonly role: Role; readonly definition?: FieldDefinition; readonly score: number; readonly word: string; readonly how: 'same' | 'group' | 'alias' | 'near' | 'latin' }

const leads = /^(?:闲置|资产|资源|地块|房屋|房产|建筑物?|山林|林地|农房|农田|田块|土地|礼堂|电站|水电站|项目|招商|现有?|原|主要|所属|所在|意向|拟|预计|计划|参考|目前|当前|实际|本|该|基本|初步|估计|可)+/;
const tails = /(?:情况|信息|说明|内容|名称|一览|姓名|现状|描述|简述|概况|类型|类别|状况|名|数|值|度)$/;
const empties = /^(?:合计|小计|总计|总数|总量|数值|数量|情况|内容|名称|面积)$/;

/** Every field that the words of one column may name, with the surest first. */
function candidatesOf(column: HeaderColumn, noun: TableNoun, category: Category | undefined): Candidate[] {
  const words = columnWords[noun];
  const found = new Map<Role, Candidate>();
  const put = (entries: readonly ColumnWord[] | undefined, score: number, word: string, how: Candidate['how']) => {
    for (const entry of entries ?? []) {
      const categories = entry.definition?.categories;
      const fits = !categories || !category ? 0 : categories.includes(category) ? 4 : -25;
      const known = found.get(entry.role);
      if (!known || known.score < score + fits) found.set(entry.role, { ...entry, score: score + fits, word, how });
    }
  };
  const leaf = column.parts.at(-1);
  if (!leaf) return [];
  const parents = column.parts.slice(0, -1);
  const own = words.get(leaf.base);
  put(own, 100, leaf.base, 'same');
  for (const [index, parent] of parents.entries()) {
    const chain = parents.slice(index).map((part) => part.base).join('') + leaf.base;
    for (const word of [parent.base + leaf.base, leaf.base + parent.base, chain]) put(words.get(word), own?.some((entry) => ['#phone', '#lng', '#lat'].includes(entry.role)) ? 96 : 108, word, 'group');
    if (leaf.base === '' || empties.test(leaf.base)) put(words.get(parent.base), 95, parent.base, 'group');
  }
  for (const alias of leaf.aliases) {
    put(words.get(alias), 90, alias, 'alias');
    put(words.get(leaf.base + alias), 96, alias, 'alias');
  }
  for (const [form, score] of [[leaf.base.replace(leads, ''), 88], [leaf.base.replace(tails, ''), 86], [leaf.base.replace(leads, '').replace(tails, ''), 82], [leaf.base.replace(/^(?:是否|有无)(?:为|是|属于)?/, ''), 87]] as const) {
    if (form && form !== leaf.base) put(words.get(form), score, form, 'near');
  }
  if (own && own.some((entry) => entry.role === '#phone') && parents.some((parent) => words.get(parent.base)?.some((entry) => !entry.role.startsWith('#') && entry.definition?.kind === 'text'))) {
    found.set('#phone', { role: '#phone', score: 70, word: leaf.base, how: 'same' });
  }
  for (const entry of latinWordsFor(leaf.base, noun)) put([entry], entry.score, entry.word, 'latin');
  // A table of a shapefile cuts names at ten bytes.
  if (/^[\u4e00-\u9fff]{5}$/.test(leaf.base)) for (const [word, entries] of words) if (word.length <= 8 && word.startsWith(leaf.base)) put(entries, 84, word, 'near');
  const phrases = [leaf.base, ...parents.map((parent) => parent.base + leaf.base)].filter((phrase) => phrase.length >= 2);
  for (const phrase of phrases) near(phrase, words, put);
  return [...found.values()].sort((one, two) => two.score - one.score);
}

/** Words inside one another. The last words of a Chinese compound say what it is, so an ending counts most. */
function near(phrase: string, words: ReadonlyMap<string, readonly ColumnWord[]>, put: (entries: readonly ColumnWord[] | undefined, score: number, word: string, how: 'near') => void) {
  for (const [word, entries] of words) {
    if (word.length < 2 || word === phrase) continue;
    const plainEntries = entries.filter((entry) => !['#sequence', '#ignored'].includes(entry.role));
    if (plainEntries.length === 0) continue;
    const share = word.length / phrase.length;
    if (phrase.endsWith(word)) put(plainEntries, 60 + 25 * share, word, 'near');
    else if (phrase.startsWith(word) && share >= 0.4) put(plainEntries, 45 + 25 * share, word, 'near');
    else if (phrase.includes(word) && share >= 0.5) put(plainEntries, 40 + 25 * share, word, 'near');
    else if (word.includes(phrase) && phrase.length >= 3 && phrase.length / word.length >= 0.5) put(plainEntries, 40 + 25 * (phrase.length / word.length), word, 'near');
  }
}

const reasons = {
  same: (word: string): Text => text(`表头「${word}」是此字段的名称或别名`, `The header “${word}” is this field’s name or another name for it`),
  group: (word: string): Text => text(`分组与小标题合起来是「${word}」`, `Group and sub-header together say “${word}”`),
  alias: (word: string): Text => text(`括号里的「${word}」是此字段的名称`, `“${word}” in brackets names this field`),
  latin: (word: string): Text => text(`字段名是「${word}」的英文、拼音或缩写`, `The field’s name is English, pinyin or initials for “${word}”`),
  near: (word: string): Text => text(`表头里有「${word}」`, `The header holds “${word}”`),
};
const sequenceReason = text('序号只排顺序，不作编号', 'A running number only orders the rows; it is no code');
const ignoredReason = text('本程序不收这一栏', 'This column is not kept');
const unmatchedReason = text('表头不认识，未导入', 'The header is unknown; not imported');
const takenReason = text('另一栏更合适，此栏未导入', 'Another column fits better; this one is not imported');

const threshold = 60;

/**
 * Matches the columns of a table with the fields of a noun, each field once, the surest first.
 * `category` is what title or sheet say; fields of other categories then step back.
 */
export function matchColumns(columns: readonly HeaderColumn[], noun: TableNoun, category?: Category): ColumnMatch[] {
  const offers = columns.map((column) => ({ column, candidates: candidatesOf(column, noun, category) }));
  const wishes = offers.flatMap((offer) => offer.candidates.map((candidate) => ({ ...offer, candidate }))).filter(({ candidate }) => candidate.score >= threshold)
    .sort((one, two) => two.candidate.score - one.candidate.score || one.column.index - two.column.index);
  const taken = new Set<Role>();
  const chosen = new Map<number, Candidate>();
  for (const { column, candidate } of wishes) {
    if (chosen.has(column.index)) continue;
    const many = candidate.role === '#sequence' || candidate.role === '#ignored';
    if (!many && taken.has(candidate.role)) continue;
    chosen.set(column.index, candidate);
    taken.add(candidate.role);
  }
  return offers.map(({ column, candidates }) => {
    const found = chosen.get(column.index);
    const rival = candidates.some((candidate) => candidate.score >= threshold);
    if (!found) return { column, role: null, score: 0, reason: rival ? takenReason : unmatchedReason, ...(rival ? { taken: true } : {}) };
    const reason = found.role === '#sequence' ? sequenceReason : found.role === '#ignored' ? ignoredReason : reasons[found.how](found.word);
    return { column, role: found.role, ...(found.definition ? { definition: found.definition } : {}), score: found.score, reason };
  });
}

const telling = {
  asset: new Set(['siteArea', 'floorArea', 'village', 'ownership', 'owner', 'certificateNo', 'idleSince', 'price', 'status', 'category', '#lng', '#lat', '#pair']),
  project: new Set(['investment', 'content', 'horizon', 'scale', 'stage', 'officer', 'sector', 'returns', 'progress', 'assetIds', 'startsAt', 'endsAt', 'summary']),
};

/** Decides whether a table lists assets or projects, by the columns that only one of them has and the words above it. */
export function nounOf(columns: readonly HeaderColumn[], words: string): TableNoun {
  const sum = (noun: TableNoun) => matchColumns(columns, noun).reduce((total, match) => total + (match.role && (telling[noun].has(match.role) || match.role.startsWith('detail.')) && match.score >= 80 ? 1 : 0), 0);
  const named = columns.some((column) => column.parts.some((part) => /^(招商|推介|意向|拟建)?项目(名称|编号|编码|代码)?$/.test(part.base)));
  const title = plain(words);
  const project = sum('project') + (named ? 1.5 : 0) + (/项目/.test(title) ? 1 : 0);
  const asset = sum('asset') + (/资产|资源|台账|闲置/.test(title) && !/项目/.test(title) ? 1 : 0);
  return project > asset ? 'project' : 'asset';
}
