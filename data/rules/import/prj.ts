import { text } from '../../schema/text.js';
import { datumNamed, type NamedDatum } from './datum.js';
import { falseEastOf, inverseOf } from './plane.js';
import type { Reference } from './survey.js';

/** The name in quotes after a keyword of a .prj. */
const named = (words: string, keyword: string) => new RegExp(`(?:${keyword})\\s*\\[\\s*"([^"]*)"`, 'i').exec(words)?.[1] ?? '';

/** What a .prj (OGC well-known text, as ESRI writes it) states. Nothing when it cannot be read. */
export function referenceOfPrj(words: string): Reference | undefined {
  const plane = /^\s*\ufeff?\s*PROJ(?:CS|CRS)/i.test(words);
  const geographic = `${named(words, 'GEOGCS|GEOGCRS|BASEGEOGCRS')} ${named(words, 'DATUM')}`;
  const name = named(words, plane ? 'PROJCS|PROJCRS' : 'GEOGCS|GEOGCRS');
  const datum: NamedDatum | undefined = /china_geodetic_coordinate_system_2000|china_2000/i.test(geographic) ? 'CGCS2000' : /xian_?1980|beijing_?1954/i.test(geographic) ? 'unsupported' : datumNamed(geographic.replace(/_/g, ''));
  const reason = text(`.prj 写明坐标系「${name || geographic}」`, `The .prj names its reference system, “${name || geographic}”`);
  if (!plane) return datum ? { datum, from: 'stated', reason } : undefined;
  try {
    const projection = words.trim().replace(/^\ufeff/, '');
    const [lng, lat] = inverseOf(projection)([falseEastOf(projection), 3_000_000]);
    if (!Number.isFinite(lng) || !Number.isFinite(lat)) return undefined;
    return { datum: datum ?? 'WGS-84', from: 'stated', reason, projection };
  } catch {
    return undefined;
  }
}
