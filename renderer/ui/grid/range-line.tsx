import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { formatNumber, squareMetresPerMu } from '../../../data/rules/format.js';
import { useSay } from '../../state/language.js';
import { isOneCell } from './cell-range.js';
import { sumBlock } from './range-sums.js';
import type { CellTable } from './use-cell-table.js';

/** More chosen cells than this are not added up while the range is being pulled. */
const mostSummed = 3_000_000;

/** The line under a table: what the chosen cells add up to, as a spreadsheet says it; other words stand at its left. */
export function RangeLine({ table, children }: { table: Pick<CellTable, 'block' | 'sheet'>; children?: ReactNode }) {
  const say = useSay();
  const block = useDeferredValue(table.block);
  const { sheet } = table;
  const sums = useMemo(() => {
    if (!block || isOneCell(block) || block.bottom >= sheet.rows || block.right >= sheet.columns) return null;
    return (block.bottom - block.top + 1) * (block.right - block.left + 1) > mostSummed ? null : sumBlock(sheet, block);
  }, [block, sheet]);
  const amount = (value: number) => (sums?.areas === 'all' ? (sums.inMu ? `${formatNumber(value / squareMetresPerMu, 1)} ${say('亩', 'mu')}` : `${formatNumber(value, 1)} ㎡`) : formatNumber(value, 2));
  const figure = (label: string, value: string) => <span>{label} <b>{value}</b></span>;
  return (
    <div className="grid-line">
      {children}
      <span className="spacer" />
      {sums && block && (
        <div className="grid-line-sums" role="status" data-testid="range-sums">
          {figure(say('选中', 'Chosen'), `${formatNumber(block.bottom - block.top + 1)} × ${block.right - block.left + 1}`)}
          {sums.figures > 0 && sums.areas !== 'some' && figure(say('平均', 'Mean'), amount(sums.sum / sums.figures))}
          {figure(say('计数', 'Count'), formatNumber(sums.filled))}
          {sums.figures > 0 && sums.areas !== 'some' && figure(say('求和', 'Sum'), amount(sums.sum))}
        </div>
      )}
    </div>
  );
}
