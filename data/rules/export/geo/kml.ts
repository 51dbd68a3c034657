import { geoTitle, type GeoFeature, type GeoOccasion } from './geo-features.js';
import { polygonsOf } from '../../geometry/rings.js';

/** Characters that XML gives a meaning, and those that it does not allow at all (XML 1.0, section 2.2). */
const escaped = (words: string) => words
  .replace(/[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
  .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The text before the placemarks of a KML document. KML means WGS-84 where nothing is said, so any other datum is named in title and description. */
export function kmlHead(occasion: GeoOccasion): string {
  const { title, about } = geoTitle(occasion);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n<name>${escaped(`${title}（${occasion.datum}）`)}</name>\n<description>${escaped(about)}</description>\n`
    + '<Style id="asset"><IconStyle><scale>1</scale></IconStyle><LineStyle><color>ff5b7d2f</color><width>2</width></LineStyle><PolyStyle><color>405b7d2f</color></PolyStyle></Style>\n';
}

const ringText = (ring: readonly (readonly number[])[]) => `<LinearRing><coordinates>${ring.map(([lng, lat]) => `${lng},${lat}`).join(' ')}</coordinates></LinearRing>`;
const polygonText = ([outer = [], ...holes]: readonly (readonly (readonly number[])[])[]) =>
  `<Polygon><outerBoundaryIs>${ringText(outer)}</outerBoundaryIs>${holes.map((hole) => `<innerBoundaryIs>${ringText(hole)}</innerBoundaryIs>`).join('')}</Polygon>`;

/** A placemark with its place and its boundary, and what is said of it as named data. */
export function kmlPlacemark({ id, name, point, boundary, properties }: GeoFeature, { language, internal }: GeoOccasion): string {
  const shapes = [...(point ? [`<Point><coordinates>${point.join(',')}</coordinates></Point>`] : []), ...(boundary ? polygonsOf(boundary).map(polygonText) : [])];
  const geometry = shapes.length === 1 ? shapes[0]! : `<MultiGeometry>${shapes.join('')}</MultiGeometry>`;
  const said = [...properties, ...(internal ? [[language === 'zh' ? '版本' : 'Edition', language === 'zh' ? '内部资料' : 'Internal'] as const] : [])];
  const data = said.map(([label, value]) => `<Data name="${escaped(label)}"><value>${escaped(typeof value === 'boolean' ? (language === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No') : String(value))}</value></Data>`);
  return `<Placemark id="a${id}"><name>${escaped(name)}</name><styleUrl>#asset</styleUrl><ExtendedData>${data.join('')}</ExtendedData>${geometry}</Placemark>`;
}
export const kmlFoot = '\n</Document>\n</kml>\n';
