import { useMemo } from 'react';
import { ledgerTable, projectTable } from '../../../data/rules/export/table-model.js';
import { useProgram } from '../../state/program-store.js';
import { useSay } from '../../state/language.js';
import type { TableChoice, TableKind } from './table-options.js';
import './table-sketch.css';

/** Rows drawn as strokes of a brush: their lengths, as shares of the cell. */
const strokes = [[0.8, 0.55], [0.6, 0.7], [0.9, 0.4], [0.5, 0.6], [0.75, 0.5], [0.65, 0.8], [0.85, 0.45], [0.55, 0.6], [0.7, 0.5]] as const;

/** What the file will look like: its title, marks and every column, before it is made. */
export function TableSketch({ kind, choice, columns }: { kind: TableKind; choice: TableChoice; columns?: readonly string[] | undefined }) {
  const say = useSay();
  const overview = useProgram((state) => state.overview);
  const head = useMemo(() => {
    if (!overview) return null;
    const { name, publicContact } = overview.profile;
    const occasion = { language: choice.language, internal: choice.audience === 'internal', today: overview.today, township: { name, sample: overview.sample, publicContact }, ...(columns ? { layout: { columns } } : {}), ...(choice.since ? { marks: { since: choice.since, of: new Map(), removed: [], nameOf: () => '' } } : {}) };
    return (kind === 'ledger' ? ledgerTable([], occasion) : projectTable([], new Map(), occasion)).head;
  }, [overview, kind, choice.language, choice.audience, choice.since, columns]);
  if (!head) return <div className="outputs-sketch" />;
  return (
    <figure className="outputs-sketch" aria-label={say(`样张：${head.columns.length} 列`, `Sketch: ${head.columns.length} columns`)} lang={choice.language}>
      <div className="outputs-sheet" data-theme="light">
        <div className="outputs-marks">{head.marks.map((mark) => <span key={mark} className={head.internal ? 'outputs-internal' : ''}>{mark}</span>)}</div>
        <h3>{head.title}</h3>
        <p><span>{head.unitLine}</span><span>{head.dateLine}</span></p>
        <div className="outputs-columns" tabIndex={0} role="group" aria-label={say('栏目', 'Columns')}>
          <table>
            <thead>
              <tr>{groupCells(head.groups, head.columns.length).map((cell) => <th key={cell.from} colSpan={cell.span} scope="colgroup">{cell.label}</th>)}</tr>
              <tr>{head.columns.map((column) => <th key={column.key} scope="col">{column.label}</th>)}</tr>
            </thead>
            <tbody aria-hidden="true">
              {strokes.map(([long, short], row) => <tr key={row}>{head.columns.map((column, at) => <td key={column.key}><i style={{ width: `${100 * ((at + row) % 2 ? short : long)}%` }} className={column.summed ? 'outputs-right' : ''} /></td>)}</tr>)}
            </tbody>
          </table>
        </div>
      </div>
    </figure>
  );
}

/** The header over groups of columns, with empty cells where there is no group. */
function groupCells(groups: readonly { readonly label: string; readonly from: number; readonly to: number }[], count: number): { from: number; span: number; label: string }[] {
  const cells: { from: number; span: number; label: string }[] = [];
  let next = 0;
  for (const group of groups) {
    if (group.from > next) cells.push({ from: next, span: group.from - next, label: '' });
    cells.push({ from: group.from, span: group.to - group.from + 1, label: group.label });
    next = group.to + 1;
  }
  if (next < count) cells.push({ from: next, span: count - next, label: '' });
  return cells;
}
