import type { Location } from '../../schema/common.js';
import { text, type Text } from '../../schema/text.js';
import type { Datum } from '../../schema/vocabularies.js';
import { parseOneCell, parsePair } from '../import/parse-coordinates.js';

/** What stands in the coordinates' box: a place with its source, or why there is none. */
export type PlaceReading =
  | { readonly at: 'empty' }
  | { readonly at: 'place'; readonly location: Location; readonly source: { readonly datum: Datum; readonly text: string }; readonly notes: readonly Text[] }
  /** Metres on a Gauss–Krüger plane that name no zone: the central meridian has to be said. */
  | { readonly at: 'plane'; readonly proposed: number }
  | { readonly at: 'fault'; readonly fault: Text };

/** The central meridians of the 3° zones over China, in degrees east. */
export const meridians: readonly number[] = Array.from({ length: 21 }, (_, at) => 75 + 3 * at);

const form = text('写成 119.92, 29.83 或 119°55′12″ 29°49′48″，也可以粘贴平面坐标。', 'Write 119.92, 29.83 or 119°55′12″ 29°49′48″; plane coordinates can be pasted too.');

/** Cells and lines of a sheet as they come from the clipboard, on one line. */
export const pastedLine = (words: string) => words.replace(/[\t\r\n]+/g, ', ').replace(/^[,\s]+|[,\s]+$/g, '');

/**
 * Reads what a person typed or pasted: decimal degrees, degrees-minutes-seconds, swapped or not, CGCS2000 Gauss–Krüger metres.
 * A datum that the text itself names goes before `datum`. `near` proposes the central meridian of metres without a zone.
 */
export function readPlace(written: string, { datum, meridian, near }: { readonly datum: Datum; readonly meridian?: number | undefined; readonly near?: Location | undefined }): PlaceReading {
  const words = pastedLine(written);
  if (words === '') return { at: 'empty' };
  const isPlane = parsePair(words)?.every(({ value }) => Math.abs(value) > 1_000) ?? false;
  const proposed = Math.round((near?.lng ?? 120) / 3) * 3;
  if (isPlane && meridian === undefined && !parseOneCell(words, { datum }).location && parseOneCell(words, { datum, meridian: proposed }).location) return { at: 'plane', proposed };
  const read = parseOneCell(words, { datum, ...(meridian === undefined ? {} : { meridian }) });
  const notes = read.doubts.filter(({ code }) => code === 'coord_swapped').map(({ reason }) => reason);
  if (!read.location || !read.source) return { at: 'fault', fault: read.doubts[0]?.reason ?? form };
  const named = read.source.datum !== datum && !isPlane;
  return {
    at: 'place', location: read.location, source: read.source,
    notes: named ? [...notes, text(`文字里写明了 ${read.source.datum}，按它换算。`, `The text itself says ${read.source.datum}, which was followed.`)] : notes,
  };
}
