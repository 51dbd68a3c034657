import { useEffect, useMemo, useState } from 'react';
import type { PackInspection } from '../../../data/contract.js';
import type { MapPack } from '../../../data/schema/map-pack.js';
import { useClient } from '../../client/current-client.js';
import { knowOperator } from '../../state/operator.js';
import { useSay } from '../../state/language.js';
import { openPage } from '../../state/program-store.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Modal } from '../../ui/modal.js';
import type { ChosenFolder } from '../../ui/folders/folder-chooser.js';
import { PackChoose } from './pack-choose.js';
import { isComplete } from './pack-form.js';
import { JobLine } from './pack-job-line.js';
import { PackReview } from './pack-review.js';
import { fileNameOf } from './pack-words.js';

/** Packs below this size are copied into the ledger's folder unless a person says otherwise. */
const copiedBelow = 1_073_741_824;
export type How = 'copy' | 'link';
/** What a person makes of the pack that was looked into. */
interface Wish { readonly pack: MapPack; readonly how: How }

/** Adds a map: chosen on this machine, looked into, judged by a person on one screen, taken in. */
export function PackAddDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const [chosen, setChosen] = useState<ChosenFolder | null>(null);
  const [wish, setWish] = useState<Wish | null>(null);
  const look = useJob<PackInspection>();
  const take = useJob<{ id: string }>();
  const inspection = look.work.at === 'done' ? look.work.result : null;
  const proposed = useMemo<Wish | null>(() => (inspection ? { pack: inspection.proposal, how: inspection.bytes < copiedBelow ? 'copy' : 'link' } : null), [inspection]);
  useEffect(() => { setWish(proposed); }, [proposed]);
  const inspect = (path: string) => { take.reset(); look.start(() => client.call('maps.inspect', { path })); };
  const add = () => {
    if (!inspection || !wish || !isComplete(wish.pack)) return;
    const { pack, how } = wish;
    take.start(async () => { await knowOperator(); return client.call('maps.add', { inspectionId: inspection.inspectionId, how, pack: { ...pack, name: pack.name.trim() } }); });
  };

  if (take.work.at === 'done' && wish) return <PackAdded name={wish.pack.name} onClose={onClose} />;
  if (inspection && wish) {
    return (
      <Modal title={say(`添加底图：${fileNameOf(inspection.path)}`, `Add a map: ${fileNameOf(inspection.path)}`)} width={1180} onClose={onClose} dismissable={take.work.at !== 'running'}
        foot={take.work.at === 'running' ? <JobLine job={take.work.job} onCancel={take.cancel} /> : (
          <>
            <Button icon="left" onPress={() => { take.reset(); look.reset(); }}>{say('另选', 'Choose another')}</Button>
            {take.work.at === 'failed' && <p className="fault" role="alert">{say(take.work.failure.message)}</p>}
            <span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button>
            <Button tone="primary" icon="add" isDisabled={!isComplete(wish.pack)} onPress={add}>{wish.how === 'copy' ? say('拷进账本，放上地图', 'Copy it in and lay it on the map') : say('链接，放上地图', 'Link it and lay it on the map')}</Button>
          </>
        )}>
        <PackReview inspection={inspection} pack={wish.pack} how={wish.how} isFixed={take.work.at === 'running'} onPack={(pack) => setWish({ ...wish, pack })} onHow={(how) => setWish({ ...wish, how })} />
      </Modal>
    );
  }
  const isLooking = look.work.at === 'running';
  return (
    <Modal title={say('添加底图', 'Add a map')} width={900} onClose={onClose} dismissable={!isLooking}
      foot={look.work.at === 'running' ? <JobLine job={look.work.job} onCancel={look.cancel} /> : (
        <><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button>
          <Button tone="primary" isDisabled={!chosen} onPress={() => { if (chosen) inspect(chosen.file ?? chosen.folder); }}>{chosen?.file ? say('看看这个文件', 'Look at this file') : say('看看这个文件夹', 'Look at this folder')}</Button></>
      )}>
      {look.work.at === 'failed' && <p className="pack-refused" role="alert"><Icon name="warning" size={20} /><span>{say(look.work.failure.message)}</span></p>}
      <PackChoose onChange={setChosen} onFile={inspect} />
    </Modal>
  );
}

/** It is on the map: the way to look at it. */
function PackAdded({ name, onClose }: { name: string; onClose: () => void }) {
  const say = useSay();
  return (
    <Modal title={say('放上地图了', 'It is on the map')} width={500} onClose={onClose}
      foot={<><span className="spacer" /><Button onPress={onClose}>{say('完成', 'Done')}</Button><Button tone="primary" icon="showcase" onPress={() => { onClose(); openPage('showcase'); }}>{say('去总览看看', 'Look at it on the showcase')}</Button></>}>
      <p>{say(`「${name.trim()}」放在各张地图的最上面。次序、浓淡和说明都可以在「底图」里再改；添加也可以撤销。`, `“${name.trim()}” lies on top of every map. Its order, opacity and words can be changed under Maps, and adding it can be undone.`)}</p>
    </Modal>
  );
}
