import { memo, type MouseEvent } from 'react';
import type { Block, CellAt } from './cell-range.js';
import { boxOf } from './grid-geometry.js';

interface MarksProps {
  readonly edges: readonly number[];
  readonly block: Block | null;
  readonly cursor: CellAt | null;
  readonly copied: Block | null;
  /** What a pull of the handle would fill. */
  readonly filling: Block | null;
  /** Pulls at the corner of the range; absent where nothing is edited. */
  readonly onPull?: ((event: MouseEvent) => void) | undefined;
  /** Of the frozen sheet: only so many columns are in it. */
  readonly frozen?: number;
  /** Of the rows beneath that sheet: so many columns are covered by it. */
  readonly covered?: number;
}

/** The range, the cursor, what is copied and what would be filled: boxes over the cells, so that moving them draws no cell anew. */
export const GridMarks = memo(function GridMarks({ edges, block, cursor, copied, filling, onPull, frozen, covered = 0 }: MarksProps) {
  const cut = (one: Block): Block | null => (frozen === undefined ? one : one.left >= frozen ? null : { ...one, right: Math.min(one.right, frozen - 1) });
  const box = (one: Block | null, name: string) => { const shown = one && cut(one); return shown && <div className={name} aria-hidden="true" style={boxOf(shown, edges)} />; };
  const one = cursor && { top: cursor.row, bottom: cursor.row, left: cursor.column, right: cursor.column };
  const many = block && (block.top !== block.bottom || block.left !== block.right);
  const corner = block && cut(block);
  const handle = corner && onPull && corner.right === block?.right && corner.right >= covered ? boxOf(corner, edges) : null;
  return (
    <>
      {many && box(block, 'grid-range')}
      {box(copied, 'grid-copied')}
      {box(filling, 'grid-filling')}
      {box(one, 'grid-cursor')}
      {handle && <div className="grid-handle" aria-hidden="true" style={{ left: handle.left + handle.width - 5, top: handle.top + handle.height - 5 }} onMouseDown={onPull} />}
    </>
  );
});
