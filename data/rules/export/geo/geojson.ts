import { geoTitle, type GeoFeature, type GeoOccasion } from './geo-features.js';

/**
 * The reference system by its name, for programs that read the member which RFC 7946 dropped: EPSG 4490 is CGCS2000. WGS-84 is what
 * a GeoJSON means where nothing is said; GCJ-02 has no number, and its name is all that can be given.
 */
const referenceSystems = { 'WGS-84': 'urn:ogc:def:crs:OGC:1.3:CRS84', CGCS2000: 'urn:ogc:def:crs:EPSG::4490', 'GCJ-02': 'GCJ-02' } as const;

/** The text before the features of a GeoJSON collection; one feature stands on each line after it. */
export function geoJsonHead(occasion: GeoOccasion): string {
  const { title, edition, about } = geoTitle(occasion);
  const members = { name: title, description: about, edition, datum: occasion.datum, crs: { type: 'name', properties: { name: referenceSystems[occasion.datum] } } };
  return `{"type":"FeatureCollection",${JSON.stringify(members).slice(1, -1)},"features":[\n`;
}

/** A feature with its boundary, or with its place where it has none; the place is said in figures beside a boundary. */
export function geoJsonFeature({ id, point, boundary, properties }: GeoFeature, { language, internal }: GeoOccasion): string {
  const geometry = boundary ?? (point ? { type: 'Point', coordinates: point } : null);
  const place = boundary && point ? { [language === 'zh' ? '经度' : 'Longitude']: point[0], [language === 'zh' ? '纬度' : 'Latitude']: point[1] } : {};
  const mark = internal ? { [language === 'zh' ? '版本' : 'Edition']: language === 'zh' ? '内部资料' : 'Internal' } : {};
  return JSON.stringify({ type: 'Feature', id, geometry, properties: { ...Object.fromEntries(properties), ...place, ...mark } });
}
export const geoJsonFoot = '\n]}\n';
