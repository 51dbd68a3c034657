import { boundarySchema, type Boundary } from '../../schema/common.js';
import { text, type Text } from '../../schema/text.js';
import type { Datum } from '../../schema/vocabularies.js';
import { toWgs84 } from '../import/datum.js';
import { readPlace } from './read-place.js';
import { boundaryOf, polygonsOf, type Ring } from './rings.js';
import { tidyBoundary } from './tidy-boundary.js';

/** A boundary read from text, tidied and in WGS-84, or why there is none. */
export type BoundaryReading = { readonly boundary: Boundary } | { readonly fault: Text };

const noShape = text('这里面没有范围：要 GeoJSON 或 WKT 的面，或者每行一个角点的坐标。', 'There is no area in this: it takes a GeoJSON or WKT polygon, or one corner’s coordinates a line.');

/** Reads GeoJSON, WKT, or a list of corners (one a line), whose degrees are of `datum`. `near` places plane coordinates without a zone. */
export function readBoundary(written: string, datum: Datum, near?: { readonly lng: number; readonly lat: number }): BoundaryReading {
  const words = written.trim();
  if (words === '') return { fault: noShape };
  const corners = /^[{[]/.test(words) ? undefined : readCorners(words, datum, near);
  if (corners) return 'fault' in corners ? corners : finished(corners.boundary, 'WGS-84');
  const shape = /^[{[]/.test(words) ? shapeOfGeoJson(words) : shapeOfWkt(words);
  return shape ? finished(shape, datum) : { fault: noShape };
}

function finished(shape: Boundary, datum: Datum): BoundaryReading {
  const positions = polygonsOf(shape).flat(2);
  if (positions.some(([lng, lat]) => Math.abs(lng!) > 180 || Math.abs(lat!) > 90)) {
    return { fault: text('坐标不是经纬度，请先换算成经纬度再粘贴。', 'These are no degrees; convert them to longitude and latitude before pasting.') };
  }
  const turned = { ...shape, coordinates: turnedBy(shape.coordinates, datum) } as Boundary;
  const boundary = tidyBoundary(turned);
  return boundary ? { boundary } : { fault: noShape };
}

/** The same nesting with every position in WGS-84. */
function turnedBy(value: unknown, datum: Datum): unknown {
  if (!Array.isArray(value)) return value;
  if (typeof value[0] === 'number') {
    const { lng, lat } = toWgs84(value[0], value[1] as number, datum);
    return [lng, lat];
  }
  return value.map((inner) => turnedBy(inner, datum));
}

/** The areas in a GeoJSON geometry, feature or collection, all together. */
function shapeOfGeoJson(words: string): Boundary | undefined {
  let value: unknown;
  try { value = JSON.parse(words); } catch { return undefined; }
  const found: Boundary[] = [];
  const look = (node: unknown, depth: number): void => {
    if (typeof node !== 'object' || node === null || depth > 6) return;
    const parsed = boundarySchema.safeParse(node);
    if (parsed.success) { found.push(parsed.data); return; }
    if (Array.isArray(node)) { for (const item of node) look(item, depth + 1); return; }
    const { geometry, features, geometries } = node as Record<string, unknown>;
    for (const inner of [geometry, features, geometries]) look(inner, depth + 1);
  };
  look(value, 0);
  return together(found.flatMap(polygonsOf));
}

function together(polygons: readonly (readonly Ring[])[]): Boundary | undefined {
  return boundaryOf({ outers: polygons.flatMap((rings) => rings.slice(0, 1)), holes: polygons.flatMap((rings) => rings.slice(1)) });
}

/** POLYGON and MULTIPOLYGON of the OGC's well-known text, with or without SRID and Z. */
function shapeOfWkt(words: string): Boundary | undefined {
  const found = /^(?:SRID=\d+;)?\s*(MULTI)?POLYGON\s*Z?M?\s*(\(.*\))\s*$/is.exec(words);
  if (!found) return undefined;
  const json = found[2]!.replace(/-?\d[\d.eE+-]*(?:\s+-?\d[\d.eE+-]*)+/g, (position) => `[${position.trim().split(/\s+/).join(',')}]`).replaceAll('(', '[').replaceAll(')', ']');
  try {
    const parsed = boundarySchema.safeParse({ type: found[1] ? 'MultiPolygon' : 'Polygon', coordinates: JSON.parse(json) as unknown });
    return parsed.success ? parsed.data : undefined;
  } catch { return undefined; }
}

/** One corner a line, as surveyors list them: a number before the coordinates is let pass. Nothing when the text is no such list. */
function readCorners(words: string, datum: Datum, near: { readonly lng: number; readonly lat: number } | undefined): BoundaryReading | undefined {
  const lines = words.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  if (lines.length < 3) return undefined;
  const ring: number[][] = [];
  for (const [at, line] of lines.entries()) {
    const place = cornerOf(line, datum, near);
    if (place) ring.push([place.lng, place.lat]);
    // Words above the first corner are a heading.
    else if (ring.length > 0 || at > 1) return ring.length === 0 ? undefined : { fault: text(`第 ${at + 1} 行读不出坐标：「${line.slice(0, 40)}」。`, `No coordinates can be read from line ${at + 1}: “${line.slice(0, 40)}”.`) };
  }
  return ring.length < 3 ? undefined : { boundary: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] } };
}

function cornerOf(line: string, datum: Datum, near: { readonly lng: number; readonly lat: number } | undefined) {
  for (const words of [line, line.replace(/^\S*?\d{1,4}\s*[:：.、,，\t ]\s*/, '')]) {
    const first = readPlace(words, { datum, near });
    const read = first.at === 'plane' ? readPlace(words, { datum, meridian: first.proposed, near }) : first;
    if (read.at === 'place') return read.location;
  }
  return undefined;
}
