import { squareMetresPerMu } from '../format.js';
import { areaUnits } from '../import/units.js';

/** What a unit measures, and how many of the condition's own unit one of it is. */
export interface MeasureUnit { readonly kind: 'mu' | 'm2' | 'power' | 'floors' | 'seats' | 'length' | 'time' | 'years' | 'money' | 'foreign' | 'other'; readonly factor: number; readonly length: number }

const inMu = (name: string) => areaUnits[name]! / squareMetresPerMu;

/** In the order in which they are tried: 平方公里 before 平方, 千瓦时 before 千瓦. */
const units: readonly (readonly [RegExp, MeasureUnit['kind'], number])[] = [
  [/^(?:平方公里|平方千米|km2|square kilomet(?:re|er)s?)/, 'mu', inMu('平方公里')],
  [/^(?:公顷|hectares?\b|ha\b|hm2)/, 'mu', inMu('公顷')],
  [/^(?:英亩|acres?\b)/, 'mu', inMu('acre')],
  [/^(?:市?亩(?:地|田)?|mu\b)/, 'mu', 1],
  [/^顷/, 'mu', inMu('顷')],
  [/^分地/, 'mu', inMu('分地')],
  [/^(?:平方英尺|sq\.? ?ft\b|square f(?:ee|oo)t|sqft\b)/, 'm2', 0.092_903],
  [/^(?:平方米|平方|平米|m2|m\^2|sq\.? ?m\b|sqm\b|square met(?:re|er)s?|sq\.? met(?:re|er)s?|平(?![房台地坝整])|个?方(?![便向案法式圆]))/, 'm2', 1],
  [/^(?:千瓦时|千瓦小时|度(?!假)|kwh|mwh|gwh)/, 'other', 1],
  [/^(?:兆瓦|mw\b|megawatts?)/, 'power', 1_000],
  [/^(?:千瓦|kw\b|kva\b|kilowatts?)/, 'power', 1],
  [/^(?:层楼?|楼(?![上下房])|storeys?\b|storied\b|stor(?:y|ies)\b|floors?\b|levels?\b)/, 'floors', 1],
  [/^(?:来?个?人(?!民)|位(?:客人|学员|嘉宾)|口人|个?座(?:位|席)?|席位?|名(?:学生|学员|游客)|个?(?:学生|孩子|游客)|people\b|persons?\b|seats?\b|seater\b|guests?\b|pax\b|attendees\b|students?\b|pupils?\b|children\b|kids\b|visitors\b|spectators\b)/, 'seats', 1],
  [/^(?:公里|千米|km\b|kilomet(?:re|er)s?|kms\b)/, 'length', 1],
  [/^(?:华?里(?:路|地)?)/, 'length', 0.5],
  [/^miles?\b/, 'length', 1.609_344],
  [/^(?:分钟|minutes?\b|mins?\b)/, 'time', 1 / 60],
  [/^(?:个?(?:小时|钟头)|hours?\b|hrs?\b)/, 'time', 1],
  [/^(?:年(?:期|以?上)?|years?\b|yrs?\b)/, 'years', 1],
  [/^(?:美元|美金|欧元|港币|港元|英镑|日元|us ?dollars?|dollars?|usd|euros?|eur\b|hkd|pounds?|gbp|\$|€|£)/, 'foreign', 1],
  [/^(?:元|块钱?|圆|人民币|rmb|cny|yuan|renminbi)/, 'money', 1],
  [/^(?:间|个?房间?|栋|幢|套|个?(?:车位|停车位|床位?|铺位|摊位)|rooms?\b|bedrooms?\b|beds?\b|米(?!酒)|met(?:re|er)s?\b|个?月|months?\b|天|days?\b|岁|级|斤|吨|株|棵|次|%|折|号|月|日|世纪|年代|ft\b|feet\b)/, 'other', 1],
];

/** The unit that stands at a place, white space, a hyphen and a plus (250+ mu) before it passed over. Its length is counted with them. */
export function unitAt(plain: string, at: number): MeasureUnit | null {
  const lead = /^[\s-]*(?:\+\s*)?(?:个(?=[小钟公])|of\s)?/.exec(plain.slice(at, at + 6))![0].length;
  const words = plain.slice(at + lead, at + lead + 24);
  for (const [shape, kind, factor] of units) {
    const match = shape.exec(words);
    if (match) return { kind, factor, length: lead + match[0].replace(/(?<=年)以?上$/, '').length };
  }
  return null;
}
