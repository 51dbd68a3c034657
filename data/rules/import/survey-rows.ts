import { text } from '../../schema/text.js';
import { isBlank, oneLine, plain, textOf, type Cell } from './cell.js';
import type { Role } from './column-words.js';
import type { ColumnMatch } from './match-columns.js';
import { skippedReasons, type RowKind } from './row-kinds.js';
import type { Shape, Survey } from './survey.js';

/** Roles that tell nothing of the thing itself. */
const idle = new Set<Role>(['name', 'notes', '#sequence', '#ignored', '#datum', '#lng', '#lat', '#pair', '#area-unit', 'detail.elevation']);

/** How many facts a row states besides its name, remarks and place. */
export const factsOf = (matches: readonly ColumnMatch[], cells: readonly Cell[]) => matches.filter(({ role, column }) => role !== null && !idle.has(role) && !isBlank(cells[column.index])).length;

export const surveyRefusals = {
  line: { kind: 'refused', code: 'not_an_asset', reason: text('线状图形，不是资产', 'A line, no asset') },
  nameless: { kind: 'refused', code: 'missing_name', reason: text('既无编号也无名称，无法识别', 'Neither code nor name; it cannot be told which record this is') },
  shapeless: { kind: 'refused', code: 'no_geometry', reason: text('没有图形，除名称外也没有内容', 'Nothing is drawn, and it says nothing but a name') },
} as const;

/** Decides what a record of a survey file is. Nothing in it is a section or a header. */
export function surveyRowKind(cells: readonly Cell[], places: ReadonlyMap<Role, number>, matches: readonly ColumnMatch[], shape: Shape | undefined, survey: Survey): RowKind {
  const wordsOf = (role: Role) => {
    const index = places.get(role);
    return index === undefined || isBlank(cells[index]) ? '' : oneLine(textOf(cells[index]));
  };
  const [name, code] = [wordsOf('name'), wordsOf('code')];
  if (shape && shape.lines > 0 && shape.points.length === 0 && shape.polygons.length === 0) return surveyRefusals.line;
  if (survey.kind === 'layer' && !shape && !code && /^(?:合计|小计|总计)$/.test(plain(name))) return { kind: 'skipped', reason: skippedReasons.total };
  const isMade = !places.has('name') && !places.has('code') && (wordsOf('owner') || wordsOf('address'));
  if (!name && !code && !isMade) return surveyRefusals.nameless;
  if (survey.kind === 'layer' && !drawsSomething(shape) && !code && factsOf(matches, cells) === 0) return surveyRefusals.shapeless;
  return { kind: 'record' };
}

export const drawsSomething = (shape: Shape | undefined) => shape !== undefined && (shape.points.length > 0 || shape.polygons.length > 0 || shape.broken === true);
