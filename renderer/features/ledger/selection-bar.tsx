import { useMemo } from 'react';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import type { CellTable } from '../../ui/grid/use-cell-table.js';

interface BarProps {
  readonly checks: { readonly keys: ReadonlySet<string>; readonly clear: () => void };
  readonly table: CellTable;
  readonly readOnly: boolean;
  readonly onChange: (ids: readonly string[]) => void;
  readonly onRemove: (ids: readonly string[]) => void;
}

/** What can be done with several rows at once: those with their boxes ticked, else those of the range. Says the keys when nothing is chosen. */
export function SelectionBar({ checks, table, readOnly, onChange, onRemove }: BarProps) {
  const say = useSay();
  const { block, sheet } = table;
  const rows = checks.keys.size > 0 ? checks.keys.size : block && block.bottom > block.top ? block.bottom - block.top + 1 : 0;
  const ids = useMemo(() => () => (checks.keys.size > 0 ? [...checks.keys] : Array.from({ length: block ? block.bottom - block.top + 1 : 0 }, (_, at) => sheet.recordAt((block?.top ?? 0) + at)?.id ?? '').filter(Boolean)), [checks.keys, block, sheet]);
  if (rows === 0) return <span className="ledger-keys">{readOnly ? say('只能看，不能改', 'Read only') : say('直接打字或按 F2 改格 · 空格看表单 · Ctrl+C / V 与 Excel 互贴 · Ctrl+D 向下填充', 'Type or F2 edits · Space opens the form · Ctrl+C / V with Excel · Ctrl+D fills down')}</span>;
  return (
    <span className="ledger-chosen">
      <span>{checks.keys.size > 0 ? say('已勾选', 'Ticked') : say('选中', 'Chosen')} <b>{rows.toLocaleString('en-US')}</b> {say('宗', '')}</span>
      <Button small icon="edit" isDisabled={readOnly} onPress={() => onChange(ids())}>{say('批量修改', 'Change together')}</Button>
      {checks.keys.size > 0 && <Button small tone="quiet" icon="remove" isDisabled={readOnly} onPress={() => onRemove(ids())}>{say('删除', 'Remove')}</Button>}
      {checks.keys.size > 0 && <Button small tone="quiet" icon="close" onPress={checks.clear}>{say('取消勾选', 'Untick all')}</Button>}
    </span>
  );
}
