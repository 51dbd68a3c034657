import type { Boundary, Location } from '../../schema/common.js';
import type { Doubt } from '../../schema/import-plan.js';
import type { Datum } from '../../schema/vocabularies.js';
import { areaOf, compareAreas, storedArea } from '../geometry/area.js';
import { crossingsOf } from '../geometry/boundary-faults.js';
import { centreOf } from '../geometry/inside.js';
import { polygonsOf } from '../geometry/rings.js';
import { tidyBoundary } from '../geometry/tidy-boundary.js';
import { numberText } from './cell.js';
import { storedDatum, toWgs84, type NamedDatum } from './datum.js';
import { doubt, type DoubtCode } from './doubts.js';
import type { Draft } from './draft.js';
import type { Frame } from './frames.js';
import { drawnMark } from './drawn-mark.js';
import type { Position, Shape } from './survey.js';

/** China's land and seas, generously: a longitude and a latitude cannot be taken for each other there. */
const isLng = (value: number) => value >= 72 && value <= 137;
const isLat = (value: number) => value >= 3 && value <= 55;

/** A shape in degrees of its own datum, with what was wrong with its numbers. */
export interface RawShape { readonly point?: Location; readonly polygons?: Boundary; readonly centre?: Location; readonly faults: readonly DoubtCode[]; readonly words: string }

/** Turns the numbers of a shape into degrees; a place that cannot be leaves the shape out, with the fault. */
export function rawShapeOf(shape: Shape, frame: Frame): RawShape {
  const faults = new Set<DoubtCode>(shape.broken ? ['shape_broken'] : []);
  if (shape.unclosed) faults.add('polygon_unclosed');
  // A whole layer that is turned is turned for each of its records, and each says so.
  if (frame.kind === 'degrees' && frame.swapped) faults.add('coord_swapped');
  const first = shape.points[0] ?? shape.polygons[0]?.[0]?.[0];
  const words = first ? first.map(numberText).join(', ') : '';
  const place = (position: Position): Location | undefined => {
    const found = frame.place(position);
    if (!found) {
      faults.add(frame.kind === 'unknown-zone' ? 'coord_zone_unknown' : 'coord_impossible');
      return undefined;
    }
    const { lng, lat } = found;
    if (isLng(lng) && isLat(lat)) return found;
    if (isLng(lat) && isLat(lng)) {
      faults.add('coord_swapped');
      return { lng: lat, lat: lng };
    }
    faults.add(Math.abs(lng) > 180 || Math.abs(lat) > 90 || (lng === 0 && lat === 0) ? 'coord_impossible' : 'coord_outside');
    return undefined;
  };
  const point = shape.points[0] ? place(shape.points[0]) : undefined;
  if (shape.points.length > 1) faults.add('points_many');
  const rings = shape.polygons.map((polygon) => polygon.map((ring) => ring.map(place)));
  const whole = rings.filter((polygon) => polygon.every((ring) => ring.every(Boolean)));
  const drawn = whole.map((polygon) => polygon.map((ring) => ring.map((corner) => [(corner as Location).lng, (corner as Location).lat])));
  const polygons = drawn.length > 0 ? tidyBoundary({ type: 'MultiPolygon', coordinates: drawn }) : undefined;
  if (drawn.length > 0 && !polygons) faults.add('shape_broken');
  if (frame.kind === 'plane' && frame.assumedMeridian !== undefined) faults.add('coord_zone_assumed');
  return { faults: [...faults], words, ...(point ? { point } : {}), ...(polygons ? { polygons, centre: centreOf(polygons) } : {}) };
}

const turned = (boundary: Boundary, datum: Datum): Boundary | undefined => {
  const turn = ([lng, lat]: readonly number[]) => {
    const place = toWgs84(lng as number, lat as number, datum);
    return [place.lng, place.lat];
  };
  return tidyBoundary({ type: 'MultiPolygon', coordinates: polygonsOf(boundary).map((rings) => rings.map((ring) => ring.map(turn))) });
};

const inMu = (squareMetres: number) => `${numberText(Number((squareMetres / (2_000 / 3)).toFixed(1)))}亩`;

/** Gives a row the place and the boundary that it draws, in WGS-84, and holds the drawn area against the stated one. */
export function placeDraft(draft: Draft, raw: RawShape, datum: NamedDatum, kind: Frame['kind']): void {
  const { values, doubts } = draft;
  const of = storedDatum(datum);
  const say = (code: DoubtCode, words = raw.words, field = raw.polygons ? 'boundary' : 'location') => doubts.push(doubt(code, field, words));
  for (const fault of raw.faults) say(fault);
  const boundary = raw.polygons ? turned(raw.polygons, of) : undefined;
  const place = raw.point ?? raw.centre;
  if (place) {
    values['location'] = toWgs84(place.lng, place.lat, of);
    const written = raw.point ? raw.words : `${drawnMark} ${numberText(place.lng)}, ${numberText(place.lat)}`;
    values['locationSource'] = { datum: of, text: written };
    if (kind === 'degrees' && !draft.ownDatum) draft.raw = place;
  }
  if (boundary) {
    values['boundary'] = boundary;
    if (polygonsOf(boundary).some((rings) => rings.some((ring) => crossingsOf(ring).length > 0))) say('shape_crosses');
    compareDrawn(draft, areaOf(boundary));
  }
  if (!place) return;
  if (datum === 'unsupported') say('coord_datum_unsupported');
  else if (datum === 'GCJ-02') say('datum_gcj02');
  else if (datum === 'BD-09') say('datum_bd09');
}

function compareDrawn(draft: Draft, drawn: number): void {
  const { values, doubts } = draft;
  const stated = values['siteArea'];
  if (typeof stated === 'number') {
    if (compareAreas(drawn, stated)?.marked) doubts.push(doubt('area_geometry_mismatch', 'siteArea', areaWords(stated, drawn)));
  } else if (values['siteAreaText'] === undefined && drawn >= 1) draft.drawnArea = storedArea(drawn);
}

/** A stated area beside a drawn one, both in ㎡, as people compare them. */
export const areaWords = (stated: number, drawn: number) => `${inMu(stated)} / 图形 ${inMu(drawn)}`;

/** What a row draws, for a doubt of its kind where nothing is drawn. */
export const shapelessDoubt = (): Doubt => doubt('no_geometry', 'location');
