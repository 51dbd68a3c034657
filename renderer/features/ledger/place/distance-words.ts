import { formatNumber, squareMetresPerMu } from '../../../../data/rules/format.js';
import type { Location } from '../../../../data/schema/common.js';
import type { Text } from '../../../../data/schema/text.js';
import type { Say } from '../../../state/language.js';

/** 0.8 米, 35 米, 1.2 公里 */
export function distanceTexts(metres: number): Text {
  const far = metres >= 1_000;
  const figures = far ? formatNumber(metres / 1_000, metres < 10_000 ? 2 : 1) : formatNumber(metres, metres < 10 ? 1 : 0);
  return { zh: `${figures} ${far ? '公里' : '米'}`, en: `${figures} ${far ? 'km' : 'm'}` };
}
export const distanceWords = (metres: number, say: Say) => say(distanceTexts(metres));

/** 12.5 亩（8,333 ㎡） */
export function areaWords(squareMetres: number, say: Say): string {
  const [mu, metres] = [formatNumber(squareMetres / squareMetresPerMu, 2), formatNumber(squareMetres, squareMetres < 1_000 ? 1 : 0)];
  return say(`${mu} 亩（${metres} ㎡）`, `${mu} mu (${metres} ㎡)`);
}

/** Degrees to a tenth of a metre, as they are copied and typed. */
export const degreesWords = ({ lng, lat }: Location) => `${lng.toFixed(6)}, ${lat.toFixed(6)}`;
