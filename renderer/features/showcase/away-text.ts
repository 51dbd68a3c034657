import { inWords, lengthWords } from '../../../data/rules/map/measure.js';
import { directionOf, type Near } from '../../../data/rules/map/nearby.js';
import type { Say } from '../../state/language.js';

/** How far away something is, and where: 东北 1.2 公里. */
export const awayText = ({ metres, bearing }: Pick<Near<unknown>, 'metres' | 'bearing'>, say: Say) =>
  metres < 1 ? say('就在这里', 'right here') : `${say(directionOf(bearing))} ${inWords(lengthWords(metres, say.language))}`;
