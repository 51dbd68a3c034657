import type { Location } from '../../schema/common.js';
import type { DatumEvidence } from '../../schema/import-plan.js';
import { text, type Text } from '../../schema/text.js';
import type { Datum } from '../../schema/vocabularies.js';
import { codeKey } from './codes.js';
import { toWgs84 } from './datum.js';
import { isOutside, metresBetween, type Surroundings } from './outliers.js';
import { bareName, nameKey } from './same-thing.js';

/** What tells which asset a point belongs to. */
export interface Identity { readonly code?: string | undefined; readonly name: string; readonly village?: string | undefined }
/** An asset whose place is known, in WGS-84. */
export interface KnownPlace extends Identity { readonly location: Location }
/** A point whose datum is to be told. */
export interface OpenPlace extends Identity { readonly raw: Location }

/** Known places, found by code, else by village and name. */
export interface KnownPlaces { add(place: KnownPlace): void; find(identity: Identity): Location | undefined }

const placeKey = ({ name, village }: Identity) => `${village ?? ''} ${bareName(nameKey(name), village)}`;

/** Keeps known places; of two under one key the first stands, and keys that mean two far places mean none. */
export function knownPlaces(): KnownPlaces {
  const byKey = new Map<string, Location | null>();
  const put = (key: string, location: Location) => {
    const held = byKey.get(key);
    if (held === undefined) byKey.set(key, location);
    else if (held && metresBetween(held, location) > 2_000) byKey.set(key, null);
  };
  const keysOf = (identity: Identity) => [identity.code ? `# ${codeKey(identity.code)}` : '', identity.village ? placeKey(identity) : ''].filter(Boolean);
  return {
    add: (place) => keysOf(place).forEach((key) => put(key, place.location)),
    find: (identity) => keysOf(identity).map((key) => byKey.get(key)).find(Boolean) ?? undefined,
  };
}

const candidates = ['WGS-84', 'GCJ-02', 'BD-09'] as const satisfies readonly Datum[];
/** So many matched points speak for a datum; fewer could be moved pins. */
const fewest = 3;
/** Two points do when they come this near, in metres. */
const near = 60;
/** A shift of datum is some 500 m; what is farther off than this is no match of places at all. */
const far = 400;

export interface WeighedDatums { readonly evidence: readonly DatumEvidence[]; readonly proposed?: Datum; readonly reason?: Text }

const median = (values: readonly number[]) => values.toSorted((one, two) => one - two)[Math.floor(values.length / 2)] as number;

/**
 * Weighs what speaks for each datum that a table's degrees may be in: how near its points come to known assets of the same code or
 * name, and how many fall in the township. The nearest datum is proposed when it is clearly nearer than the next.
 */
export function weighDatums(points: readonly OpenPlace[], known: KnownPlaces, around: Surroundings | undefined): WeighedDatums {
  const matched = points.flatMap((point) => {
    const location = known.find(point);
    return location ? [{ raw: point.raw, location }] : [];
  });
  const weighed = candidates.map((datum) => {
    const placed = points.map(({ raw }) => toWgs84(raw.lng, raw.lat, datum));
    const distances = matched.map(({ raw, location }) => metresBetween(toWgs84(raw.lng, raw.lat, datum), location));
    const inside = placed.filter((place) => !isOutside(place, around)).length;
    return { datum, inside, ...(distances.length > 0 ? { metres: median(distances) } : {}) };
  });
  const evidence = weighed.map(({ datum, inside, metres }): DatumEvidence => ({
    datum, inside, points: points.length, ...(metres === undefined ? {} : { medianMetres: Math.round(metres) }),
    reason: metres === undefined
      ? text(`${points.length} 个点中 ${inside} 个在本乡镇一带；没有可比对的同名资产`, `${inside} of ${points.length} points lie in the township; no known asset of the same code or name to compare with`)
      : text(`与 ${matched.length} 宗已知资产相距中位 ${Math.round(metres)} 米；${points.length} 个点中 ${inside} 个在本乡镇一带`, `A median of ${Math.round(metres)} m from ${matched.length} known assets; ${inside} of ${points.length} points lie in the township`),
  }));
  const ranked = weighed.flatMap((entry) => (entry.metres === undefined ? [] : [{ datum: entry.datum, metres: entry.metres }])).sort((one, two) => one.metres - two.metres);
  const [best, next] = ranked;
  if (!best || !next || best.metres > (matched.length >= fewest ? far : near) || matched.length < 2) return { evidence };
  if (next.metres < best.metres * 2 || next.metres - best.metres < 150) return { evidence };
  return {
    evidence, proposed: best.datum,
    reason: text(`没有写明坐标系；按 ${best.datum} 与 ${matched.length} 宗已知资产相距中位仅 ${Math.round(best.metres)} 米（${next.datum} 为 ${Math.round(next.metres)} 米）`, `No datum is named; as ${best.datum} the points lie a median of ${Math.round(best.metres)} m from ${matched.length} known assets (as ${next.datum}, ${Math.round(next.metres)} m)`),
  };
}
