import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../data/contract.js';
import { formatNumber } from '../../../data/rules/format.js';
import { useClient } from '../../client/current-client.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { useJob } from '../../state/use-job.js';
import type { Output } from '../../state/use-output.js';
import { Button } from '../button.js';
import { Modal } from '../modal.js';
import { OutputRow } from '../output-row.js';
import { OutputRun } from '../output-run.js';
import { Segmented } from '../segmented.js';
import './exchange.css';
import { firstPart, PartChoice, partOf } from './part-choice.js';

const megabytes = (bytes: number) => formatNumber(bytes / 2 ** 20, bytes < 10 * 2 ** 20 ? 1 : 0);

/** 带走一份: a copy of the ledger, or of a part of it, for another desk. `filtered` are the assets that the table shows, where it shows a part. */
export function TakeAlongDialog({ entries, filtered, onClose }: { entries: readonly IndexEntry[]; filtered: readonly string[] | null; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const [chosen, setChosen] = useState(() => firstPart(filtered !== null));
  const [audience, setAudience] = useState<'internal' | 'public'>('internal');
  const [count, setCount] = useState<CallOutput<'exchange.count'> | null>(null);
  const { work, start, cancel, reset } = useJob<Output>();
  const part = partOf(chosen, filtered);
  const wanted = JSON.stringify(part);
  useEffect(() => {
    const asked = JSON.parse(wanted) as typeof part;
    if (!asked) return;
    let stale = false;
    client.call('exchange.count', { part: asked, internal: audience === 'internal' }).then((found) => { if (!stale) setCount(found); }, () => undefined);
    return () => { stale = true; };
  }, [client, wanted, audience]);
  const known = part ? count : null;
  const running = work.at === 'running';
  return (
    <Modal title={say('带走一份', 'Take a copy along')} width={760} onClose={onClose}
      foot={<><span className="soft figures">{known && say(`${formatNumber(known.assets)} 宗资产，${formatNumber(known.projects)} 个项目，${formatNumber(known.media)} 个照片和附件（${megabytes(known.bytes)} MB）`, `${formatNumber(known.assets)} assets, ${formatNumber(known.projects)} projects, ${formatNumber(known.media)} photos and files (${megabytes(known.bytes)} MB)`)}</span><span className="spacer" /><Button onPress={onClose}>{say('关闭', 'Close')}</Button>
        <Button tone="primary" icon="usb" isDisabled={running || !part} onPress={() => { if (part) start(() => client.call('output.start', { kind: 'exchange', audience, part })); }}>{work.at === 'done' ? say('再做一份', 'Make it again') : say('做一份', 'Make it')}</Button></>}>
      <div className="exchange-dialog">
        <p className="soft">{say('做出一个交换件，用 U 盘或聊天软件带到另一台电脑，在那里「合并进来」。两边各自改过的会逐项合到一起，不会互相覆盖。', 'Makes one exchange file to carry on a stick or send by chat. On the other machine, “Merge in” brings both desks’ work together field by field; neither overwrites the other.')}</p>
        <div className="output-options">
          <PartChoice chosen={chosen} filtered={filtered} entries={entries} onChange={(next) => { setChosen(next); if (!running) reset(); }} />
          <OutputRow label={say('内部栏目', 'Internal')} words={audience === 'internal' ? say('含权利人、底价、备注、村里联系人、原图和附件。只交给自己单位的人。', 'Holds owners, reserve prices, notes, contacts, originals and documents. For your own office only.') : say('只有可公开的栏目和照片；对方原有的内部栏目不受影响。', 'Public fields and photos only; what the other desk holds in internal fields stays as it is.')}>
            <Segmented label={say('内部栏目', 'Internal fields')} value={audience} onChange={(value) => { setAudience(value); if (!running) reset(); }} options={[{ value: 'internal', label: say('带上', 'With') }, { value: 'public', label: say('不带', 'Without') }]} />
          </OutputRow>
        </div>
        {known && known.leftProjects > 0 && <p className="help">{say(`有 ${known.leftProjects} 个项目还连着没选的资产，不会带上。`, `${known.leftProjects} projects link other assets as well and stay here.`)}</p>}
        <OutputRun work={work} onCancel={cancel} />
      </div>
    </Modal>
  );
}
