import type { Price } from '../../schema/common.js';
import type { Doubt } from '../../schema/import-plan.js';
import { isBlank, numberText, oneLine, plain, textOf, type Cell } from './cell.js';
import { doubt } from './doubts.js';
import { readNumber } from './parse-number.js';
import { unitOf } from './units.js';

/** What a price's words say beside the number: money, and for what. Absent where they say nothing. */
export interface PriceUnit {
  /** yuan in one of it */
  readonly factor?: number;
  readonly money?: string;
  readonly perMu?: boolean;
  /** per ㎡, per room …: kept as text only */
  readonly perOther?: boolean;
  readonly per?: 'year' | 'month' | 'total';
}

const moneyWords = ['人民币元', '百万元', '十万元', '千万元', '万元', '亿元', '千元', '百元', '元', '圆', '万', '亿', 'rmb', '¥'];

/** English units of a price in the words that are read below: 500 per mu, CNY 2,000/year. */
const inChinese = (words: string) => words.replace(/per(?:year|annum)|annually|yearly|\/(?:year|yr|annum)|p\.?a\.?$/g, '/年').replace(/permonth|monthly|\/month/g, '/月').replace(/(?:per|\/)mu/g, '/亩').replace(/cny|yuan/g, '元');

/** Reads the words of a price unit: 元/亩·年, 万元每年, 元/(亩.年), 每亩每年元. Nothing when they name no money and no basis. */
export function priceUnitOf(words: string): PriceUnit | undefined {
  let rest = inChinese(plain(words)).replace(/[()[\]]/g, '');
  const money = moneyWords.find((word) => rest.includes(word));
  if (money) rest = rest.replace(money, '');
  rest = rest.replace(/人民币|整|租金|价格|单价|单位:?|计/g, '');
  const perMu = /亩/.test(rest);
  const perOther = /平方米|平米|m2|间|栋|幢|户|个|株|吨|斤|人|处|顷/.test(rest);
  const per = /年/.test(rest) ? 'year' : /月/.test(rest) ? 'month' : /总价|一次性|总|共/.test(rest) ? 'total' : undefined;
  const left = rest.replace(/平方米|平米|m2|总价|一次性|[\d年月亩每一/·・.,、*xX×\-间栋幢户个株吨斤人处总共顷]/g, '');
  if (left !== '' || (!money && !per && !perMu)) return undefined;
  return { ...(money ? { factor: unitOf(money, 'money')?.factor ?? 1, money: money === '万' ? '万元' : money === '亿' ? '亿元' : money } : {}), ...(perMu ? { perMu } : {}), ...(perOther ? { perOther } : {}), ...(per ? { per } : {}) };
}

/** Basis words that stand in a header without a unit: 年租金, 意向月租, 转让总价. */
export function priceHintOf(header: string): PriceUnit {
  const words = inChinese(plain(header));
  const per = /annual/.test(words) ? 'year' : /年租|每年|\/年|年价|年承包|年费|年金/.test(words) ? 'year' : /月租|每月|\/月/.test(words) ? 'month' : /总价|转让|出让|售价|一次性|评估价|总额/.test(words) ? 'total' : undefined;
  return { ...(per ? { per } : {}), ...(/亩/.test(words) ? { perMu: true } : {}) };
}

const basisOf = (unit: PriceUnit): Price['basis'] | undefined =>
  unit.perOther ? undefined : unit.perMu ? (unit.per === 'month' || unit.per === 'total' ? undefined : 'mu-year') : unit.per;
const suffixes: Partial<Record<Price['basis'], string>> = { year: '/年', 'mu-year': '/亩·年', month: '/月' };

export interface ReadPrice { readonly price?: Price; readonly text?: string; readonly doubts: readonly Doubt[] }

/** Reads an asking price. What the cell says about money and basis outweighs `column`, what its header and sheet say. */
export function parsePrice(cell: Cell, column: PriceUnit, field = 'price'): ReadPrice {
  if (isBlank(cell)) return { doubts: [] };
  const written = oneLine(textOf(cell));
  const words = plain(written);
  if (/^(?:negotiable|tobeagreed|byagreement|onrequest)$/.test(words)) return { price: { yuan: null, basis: 'negotiable' }, text: written, doubts: [] };
  if (/面议|面谈|面洽|电议|另议|协商|商议|详谈|议价/.test(words) && !/\d/.test(words)) return { price: { yuan: null, basis: 'negotiable' }, text: written, doubts: [] };
  if (/^(?:价格|租金)?(?:面议|面谈|协商|另议|待议)/.test(words)) return { price: { yuan: null, basis: 'negotiable' }, text: written, doubts: [] };
  if (/^(免费|免租金?|无偿|零租金)$/.test(words)) return { price: { yuan: 0, basis: column.per ?? 'year' }, text: written, doubts: [] };
  // 每亩300元, 年租金2万元: what stands before the number belongs to the unit.
  const lead = /^([^\d]+?)(\d.*)$/.exec(words);
  const leadUnit = lead && !/^[约近逾超过大概不足¥]+$/.test(lead[1] as string) ? priceUnitOf(`${lead[1] as string}`.replace(/为|约|:/g, '')) : undefined;
  const read = readNumber(leadUnit && lead ? (lead[2] as string) : typeof cell === 'number' ? cell : words.replace(/^¥/, ''));
  const tail = read.rest ? priceUnitOf(read.rest) : undefined;
  if ((read.value === undefined && !read.range) || (read.rest && !tail) || (read.value ?? 0) < 0) return { text: written, doubts: [doubt('price_unparsed', field, written)] };
  const own: PriceUnit = { ...leadUnit, ...tail };
  const unit = own.per || own.perMu || own.perOther ? { factor: column.factor ?? 1, money: column.money ?? '元', ...own } : { ...column, ...own };
  const stated = unit.per || unit.perMu || unit.perOther;
  const basis = stated ? basisOf(unit) : 'year';
  if (read.range) return { text: own.money || own.per ? written : `${written}${unit.money ?? '元'}${suffixes[basis ?? 'total'] ?? ''}`, doubts: [doubt('price_range', field, written)] };
  const bare = !own.money && !own.per && !own.perMu && !own.perOther && !read.approximate;
  const text = bare ? `${numberText(read.value as number)}${unit.money ?? '元'}${basis ? suffixes[basis] ?? '' : unit.perOther ? '' : ''}` : written;
  if (!basis) return { text, doubts: [doubt('price_unparsed', field, text)] };
  const yuan = Number(((read.value as number) * (unit.factor ?? 1)).toPrecision(12));
  return { price: { yuan, basis }, text, doubts: [...(read.approximate ? [doubt('price_approx', field, written)] : []), ...(stated ? [] : [doubt('price_basis_assumed', field, text)])] };
}
