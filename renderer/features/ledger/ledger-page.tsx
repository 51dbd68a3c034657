import { useCallback, useEffect, useMemo, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useClient } from '../../client/current-client.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { openPage, selectAsset, useProgram } from '../../state/program-store.js';
import { undoOrRedo } from '../../state/undo.js';
import { useDesk } from '../../state/use-desk.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import type { GridItem } from '../../ui/grid/grid-column.js';
import { DataGrid } from '../../ui/grid/data-grid.js';
import { LedgerNotice } from '../../ui/ledger-notice.js';
import { PageHead } from '../../ui/page-head.js';
import { AddAssetDialog } from './add-asset-dialog.js';
import { AssetForm } from './asset-form.js';
import { ColumnChoice } from './column-choice.js';
import { FileDrop } from './file-drop.js';
import { ImportDialog } from './import/import-dialog.js';
import { columnFields, isShownAtFirst, ledgerColumns } from './ledger-columns.js';
import './ledger.css';
import { LedgerTools } from './ledger-tools.js';
import { isFiltered, noFilter } from './ledger-view.js';
import { useLedgerView } from './use-ledger-view.js';

const noEntries: readonly IndexEntry[] = [];
const frozenColumns = 2;

/** 一本账: the whole ledger as a table, a form for each asset, and the way in for files. */
export function LedgerPage() {
  const say = useSay();
  const client = useClient();
  const { failure, retry } = useDesk();
  const loaded = useProgram((state) => state.deskEntries);
  const paths = useProgram((state) => state.deskPaths);
  const status = useProgram((state) => state.status);
  const selected = useProgram((state) => state.selectedAssetId);
  const villages = useProgram((state) => state.overview?.profile.villages);
  const readOnly = status?.readOnly ?? false;
  const entries = loaded ?? noEntries;

  const fields = useMemo(() => columnFields(paths), [paths]);
  const usual = useMemo(() => new Set(fields.filter(isShownAtFirst).map((entry) => entry.path)), [fields]);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const shown = chosen ?? usual;
  const columns = useMemo(() => ledgerColumns(fields.filter((entry) => shown.has(entry.path) || entry.path === 'name'), paths, say), [fields, paths, shown, say]);
  const view = useLedgerView(entries, paths, fields, say.language);

  // An asset chosen on another page opens with its form.
  const [formOpen, setFormOpen] = useState(() => selected !== null);
  const [adding, setAdding] = useState(false);
  const [files, setFiles] = useState<readonly File[] | null>(null);
  const close = useCallback(() => setFormOpen(false), []);
  useEffect(() => { if (selected === null) setFormOpen(false); }, [selected]);

  const selectedIndex = useMemo(() => (selected === null ? -1 : view.rows.findIndex((row) => entries[row]?.id === selected)), [selected, view.rows, entries]);
  const itemAt = useCallback((index: number): GridItem<IndexEntry> => {
    const record = entries[view.rows[index] as number] as IndexEntry;
    return { kind: 'record', key: record.id, record };
  }, [entries, view.rows]);
  const take = (list: FileList | readonly File[] | null) => { const taken = [...(list ?? [])]; if (taken.length > 0) setFiles(taken); };

  const importButton = (primary: boolean) => (
    <FileTrigger allowsMultiple onSelect={take}><Button {...(primary ? { tone: 'primary' as const } : {})} icon="import" isDisabled={readOnly}>{say('导入', 'Import')}</Button></FileTrigger>
  );
  const empty = failure ? <EmptyState title={say('账本没有取到', 'The ledger could not be read')} action={<Button onPress={retry}>{say('再取一次', 'Try again')}</Button>}>{say(failure.message)}</EmptyState>
    : loaded === null ? <EmptyState title={say('正在打开账本…', 'Opening the ledger…')} />
    : entries.length === 0 ? <EmptyState title={say('这本账还是空的', 'This ledger is still empty')} action={importButton(true)}>{say('把村里报来的表格拖到这里，或点「导入」。先预览，确认后才记入。', 'Drop the villages’ spreadsheets here, or press Import. You see a preview before anything is stored.')}</EmptyState>
    : <EmptyState title={say('没有符合的资产', 'No asset fits')} action={<Button onPress={() => view.setFilter(noFilter)}>{say('清除筛选', 'Clear filters')}</Button>}>{say('换个词，或放宽筛选。', 'Try another word, or widen the filters.')}</EmptyState>;

  return (
    <FileDrop disabled={readOnly || files !== null} onFiles={take}>
      <PageHead title={say('资源一本账', 'The Ledger')} note={status ? `${status.name}${status.sample ? say(' · 示例数据', ' · sample data') : ''}` : null}>
        <Button icon="undo" label={say('撤销', 'Undo')} isDisabled={!status?.canUndo} onPress={() => void undoOrRedo(client, 'undo')} />
        <Button icon="redo" label={say('重做', 'Redo')} isDisabled={!status?.canRedo} onPress={() => void undoOrRedo(client, 'redo')} />
        <Button icon="history" label={say('变化', 'Changes')} onPress={() => openPage('history')} />
        <ColumnChoice fields={fields} shown={shown} onChange={setChosen} onReset={() => setChosen(null)} />
        <Button icon="add" isDisabled={readOnly} onPress={() => setAdding(true)}>{say('新增', 'Add')}</Button>
        {importButton(true)}
      </PageHead>
      <LedgerNotice />
      <LedgerTools entries={entries} filter={view.filter} onFilter={view.setFilter} sums={view.sums} />
      <div className="page-split">
        <div className="page-split-main">
          <DataGrid label={say('资源一本账', 'The ledger')} columns={columns} frozen={frozenColumns} count={view.rows.length} itemAt={itemAt} sort={view.sort} onSort={view.turnSort}
            selectedKey={selected} selectedIndex={selectedIndex} onSelect={selectAsset} onOpen={() => setFormOpen(true)} empty={empty} />
        </div>
        {formOpen && selected !== null && <AssetForm id={selected} readOnly={readOnly} onClose={close} />}
      </div>
      {adding && <AddAssetDialog villages={villages ?? []} onClose={() => setAdding(false)} onAdded={() => { setAdding(false); setFormOpen(true); if (isFiltered(view.filter)) view.setFilter(noFilter); }} />}
      {files && <ImportDialog files={files} onClose={() => setFiles(null)} />}
    </FileDrop>
  );
}
