import { text } from '../../schema/text.js';
import { attributeTable, type SurveyRecord } from './attribute-table.js';
import type { Cell, Grid } from './cell.js';
import { categoryOfName } from './category.js';
import { parsePair } from './parse-coordinates.js';
import { referenceIn } from './references.js';
import { shapeBuilder, type Position } from './survey.js';

interface Line { readonly row: number; readonly words: string }

const fewestCorners = 3;
/** A line that names what the corners below it bound: words, and no more figures than a name has. */
const isName = (words: string) => /[\u4e00-\u9fff]{2}/.test(words) && words.trim().length <= 40 && !/\d{3}|[\t,，;；|]/.test(words);
/** A title names the list, not a thing. */
const isTitle = (words: string) => /(?:点位|坐标|拐点|清单|列表|一览|台账|[表录])[:：]?$/.test(words.trim());

/** Longitude and latitude in degrees, with a running number before them or without: 119.92,29.81 or J1 119.92 29.81. */
function cornerOf(words: string): Position | undefined {
  const pair = parsePair(words.trim().replace(/^[A-Za-z]{0,2}\d{1,3}[\s,，.、:：)）]+(?=\d{2,3}[.°度])/, ''));
  const [one, other] = pair?.map(({ value }) => value) ?? [];
  if (one === undefined || other === undefined || !/\.\d{3}|[°度]/.test(words)) return undefined;
  const [lng, lat] = one > other ? [one, other] : [other, one];
  return lng >= 72 && lng <= 137 && lat >= 3 && lat <= 55 ? [lng, lat] : undefined;
}

/**
 * Reads a text of corners: a line with a name, below it the corners of what it names, line by line, and so on. The boundary's row is
 * that of its name. Nothing when the text is laid out in any other way.
 */
export function cornerTable(lines: readonly Line[], comments: readonly string[], fileName: string): Grid | undefined {
  const groups: { name: Line; corners: Position[] }[] = [];
  const titles: string[] = [];
  for (const line of lines) {
    const corner = cornerOf(line.words);
    const last = groups.at(-1);
    if (corner) {
      if (!last) return undefined;
      last.corners.push(corner);
    } else if (!isName(line.words)) return undefined;
    else {
      // Two lines of words: the upper one is a title.
      if (last?.corners.length === 0) titles.push(...groups.splice(-1).map(({ name }) => name.words.trim()));
      groups.push({ name: line, corners: [] });
    }
  }
  if (groups.length === 0 || groups.some(({ name, corners }) => corners.length < fewestCorners || isTitle(name.words))) return undefined;
  // One name above all may be the list's title.
  if (groups.length === 1 && categoryOfName(groups[0]?.name.words ?? '') === undefined) return undefined;
  const records = groups.map(({ name, corners }): SurveyRecord => {
    const builder = shapeBuilder();
    builder.polygon([corners]);
    const shape = builder.shape();
    return { row: name.row, title: name.words.trim().replace(/[:：]$/, ''), attributes: new Map<string, Cell>(), ...(shape ? { shape } : {}) };
  });
  const about = [...comments, ...titles];
  const reference = referenceIn([...about, fileName], 'list');
  return attributeTable(records, { name: '', about, notices: [text('按拐点读成范围', 'Corners were read as boundaries')], ...(reference ? { reference } : {}) });
}
