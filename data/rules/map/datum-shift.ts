import gcoord from 'gcoord';
import type { PackDatum } from '../../schema/map-pack.js';

/**
 * Degrees of WGS-84 as a pack of a datum counts them. CGCS2000 is taken as WGS-84 (they differ by centimetres);
 * GCJ-02 is shifted in China by 300 to 700 m and nowhere else. Unlike what an import stores, nothing is rounded.
 */
export function fromWgs84(lng: number, lat: number, datum: PackDatum): readonly [number, number] {
  return datum === 'GCJ-02' ? gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02) as [number, number] : [lng, lat];
}

/** Degrees as a pack of a datum counts them, in WGS-84. */
export function intoWgs84(lng: number, lat: number, datum: PackDatum): readonly [number, number] {
  return datum === 'GCJ-02' ? gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84) as [number, number] : [lng, lat];
}
