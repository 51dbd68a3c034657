import { attributeTable, type SurveyRecord } from '../../../data/rules/import/attribute-table.js';
import type { Cell, Grid } from '../../../data/rules/import/cell.js';
import { referenceIn, referenceOfCrs } from '../../../data/rules/import/references.js';
import { positionOf, shapeBuilder, type Position, type Reference, type Shape, type ShapeBuilder } from '../../../data/rules/import/survey.js';
import { decodeText } from './decode-text.js';
import { limits, refuse } from './refusals.js';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const typeOf = (value: unknown) => (isObject(value) && typeof value['type'] === 'string' ? value['type'].toLowerCase() : '');
const geometries = new Set(['point', 'multipoint', 'linestring', 'multilinestring', 'polygon', 'multipolygon', 'geometrycollection']);
const isGeometry = (value: unknown) => geometries.has(typeOf(value));
const isFeature = (value: unknown) => typeOf(value) === 'feature';
/** How deep collections may hold collections. */
const deepest = 8;

/** Names that JavaScript gives a meaning of its own are no attributes. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a GeoJSON: a collection, one feature, one geometry, a list of features, or a feature a line. Throws a FailureError naming the file. */
export function readGeoJson(bytes: Uint8Array, file: string, layer = ''): Grid {
  const decoded = decodeText(bytes);
  if (!decoded) throw refuse.unknown(file);
  const root = parsed(decoded.text.replace(/^\ufeff/, ''), file);
  const features: Json[] = [];
  collect(root, features, 0, file, layer);
  if (features.length === 0 && typeOf(root) !== 'featurecollection') throw refuse.notGeoJson(file);
  const records = features.map((feature, index) => recordOf(feature, index + 1));
  const reference = referenceOf(root) ?? referenceIn([...wordsOf(root), file], 'geojson');
  return attributeTable(records, { name: layer, about: titlesOf(root), ...(reference ? { reference } : {}) });
}

function parsed(words: string, file: string): unknown {
  try {
    return JSON.parse(words);
  } catch (error) {
    // RFC 8142: a feature a line, each led by a record separator or not.
    const lines = words.split(/\r?\n/).map((line) => line.replace(/^\x1e/, '').trim()).filter(Boolean);
    if (lines.length > 1 && lines.every((line) => line.startsWith('{') && line.endsWith('}'))) {
      try {
        return lines.map((line) => JSON.parse(line) as unknown);
      } catch { /* told below as the whole file's fault */ }
    }
    throw refuse.json(file, lineOf(words, error as Error));
  }
}

/** The line that a parser's message points at, counted from 1. */
function lineOf(words: string, error: Error): number | undefined {
  const position = /position (\d+)/.exec(error.message)?.[1];
  if (position) return words.slice(0, Number(position)).split('\n').length;
  // Newer engines quote the ten characters on both sides instead.
  const quoted = /, (?:\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/.exec(error.message)?.[1];
  const at = quoted ? words.indexOf(quoted) : -1;
  return at < 0 ? undefined : words.slice(0, at + Math.min(10, (quoted as string).length)).split('\n').length;
}

function collect(value: unknown, found: Json[], depth: number, file: string, layer: string): void {
  if (depth > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value) if (isObject(item) && (depth > 0 || isFeature(item) || isGeometry(item) || typeOf(item) === 'featurecollection')) collect(item, found, depth + 1, file, layer);
    return;
  }
  if (!isObject(value)) return;
  if (Array.isArray(value['features'])) collect(value['features'], found, depth + 1, file, layer);
  else if (isFeature(value) || (depth > 1 && ('geometry' in value || 'properties' in value))) found.push(value);
  else if (isGeometry(value)) found.push({ geometry: value });
  if (found.length > limits.rows) throw refuse.rows(file, layer);
}

function recordOf(feature: Json, row: number): SurveyRecord {
  const attributes = new Map<string, Cell>();
  const properties = isObject(feature['properties']) ? feature['properties'] : isObject(feature['attributes']) ? feature['attributes'] : {};
  for (const [key, value] of Object.entries(properties)) {
    const cell = reserved.has(key) ? undefined : cellOf(value);
    if (!reserved.has(key)) attributes.set(key.trim(), cell);
  }
  const id = cellOf(feature['id']);
  if (id !== undefined && !attributes.has('id')) attributes.set('id', id);
  const shape = shapeOf(feature['geometry']);
  return { row, attributes, ...(shape ? { shape } : {}) };
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    const words = value.filter((item) => typeof item === 'string' || typeof item === 'number').map(String);
    return words.length > 0 ? words.join('、') : undefined;
  }
  return undefined;
}

/** The geometry of a feature; also the rings that ArcGIS writes in its own JSON. */
function shapeOf(geometry: unknown): Shape | undefined {
  if (!isObject(geometry)) return undefined;
  const builder = shapeBuilder();
  draw(geometry, builder, 0);
  return builder.shape();
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
function ringOf(value: unknown, builder: ShapeBuilder): readonly Position[] {
  return list(value).flatMap((item) => {
    const position = positionOf(list(item));
    if (!position) builder.broken();
    return position ? [position] : [];
  });
}

function draw(geometry: Json, builder: ShapeBuilder, depth: number): void {
  const { coordinates } = geometry;
  switch (typeOf(geometry)) {
    case 'point':
      if (list(coordinates).length > 0) builder.point(positionOf(list(coordinates)));
      return;
    case 'multipoint':
      return list(coordinates).forEach((item) => builder.point(positionOf(list(item))));
    case 'linestring':
      return builder.line();
    case 'multilinestring':
      return list(coordinates).forEach(() => builder.line());
    case 'polygon':
      return list(coordinates).length > 0 ? builder.polygon(list(coordinates).map((ring) => ringOf(ring, builder))) : undefined;
    case 'multipolygon':
      return list(coordinates).forEach((rings) => builder.polygon(list(rings).map((ring) => ringOf(ring, builder))));
    case 'geometrycollection':
      if (depth < deepest) for (const inner of list(geometry['geometries'])) if (isObject(inner)) draw(inner, builder, depth + 1);
      return;
    default:
      if (Array.isArray(geometry['rings'])) return list(geometry['rings']).forEach((ring) => builder.polygon([ringOf(ring, builder)]));
      if (Array.isArray(geometry['paths'])) return list(geometry['paths']).forEach(() => builder.line());
      if ('x' in geometry && 'y' in geometry) builder.point(positionOf([geometry['x'], geometry['y']]));
  }
}

function referenceOf(root: unknown): Reference | undefined {
  if (!isObject(root)) return undefined;
  const { crs, spatialReference } = root;
  if (isObject(spatialReference)) return referenceOfCrs(`EPSG:${String(spatialReference['latestWkid'] ?? spatialReference['wkid'] ?? '')}`);
  const properties = isObject(crs) && isObject(crs['properties']) ? crs['properties'] : {};
  const name = typeof crs === 'string' ? crs : properties['name'] ?? (properties['code'] === undefined ? undefined : `EPSG:${String(properties['code'])}`);
  return typeof name === 'string' ? referenceOfCrs(name) : undefined;
}

/** Texts of the whole file: what it is called, described as, made by. */
const titlesOf = (root: unknown) => (isObject(root) ? ['name', 'title', '名称', 'description', '说明'].flatMap((key) => (typeof root[key] === 'string' ? [root[key]] : [])) : []);
function wordsOf(root: unknown): string[] {
  if (!isObject(root)) return [];
  const nested = [root, root['metadata'], root['properties']].filter(isObject);
  return nested.flatMap((part) => Object.entries(part).flatMap(([key, value]) => (typeof value === 'string' && value.length < 400 ? [/坐标|datum|crs/i.test(key) ? `坐标系 ${value}` : value] : [])));
}
