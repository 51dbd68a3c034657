import type { MergeRow, MergeRowCell } from '../../../data/contract/exchange.js';
import { bilingual } from '../../../data/rules/export/shown-text.js';
import type { Carried } from '../../../data/rules/merge/carried.js';
import type { PlannedMerge } from '../../../data/rules/merge/plan-record.js';
import { questionsOf } from '../../../data/rules/merge/settle-merge.js';
import type { Text } from '../../../data/schema/text.js';

const wordsOf = (value: unknown) => (typeof value === 'string' ? value : typeof value === 'object' && value !== null ? bilingual(value as Partial<Text>, 'zh') : '');
const given = <K extends string>(key: K, value: unknown) => (typeof value === 'string' && value !== '' ? { [key]: value } as Record<K, string> : {});

/** A planned record as a page shows it: what it is called, and the fields in which the two desks differ. */
export function mergeRowOf(plan: PlannedMerge): MergeRow {
  const { kind, noun, id, held, theirs, double } = plan;
  const known = (held ?? theirs ?? {}) as Carried;
  const asked = new Set(questionsOf(plan));
  return {
    noun, id, kind, name: wordsOf(known['name']), ...given('code', known['code']), ...given('village', known['village']), ...given('category', known['category']),
    ...(kind === 'removal' ? { removedBy: held ? 'theirs' as const : 'mine' as const } : {}),
    ...(double && theirs ? { double: { id: double.id, name: wordsOf(theirs['name']), ...given('code', theirs['code']), ...given('village', theirs['village']), reason: double.reason } } : {}),
    cells: plan.cells.filter((cell) => cell.isShown).map((cell): MergeRowCell => {
      const at = (part: Carried) => part[cell.path];
      return { path: cell.path, state: cell.state, asked: asked.has(cell), ...(at(cell.base) === undefined ? {} : { base: at(cell.base) }), ...(at(cell.mine) === undefined ? {} : { mine: at(cell.mine) }), ...(at(cell.theirs) === undefined ? {} : { theirs: at(cell.theirs) }), ...(at(cell.value) === undefined ? {} : { value: at(cell.value) }) };
    }),
  };
}
