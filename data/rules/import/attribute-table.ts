import type { Text } from '../../schema/text.js';
import { plain, type Cell, type Grid, type GridRow } from './cell.js';
import { columnWords } from './column-words.js';
import { latinWordsFor } from './latin-words.js';
import type { Reference, Shape } from './survey.js';

/** One record of a survey file: what it says by the names of its attributes, and what it draws. */
export interface SurveyRecord {
  readonly row: number;
  /** The record's own title, where its format has one (the name of a placemark). */
  readonly title?: string;
  readonly attributes: ReadonlyMap<string, Cell>;
  readonly shape?: Shape;
  readonly folders?: readonly string[];
}
export interface LayerFacts { readonly name: string; readonly reference?: Reference; readonly about?: readonly string[]; readonly notices?: readonly Text[] }

const titleHeader = '名称';
/** The most attributes that are kept; no form has so many. */
const widest = 512;
const isNameWord = (key: string) => [...(columnWords.asset.get(plain(key)) ?? []), ...latinWordsFor(key, 'asset')].some((entry) => entry.role === 'name');
/** The one field in words or of a closed list that a key names by itself; numbers may be in other units under another name. */
function plainRole(key: string): string | undefined {
  const entries = columnWords.asset.get(plain(key)) ?? [];
  const [only] = entries;
  return entries.length === 1 && only?.definition && ['choice', 'choices', 'text', 'long-text', 'date'].includes(only.definition.kind) ? only.role : undefined;
}
const wordsOf = (cell: Cell) => (typeof cell === 'string' ? cell.trim() : cell === undefined ? '' : String(typeof cell === 'object' ? cell.date : cell));

/**
 * Puts the records of a layer into a table whose header, in row 0, is made of the attributes' names, in the order they come.
 * A title that only numbers the records, or says again what an attribute says, is left out when an attribute names them.
 */
export function attributeTable(records: readonly SurveyRecord[], facts: LayerFacts): Grid {
  // 面积（亩） and 面积(亩) are one column.
  const columns = new Map<string, number>();
  const headers: string[] = [];
  const columnOf = (key: string) => columns.get(plain(key));
  const open = (key: string) => {
    if (columns.has(plain(key)) || headers.length >= widest) return;
    const alias = aliasOf(key);
    if (alias !== undefined) { columns.set(plain(key), alias); return; }
    columns.set(plain(key), headers.length);
    headers.push(key);
  };
  /** The column of another word for the same thing, where no record says both: 现状 in one balloon is 状态 in the next. */
  const aliasOf = (key: string): number | undefined => {
    const role = plainRole(key);
    const other = role && headers.find((header) => plainRole(header) === role);
    return other === undefined || other === '' || records.some(({ attributes }) => attributes.has(key) && attributes.has(other)) ? undefined : columnOf(other);
  };
  const titled = records.some((record) => record.title) && !isTitleIdle(records);
  if (titled) open(titleHeader);
  for (const { attributes } of records) for (const key of attributes.keys()) open(key);
  const rows: GridRow[] = [{ row: 0, cells: headers }];
  const shapes = new Map<number, Shape>();
  const folders = new Map<number, readonly string[]>();
  for (const record of records) {
    const cells = new Array<Cell>(headers.length).fill(undefined);
    for (const [key, value] of record.attributes) {
      const column = columnOf(key);
      if (column !== undefined) cells[column] ??= value;
    }
    if (titled && record.title) cells[0] = record.title;
    rows.push({ row: record.row, cells });
    if (record.shape) shapes.set(record.row, record.shape);
    if (record.folders && record.folders.length > 0) folders.set(record.row, record.folders);
  }
  return {
    name: facts.name, hidden: false, rows, merges: [],
    survey: { kind: 'layer', shapes, folders, about: facts.about ?? [], notices: facts.notices ?? [], ...(facts.reference ? { reference: facts.reference } : {}) },
  };
}

function isTitleIdle(records: readonly SurveyRecord[]): boolean {
  const named = [...new Set(records.flatMap((record) => [...record.attributes.keys()]))].find(isNameWord);
  if (!named || named === titleHeader) return false;
  const titles = records.filter((record) => record.title && wordsOf(record.attributes.get(named)));
  const idle = titles.filter(({ title, attributes }) => /^[\d.\s#-]*$/.test(title as string) || [...attributes.values()].some((value) => wordsOf(value) === title));
  return titles.length > 0 && idle.length >= titles.length * 0.8;
}
