import type { Boundary, Location } from '../../schema/common.js';
import type { ImportPhoto, MadeBy } from '../../schema/import-plan.js';
import { text, type Text } from '../../schema/text.js';
import { isInside } from '../geometry/inside.js';
import { codeKey } from './codes.js';
import { plain } from './cell.js';
import { metresBetween } from './outliers.js';
import { bareName, nameKey } from './same-thing.js';

/** What was read from a photo. `location` is WGS-84, `takenAt` the camera's own clock. */
export interface ReadPhoto {
  readonly format: 'jpeg' | 'png' | 'webp';
  /** False for a photo that cannot be shown. */
  readonly usable: boolean;
  readonly takenAt?: string;
  readonly location?: Location;
  readonly notice?: Text;
}

/** An asset that a photo may show. */
export interface PhotoSubject { readonly id: string; readonly name: string; readonly code?: string | undefined; readonly village?: string | undefined; readonly location?: Location | undefined; readonly boundary?: Boundary | undefined; /** The row of the plan that makes it. */ readonly madeBy?: MadeBy | undefined }
export type PhotoCandidate = ImportPhoto['candidates'][number];

export interface PhotoMatcher {
  /** Enters an asset. All are entered before the first photo is matched. */
  know(subject: PhotoSubject): void;
  /** The assets that a photo may show, the likeliest first; at most eight. */
  candidates(fileName: string, location: Location | undefined): PhotoCandidate[];
}

/** Metres from an asset within which a photo may show it, and within which it surely does when no other is about as near. */
const reach = 200;
const close = 60;
const nearest = 5;
const most = 8;
/** The side of a square of the index in degrees: at no latitude of China is it narrower than the reach. */
const square = 0.005;

/** Names that many things share and that tell nothing by themselves. */
const shortestBare = 3;
const marks = /[\s_\-–—·.、，,;；()（）[\]【】《》〈〉<>"'“”‘’+&@#~～]/g;
const bareWords = (words: string) => plain(words).replace(marks, '');
const stemOf = (village: string | undefined) => (village ?? '').replace(/(?:村|社区)$/, '');
/** IMG_20240326_165153, 微信图片_20240421080638, DSC00123: figures that a camera or chat program counted or dated. */
const isCounted = (words: string) => /^(?:img|dsc[nf]?|dcim|pxl|vid|mvimg|mmexport|wechat|wx|screenshot|微信图片|微信|照片|图片|qq图片|photo|p)[_\-\s]*\d/i.test(words);
const isFigure = (mark: string | undefined) => mark !== undefined && /\d/.test(mark);
const isLetter = (mark: string | undefined) => mark !== undefined && /[a-z]/i.test(mark);
/** True where a run of figures or letters is not torn apart. */
const isEdge = (one: string | undefined, other: string | undefined) => !(isFigure(one) && isFigure(other)) && !(isLetter(one) && isLetter(other));

interface Named { readonly subject: PhotoSubject; readonly key: string; readonly bare: string }

/** Tells which assets photos may show: by the code or name in the file's name, and by where they were taken. */
export function createPhotoMatcher(): PhotoMatcher {
  const codes = new Map<string, PhotoSubject[]>();
  const names = new Map<string, Named[]>();
  const squares = new Map<string, PhotoSubject[]>();
  let longest = 0;
  const put = <T>(map: Map<string, T[]>, key: string, value: T) => { const list = map.get(key); if (list) list.push(value); else map.set(key, [value]); };
  const squareAt = (lng: number, lat: number) => `${Math.floor(lng / square)}:${Math.floor(lat / square)}`;

  /** Every asset whose code stands in the file's name, with nothing of the same kind touching it. */
  function byCode(stem: string): Map<PhotoSubject, string> {
    const found = new Map<PhotoSubject, string>();
    const words = stem.normalize('NFKC');
    const counted = isCounted(words);
    for (let from = 0; from < words.length; from += 1) {
      if (!/[\p{L}\p{N}]/u.test(words[from] as string) || !isEdge(words[from - 1], words[from])) continue;
      for (let to = from + 2; to <= Math.min(words.length, from + 40); to += 1) {
        if (!/[\p{L}\p{N}]/u.test(words[to - 1] as string) || !isEdge(words[to - 1], words[to])) continue;
        const key = codeKey(words.slice(from, to));
        if (!/\d/.test(key) || (key.length < 3 && to - from < words.length) || (/^\d+$/.test(key) && (counted || key.length < 4))) continue;
        for (const subject of codes.get(key) ?? []) found.set(subject, words.slice(from, to));
      }
    }
    return found;
  }

  /** The assets whose names stand in the file's name; a name within a longer one that also stands there does not count. */
  function byName(stem: string): (Named & { readonly whole: boolean })[] {
    const words = bareWords(stem);
    const hits: { from: number; to: number; named: Named; whole: boolean }[] = [];
    for (let from = 0; from < words.length; from += 1) {
      if (!isEdge(words[from - 1], words[from])) continue;
      for (let to = from + 2; to <= Math.min(words.length, from + longest); to += 1) {
        if (!isEdge(words[to - 1], words[to])) continue;
        const part = words.slice(from, to);
        for (const named of names.get(part) ?? []) {
          const whole = named.key === part;
          const at = stemOf(named.subject.village);
          // Without its village in the file's name, a short name like 礼堂 could be any village's.
          if (whole || (at.length >= 2 && words.includes(at)) || part.length >= shortestBare) hits.push({ from, to, named, whole: whole && (named.bare !== named.key || !at || words.includes(at)) || (at.length >= 2 && words.includes(at)) });
        }
      }
    }
    const kept = hits.filter((hit) => !hits.some((other) => other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from));
    const best = new Map<PhotoSubject, Named & { whole: boolean }>();
    for (const { named, whole } of kept) best.set(named.subject, { ...named, whole: whole || best.get(named.subject)?.whole === true });
    const found = [...best.values()];
    // Where some are named with their village, the namesakes of other villages fall away.
    return found.some((hit) => hit.whole) ? found.filter((hit) => hit.whole) : found;
  }

  function byPlace(location: Location): { subject: PhotoSubject; metres: number; inside: boolean }[] {
    const found = new Map<PhotoSubject, { subject: PhotoSubject; metres: number; inside: boolean }>();
    const [column, row] = [Math.floor(location.lng / square), Math.floor(location.lat / square)];
    for (let x = column - 1; x <= column + 1; x += 1) {
      for (let y = row - 1; y <= row + 1; y += 1) {
        for (const subject of squares.get(`${x}:${y}`) ?? []) {
          if (found.has(subject)) continue;
          const inside = subject.boundary !== undefined && isInside(location, subject.boundary);
          const metres = inside ? 0 : subject.location ? metresBetween(location, subject.location) : Infinity;
          if (metres <= reach) found.set(subject, { subject, metres, inside });
        }
      }
    }
    return [...found.values()].sort((one, other) => one.metres - other.metres).slice(0, nearest);
  }

  return {
    know(subject) {
      if (subject.code) { const key = codeKey(subject.code); if (key.length >= 2) put(codes, key, subject); }
      const key = bareWords(nameKey(subject.name));
      const bare = bareWords(bareName(nameKey(subject.name), subject.village));
      for (const word of new Set([key, bare])) {
        if (word.length < 2) continue;
        put(names, word, { subject, key, bare });
        longest = Math.max(longest, word.length);
      }
      const at = new Set<string>();
      if (subject.location) at.add(squareAt(subject.location.lng, subject.location.lat));
      for (const place of squaresOf(subject.boundary, squareAt)) at.add(place);
      for (const place of at) put(squares, place, subject);
    },
    candidates(fileName, location) {
      const stem = fileName.replace(/\.[^.]*$/, '').slice(0, 120);
      const coded = byCode(stem);
      const named = byName(stem);
      const near = location ? byPlace(location) : [];
      const metresTo = (subject: PhotoSubject) => near.find((entry) => entry.subject === subject)?.metres ?? (location && subject.location ? metresBetween(location, subject.location) : undefined);
      const found: PhotoCandidate[] = [];
      const add = (subject: PhotoSubject, sure: boolean, reason: Text) => {
        if (found.some((candidate) => candidate.assetId === subject.id)) return;
        const metres = metresTo(subject);
        // A name and a place that contradict each other leave it open.
        found.push({ assetId: subject.id, name: subject.name, ...(metres === undefined ? {} : { metres: Math.round(metres) }), sure: sure && (metres === undefined || metres <= farthestNamed), reason, ...(subject.madeBy ? { madeBy: subject.madeBy } : {}) });
      };
      const both = named.filter((hit) => coded.has(hit.subject));
      for (const [subject, words] of [...coded].sort(([one], [other]) => rank(other) - rank(one))) {
        add(subject, coded.size === 1 || (both.length === 1 && both[0]?.subject === subject), text(`文件名里有编号「${words}」`, `The file name holds the code ${words}`));
      }
      for (const { subject, whole } of [...named].sort((one, other) => (metresTo(one.subject) ?? Infinity) - (metresTo(other.subject) ?? Infinity))) {
        add(subject, coded.size === 0 && named.length === 1 && (whole || near.some((entry) => entry.subject === subject)), text(`文件名里有名称「${subject.name}」`, `The file name holds the name “${subject.name}”`));
      }
      const [first, second] = near;
      for (const { subject, metres, inside } of near) {
        const clear = subject === first?.subject && metres <= close && (!second || second.metres >= Math.max(2 * metres, metres + 15));
        add(subject, clear && found.length === 0, inside ? text('拍摄位置在它的范围之内', 'Taken within its boundary') : text(`拍摄位置离它 ${Math.round(metres)} 米`, `Taken ${Math.round(metres)} m from it`));
      }
      return found.slice(0, most);

      function rank(subject: PhotoSubject) { return both.some((hit) => hit.subject === subject) ? 1 : 0; }
    },
  };
}

/** A photo that names an asset is not believed when it was taken farther off than this, in metres. */
const farthestNamed = 2_000;
/** A boundary over more squares than this is found by its centre only. */
const mostSquares = 400;

function squaresOf(boundary: Boundary | undefined, squareAt: (lng: number, lat: number) => string): string[] {
  if (!boundary) return [];
  const points = (boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat()).flat();
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of points as [number, number][]) {
    west = Math.min(west, lng); east = Math.max(east, lng); south = Math.min(south, lat); north = Math.max(north, lat);
  }
  const [columns, rows] = [Math.floor(east / square) - Math.floor(west / square) + 1, Math.floor(north / square) - Math.floor(south / square) + 1];
  if (!(columns * rows <= mostSquares)) return [];
  return Array.from({ length: columns * rows }, (_, at) => squareAt((Math.floor(west / square) + (at % columns) + 0.5) * square, (Math.floor(south / square) + Math.floor(at / columns) + 0.5) * square));
}
