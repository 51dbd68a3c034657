import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { ungrouped } from '../../../data/rules/export/table-occasion.js';
import { useClient } from '../../client/current-client.js';
import { editsSettled } from '../../state/cell-edits.js';
import type { DeskEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { openPage, selectAsset, useProgram } from '../../state/program-store.js';
import { undoOrRedo } from '../../state/undo.js';
import { useDesk } from '../../state/use-desk.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExchangeMenu, isExchangeFile } from '../../ui/exchange/exchange-menu.js';
import type { HandHandle } from '../../ui/grid/cell-hand.js';
import { LedgerNotice } from '../../ui/ledger-notice.js';
import { PageHead } from '../../ui/page-head.js';
import { TableExportDialog } from '../../ui/tables/table-export-dialog.js';
import { AddAssetDialog } from './add-asset-dialog.js';
import { AssetForm } from './asset-form.js';
import { BatchChange } from './batch-change.js';
import { BatchRemove } from './batch-remove.js';
import { ColumnChoice } from './column-choice.js';
import { FileDrop } from './file-drop.js';
import { ImportDialog } from './import/import-dialog.js';
import { chosenFields } from './ledger-columns.js';
import { LedgerTable, type LedgerDialog } from './ledger-table.js';
import './ledger.css';
import { LedgerTools } from './ledger-tools.js';
import { isFiltered, noFilter, type LedgerFilter } from '../../ui/ledger-rows.js';
import { useLedgerView } from './use-ledger-view.js';
import { changeLook, useLook } from './view-state.js';

const noEntries: readonly DeskEntry[] = [];

/** 一本账: the whole ledger as a table that is edited like a spreadsheet, a form for each asset, and the way in for files. */
export function LedgerPage() {
  const say = useSay();
  const client = useClient();
  const { failure, retry } = useDesk();
  const loaded = useProgram((state) => state.deskEntries);
  const paths = useProgram((state) => state.deskPaths);
  const status = useProgram((state) => state.status);
  const villages = useProgram((state) => state.overview?.profile.villages);
  const readOnly = status?.readOnly ?? false;
  const entries = loaded ?? noEntries;

  const look = useLook((state) => state.look);
  const fields = useMemo(() => chosenFields(look.columns), [look.columns]);
  const view = useLedgerView(entries, paths, say.language, look.filter, look.sort);

  // An asset chosen on another page opens with its form.
  const [formOpen, setFormOpen] = useState(() => useProgram.getState().selectedAssetId !== null);
  const [dialog, setDialog] = useState<LedgerDialog | null>(null);
  const [files, setFiles] = useState<readonly File[] | null>(null);
  const [taking, setTaking] = useState<'export' | 'print' | null>(null);
  const hand = useRef<HandHandle | null>(null);
  const [copy, setCopy] = useState<File | null>(null);
  const take = (list: FileList | readonly File[] | null) => {
    const taken = [...(list ?? [])];
    // Another desk's copy is merged, not imported; it comes alone.
    const [first] = taken;
    if (first && taken.length === 1 && isExchangeFile(first)) setCopy(first);
    else if (first) setFiles(taken);
  };
  const undo = (which: 'undo' | 'redo') => void editsSettled().then(() => undoOrRedo(client, which));
  const shutDialog = useCallback(() => { setDialog(null); hand.current?.focus(); }, []);

  const importButton = (primary: boolean) => (
    <FileTrigger allowsMultiple onSelect={take}><Button {...(primary ? { tone: 'primary' as const } : {})} icon="import" isDisabled={readOnly}>{say('导入', 'Import')}</Button></FileTrigger>
  );
  const empty = failure ? <EmptyState title={say('账本没有取到', 'The ledger could not be read')} action={<Button onPress={retry}>{say('再取一次', 'Try again')}</Button>}>{say(failure.message)}</EmptyState>
    : loaded === null ? <EmptyState title={say('正在打开账本…', 'Opening the ledger…')} />
    : entries.length === 0 ? <EmptyState title={say('这本账还是空的', 'This ledger is still empty')} action={importButton(true)}>{say('把村里报来的表格拖到这里，或点「导入」。先预览，确认后才记入。', 'Drop the villages’ spreadsheets here, or press Import. You see a preview before anything is stored.')}</EmptyState>
    : <EmptyState title={say('没有符合的资产', 'No asset fits')} action={<Button onPress={() => changeLook({ filter: noFilter })}>{say('清除筛选', 'Clear filters')}</Button>}>{say('换个词，或放宽筛选。', 'Try another word, or widen the filters.')}</EmptyState>;

  return (
    <FileDrop disabled={readOnly || files !== null || copy !== null} onFiles={take}>
      <PageHead title={say('资源一本账', 'The Ledger')} note={status ? `${status.name}${status.sample ? say(' · 示例数据', ' · sample data') : ''}` : null}>
        <Button icon="undo" label={say('撤销', 'Undo')} isDisabled={!status?.canUndo} onPress={() => undo('undo')} />
        <Button icon="redo" label={say('重做', 'Redo')} isDisabled={!status?.canRedo} onPress={() => undo('redo')} />
        <Button icon="history" label={say('变化', 'Changes')} onPress={() => openPage('history')} />
        <Button icon="print" data-page-print="" label={say('打印', 'Print')} isDisabled={view.rows.length === 0} onPress={() => setTaking('print')} />
        <Button icon="export" label={say('导出', 'Export')} isDisabled={view.rows.length === 0} onPress={() => setTaking('export')} />
        <ExchangeMenu entries={entries} filtered={isFiltered(look.filter) ? view.rows.flatMap((row) => entries[row]?.id ?? []) : null} readOnly={readOnly} dropped={copy} onDone={() => setCopy(null)} />
        <Button icon="columns" label={say('选择列', 'Choose columns')} onPress={() => setDialog({ kind: 'columns' })} />
        <Button icon="add" isDisabled={readOnly} onPress={() => setDialog({ kind: 'add' })}>{say('新增', 'Add')}</Button>
        {importButton(true)}
      </PageHead>
      <LedgerNotice />
      <LedgerTools entries={entries} filter={look.filter} onFilter={setFilter} sums={view.sums} />
      <div className="page-split">
        <LedgerTable entries={entries} rows={view.rows} fields={fields} readOnly={readOnly} empty={empty} hand={hand} onForm={setFormOpen} onDialog={setDialog} />
        <FormSide open={formOpen} readOnly={readOnly} entries={entries} rows={view.rows} onForm={setFormOpen} />
      </div>
      {dialog?.kind === 'columns' && <ColumnChoice shown={fields} frozen={Math.min(look.frozen, fields.length)} onChange={(next) => changeLook({ columns: next })} onReset={() => changeLook({ columns: null, widths: {} })} onClose={shutDialog} />}
      {dialog?.kind === 'change' && <BatchChange ids={dialog.ids} onClose={shutDialog} />}
      {dialog?.kind === 'remove' && <BatchRemove ids={dialog.ids} names={dialog.ids.slice(0, 4).flatMap((id) => entries.find((entry) => entry.id === id)?.name ?? [])} onDone={dialog.done} onClose={shutDialog} />}
      {dialog?.kind === 'add' && <AddAssetDialog villages={villages ?? []} onClose={shutDialog} onAdded={() => { setDialog(null); setFormOpen(true); if (isFiltered(look.filter)) changeLook({ filter: noFilter }); }} />}
      {taking && <TableExportDialog kind="ledger" printing={taking === 'print'} ids={view.rows.flatMap((row) => entries[row]?.id ?? [])} columns={fields.map((entry) => entry.path)} group={ungrouped} onClose={() => setTaking(null)} />}
      {files && <ImportDialog files={files} onClose={() => setFiles(null)} />}
    </FileDrop>
  );
}

const setFilter = (filter: LedgerFilter) => changeLook({ filter });

/** The form of the selected asset beside the table, whose order it goes by from one to the next; a field that is asked for opens it. */
function FormSide({ open, readOnly, entries, rows, onForm }: { open: boolean; readOnly: boolean; entries: readonly DeskEntry[]; rows: readonly number[]; onForm: (open: boolean) => void }) {
  const selected = useProgram((state) => state.selectedAssetId);
  const wanted = useProgram((state) => state.wantedField);
  useEffect(() => { if (selected === null) onForm(false); else if (wanted !== null) onForm(true); }, [selected, wanted, onForm]);
  const close = useCallback(() => onForm(false), [onForm]);
  const step = (by: 1 | -1) => {
    const next = entries[rows[rows.findIndex((row) => entries[row]?.id === selected) + by] ?? -1];
    if (next) selectAsset(next.id);
  };
  return open && selected !== null ? <AssetForm id={selected} readOnly={readOnly} onClose={close} onStep={step} /> : null;
}
