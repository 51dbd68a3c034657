import type { FieldDefinition } from '../../schema/fields.js';
import { text } from '../../schema/text.js';
import { horizons, scales, stages } from '../../schema/vocabularies.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import { isBlank, textOf, type Cell } from './cell.js';
import { categoryIn } from './category.js';
import type { Role } from './column-words.js';
import type { ColumnMatch } from './match-columns.js';
import type { Sheet } from './merges.js';
import { parsePair } from './parse-coordinates.js';
import { wordOf } from './parse-words.js';
import type { Table } from './table-shape.js';

const sampleSize = 60;
/** Gives the first cells of a column below the header that hold something. */
export type Sample = (column: number) => readonly Cell[];

/** Samples the columns of a table, each once. */
export function samplerOf(sheet: Sheet, table: Table): Sample {
  const known = new Map<number, Cell[]>();
  return (column) => {
    const found = known.get(column);
    if (found) return found;
    const cells: Cell[] = [];
    for (const row of sheet.grid.rows) {
      if (row.row < table.firstRow || row.row > table.lastRow) continue;
      if (!isBlank(row.cells[column])) cells.push(row.cells[column]);
      if (cells.length >= sampleSize) break;
    }
    known.set(column, cells);
    return cells;
  };
}

/** The share of cells that pass a test; all of none do. */
export const shareOf = (cells: readonly Cell[], test: (words: string) => boolean) => (cells.length === 0 ? 1 : cells.filter((cell) => test(textOf(cell))).length / cells.length);

/** Where the cells of a column contradict its header, what else the column may be. */
function alternative(match: ColumnMatch, cells: readonly Cell[], isFree: (role: Role) => boolean): Role | null | undefined {
  const vocabulary = match.definition?.vocabulary;
  // 项目类型 over 近期, 远期; 推进情况 over 谋划, 已签约: words of a closed list that no other column gives.
  for (const [role, others] of closedLists) {
    for (const [other, list] of others) {
      if (match.role === role && isFree(other) && cells.length >= 3 && shareOf(cells, (words) => wordOf(list, words) !== undefined) >= 0.6) return other;
    }
  }
  if (match.role === '#pair') return cells.length > 0 && shareOf(cells, (words) => parsePair(words) !== undefined || /\d{2}/.test(words)) < 0.2 && shareOf(cells, (words) => /[\u4e00-\u9fff]{3}/.test(words)) > 0.6 ? 'address' : undefined;
  if (match.role === 'category') return shareOf(cells, (words) => categoryIn(words) !== undefined) < 0.4 ? null : undefined;
  if (match.role === 'scale' && vocabulary) return cells.length >= 2 && shareOf(cells, (words) => wordOf(vocabulary, words) !== undefined) < 0.3 ? 'sector' : undefined;
  if (match.role === 'ownership' && vocabulary) return cells.length >= 3 && shareOf(cells, (words) => words.length > 6 || /合作社|公司|某/.test(words)) > 0.6 ? 'owner' : undefined;
  return undefined;
}

/** Fields whose columns may hold the words of another closed list instead. */
const closedLists: readonly (readonly [Role, readonly (readonly [Role, Vocabulary])[]])[] = [['scale', [['horizon', horizons], ['stage', stages]]], ['sector', [['horizon', horizons], ['scale', scales], ['stage', stages]]], ['progress', [['stage', stages]]]];

/** Where two columns could be the status (房屋现状, 使用现状), the one whose words are statuses is. */
function rivals(matches: readonly ColumnMatch[], sample: Sample): ColumnMatch[] {
  const result = matches.slice();
  for (const path of ['status', 'stage', 'ownership']) {
    const at = result.findIndex((match) => match.role === path);
    const { definition, column } = result[at] ?? {};
    const vocabulary = definition?.vocabulary;
    if (!vocabulary || !column) continue;
    const fit = (index: number) => (sample(index).length === 0 ? 0 : shareOf(sample(index), (words) => wordOf(vocabulary, words) !== undefined));
    if (fit(column.index) >= 0.5) continue;
    const better = result.findIndex((match) => match.taken && fit(match.column.index) >= 0.6);
    if (better < 0) continue;
    const [held, rival] = [result[at] as ColumnMatch, result[better] as ColumnMatch];
    result[better] = { ...held, column: rival.column, reason: contentReason };
    result[at] = { column, role: null, score: 0, reason: rival.reason, taken: true };
  }
  return result;
}

/** Said of a column that its cells, not its header, decided. */
export const contentReason = text('按内容判断，不是表头所说的那一栏', 'By its content, not what the header alone suggests');

/** Checks the matched columns against what stands in them. */
export function checkMatches(found: readonly ColumnMatch[], sample: Sample, definitions: readonly FieldDefinition[]): ColumnMatch[] {
  const matches = rivals(found, sample);
  return matches.map((match) => {
    if (!match.role) return match;
    const other = alternative(match, sample(match.column.index), (role) => !matches.some((one) => one.role === role) && definitions.some((entry) => entry.path === role));
    if (other === undefined) return match;
    const free = other !== null && !matches.some((one) => one.role === other);
    const definition = free ? definitions.find((entry) => entry.path === other) : undefined;
    const { definition: _dropped, ...rest } = match;
    return { ...rest, role: definition ? other : null, ...(definition ? { definition } : {}), reason: contentReason };
  });
}
