import { useCallback, useEffect, useState } from 'react';
import type { Comparison, RestorePoint } from '../../../data/contract.js';
import { formatNumber } from '../../../data/rules/format.js';
import type { Failure } from '../../../data/schema/failure.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay, type Say } from '../../state/language.js';
import { tell, useProgram } from '../../state/program-store.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { momentText } from '../../ui/fields/value-text.js';
import { Progress } from '../../ui/progress.js';
import { Select } from '../../ui/select.js';
import { sizeWords } from './pack-words.js';
import { Part } from './part.js';
import { RestoreDialog } from './restore-dialog.js';
import { useSettings } from './use-settings.js';

const hourChoices = [1, 2, 4, 8, 24, 72, 168];
const hourWords = (hours: number, say: Say) => hours >= 24 ? say(`每 ${hours / 24} 天`, hours === 24 ? 'Every day' : `Every ${hours / 24} days`) : say(`每 ${hours} 小时`, hours === 1 ? 'Every hour' : `Every ${hours} hours`);

/** Restore points: how often, which there are, and the way back to one. */
export function BackupSection() {
  const say = useSay();
  const client = useClient();
  const hours = useProgram((state) => state.settings.backupHours);
  const status = useProgram((state) => state.status);
  const change = useSettings();
  const [points, setPoints] = useState<readonly RestorePoint[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isMaking, setIsMaking] = useState(false);
  const [chosen, setChosen] = useState<RestorePoint | null>(null);
  const { work, start, cancel, reset } = useJob<Comparison>();
  const [asked, setAsked] = useState<RestorePoint | null>(null);

  const reload = useCallback(() => { client.call('backup.list', {}).then((list) => { setPoints(list); setFailure(null); }, (error: unknown) => setFailure(failureOf(error))); }, [client]);
  useEffect(reload, [reload, status?.folder, status?.seq]);
  const make = async () => {
    setIsMaking(true);
    try {
      const point = await client.call('backup.make', {});
      tell({ zh: `已备份：${momentText(point.at)}。`, en: `Backed up: ${momentText(point.at)}.` });
      reload();
    } catch (error) {
      const failed = failureOf(error);
      tell(failed.message, failed);
    } finally {
      setIsMaking(false);
    }
  };
  const compare = (point: RestorePoint) => { setAsked(point); start(() => client.call('backup.compare', { id: point.id })); };
  const isFixed = (status?.readOnly ?? true) || (status?.missing ?? false);
  return (
    <Part title={say('备份', 'Backups')} actions={<Button tone="primary" icon="copy" isDisabled={isMaking || isFixed} onPress={() => void make()}>{isMaking ? say('正在备份…', 'Backing up…') : say('现在备份', 'Back up now')}</Button>}
      note={say('修改时自动留下恢复点：最近 10 个总是保留，更早的每天留一个，共 30 天。恢复算一次修改，可以撤销。', 'Restore points are kept as you edit: always the last 10, then one a day for 30 days. Restoring is a change like any other and can be undone.')}>
      <div className="settings-lines"><div>
        <span className="label">{say('最多多久一个', 'At most')}</span>
        <Select label={say('最多多久留一个恢复点', 'How often a restore point is kept at most')} className="settings-hours" value={String(hours)} options={[...new Set([...hourChoices, hours])].sort((one, other) => one - other).map((value) => ({ value: String(value), label: hourWords(value, say) }))} onChange={(value) => change({ backupHours: Number(value) })} />
      </div></div>
      {failure && <p className="fault" role="alert">{say(failure.message)}</p>}
      {points?.length === 0 && <p className="soft settings-none">{say('还没有恢复点。点「现在备份」留下第一个。', 'No restore points yet. Back up now to keep the first.')}</p>}
      {points && points.length > 0 && (
        <table className="settings-points">
          <thead><tr><th scope="col">{say('时间', 'When')}</th><th scope="col">{say('其后的修改', 'Changes since')}</th><th scope="col">{say('大小', 'Size')}</th><th scope="col"><span className="visually-hidden">{say('操作', 'Actions')}</span></th></tr></thead>
          <tbody>{points.map((point) => {
            const since = Math.max(0, (status?.seq ?? point.seq) - point.seq);
            const isComparing = asked?.id === point.id && work.at === 'running';
            return (
              <tr key={point.id}>
                <td><b className="figures">{momentText(point.at)}</b> <small>{agoWords(point.at, say)}</small></td>
                <td className="figures">{since === 0 ? say('没有', 'None') : say(`${formatNumber(since)} 次`, formatNumber(since))}</td>
                <td className="figures">{point.bytes > 0 ? sizeWords(point.bytes) : '—'}</td>
                <td>
                  {isComparing ? <Button small onPress={cancel}>{say('取消', 'Cancel')}</Button> : <Button small isDisabled={work.at === 'running'} onPress={() => compare(point)}>{say('比较', 'Compare')}</Button>}
                  <Button small tone="quiet" icon="undo" isDisabled={isFixed || since === 0} onPress={() => setChosen(point)}>{say('恢复', 'Restore')}</Button>
                </td>
              </tr>
            );
          })}</tbody>
        </table>
      )}
      {work.at === 'running' && <div className="settings-running"><span role="status">{work.job ? say(work.job.step) : say('准备中', 'Preparing')}…</span><Progress label={say('比较', 'Comparing')} done={work.job?.done ?? 0} total={work.job?.total ?? null} /></div>}
      {work.at === 'failed' && <p className="fault" role="alert">{say(work.failure.message)}</p>}
      {work.at === 'done' && asked && <RestoreDialog point={asked} comparison={work.result} onClose={() => { reset(); reload(); }} />}
      {chosen && <RestoreDialog point={chosen} comparison={null} onClose={() => { setChosen(null); reload(); }} />}
    </Part>
  );
}

/** How long ago, in the largest unit that fits. */
function agoWords(moment: string, say: Say): string {
  const minutes = Math.round((Date.now() - Date.parse(moment)) / 60_000);
  const words = new Intl.RelativeTimeFormat(say.language === 'zh' ? 'zh-CN' : 'en-GB', { numeric: 'auto' });
  if (minutes < 60) return words.format(-minutes, 'minute');
  if (minutes < 48 * 60) return words.format(-Math.round(minutes / 60), 'hour');
  return words.format(-Math.round(minutes / 1440), 'day');
}
