import { plain } from './cell.js';
import { datumIn, type NamedDatum } from './datum.js';
import { simplified } from './traditional.js';
import { priceUnitOf, type PriceUnit } from './parse-price.js';
import { trailingUnit, unitOf, type Unit } from './units.js';

/** What one header cell says: its words without marks, units and instructions, and what those said. */
export interface HeaderPart {
  /** The words to be matched, as `plain` leaves them. */
  readonly base: string;
  /** Other names given in brackets: 林权证号（不动产权证号）. */
  readonly aliases: readonly string[];
  readonly unit?: Unit;
  readonly price?: PriceUnit;
  readonly datum?: NamedDatum;
  readonly order?: 'lng-lat' | 'lat-lng';
}

const brackets = /[([【〔{<《]([^()[\]【】〔〕{}<>《》]*)[)\]】〕}>》]/g;
const instruction = /必填|选填|必录|非空|可不填|如实|填写|示例|例如|例:|格式|字以内|字内|以内|下拉|选择|注明|不含|含税|精确|保留|小数|yyyy|xxxx|x{2}|20xx|年.?月.?日|请|若|如:|可多选|单选|多选|逗号/;

/** The order of a pair that header words name: 经度,纬度 or 纬度/经度; 经纬度 is longitude first. */
export function orderIn(words: string): 'lng-lat' | 'lat-lng' | undefined {
  const text = words.normalize('NFKC').replace(/\s/g, '');
  const [lng, lat] = [text.search(/经|东经|lng|lon|(?<![a-z])e(?![a-z])/i), text.search(/纬|北纬|lat|(?<![a-z])n(?![a-z])/i)];
  if (lng < 0 || lat < 0) return undefined;
  return lng < lat ? 'lng-lat' : 'lat-lng';
}

/** Takes one header cell apart. */
export function readHeader(written: string): HeaderPart {
  const whole = simplified(written.normalize('NFKC').replace(/[㎡]/g, 'm2'));
  const aliases: string[] = [];
  let unit: Unit | undefined;
  let price: PriceUnit | undefined;
  const takeUnit = (words: string) => {
    const name = plain(words).replace(/^单位:?|^\/|^计量单位:?/g, '');
    const found = unitOf(name);
    const cost = priceUnitOf(name);
    if (found) unit ??= found;
    if (cost) price ??= cost;
    return Boolean(found) || Boolean(cost);
  };
  const outside = whole.replace(brackets, (_all, inner: string) => {
    const words = plain(inner);
    if (words && !takeUnit(inner) && !instruction.test(words) && !datumIn(words) && !orderIn(words)) aliases.push(words);
    return '';
  });
  // A line of its own may hold a unit (意向价格⏎元/亩·年), a date pattern (20XX.XX) or an instruction.
  const lines = outside.split(/\n/).map((line) => line.trim()).filter(Boolean);
  const kept = lines.filter((line, index) => {
    if (index === 0) return true;
    const words = plain(line);
    if (takeUnit(words) && !/^[年月分厘里人个座位层]$/.test(words)) return false;
    return !instruction.test(words) && !/^[x\d.\-/:年月日]+$/i.test(words);
  });
  let base = plain(kept.join('')).replace(/^[*★☆※●◆■▲#、.:]+|[*★☆※●◆■▲:、.]+$/g, '').replace(/\d{2,4}x{1,2}.*$|20xx.*$/i, '').replace(/单位:(.+)$/, (_all, words: string) => (takeUnit(words) ? '' : words));
  const slash = /^(.+?)[/:](.+)$/.exec(base);
  if (slash && !unit && !price && !orderIn(base) && (unitOf(slash[2] as string) || priceUnitOf(slash[2] as string))) {
    takeUnit(slash[2] as string);
    base = slash[1] as string;
  } else if (!unit && !price) {
    const ending = trailingUnit(base);
    if (ending && ending.base.length >= 2 && !['count', 'length'].includes(ending.unit.kind)) {
      unit = ending.unit;
      base = ending.base;
    }
  }
  const datum = datumIn(whole);
  const order = orderIn(whole);
  return { base, aliases, ...(unit ? { unit } : {}), ...(price ? { price } : {}), ...(datum ? { datum } : {}), ...(order ? { order } : {}) };
}

/** The units that a 单位 line above or below a table declares: 单位：亩、万元. */
export function declaredUnits(words: string): Unit[] {
  const found = /(?<!填报|编制|制表|填表|报送|主管|责任|承办|建设|牵头|上报|调查)(?:计量|面积|金额|货币|投资)?单位\s*[:：]\s*(.+)$/.exec(words.normalize('NFKC').replace(/\s+/g, ' '));
  if (!found) return [];
  return (found[1] as string).split(/[、,;和与\s]+/).flatMap((word) => {
    const unit = unitOf(plain(word)) ?? (priceUnitOf(word) ? unitOf(plain(word).split('/')[0] as string) : undefined);
    return unit ? [unit] : [];
  });
}
