import { useState } from 'react';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { keptOutput, useOutput } from '../../state/use-output.js';
import { Button } from '../button.js';
import { Modal } from '../modal.js';
import { OutputRow } from '../output-row.js';
import { OutputRun } from '../output-run.js';
import { Segmented } from '../segmented.js';
import { firstTableChoice, TableOptions, tableRequest, type TableKind } from './table-options.js';
import { TableSketch } from './table-sketch.js';

/**
 * Writes exactly the rows on screen, in the order on screen, to a file: with the columns as they stand there, or in the office's own layout.
 * `group` is the grouping on screen. Printing is the same, with PDF chosen.
 */
export function TableExportDialog({ kind, ids, columns, group, printing = false, onClose }: {
  kind: TableKind; ids: readonly string[]; columns: readonly string[]; group: string; printing?: boolean; onClose: () => void;
}) {
  const say = useSay();
  const habit = useProgram((state) => state.settings.outputs[kind]);
  const [layout, setLayout] = useState<'screen' | 'office'>('screen');
  const { choice, work, running, choose, clear, make, cancel } = useOutput(
    { ...firstTableChoice(say.language), ...habit, ...(printing ? { format: 'pdf' as const } : {}), group },
    // How the page was grouped, and that something was printed, is of this moment: the card goes on as it was.
    (made) => keptOutput(kind)({ ...made, group: habit?.group, ...(printing ? { format: habit?.format ?? 'xlsx' } : {}) }));
  const shown = layout === 'screen' ? { columns } : {};
  const count = ids.length;
  const title = kind === 'projects' ? (printing ? say('打印项目一张表', 'Print the project table') : say('导出项目一张表', 'Export the project table')) : printing ? say('打印资产一本账', 'Print the ledger') : say('导出资产一本账', 'Export the ledger');
  return (
    <Modal title={title} width={820} onClose={onClose}
      foot={<><span className="soft">{say(`共 ${count} ${kind === 'projects' ? '个项目' : '宗资产'}，与屏幕上的行和顺序一致。`, `${count} ${kind === 'projects' ? 'projects' : 'assets'}, in the rows and order on screen.`)}</span><span className="spacer" /><Button onPress={onClose}>{say('关闭', 'Close')}</Button>
        <Button tone="primary" icon={printing ? 'print' : 'export'} isDisabled={running || count === 0} onPress={() => make(tableRequest(kind, choice, { ids, ...shown }))}>{work.at === 'done' ? say('再生成一次', 'Make it again') : say('生成', 'Make the file')}</Button></>}>
      <div className="tables-dialog">
        <TableSketch kind={kind} choice={choice} columns={layout === 'screen' ? columns : undefined} />
        <div className="output-options">
          <OutputRow label={say('栏目', 'Columns')} words={layout === 'screen' ? say('栏目和次序照屏幕上的表。', 'Columns and their order as in the table on screen.') : say('办公室通用的一套栏目和次序。', 'The columns and order that offices use.')}>
            <Segmented label={say('栏目', 'Columns')} value={layout} onChange={(value) => { setLayout(value); clear(); }} options={[{ value: 'screen', label: say('同屏幕', 'As on screen') }, { value: 'office', label: say('标准版式', 'Office layout') }]} />
          </OutputRow>
        </div>
        <TableOptions kind={kind} choice={choice} onChange={choose} />
        <OutputRun work={work} onCancel={cancel} />
      </div>
    </Modal>
  );
}
