import { squareMetresPerMu } from '../format.js';

/** How many of the base unit one of each unit is; keys are written as `plain` leaves them. */
type Units = Readonly<Record<string, number>>;

/** ㎡. 1 公顷 = 15 亩 = 10 000 ㎡; 1 亩 = 10 分 = 100 厘; the international acre. */
export const areaUnits: Units = {
  亩: squareMetresPerMu, 市亩: squareMetresPerMu, 万亩: squareMetresPerMu * 10_000, 分: squareMetresPerMu / 10, 分地: squareMetresPerMu / 10, 厘: squareMetresPerMu / 100,
  mu: squareMetresPerMu, 公顷: 10_000, 顷: 10_000 / 15 * 100, ha: 10_000, hm2: 10_000, 'hm²': 10_000,
  平方米: 1, 平米: 1, 平方: 1, m2: 1, 'm^2': 1, sqm: 1, 万平方米: 10_000, 万平米: 10_000, 万m2: 10_000, acre: 4_046.856_422_4, acres: 4_046.856_422_4, hectare: 10_000, hectares: 10_000, 平方公里: 1_000_000, 平方千米: 1_000_000, km2: 1_000_000, 'km^2': 1_000_000,
};
/** yuan */
export const moneyUnits: Units = { 元: 1, 圆: 1, 元整: 1, rmb: 1, '¥': 1, 人民币元: 1, 百元: 100, 千元: 1_000, 万元: 10_000, 万: 10_000, 万元整: 10_000, 十万元: 100_000, 百万元: 1_000_000, 千万元: 10_000_000, 千万: 10_000_000, 亿元: 100_000_000, 亿: 100_000_000 };
/** kW */
export const powerUnits: Units = { kw: 1, 千瓦: 1, kva: 1, w: 0.001, 瓦: 0.001, mw: 1_000, 兆瓦: 1_000, 万千瓦: 10_000, 万kw: 10_000 };
/** kWh */
export const energyUnits: Units = { kwh: 1, 'kw.h': 1, 'kw·h': 1, 度: 1, 千瓦时: 1, 千瓦小时: 1, mwh: 1_000, 兆瓦时: 1_000, 万kwh: 10_000, '万kw.h': 10_000, '万kw·h': 10_000, 万度: 10_000, 万千瓦时: 10_000, 万千瓦小时: 10_000, gwh: 1_000_000, 亿千瓦时: 100_000_000, 亿kwh: 100_000_000, 亿度: 100_000_000 };
/** metres */
export const lengthUnits: Units = { 米: 1, m: 1, 公尺: 1, 公里: 1_000, 千米: 1_000, km: 1_000, 里: 500, 华里: 500 };
/** The units that stand for themselves: the stored number is in them. */
export const countUnits: Units = { m3: 1, 立方米: 1, 立方: 1, 方: 1, 万立方米: 10_000, 万m3: 10_000, 'm3/s': 1, 立方米每秒: 1, '立方米/秒': 1, 人: 1, 个: 1, 座: 1, 位: 1, 层: 1, 楼: 1, f: 1, 年: 1, '%': 0.01 };

const lists = { area: areaUnits, money: moneyUnits, power: powerUnits, energy: energyUnits, length: lengthUnits, count: countUnits } as const;
export type UnitKind = keyof typeof lists;
export interface Unit { readonly kind: UnitKind; readonly name: string; readonly factor: number }

/** Units as people write them, where `plain` has changed their letters. */
const shown: Readonly<Record<string, string>> = { m2: '㎡', 'm^2': '㎡', km2: '平方公里', hm2: '公顷', ha: '公顷', mu: '亩', kw: 'kW', mw: 'MW', kwh: 'kWh', 万kwh: '万kWh', 万kw: '万kW', 万: '万元', 亿: '亿元', m3: 'm³', 'm3/s': 'm³/s', 圆: '元' };
const all = new Map<string, Unit>();
for (const [kind, units] of Object.entries(lists)) for (const [name, factor] of Object.entries(units)) if (!all.has(name)) all.set(name, { kind: kind as UnitKind, name: shown[name] ?? name, factor });
const longestFirst = [...all.keys()].sort((a, b) => b.length - a.length);

/** The unit that a whole word is (亩, ㎡, 万kWh), of one kind when asked. `word` is as `plain` leaves it. */
export function unitOf(word: string, kind?: UnitKind): Unit | undefined {
  const bare = word.replace(/^[(/:每]+|[)]+$/g, '');
  const found = all.get(bare);
  if (!kind || !found || found.kind === kind) return found;
  const factor = (lists[kind] as Units)[bare];
  return factor === undefined ? undefined : { kind, name: shown[bare] ?? bare, factor };
}

/** The unit that ends a header's words (`面积亩`, `总投资:万元`) and the words before it. */
export function trailingUnit(words: string): { base: string; unit: Unit } | undefined {
  for (const name of longestFirst) {
    if (name.length < 2 && !/[亩元]/.test(name)) continue;
    if (!words.endsWith(name) || words.length <= name.length) continue;
    const base = words.slice(0, -name.length).replace(/[/:\-—,、_]+$/, '').replace(/单位:?$/, '');
    return base.length > 0 ? { base, unit: all.get(name) as Unit } : undefined;
  }
  return undefined;
}
