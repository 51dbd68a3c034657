import { formatNumber } from '../../../../data/rules/format.js';
import type { ImportSheet } from '../../../../data/schema/import-plan.js';
import { categories, type Category } from '../../../../data/schema/vocabularies.js';
import { useSay } from '../../../state/language.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Icon } from '../../../ui/icon.js';
import { Segmented } from '../../../ui/segmented.js';
import { Select } from '../../../ui/select.js';
import { isCategoryOpen, sheetsOf, type PlacedSheet } from './concerns.js';
import { withSheetChoice } from './import-choices.js';
import type { Import } from './use-import.js';
import type { Planned } from './use-plan.js';

/** Every sheet and layer that was found: what it is read as, and which rows of it are no records. */
export function StepTables({ task, planned }: { task: Import; planned: Planned }) {
  const say = useSay();
  const all = sheetsOf(planned.plan, task.choices);
  const files = planned.plan.files.map((file, index) => ({ name: file.file, index, sheets: all.filter((sheet) => sheet.file === index) })).filter(({ sheets }) => sheets.length > 0);
  if (files.length === 0) return <EmptyState title={say('没有表格', 'No tables')}>{say('这些文件里没有表格或图层。', 'There is no table or layer in these files.')}</EmptyState>;
  return (
    <div className="import-scroll">
      <div className="import-tables">
        {files.map(({ name, index, sheets }) => (
          <section key={index} aria-label={name}>
            <h3>{name}<small>{planned.plan.files[index]?.format}</small></h3>
            <ul>{inOrder(sheets).map((placed) => <TableLine key={placed.sheet.name} placed={placed} proposed={planned.proposal.files[index]?.sheets.find((sheet) => sheet.name === placed.sheet.name)} task={task} alone={sheets.length === 1} />)}</ul>
          </section>
        ))}
      </div>
    </div>
  );
}

const byRow = 'by-row';
/** What is read stands before what is left out, each in the file's order. */
const inOrder = (sheets: readonly PlacedSheet[]) => sheets.toSorted((one, other) => Number(one.sheet.noun === null && one.sheet.columns.length === 0) - Number(other.sheet.noun === null && other.sheet.columns.length === 0));

/** In which rows the header stands; a list of features has none. */
function headerWords({ headerRows }: ImportSheet, say: ReturnType<typeof useSay>): string {
  if (!headerRows || headerRows[1] < 1) return '—';
  const [first, last] = headerRows;
  return first === last ? say(`第 ${first} 行`, `row ${first}`) : say(`第 ${first}–${last} 行`, `rows ${first}–${last}`);
}

function TableLine({ placed, proposed, task, alone }: { placed: PlacedSheet; proposed: ImportSheet | undefined; task: Import; alone: boolean }) {
  const say = useSay();
  const { file, sheet } = placed;
  const put = (patch: Parameters<typeof withSheetChoice>[3]) => task.decide(withSheetChoice(task.choices, file, sheet.name, patch));
  const noun = sheet.noun ?? 'none';
  const open = isCategoryOpen(sheet);
  const title = sheet.name || say('整个文件', 'The whole file');
  // What has neither header nor columns cannot be read as anything.
  const readable = sheet.noun !== null || sheet.columns.length > 0;
  return (
    <li className={`import-table ${sheet.noun === null ? 'import-table-out' : ''}`}>
      <div className="import-table-what">
        <p>
          <b>{alone && !sheet.name ? say('整个文件', 'The whole file') : title}</b>
          {sheet.remembered && <span className="tag import-remembered"><Icon name="history" size={14} />{say('按上次的对应', 'As last time')}</span>}
          {placed.changed && <span className="tag import-changed">{say('已改', 'Changed')}</span>}
          {open && <span className="tag tag-warn">{say('请定类别', 'Category?')}</span>}
        </p>
        <p className="soft">{say(sheet.reason)}</p>
        {sheet.skippedRows.length > 0 && (
          <details>
            <summary>{say(`跳过 ${sheet.skippedRows.length} 行`, `${sheet.skippedRows.length} rows passed over`)}</summary>
            <ol>{sheet.skippedRows.map((row, index) => <li key={index}><span className="figures">{say(`第 ${row.row} 行`, `Row ${row.row}`)}</span>{say(row.reason)}</li>)}</ol>
          </details>
        )}
      </div>
      <dl className="import-table-facts">
        <div><dt>{say('表头', 'Header')}</dt><dd className="figures">{headerWords(sheet, say)}</dd></div>
        <div><dt>{say('记录', 'Records')}</dt><dd className="figures">{sheet.rows === undefined ? '—' : formatNumber(sheet.rows)}</dd></div>
      </dl>
      <div className="import-table-choices">
        {readable && <Segmented label={say(`「${title}」读作`, `“${title}” is read as`)} value={noun}
          options={[{ value: 'asset', label: say('资产', 'Assets') }, { value: 'project', label: say('项目', 'Projects') }, { value: 'none', label: say('不导入', 'Leave out') }]}
          onChange={(value) => { const next = value === 'none' ? null : value; put({ noun: next === proposed?.noun ? undefined : next }); }} />}
        {sheet.noun === 'asset' && <Select label={say(`「${title}」的类别`, `Category of “${title}”`)} value={sheet.category ?? byRow} className={`import-category ${open ? 'import-wanted' : ''}`}
          options={[...(proposed?.category === undefined ? [{ value: byRow, label: say('逐行判断', 'Row by row') }] : []), ...categories.words.map((word) => ({ value: word.value, label: say(word.label) }))]}
          onChange={(value) => put({ category: value === byRow || value === proposed?.category ? undefined : (value as Category) })} />}
      </div>
    </li>
  );
}
