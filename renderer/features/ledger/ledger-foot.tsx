import { useDeferredValue, useMemo, useState } from 'react';
import { formatNumber, isMeasuredInMu, squareMetresPerMu } from '../../../data/rules/format.js';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import type { DeskEntry } from '../../state/index-entries.js';
import { useSay, type Say } from '../../state/language.js';
import { isFigure } from './ledger-columns.js';

/** What the foot says of a column of figures. */
export type FootKind = 'sum' | 'mean' | 'count';
const kinds: readonly FootKind[] = ['sum', 'mean', 'count'];

/** The figures of one column over some rows; areas in ㎡, and whether most of them are land that is measured in 亩. */
export interface ColumnFigures { readonly sum: number; readonly count: number; readonly inMu: boolean }
export function figuresOf(entries: readonly DeskEntry[], rows: readonly number[], at: number, entry: Pick<FieldDefinition, 'kind' | 'path'>): ColumnFigures {
  let [sum, count, land] = [0, 0, 0];
  for (const row of rows) {
    const one = entries[row] as DeskEntry;
    const value = one.cells[at];
    if (typeof value !== 'number') continue;
    sum += value;
    count += 1;
    if (isMeasuredInMu(one.category)) land += value;
  }
  return { sum, count, inMu: entry.kind === 'area' && entry.path !== 'floorArea' && count > 0 && land * 2 >= sum };
}

function words({ sum, count, inMu }: ColumnFigures, kind: FootKind, entry: FieldDefinition, say: Say): string {
  if (kind === 'count') return formatNumber(count);
  const value = kind === 'sum' ? sum : sum / count;
  if (entry.kind !== 'area') return formatNumber(value, kind === 'sum' ? 2 : 1);
  return inMu ? `${formatNumber(value / squareMetresPerMu, 1)} ${say('亩', 'mu')}` : `${formatNumber(value, kind === 'sum' ? 0 : 1)} ㎡`;
}

/** The foot of the table: sum, mean or count of every column of figures over the rows found; a press on its head turns from one to the next. */
export function useLedgerFoot(entries: readonly DeskEntry[], rows: readonly number[], fields: readonly FieldDefinition[], paths: readonly string[]) {
  const say = useSay();
  const [kind, setKind] = useState<FootKind>('sum');
  // Sums may come a moment after the cell that changes them.
  const settled = useDeferredValue(entries);
  const figures = useMemo(() => fields.flatMap((entry) => {
    const at = paths.indexOf(entry.path);
    return isFigure(entry) && entry.unit?.zh !== '年' && at >= 0 && settled.length === entries.length ? [{ entry, figures: figuresOf(settled, rows, at, entry) }] : [];
    // The number of entries alone says whether rows and entries belong together.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }), [settled, rows, fields, paths]);
  const sums = useMemo(() => Object.fromEntries(figures.filter((one) => one.figures.count > 0).map((one) => [one.entry.path, words(one.figures, kind, one.entry, say)])), [figures, kind, say]);
  const names: Record<FootKind, string> = { sum: say('合计', 'Total'), mean: say('平均', 'Mean'), count: say('计数', 'Count') };
  const next = kinds[(kinds.indexOf(kind) + 1) % kinds.length] as FootKind;
  const label = (
    <button type="button" className="ledger-foot-kind" title={say(`换成${names[next]}`, `Turn to ${names[next].toLowerCase()}`)} onClick={() => setKind(next)}>
      <b>{names[kind]}</b><small className="figures">{say(`${formatNumber(rows.length)} 宗`, formatNumber(rows.length))}</small>
    </button>
  );
  return { label, sums };
}
