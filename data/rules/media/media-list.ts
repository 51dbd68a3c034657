import type { Media } from '../../schema/media.js';
import type { Text } from '../../schema/text.js';

/** Pictures, films or documents of an asset in the order in which they are shown; the first photo is the cover. */
export type MediaList = readonly Media[];

/** The list with some of its media, in their order, put before or after another one. One that is not there, or is moved itself, changes nothing. */
export function moved(list: MediaList, ids: ReadonlySet<string>, beside: string, side: 'before' | 'after'): MediaList {
  const rest = list.filter((media) => !ids.has(media.id));
  const at = rest.findIndex((media) => media.id === beside);
  if (at < 0) return list;
  const cut = side === 'before' ? at : at + 1;
  return [...rest.slice(0, cut), ...list.filter((media) => ids.has(media.id)), ...rest.slice(cut)];
}

/** The list with this one first: the cover. */
export function withCover(list: MediaList, id: string): MediaList {
  const cover = list.find((media) => media.id === id);
  return cover ? [cover, ...list.filter((media) => media !== cover)] : list;
}

export const without = (list: MediaList, ids: ReadonlySet<string>): MediaList => list.filter((media) => !ids.has(media.id));

/** The list with new ones at its end; what is there already is not put in twice. */
export function withAdded(list: MediaList, added: MediaList): MediaList {
  const known = new Set(list.map((media) => media.id));
  return [...list, ...added.filter((media) => !known.has(media.id) && known.add(media.id))];
}

/** The list with one caption in one language changed; words of nothing but spaces take it away. */
export function withCaption(list: MediaList, id: string, language: keyof Text, words: string): MediaList {
  return list.map((media) => {
    if (media.id !== id) return media;
    const { caption, ...rest } = media;
    const { [language]: _old, ...other } = caption ?? {};
    const next = { ...other, ...(words.trim() ? { [language]: words.trim() } : {}) };
    return Object.keys(next).length > 0 ? { ...rest, caption: next } : rest;
  });
}

/** The list with a turned photo in the old one's place: it keeps the old one's words and notes, and takes the new one's file. */
export function withTurned(list: MediaList, id: string, turned: Media): MediaList {
  // Turned so that it is one that is there already: two of the same would be one too many.
  if (list.some((media) => media.id === turned.id && media.id !== id)) return list.filter((media) => media.id !== id);
  return list.map((media) => {
    if (media.id !== id) return media;
    const { caption, takenAt, fileName } = media;
    return { ...(caption ? { caption } : {}), ...(takenAt ? { takenAt } : {}), ...(fileName ? { fileName } : {}), ...turned };
  });
}

/** How far a photo is turned after one more step to the left or right, in quarter turns from how the camera held it. */
export const turnedBy = (media: Media, step: 1 | -1) => ((media.quarterTurns ?? 0) + step + 4) % 4;
