import type { Location } from '../../schema/common.js';
import type { Doubt } from '../../schema/import-plan.js';
import type { Datum } from '../../schema/vocabularies.js';
import { isBlank, numberText, oneLine, textOf, type Cell } from './cell.js';
import { datumIn, toWgs84, type NamedDatum } from './datum.js';
import { doubt } from './doubts.js';
import { fromPlane } from './plane.js';

/** An angle in degrees; `side` when the text says which (东经, E, 北纬, N). */
interface Angle { readonly value: number; readonly side?: 'lng' | 'lat'; readonly impossible?: boolean }

/** What a pair of cells, or one cell, says about a place. */
export interface ReadCoordinates {
  readonly location?: Location;
  readonly source?: { readonly datum: Datum; readonly text: string };
  /** The degrees as they stand, the right way round, where the table's datum is theirs. */
  readonly raw?: Location;
  readonly doubts: readonly Doubt[];
}
export interface CoordinateRules {
  readonly datum: NamedDatum;
  /** The order that the header names; nothing when it names none. */
  readonly order?: 'lng-lat' | 'lat-lng';
  /** Degrees east, for plane coordinates without a zone. */
  readonly meridian?: number;
  readonly meridianAssumed?: boolean;
}

/** Degree, minute and second marks of every kind become d, m, s; 东经 and E become E, and so on. */
function marked(written: string): string {
  return written
    .replace(/经度/g, '东经').replace(/纬度/g, '北纬')
    .replace(/[′‘’ʹ`´＇]{2}|''|＇＇/g, 's').replace(/[″“”〞ʺ"＂秒]/g, 's').replace(/[′‘’ʹ`´'＇分]/g, 'm').replace(/[°º˚度]/g, 'd')
    .normalize('NFKC')
    .replace(/东经|longitude|lng|lon|经/gi, 'E').replace(/北纬|latitude|lat|纬/gi, 'N').replace(/西经|南纬/g, '!')
    .replace(/[eE](?=\s*[:=]?\s*-?\d|\s|$|[,;、N])/g, 'E').replace(/[nN](?=\s*[:=]?\s*-?\d|\s|$|[,;、E])/g, 'N')
    .replace(/[()[\]]/g, ' ').trim();
}

const anglePart = '(-?\\d+(?:\\.\\d+)?)\\s*(?:d\\s*(?:(\\d+(?:\\.\\d+)?)\\s*m?\\s*(?:(\\d+(?:\\.\\d+)?)\\s*s?)?)?)?';

function angle(found: RegExpExecArray | RegExpMatchArray, before: string | undefined, after: string | undefined): Angle {
  const [degrees, minutes, seconds] = [found[2], found[3], found[4]].map((part) => (part === undefined ? 0 : Number(part))) as [number, number, number];
  const letter = before ?? after;
  const side = letter === 'E' ? 'lng' : letter === 'N' ? 'lat' : undefined;
  // A rounded 59.996″ is often written 60.00″: that is the next minute, not a mistake.
  const value = Math.sign(degrees || 1) * (Math.abs(degrees) + minutes / 60 + seconds / 3600);
  return { value, ...(side ? { side } : {}), ...(minutes >= 60 || seconds > 60 ? { impossible: true } : {}) };
}

const prefixed = new RegExp(`^(E|N)?\\s*[:=]?\\s*${anglePart}\\s*(E|N)?$`);

/** Reads one angle: decimal, 度分秒 with any marks, 119-56-6.2, 119.56.06, 119 56 6.2, with or without E/东经. */
export function parseAngle(cell: Cell): Angle | undefined {
  if (typeof cell === 'number') return { value: cell };
  const words = marked(textOf(cell)).replace(/[,;、。]+$/, '');
  const dashed = /^(E|N)?\s*(\d{1,3})\s*[-:. ]\s*(\d{1,2})\s*[-:. ]\s*(\d{1,2}(?:\.\d+)?)\s*(E|N)?$/.exec(words);
  if (dashed) return angle(dashed, dashed[1], dashed[5]);
  const found = prefixed.exec(words);
  return found ? angle(found, found[1], found[5]) : undefined;
}

/** Reads two angles from one cell, whatever separates them. Nothing when the text says anything else. */
export function parsePair(written: string): readonly [Angle, Angle] | undefined {
  const words = marked(written);
  const parts = words.split(/[,;、|/\n\t，；]+/).map((part) => part.trim()).filter(Boolean);
  const fields = parts.length === 2 ? parts : undefined;
  if (fields) {
    const [first, second] = fields.map((part) => parseAngle(part));
    return first && second ? [first, second] : undefined;
  }
  const leads = /^[EN]/.test(words);
  const pattern = new RegExp(`(${leads ? 'E|N' : '(?!)'})?\\s*[:=]?\\s*${anglePart}\\s*${leads ? '()' : '(E|N)?'}`, 'g');
  const found = [...words.matchAll(pattern)];
  if (found.length !== 2 || words.replace(pattern, '').replace(/[\s,;、:]/g, '') !== '') return undefined;
  const [first, second] = found as [RegExpMatchArray, RegExpMatchArray];
  return [angle(first, first[1] || undefined, first[5] || undefined), angle(second, second[1] || undefined, second[5] || undefined)];
}

/** China's land and seas, generously: a longitude and a latitude cannot be taken for each other there. */
const isLng = (value: number) => value >= 72 && value <= 137;
const isLat = (value: number) => value >= 3 && value <= 55;

const field = 'location';

/** Decides which of two angles is which, turns a swapped pair, converts the datum. Nothing is used that cannot be. */
export function placePair(first: Angle, second: Angle, rules: CoordinateRules, written: string): ReadCoordinates {
  const source = (datum: Datum) => ({ datum, text: written.slice(0, 200) });
  const unused = (code: 'coord_impossible' | 'coord_outside'): ReadCoordinates => ({ doubts: [doubt(code, field, written)] });
  if (rules.datum === 'unsupported') return located(first, second, { ...rules, datum: 'WGS-84' }, written, source('WGS-84'), [doubt('coord_datum_unsupported', field, written)]);
  if (Math.abs(first.value) > 1_000 && Math.abs(second.value) > 1_000) {
    const flat = fromPlane(first.value, second.value, rules.meridian);
    if (!flat) return unused('coord_impossible');
    const assumed = !flat.zoneStated && rules.meridianAssumed ? [doubt('coord_zone_assumed', field, written)] : [];
    return { location: { lng: flat.lng, lat: flat.lat }, source: source('CGCS2000'), doubts: assumed };
  }
  return located(first, second, rules, written, source(rules.datum), []);
}

function located(first: Angle, second: Angle, rules: CoordinateRules, written: string, source: { datum: Datum; text: string }, doubts: readonly Doubt[]): ReadCoordinates {
  const refuse = (code: 'coord_impossible' | 'coord_outside'): ReadCoordinates => ({ source, doubts: [...doubts, doubt(code, field, written)] });
  if (first.impossible || second.impossible || (first.value === 0 && second.value === 0)) return refuse('coord_impossible');
  const latFirst = rules.order === 'lat-lng';
  const named: [number, number] = latFirst ? [second.value, first.value] : [first.value, second.value];
  const sided = first.side && second.side && first.side !== second.side ? (first.side === 'lng' ? [first.value, second.value] : [second.value, first.value]) as [number, number] : undefined;
  const [lng, lat] = sided ?? named;
  const datum = rules.datum as Datum;
  const convert = (x: number, y: number, swapped: boolean): ReadCoordinates => ({
    location: toWgs84(x, y, datum),
    source,
    raw: { lng: x, lat: y },
    doubts: [
      ...doubts,
      ...(swapped ? [doubt('coord_swapped', field, written)] : []),
      ...(datum === 'GCJ-02' ? [doubt('datum_gcj02', field, written)] : datum === 'BD-09' ? [doubt('datum_bd09', field, written)] : []),
    ],
  });
  if (isLng(lng) && isLat(lat)) return convert(lng, lat, rules.order !== undefined && sided !== undefined && sided[0] !== named[0]);
  if (isLng(lat) && isLat(lng)) return convert(lat, lng, rules.order !== undefined);
  return refuse(Math.abs(lng) > 180 || Math.abs(lat) > 90 ? 'coord_impossible' : 'coord_outside');
}

const shown = (cell: Cell) => (typeof cell === 'number' ? numberText(cell) : oneLine(textOf(cell)));

/** Takes a datum that the cell itself names (高德：119.9,29.8; g119°53′) off the text. */
function ownDatum(written: string): { datum?: NamedDatum; unknown?: boolean; rest: string } {
  const letter = /^([a-zA-Z])(?=\s*-?\d)/.exec(written.trim());
  if (letter && /[gb]/i.test(letter[1] as string)) return { datum: /g/i.test(letter[1] as string) ? 'GCJ-02' : 'BD-09', rest: written.trim().slice(1) };
  if (letter && !/[en]/i.test(letter[1] as string)) return { unknown: true, rest: written };
  const words = /^([^\d东西北经纬(\[ENen-]{2,}|wgs-?84|gcj-?02|bd-?09|cgcs2000)[:\s]*(?=.*\d)/i.exec(written.normalize('NFKC').trim());
  const datum = words ? datumIn(words[0]) : undefined;
  return datum && words ? { datum, rest: written.normalize('NFKC').trim().slice(words[0].length) } : { rest: written };
}

/** A place whose own cell names the datum is moved by no other. */
function settled(read: ReadCoordinates, own: unknown): ReadCoordinates {
  if (own === undefined || !read.raw) return read;
  const { raw: _raw, ...rest } = read;
  return rest;
}

/** Reads a place from two cells that the headers call longitude and latitude (in the order of `rules`). */
export function parseTwoCells(first: Cell, second: Cell, rules: CoordinateRules): ReadCoordinates {
  const blanks = [isBlank(first), isBlank(second)];
  if (blanks[0] && blanks[1]) return { doubts: [] };
  const [left, right] = [shown(first), shown(second)];
  const written = [left, right].filter(Boolean).join(', ');
  // Both in one of the two cells: 119.92,29.83 under 经度 with 纬度 left empty.
  const lone = blanks[0] ? second : blanks[1] ? first : undefined;
  if (lone !== undefined) {
    const pair = typeof lone === 'string' ? parsePair(lone) : undefined;
    if (pair) return parseOneCell(lone, rules);
    return { doubts: [doubt(parseAngle(lone) ? 'coord_incomplete' : 'coord_unparsed', field, written)] };
  }
  const [one, two] = [typeof first === 'string' ? ownDatum(first) : { rest: left }, typeof second === 'string' ? ownDatum(second) : { rest: right }];
  if (one.unknown || two.unknown) return { doubts: [doubt('datum_unknown', field, written)] };
  const angles = [parseAngle(typeof first === 'number' ? first : one.rest), parseAngle(typeof second === 'number' ? second : two.rest)] as const;
  if (!angles[0] || !angles[1]) return { doubts: [doubt('coord_unparsed', field, written)] };
  return settled(placePair(angles[0], angles[1], { ...rules, datum: one.datum ?? two.datum ?? rules.datum }, written), one.datum ?? two.datum);
}

/** Reads a place from one cell that holds both. */
export function parseOneCell(cell: Cell, rules: CoordinateRules): ReadCoordinates {
  if (isBlank(cell)) return { doubts: [] };
  const written = shown(cell);
  const own = ownDatum(textOf(cell));
  if (own.unknown) return { doubts: [doubt('datum_unknown', field, written)] };
  const pair = parsePair(own.rest);
  if (!pair) return { doubts: [doubt(parseAngle(own.rest) ? 'coord_incomplete' : 'coord_unparsed', field, written)] };
  return settled(placePair(pair[0], pair[1], { ...rules, datum: own.datum ?? rules.datum }, written), own.datum);
}
