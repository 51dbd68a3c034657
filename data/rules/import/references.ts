import { text } from '../../schema/text.js';
import { datumNamed, writerIn, type NamedDatum } from './datum.js';
import type { Reference } from './survey.js';

const shown = (words: string) => words.replace(/\s+/g, ' ').trim().slice(0, 40);

/**
 * What the words of a survey file (titles, descriptions, who wrote it, its name) say of its datum: a named one is stated, a writer's
 * usual one proposed. `kml` and `list`: 奥维 9.3.0 and later shifts these; it never shifts shapefiles.
 */
export function referenceIn(words: readonly string[], format: 'kml' | 'list' | 'geojson'): Reference | undefined {
  for (const line of words) {
    const named = datumNamed(line);
    if (named) return { datum: named, from: 'stated', reason: text(`文件写明坐标系：「${shown(line)}」`, `The file names its datum: “${shown(line)}”`) };
  }
  for (const line of words) {
    const writer = writerIn(line);
    if (!writer) continue;
    const datum: NamedDatum = writer.datum;
    const reason = format === 'list' ? text(`由${writer.name.zh}写出，它的点表通常是 ${datum}`, `Written by ${writer.name.en}, whose lists usually are ${datum}`) : text(`由${writer.name.zh}写出，它的文件通常是 ${datum}`, `Written by ${writer.name.en}, whose files usually are ${datum}`);
    return { datum, from: 'proposed', reason };
  }
  return undefined;
}

/** The datum and the projection that a coordinate reference system's identifier names: EPSG:4549, urn:ogc:def:crs:OGC:1.3:CRS84. Sources: the EPSG registry's lists of CGCS2000 zones. */
export function referenceOfCrs(identifier: string): Reference | undefined {
  const stated = (datum: NamedDatum, projection?: string): Reference => ({ datum, from: 'stated', reason: text(`文件写明坐标系：${shown(identifier)}`, `The file names its reference system: ${shown(identifier)}`), ...(projection ? { projection } : {}) });
  if (/CRS:?84$/i.test(identifier.trim())) return stated('WGS-84');
  const code = Number(/EPSG:{1,2}(?:[\d.]*:)?(\d{4,6})$/i.exec(identifier.trim())?.[1]);
  if (!Number.isInteger(code)) {
    const named = datumNamed(identifier);
    return named ? stated(named) : undefined;
  }
  const gauss = (meridian: number, falseEast: number) => `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEast} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
  if (code === 4326 || code === 4979) return stated('WGS-84');
  if (code === 4490 || code === 4480) return stated('CGCS2000');
  if (code === 3857 || code === 900913 || code === 3785 || code === 102100) return stated('WGS-84', '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs');
  if (code >= 4491 && code <= 4501) return stated('CGCS2000', gauss(75 + 6 * (code - 4491), (13 + code - 4491) * 1_000_000 + 500_000));
  if (code >= 4502 && code <= 4512) return stated('CGCS2000', gauss(75 + 6 * (code - 4502), 500_000));
  if (code >= 4513 && code <= 4533) return stated('CGCS2000', gauss(75 + 3 * (code - 4513), (25 + code - 4513) * 1_000_000 + 500_000));
  if (code >= 4534 && code <= 4554) return stated('CGCS2000', gauss(75 + 3 * (code - 4534), 500_000));
  if (code >= 32643 && code <= 32653) return stated('WGS-84', `+proj=utm +zone=${code - 32600} +datum=WGS84 +units=m +no_defs`);
  if (code === 4610 || code === 4214 || (code >= 2327 && code <= 2442)) return stated('unsupported');
  return undefined;
}
