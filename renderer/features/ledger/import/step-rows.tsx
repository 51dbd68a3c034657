import { useMemo, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { formatNumber } from '../../../../data/rules/format.js';
import { useClient } from '../../../client/current-client.js';
import { failureOf } from '../../../client/call-failure.js';
import { useSay } from '../../../state/language.js';
import { tell } from '../../../state/program-store.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { Select } from '../../../ui/select.js';
import { groupOf, isGroupLeft, isLeft, leftRowOf, withGroupApart, withGroups, withRow, type LeftGroup } from './leaving.js';
import { PhotoGallery } from './photo-gallery.js';
import { RowList } from './row-list.js';
import { RowsMap } from './rows-map.js';
import type { Import } from './use-import.js';
import type { Planned } from './use-plan.js';
import { fetchGroup, rowGroups, stretchesOf, useRows, type FiledRow, type RowGroup } from './use-rows.js';

const everyFile = 'all';
/** A group of more rows is left out, or taken in, as a whole only. */
const mostApart = 20_000;

/** Row by row what the import would do; any row, or a whole group, can be left out. */
export function StepRows({ task, planned }: { task: Import; planned: Planned }) {
  const say = useSay();
  const { plan } = planned;
  const [only, setOnly] = useState<number | null>(null);
  const file = only !== null && plan.files[only] ? only : null;
  const totals = useMemo(() => Object.fromEntries(rowGroups.map((group) => [group, stretchesOf(plan, group, file).total])) as Record<RowGroup, number>, [plan, file]);
  const [wanted, setWanted] = useState<RowGroup | 'photos' | null>(null);
  const first: RowGroup | 'photos' = totals.doubtful > 0 ? 'doubtful' : rowGroups.find((group) => totals[group] > 0) ?? (plan.photos.length > 0 ? 'photos' : 'new');
  const at = wanted ?? first;
  const names: Record<RowGroup, string> = { new: say('新增', 'New'), changed: say('修改', 'Changed'), same: say('相同', 'Same'), doubtful: say('存疑', 'Doubtful'), refused: say('拒绝', 'Refused') };
  const withRows = plan.files.map((entry, index) => ({ entry, index })).filter(({ entry }) => Object.values(entry.counts).some((count) => count > 0));
  return (
    <Tabs className="import-rows-step" selectedKey={at} onSelectionChange={(key) => setWanted(key as RowGroup | 'photos')}>
      <div className="import-rows-head">
        <TabList className="import-tab-list" aria-label={say('按结果看', 'By outcome')}>
          {rowGroups.map((group) => (
            <Tab key={group} id={group} className={`import-tab import-tab-${group} ${totals[group] === 0 ? 'import-tab-none' : ''}`} data-testid={`import-${group}`}>
              <b className="figures">{formatNumber(totals[group])}</b><span>{names[group]}</span>
            </Tab>
          ))}
          {plan.photos.length > 0 && <Tab id="photos" className="import-tab import-tab-photos" data-testid="import-photos"><b className="figures">{plan.photos.length}</b><span>{say('照片', 'Photos')}</span></Tab>}
        </TabList>
        {withRows.length > 1 && at !== 'photos' && (
          <Select label={say('看哪个文件', 'Which file')} className="import-which-file" value={file === null ? everyFile : String(file)} onChange={(value) => setOnly(value === everyFile ? null : Number(value))}
            options={[{ value: everyFile, label: say(`全部 ${withRows.length} 个文件`, `All ${withRows.length} files`) }, ...withRows.map(({ entry, index }) => ({ value: String(index), label: entry.file }))]} />
        )}
      </div>
      {rowGroups.map((group) => <TabPanel key={group} id={group} className="import-panel"><GroupRows key={`${group} ${file ?? everyFile}`} task={task} planned={planned} group={group} only={file} /></TabPanel>)}
      <TabPanel id="photos" className="import-panel"><PhotoGallery task={task} /></TabPanel>
    </Tabs>
  );
}

function GroupRows({ task, planned, group, only }: { task: Import; planned: Planned; group: RowGroup; only: number | null }) {
  const say = useSay();
  const client = useClient();
  const { plan } = planned;
  const { leaving } = task;
  const { rows, total, stale, failure, need } = useRows(plan, group, only);
  const [active, setActive] = useState<string | null>(null);

  const kind = group === 'doubtful' ? { doubtfulOnly: true } : { outcome: group };
  const groups: LeftGroup[] = plan.files.flatMap((file, index) => ((only === null || only === index) && file.counts[group] > 0 ? [{ file: index, ...kind }] : []));
  const canLeave = (group === 'new' || group === 'changed' || group === 'doubtful') && groups.length > 0;
  const allLeft = canLeave && groups.every((one) => isGroupLeft(leaving, one));

  const turn = async ({ row, file }: FiledRow, taken: boolean) => {
    const left = leftRowOf(row, file);
    const whole = taken ? groupOf(leaving, left) : undefined;
    if (!whole) { task.leave(withRow(leaving, row.key, left, !taken)); return; }
    // Of a group left out as a whole one row comes back: the others are left out one by one from now on.
    const counts = plan.files[file]?.counts;
    const size = counts ? (whole.outcome ? counts[whole.outcome] : counts.doubtful) : 0;
    if (size > mostApart) { tell({ zh: `这一组有 ${formatNumber(size)} 行，只能整组导入或留下。`, en: `This group has ${formatNumber(size)} rows; it can only be taken in or left out as a whole.` }); return; }
    try {
      const { file: _file, ...words } = whole;
      const others = await fetchGroup(client, plan.planId, file, words);
      task.leave(withRow(withGroupApart(leaving, whole, new Map(others.map((other) => [other.key, leftRowOf(other, file)]))), row.key, left, false));
    } catch (error) { const fault = failureOf(error); tell(fault.message, fault); }
  };

  const loaded = useMemo(() => [...rows.values()], [rows]);
  const hasMap = loaded.some(({ row }) => row.location);
  if (failure && rows.size === 0) return <p className="import-none" role="alert">{say(failure.message)}</p>;
  return (
    <div className="import-group">
      <div className="import-group-bar">
        <p>{explain(group, say)}</p>
        {task.canUndoLeaving && <Button small icon="undo" onPress={task.undoLeaving}>{say('撤销上一步', 'Undo')}</Button>}
        {canLeave && (allLeft
          ? <Button small icon="check" onPress={() => task.leave(withGroups(leaving, groups, false))}>{say('全部导入', 'Take all in')}</Button>
          : <Button small icon="minus" onPress={() => task.leave(withGroups(leaving, groups, true))}>{group === 'doubtful' ? say('存疑的都留下', 'Leave all doubtful out') : say('这一组都留下', 'Leave this group out')}</Button>)}
      </div>
      <div className={`import-group-body ${stale || task.work.at === 'replanning' ? 'import-waiting' : ''}`}>
        {total === 0 ? <p className="import-none">{nothingOf(group, say)}</p>
          : <RowList key={`${plan.planId} ${group}`} rows={rows} total={total} need={need} group={group} active={active} onActive={setActive} isTaken={({ row, file }) => !isLeft(leaving, row.key, leftRowOf(row, file))} onTurn={(filed, taken) => void turn(filed, taken)} fileName={(file) => (plan.files.length > 1 ? plan.files[file]?.file : undefined)} />}
        {hasMap && <RowsMap rows={loaded} active={active} onActive={setActive} />}
      </div>
      {stale && total > 0 && <p className="visually-hidden" role="status"><Icon name="clock" />{say('正在重新计算', 'Working it out anew')}</p>}
    </div>
  );
}

type Say = ReturnType<typeof useSay>;
const explain = (group: RowGroup, say: Say) => ({
  new: say('账上没有的，导入后新建。', 'Not in the ledger yet; they will be added.'),
  changed: say('账上或前面的文件里已有，只改列出的几处。', 'In the ledger, or in an earlier file, already; only what is listed will change.'),
  same: say('与账上一样，不会有改动。', 'The same as in the ledger; nothing will change.'),
  doubtful: say('读进来了，但这些地方请看一眼；可以照样导入，以后再改。', 'They were read, but please look at these places; they may be imported and mended later.'),
  refused: say('这些行不是完整的记录，不会导入。', 'These rows are no complete records and will not be imported.'),
})[group];
const nothingOf = (group: RowGroup, say: Say) => ({
  new: say('没有新增的行。', 'No new rows.'), changed: say('没有要改的行。', 'No rows that change anything.'), same: say('没有与账上相同的行。', 'No rows that are the same.'),
  doubtful: say('没有存疑的行，都读明白了。', 'No doubts; all was understood.'), refused: say('没有被拒绝的行。', 'No rows were refused.'),
})[group];
