import { useMemo, useState } from 'react';
import type { ImportColumn, ImportSheet } from '../../../../data/schema/import-plan.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Icon } from '../../../ui/icon.js';
import { Select } from '../../../ui/select.js';
import { columnConcern, columnConcerns, sheetsOf, type PlacedSheet } from './concerns.js';
import { choiceOf, roleOf, withColumnChoices, withRole, withoutColumnChoices } from './import-choices.js';
import { RoleChoice } from './role-choice.js';
import { isOwnRole, roleOptions } from './role-options.js';
import { SheetRail, sheetKey } from './sheet-rail.js';
import type { Import } from './use-import.js';
import type { Planned } from './use-plan.js';

/** Column by column what was found and what it is read as; what is doubtful stands first. */
export function StepColumns({ task, planned }: { task: Import; planned: Planned }) {
  const say = useSay();
  const sheets = sheetsOf(planned.plan, task.choices).filter(({ sheet }) => sheet.noun !== null && sheet.columns.length > 0);
  const [wanted, setWanted] = useState<string | null>(null);
  const at = sheets.find((placed) => sheetKey(placed) === wanted) ?? sheets.find(({ sheet }) => columnConcerns(sheet) > 0) ?? sheets[0];
  if (!at) return <EmptyState title={say('没有要对的列', 'No columns to match')}>{say('没有一张表会被导入；可回到「表格」改。', 'No table is to be imported; go back to Tables to change that.')}</EmptyState>;
  return (
    <div className="import-split">
      <SheetRail sheets={sheets} at={sheetKey(at)} onChoose={setWanted} countOf={columnConcerns} countWords={(count) => say(`${count} 列待看`, `${count} to look at`)} />
      <ColumnTable key={sheetKey(at)} placed={at} proposed={planned.proposal.files[at.file]?.sheets.find((sheet) => sheet.name === at.sheet.name)} task={task} />
    </div>
  );
}

function ColumnTable({ placed, proposed, task }: { placed: PlacedSheet; proposed: ImportSheet | undefined; task: Import }) {
  const say = useSay();
  const { file, sheet } = placed;
  const noun = sheet.noun ?? 'asset';
  const options = useMemo(() => roleOptions(noun, sheet.category), [noun, sheet.category]);
  const own = choiceOf(task.choices, file, sheet.name)?.columns ?? {};
  // The order is the proposal's, so that a line does not jump away when it has been settled.
  const concernOf = (column: ImportColumn) => { const first = proposed?.columns.find((entry) => entry.column === column.column); return columnConcern(first ?? column); };
  const first = sheet.columns.filter((column) => concernOf(column) !== null);
  const rest = sheet.columns.filter((column) => concernOf(column) === null);
  const takenBy = (role: string) => sheet.columns.find((column) => roleOf(column) === role)?.column;
  const line = (column: ImportColumn) => (
    <ColumnLine key={column.column} column={column} noun={noun} options={options} takenBy={takenBy} changed={own[column.column] !== undefined} concern={columnConcern(column)}
      onRole={(role) => task.decide(withRole(task.choices, file, sheet, proposed, column.column, role))}
      onUnit={(unit) => task.decide(withColumnChoices(task.choices, file, sheet.name, { [column.column]: { ...own[column.column], unit } }))}
      onReset={() => task.decide(withColumnChoices(task.choices, file, sheet.name, { [column.column]: undefined }))} />
  );
  return (
    <section className="import-columns" aria-label={sheet.name || placed.fileName}>
      <header>
        <h3>{sheet.name || placed.fileName}</h3>
        <span className="soft">{say(`${sheet.columns.length} 列`, `${sheet.columns.length} columns`)}</span>
        {sheet.remembered && <span className="tag import-remembered"><Icon name="history" size={14} />{say('按上次的对应', 'As last time')}</span>}
        <span className="spacer" />
        {Object.keys(own).length > 0 && <Button small icon="undo" onPress={() => task.decide(withoutColumnChoices(task.choices, file, sheet.name))}>{say('恢复程序的判断', 'Back to the proposal')}</Button>}
      </header>
      <div className="import-scroll">
        <table>
          <thead><tr><th>{say('列', 'Col.')}</th><th>{say('表头与例子', 'Header and examples')}</th><th>{say('读作', 'Read as')}</th><th>{say('单位', 'Unit')}</th><th>{say('依据', 'Because')}</th></tr></thead>
          {first.length > 0 && <tbody><tr className="import-columns-group"><th colSpan={5}>{say(`先看这 ${first.length} 列`, `Look at these ${first.length} first`)}</th></tr>{first.map(line)}</tbody>}
          {rest.length > 0 && <tbody>{first.length > 0 && <tr className="import-columns-group import-columns-rest"><th colSpan={5}>{say(`其余 ${rest.length} 列`, `The other ${rest.length}`)}</th></tr>}{rest.map(line)}</tbody>}
        </table>
      </div>
    </section>
  );
}

function ColumnLine({ column, noun, options, takenBy, changed, concern, onRole, onUnit, onReset }: {
  column: ImportColumn; noun: 'asset' | 'project'; options: Parameters<typeof RoleChoice>[0]['options']; takenBy: (role: string) => string | undefined; changed: boolean; concern: 'unread' | 'doubtful' | null;
  onRole: (role: string | null) => void; onUnit: (unit: string) => void; onReset: () => void;
}) {
  const say = useSay();
  const role = roleOf(column);
  const header = column.header || say('（没有表头）', '(no header)');
  const examples = (column.examples ?? []).filter((words) => words.trim() !== '');
  const units = column.units ?? [];
  return (
    <tr className={[changed ? 'import-column-changed' : '', concern ? 'import-column-open' : '', role === null || isOwnRole(role) ? 'import-column-out' : ''].filter(Boolean).join(' ')}>
      <td className="import-letter figures">{column.column}</td>
      <td className="import-header"><b>{header}</b>{examples.length > 0 && <span>{examples.slice(0, 3).map((words, index) => <q key={index}>{words}</q>)}</span>}</td>
      <td className="import-read"><RoleChoice column={header} role={role} noun={noun} options={options} takenBy={takenBy} onChange={onRole} /></td>
      <td className="import-unit">{role !== null && (units.length > 1
        ? <Select label={say(`「${header}」的单位`, `Unit of “${header}”`)} value={column.unit ?? null} placeholder={say('选单位', 'Unit')} options={units.map((unit) => ({ value: unit, label: unit }))} onChange={onUnit} />
        : column.unit && <span className="soft">{column.unit}</span>)}</td>
      <td className="import-because">
        <span>{changed ? say('您改的', 'You changed this') : say(column.reason)}</span>
        {changed && <Button tone="quiet" small icon="undo" label={say(`「${header}」恢复原来的判断`, `Undo the change of “${header}”`)} onPress={onReset} />}
      </td>
    </tr>
  );
}
