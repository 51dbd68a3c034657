import { useState } from 'react';
import { formatNumber } from '../../../../data/rules/format.js';
import type { ImportRow } from '../../../../data/schema/import-plan.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { openField, openPage, useProgram } from '../../../state/program-store.js';
import { undoOrRedo } from '../../../state/undo.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { PlaceWords } from '../../../ui/place-words.js';
import { Progress } from '../../../ui/progress.js';
import type { StepName } from './concerns.js';
import type { ApplyWork, Import, ImportResult } from './use-import.js';
import type { Planned } from './use-plan.js';

/** Says what will happen, then what came of it. */
export function StepApply({ task, planned, onGo, onClose }: { task: Import; planned: Planned; onGo: (step: StepName) => void; onClose: () => void }) {
  if (task.applied.at === 'done') return <Done result={task.applied.result} onClose={onClose} />;
  return <Before task={task} planned={planned} onGo={onGo} />;
}

function Before({ task, planned, onGo }: { task: Import; planned: Planned; onGo: (step: StepName) => void }) {
  const say = useSay();
  const ledger = useProgram((state) => state.status?.name ?? '');
  const ownName = useProgram((state) => state.overview?.profile.name.zh ?? '');
  const { standing, attached, applied, concerns } = task;
  const township = planned.plan.township ?? '';
  const elsewhere = township !== '' && ![ledger, ownName].some((name) => name !== '' && (name.includes(township) || township.includes(name)));
  const doubtful = planned.plan.files.reduce((sum, file) => sum + file.counts.doubtful, 0);
  const refused = planned.plan.files.reduce((sum, file) => sum + file.counts.refused, 0);
  const same = planned.plan.files.reduce((sum, file) => sum + file.counts.same, 0);
  const unread = planned.plan.files.filter((file) => file.refusal).length + task.files.filter((file) => file.failure).length;
  const lines = [
    { count: standing.added, words: say('行新建为记录', 'rows become new records'), tone: 'import-tone-new' },
    { count: standing.changed, words: say('行补充或改动已有的记录', 'rows add to or change records that are there'), tone: 'import-tone-changed' },
    { count: attached, words: say('张照片挂到资产', 'photos go to their assets'), tone: '' },
    { count: standing.left, words: say('行留下，不导入', 'rows are left out'), tone: 'import-tone-quiet' },
  ].filter(({ count }) => count > 0);
  const nothing = standing.added + standing.changed + attached === 0;
  const open = [
    concerns.columns > 0 && { step: 'columns' as const, words: say(`${concerns.columns} 列没有看过`, `${concerns.columns} columns not looked at`) },
    concerns.places > 0 && { step: 'places' as const, words: say(`${concerns.places} 张表的坐标系没有确认`, `the datum of ${concerns.places} tables not confirmed`) },
    doubtful > 0 && { step: 'rows' as const, words: say(`${formatNumber(doubtful)} 行存疑`, `${formatNumber(doubtful)} doubtful rows`) },
    refused > 0 && { step: 'rows' as const, words: say(`${formatNumber(refused)} 行被拒绝`, `${formatNumber(refused)} refused rows`) },
    unread > 0 && { step: 'files' as const, words: say(`${unread} 个文件没有读`, `${unread} files not read`) },
  ].filter((entry) => entry !== false);
  if (applied.at === 'applying') return <Applying work={applied} />;
  return (
    <div className="import-apply-place">
    <svg className="import-done-hills" viewBox="0 0 900 200" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 168C90 150 130 66 214 60s96 74 170 82 100-112 190-118 122 96 196 104 78 20 130 34v38H0Z" />
      <path d="M0 186c150-44 210-20 320-54s116-52 188-44 96 66 198 70 96 10 194 26v16H0Z" />
    </svg>
    <div className="import-apply">
      {applied.at === 'failed' && (
        <p className="import-refusal" role="alert"><Icon name="warning" /><span>{say(applied.failure.message)}<PlaceWords place={applied.failure.place} /></span><Button small onPress={task.again}>{say('重新预览', 'Preview again')}</Button></p>
      )}
      <h3>{nothing ? say('没有要记入的', 'There is nothing to store') : say(`记入「${ledger}」`, `Into “${ledger}”`)}</h3>
      {nothing && <p className="soft">{same > 0 ? say(`${formatNumber(same)} 行与账上一样。`, `${formatNumber(same)} rows are the same as in the ledger.`) : say('文件里没有可记入的行，或都留下了。', 'The files hold no rows to store, or all are left out.')}</p>}
      <ul className="import-sum">{lines.map(({ count, words, tone }) => <li key={words} className={tone}><b className="figures">{formatNumber(count)}</b><span>{words}</span></li>)}</ul>
      {elsewhere && <p className="import-elsewhere"><Icon name="warning" size={17} />{say(`文件里写的是「${township}」，与这本账「${ledger}」不是一个名字，请确认没有放错账本。`, `The files speak of “${township}”, the ledger is “${ledger}”: make sure that this is the right one.`)}</p>}
      {!nothing && <p className="import-apply-words">{say('作为一次修改记入，随时可以整体撤销。', 'Stored as one change, which can be undone as a whole at any time.')}{same > 0 && say(`另有 ${formatNumber(same)} 行与账上一样，不动。`, ` Another ${formatNumber(same)} rows are the same and stay.`)}</p>}
      {open.length > 0 && (
        <div className="import-still">
          <p className="soft">{say('还可以再看：', 'You may still look at:')}</p>
          {open.map(({ step, words }) => <Button key={words} small onPress={() => onGo(step)}>{words}<Icon name="right" size={14} /></Button>)}
        </div>
      )}
      {planned.plan.files.some((file) => !file.refusal && file.sheets.length > 0) && <FileSums planned={planned} />}
    </div>
    </div>
  );
}

/** How far the import is; it can be stopped until the change itself is written. */
function Applying({ work: { job, stop } }: { work: Extract<ApplyWork, { at: 'applying' }> }) {
  const say = useSay();
  const counted = job !== undefined && job.total !== null && job.total > 0;
  return (
    <div className="import-apply">
      <h3>{say('正在记入账本', 'Storing in the ledger')}</h3>
      <Progress label={say('正在记入账本', 'Storing in the ledger')} done={job?.done ?? 0} total={job?.total ?? null} />
      <p className="help" role="status">{counted ? `${say(job.step)} · ${formatNumber(job.done)} / ${formatNumber(job.total ?? 0)}` : say('写到磁盘后才算完成。', 'It counts only once it is on disk.')}</p>
      {stop && <div><Button onPress={stop}>{say('停下，不导入', 'Stop, import nothing')}</Button></div>}
    </div>
  );
}

/** File by file what each brings. */
function FileSums({ planned }: { planned: Planned }) {
  const say = useSay();
  const columns = [['new', say('新增', 'New')], ['changed', say('修改', 'Changed')], ['same', say('相同', 'Same')], ['doubtful', say('存疑', 'Doubtful')], ['refused', say('拒绝', 'Refused')]] as const;
  return (
    <table className="import-sums">
      <thead><tr><th>{say('文件', 'File')}</th>{columns.map(([key, label]) => <th key={key}>{label}</th>)}</tr></thead>
      <tbody>
        {planned.plan.files.flatMap((file, index) => (file.refusal || file.sheets.length === 0 ? [] : [(
          <tr key={index}><th scope="row">{file.file}</th>{columns.map(([key]) => <td key={key} className={`figures ${file.counts[key] === 0 ? 'import-tone-none' : `import-sums-${key}`}`}>{file.counts[key] === 0 ? '·' : formatNumber(file.counts[key])}</td>)}</tr>
        )]))}
      </tbody>
    </table>
  );
}

function Done({ result, onClose }: { result: ImportResult; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const [reading, setReading] = useState(false);
  const figures = [{ value: result.added, label: say('条新增', 'added') }, { value: result.changed, label: say('条修改', 'changed') }, { value: result.photos, label: say('张照片', 'photos') }].filter(({ value }) => value > 0);
  return (
    <div className={`import-done ${reading ? 'import-done-reading' : ''}`}>
      <svg className="import-done-hills" viewBox="0 0 900 200" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 168C90 150 130 66 214 60s96 74 170 82 100-112 190-118 122 96 196 104 78 20 130 34v38H0Z" />
        <path d="M0 186c150-44 210-20 320-54s116-52 188-44 96 66 198 70 96 10 194 26v16H0Z" />
      </svg>
      <i className="import-sun" aria-hidden="true" />
      <div className="import-done-words" role="status">
        <h3>{say('已记入账本', 'In the ledger')}</h3>
        <div className="import-done-figures">{figures.map(({ value, label }) => <div key={label}><b className="figures">{formatNumber(value)}</b><span>{label}</span></div>)}</div>
        <p className="soft">{say('已经写到磁盘上。', 'It is on disk.')}{result.doubts.length > 0 && say(`有 ${result.doubts.length} 行存疑，随时可以改。`, ` ${result.doubts.length} rows are doubtful; mend them at any time.`)}</p>
      </div>
      {reading && <DoubtList doubts={result.doubts} onClose={onClose} />}
      <div className="import-done-keys">
        <Button icon="undo" onPress={() => { onClose(); void undoOrRedo(client, 'undo'); }}>{say('撤销', 'Undo')}</Button>
        {result.doubts.length > 0 && !reading && <Button icon="warning" onPress={() => setReading(true)}>{say('看存疑的', 'See the doubtful')}</Button>}
        <Button icon="showcase" onPress={() => { onClose(); openPage('showcase'); }}>{say('在地图上看', 'On the map')}</Button>
        <Button tone="primary" autoFocus onPress={onClose}>{say('关闭', 'Close')}</Button>
      </div>
    </div>
  );
}

/** The doubtful rows that were stored, each with the way to the field that mends it. */
function DoubtList({ doubts, onClose }: { doubts: readonly ImportRow[]; onClose: () => void }) {
  const say = useSay();
  const entries = useProgram((state) => state.deskEntries);
  const idOf = (row: ImportRow) => row.recordId ?? entries?.find((entry) => (row.code ? entry.code === row.code : entry.name === row.name))?.id;
  return (
    <ul className="import-doubts" aria-label={say('存疑的行', 'Doubtful rows')}>
      {doubts.map((row) => {
        const id = row.noun === 'asset' ? idOf(row) : undefined;
        const doubts = row.doubts.filter((doubt) => doubt.level === 'doubt');
        const field = doubts[0]?.field;
        return (
          <li key={row.key}>
            <div><p><b>{row.name}</b><span className="soft figures">{row.code}</span></p>{doubts.map((doubt, at) => <p key={at} className="import-doubt"><Icon name="warning" size={15} /><span>{say(doubt.reason)}</span></p>)}</div>
            {id && entries?.some((entry) => entry.id === id) && <Button small icon="edit" onPress={() => { onClose(); openField(id, field ?? 'name'); }}>{say('去改', 'Mend')}</Button>}
          </li>
        );
      })}
    </ul>
  );
}
