import { useCallback, useMemo, useState } from 'react';
import { formatInvestment } from '../../../data/rules/format.js';
import { fieldAt, projectFields, valueAt, withValueAt, type FieldDefinition } from '../../../data/schema/fields.js';
import type { Project } from '../../../data/schema/project.js';
import { useClient } from '../../client/current-client.js';
import { editCells, editsSettled, usePending } from '../../state/cell-edits.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { selectProject, useProgram, type DeskProjectRow } from '../../state/program-store.js';
import { undoOrRedo } from '../../state/undo.js';
import { useDesk } from '../../state/use-desk.js';
import { useLeadCounts } from '../../state/use-leads.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { DataGrid } from '../../ui/grid/data-grid.js';
import type { GridItem } from '../../ui/grid/grid-column.js';
import { RangeLine } from '../../ui/grid/range-line.js';
import { nextSort, type SortBy } from '../../ui/grid/sort-order.js';
import { useCellTable } from '../../ui/grid/use-cell-table.js';
import { LedgerNotice } from '../../ui/ledger-notice.js';
import { PageHead } from '../../ui/page-head.js';
import { TableExportDialog } from '../../ui/tables/table-export-dialog.js';
import { AddProjectDialog } from './add-project-dialog.js';
import { LinkAssetsDialog } from './link-assets-dialog.js';
import { ProjectCard } from './project-card.js';
import { projectColumns, sumCells } from './project-columns.js';
import { ProjectTools } from './project-tools.js';
import { findProjects, groupProjects, noFilter, projectSearchText, sumProjects, type ProjectFilter, type Sorting } from './project-view.js';
import './projects.css';

const noRows: readonly DeskProjectRow[] = [];
const noEntries: readonly IndexEntry[] = [];

/** 一张表: the projects, sorted, filtered and grouped as the meeting needs, edited where they stand. */
export function ProjectsPage() {
  const say = useSay();
  const client = useClient();
  const { failure, retry } = useDesk();
  const loaded = useProgram((state) => state.deskProjects);
  const entries = useProgram((state) => state.deskEntries) ?? noEntries;
  const status = useProgram((state) => state.status);
  const selected = useProgram((state) => state.selectedProjectId);
  const readOnly = status?.readOnly ?? false;
  const rows = loaded ?? noRows;

  const [filter, setFilter] = useState<ProjectFilter>(noFilter);
  const [sort, setSort] = useState<SortBy | null>(null);
  const [group, setGroup] = useState<Sorting | 'none'>('none');
  const [cardOpen, setCardOpen] = useState(true);
  const [dialog, setDialog] = useState<'add' | 'export' | 'print' | 'link' | null>(null);
  const pending = usePending('project');
  const save = useCallback((project: Project, path: string, value: unknown) => editCells(client, 'project', [{ id: project.id, path, value, seen: valueAt(project, path) }]), [client]);

  const leads = useLeadCounts().projects;
  const prepared = useMemo(() => rows.map((row) => projectSearchText(row.project)), [rows]);
  const found = useMemo(() => findProjects(rows, prepared, filter, sort, say.language, leads), [rows, prepared, filter, sort, say.language, leads]);
  const [widths, setWidths] = useState<Readonly<Record<string, number>>>({});
  const columns = useMemo(() => projectColumns(say, leads).map((column) => ({ ...column, width: widths[column.key] ?? column.width })), [say, widths, leads]);
  const items = useMemo((): GridItem<DeskProjectRow>[] => {
    // Edits on their way are shown, but do not move their row.
    const record = (row: DeskProjectRow) => {
      const patch = pending.get(row.project.id);
      return { kind: 'record' as const, key: row.project.id, record: patch ? { ...row, project: [...patch].reduce((copy, [path, value]) => withValueAt(copy, path, value), row.project) } : row };
    };
    if (group === 'none') return found.map(record);
    const field = fieldAt(projectFields, group);
    return groupProjects(found, group).flatMap(({ value, rows: own }) => {
      const name = value === '' ? say('未填', 'Not given') : field.vocabulary ? say.word(field.vocabulary, value) : value;
      return [{ kind: 'group' as const, key: `group ${value}`, label: <span className="projects-group"><b>{name}</b><small className="figures">{say(`${own.length} 个`, String(own.length))}</small></span>, sums: sumCells(sumProjects(own), say) }, ...own.map(record)];
    });
  }, [found, group, say, pending]);
  const sums = useMemo(() => sumProjects(found), [found]);
  const current = rows.find((row) => row.project.id === selected);
  const itemAt = useCallback((index: number) => items[index] as GridItem<DeskProjectRow>, [items]);
  const table = useCellTable<DeskProjectRow>({
    noun: 'project', columns, count: items.length, itemAt, valueOf: cellValue, categoryOf: noCategory, nameOf: rowName, readOnly, selectedKey: selected, onSelect: selectProject,
    onOpen: (key, at) => { selectProject(key); if (at === 'assetIds' && !readOnly) setDialog('link'); else setCardOpen((open) => at !== null || !open); },
  });
  const undo = (which: 'undo' | 'redo') => void editsSettled().then(() => undoOrRedo(client, which));
  const investment = formatInvestment(sums.investment, say.language);
  const empty = failure ? <EmptyState title={say('项目没有取到', 'The projects could not be read')} action={<Button onPress={retry}>{say('再取一次', 'Try again')}</Button>}>{say(failure.message)}</EmptyState>
    : loaded === null ? <EmptyState title={say('正在打开一张表…', 'Opening the table…')} />
    : rows.length === 0 ? <EmptyState title={say('还没有项目', 'No projects yet')} action={<Button tone="primary" icon="add" isDisabled={readOnly} onPress={() => setDialog('add')}>{say('新增项目', 'Add a project')}</Button>}>{say('可以在这里一个个添，也可以在「一本账」里导入项目表。', 'Add them here one by one, or import a project list on the Ledger page.')}</EmptyState>
    : <EmptyState title={say('没有符合的项目', 'No project fits')} action={<Button onPress={() => setFilter(noFilter)}>{say('清除筛选', 'Clear filters')}</Button>}>{say('换个词，或放宽筛选。', 'Try another word, or widen the filters.')}</EmptyState>;

  return (
    <div className="sheet">
      <PageHead title={say('项目一张表', 'The Project Table')} note={say(`${found.length} 个项目 · 总投资 ${investment.value} ${investment.unit}`, `${found.length} projects · ${investment.value} ${investment.unit} in all`)}>
        <Button icon="undo" label={say('撤销', 'Undo')} isDisabled={!status?.canUndo} onPress={() => undo('undo')} />
        <Button icon="redo" label={say('重做', 'Redo')} isDisabled={!status?.canRedo} onPress={() => undo('redo')} />
        {current && !cardOpen && <Button icon="left" onPress={() => setCardOpen(true)}>{say('项目卡', 'Card')}</Button>}
        <Button icon="add" isDisabled={readOnly} onPress={() => setDialog('add')}>{say('新增', 'Add')}</Button>
        <Button icon="print" data-page-print="" label={say('打印', 'Print')} isDisabled={found.length === 0} onPress={() => setDialog('print')} />
        <Button tone="primary" icon="export" isDisabled={found.length === 0} onPress={() => setDialog('export')}>{say('导出', 'Export')}</Button>
      </PageHead>
      <LedgerNotice />
      <ProjectTools rows={rows} filter={filter} onFilter={setFilter} group={group} onGroup={setGroup} />
      <div className="page-split">
        <div className="page-split-main projects-main">
          <DataGrid label={say('项目一张表', 'The project table')} columns={columns} frozen={2} count={items.length} itemAt={itemAt} sort={sort} onSort={(key) => setSort((now) => nextSort(now, key))}
            table={table} readOnly={readOnly} empty={empty} onWidth={(key, width) => setWidths((now) => ({ ...now, [key]: width }))}
            foot={{ label: <span className="projects-group"><b>{say('合计', 'Total')}</b><small className="figures">{say(`${found.length} 个`, String(found.length))}</small></span>, sums: sumCells(sums, say) }} />
          {rows.length > 0 && <RangeLine table={table}><span className="projects-keys">{readOnly ? say('只能看，不能改', 'Read only') : say('直接打字或按 F2 改格 · 空格看项目卡 · Ctrl+C / V 与 Excel 互贴', 'Type or F2 edits · Space shows the card · Ctrl+C / V with Excel')}</span></RangeLine>}
        </div>
        {current && cardOpen && <ProjectCard key={current.project.id} row={current} leads={leads[current.project.id] ?? 0} entries={entries} readOnly={readOnly} save={save} onLink={() => setDialog('link')} onClose={() => setCardOpen(false)} />}
      </div>
      {dialog === 'add' && <AddProjectDialog onClose={() => setDialog(null)} onAdded={() => { setDialog(null); setCardOpen(true); setFilter(noFilter); }} />}
      {(dialog === 'export' || dialog === 'print') && <TableExportDialog kind="projects" printing={dialog === 'print'} ids={items.flatMap((item) => (item.kind === 'record' ? [item.key] : []))} columns={columns.map(({ key }) => key)} group={group} onClose={() => setDialog(null)} />}
      {dialog === 'link' && current && <LinkAssetsDialog title={say(`关联资产 · ${current.project.name}`, `Link assets · ${current.project.name}`)} entries={entries} linked={current.project.assetIds} save={(ids) => save(current.project, 'assetIds', ids)} onClose={() => setDialog(null)} />}
    </div>
  );
}

const cellValue = (row: DeskProjectRow, field: FieldDefinition) => valueAt(row.project, field.path);
const noCategory = () => undefined;
const rowName = (row: DeskProjectRow) => row.project.name;
