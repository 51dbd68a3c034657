import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { keptOutput, useOutput } from '../../state/use-output.js';
import type { IconName } from '../../ui/icon.js';
import { idsOfView } from '../../ui/ledger-rows.js';
import { OutputRow } from '../../ui/output-row.js';
import { Select } from '../../ui/select.js';
import { firstTableChoice, TableOptions, tableRequest, type TableKind } from '../../ui/tables/table-options.js';
import { TableSketch } from '../../ui/tables/table-sketch.js';
import { OutputFrame } from './output-frame.js';

/** The office's own layout, among the names of saved views. */
const office = ' ';

/** One kind of table that can be taken away: in the office's layout, or the ledger as a saved view shows it. */
export function TableCard({ kind, icon, title, words, count }: { kind: TableKind; icon: IconName; title: string; words: string; count: string }) {
  const say = useSay();
  const habit = useProgram((state) => state.settings.outputs[kind]);
  const views = useProgram((state) => state.settings.views);
  const entries = useProgram((state) => state.deskEntries);
  const paths = useProgram((state) => state.deskPaths);
  const desk = useOutput({ ...firstTableChoice(say.language), ...habit }, keptOutput(kind));
  const { choice, choose } = desk;
  // A view that was removed meanwhile is not asked for.
  const view = kind === 'ledger' ? views.find(({ name }) => name === choice.view) : undefined;
  const make = () => desk.make(tableRequest(kind, choice, view ? { ids: idsOfView(view, entries ?? [], paths, say.language), ...(view.columns ? { columns: view.columns } : {}) } : {}));
  return (
    <OutputFrame kind={kind} icon={icon} title={title} words={words} count={count} desk={desk} onMake={make} isDisabled={view !== undefined && entries === null}
      sketch={<TableSketch kind={kind} choice={choice} columns={view?.columns} />}>
      {kind === 'ledger' && views.length > 0 && (
        <div className="output-options">
          <OutputRow label={say('版式', 'Layout')} words={view ? say('栏目、行和次序照这个视图。', 'Columns, rows and order as in this view.') : say('办公室通用的一套栏目，全部资产。', 'The columns that offices use, and all assets.')}>
            <Select label={say('版式', 'Layout')} className="output-select" value={view?.name ?? office} onChange={(name) => choose({ view: name === office ? undefined : name })} options={[{ value: office, label: say('标准版式', 'Office layout') }, ...views.map(({ name }) => ({ value: name, label: say(`视图「${name}」`, `View “${name}”`) }))]} />
          </OutputRow>
        </div>
      )}
      <TableOptions kind={kind} choice={choice} onChange={choose} />
    </OutputFrame>
  );
}
