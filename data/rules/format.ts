import type { Price } from '../schema/common.js';
import type { Language } from '../schema/text.js';
import type { Category } from '../schema/vocabularies.js';

/** Square metres in one 亩: 1 亩 = 10000/15 ㎡ (法定: 1 公顷 = 15 亩). */
export const squareMetresPerMu = 10_000 / 15;

/** Categories whose area people speak of in 亩; the others' are said in ㎡. */
export const isMeasuredInMu = (category: Category) => category === 'forest' || category === 'farmland';

/** Land that water reaches is spoken of in 亩 whatever the asset; floors never are. */
const alwaysInMu: ReadonlySet<string> = new Set(['detail.irrigatedArea']);
/** Whether an area field of an asset is said in 亩. */
export const isFieldInMu = (path: string, category: Category | undefined) => path !== 'floorArea' && (alwaysInMu.has(path) || (category !== undefined && isMeasuredInMu(category)));

// Making a formatter costs far more than using it, and tables format by the ten thousand.
const formatters = [0, 1, 2, 3, 4, 5, 6].map((digits) => new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }));

/** A number with thousands separators and at most `digits` (0 to 6) decimals, without trailing zeros. */
export const formatNumber = (value: number, digits = 2) => (formatters[digits] ?? formatters[6]!).format(value);

/** An area in ㎡ as the category is used to: {value, unit}. */
export function formatArea(squareMetres: number, category: Category, language: Language): { value: string; unit: string } {
  if (isMeasuredInMu(category)) return { value: formatNumber(squareMetres / squareMetresPerMu, 1), unit: language === 'zh' ? '亩' : 'mu' };
  return { value: formatNumber(squareMetres, 1), unit: '㎡' };
}

/** A price for people: 39 万元/年, 290 元/亩·年, 面议. */
export function formatPrice(price: Price, language: Language): string {
  const chinese = language === 'zh';
  if (price.yuan === null || price.basis === 'negotiable') return chinese ? '面议' : 'Negotiable';
  const suffix = { year: ['/年', ' a year'], 'mu-year': ['/亩·年', ' a mu a year'], month: ['/月', ' a month'], total: ['', ''] }[price.basis][chinese ? 0 : 1];
  if (!chinese) return `CNY ${formatNumber(price.yuan)}${suffix}`;
  return price.yuan >= 10_000 ? `${formatNumber(price.yuan / 10_000, 4)} 万元${suffix}` : `${formatNumber(price.yuan)} 元${suffix}`;
}

/** An amount in 万元 for people: 2,300 万元, 1.2 亿元. */
export function formatInvestment(tenThousands: number, language: Language): { value: string; unit: string } {
  if (tenThousands >= 10_000) return language === 'zh' ? { value: formatNumber(tenThousands / 10_000, 2), unit: '亿元' } : { value: formatNumber(tenThousands / 100, 1), unit: 'M CNY' };
  return language === 'zh' ? { value: formatNumber(tenThousands, 2), unit: '万元' } : { value: formatNumber(tenThousands / 100, 2), unit: 'M CNY' };
}

/** Energy in kWh for people: 192 万度, 1.92 GWh. */
export function formatEnergy(kilowattHours: number, language: Language): { value: string; unit: string } {
  return language === 'zh' ? { value: formatNumber(kilowattHours / 10_000, 2), unit: '万度' } : { value: formatNumber(kilowattHours / 1_000_000, 2), unit: 'GWh' };
}

/** A day, month or year as stored, for people: 2030 年 5 月 2 日. */
export function formatDate(value: string, language: Language): string {
  const [year, month, day] = value.split('-');
  if (language === 'en') return value;
  return `${year} 年${month ? ` ${Number(month)} 月` : ''}${day ? ` ${Number(day)} 日` : ''}`;
}
