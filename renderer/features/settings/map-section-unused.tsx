import { useState } from 'react';
import type { StoredPack } from '../../../data/contract.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Modal } from '../../ui/modal.js';
import { fileNameOf, sizeWords } from './pack-words.js';
import { Part } from './part.js';

const total = (packs: readonly StoredPack[]) => packs.reduce((sum, { bytes, how }) => sum + (how === 'copied' ? bytes : 0), 0);

/** The packs that no sheet uses any more, and 「清理」, which deletes their tiles for good. Nothing where there are none. */
export function UnusedPacks({ packs, readOnly, onChanged }: { packs: readonly StoredPack[]; readOnly: boolean; onChanged: () => void }) {
  const say = useSay();
  const [isAsking, setIsAsking] = useState(false);
  const unused = packs.filter(({ inUse }) => !inUse);
  if (unused.length === 0) return null;
  const bytes = total(unused);
  return (
    <Part title={say('不在地图上的底图', 'Maps that are not shown')}
      note={say('从地图上取下的底图，瓦片还留着，撤销「取下」就能原样放回。确定不再用时可以清理。', 'Tiles of maps that were taken off are kept, so that taking them off can be undone. Clean up once they are no longer wanted.')}
      actions={!readOnly && <Button icon="remove" tone="danger" onPress={() => setIsAsking(true)}>{bytes > 0 ? say(`清理（${sizeWords(bytes)}）`, `Clean up (${sizeWords(bytes)})`) : say('清理', 'Clean up')}</Button>}>
      <PackList packs={unused} />
      {isAsking && <CleanUpDialog packs={unused} onClose={() => { setIsAsking(false); onChanged(); }} />}
    </Part>
  );
}

function PackList({ packs }: { packs: readonly StoredPack[] }) {
  const say = useSay();
  return (
    <ul className="map-unused">
      {packs.map((pack) => (
        <li key={pack.id}>
          <Icon name={pack.how === 'copied' ? 'layers' : 'link'} size={20} />
          <span><b>{fileNameOf(pack.path)}</b><small>{pack.how === 'copied' ? say('存在账本里', 'Kept in the ledger') : say('链接，文件在别处，不会删', 'Linked; its own files stay')}{pack.fault ? ` · ${say(pack.fault)}` : ''}</small></span>
          <span className="figures soft">{sizeWords(pack.bytes)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The plain question before tiles are deleted. */
function CleanUpDialog({ packs, onClose }: { packs: readonly StoredPack[]; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const clean = async () => {
    setIsBusy(true);
    try {
      for (const { id } of packs) await client.call('maps.remove', { id });
      tell({ zh: `已清理 ${packs.length} 个底图。`, en: packs.length === 1 ? '1 map was deleted.' : `${packs.length} maps were deleted.` });
      onClose();
    } catch (error) {
      setFault(say(failureOf(error).message));
      setIsBusy(false);
    }
  };
  return (
    <Modal title={say('清理不用的底图', 'Clean up unused maps')} width={540} onClose={onClose} dismissable={!isBusy}
      foot={<>{fault && <p className="fault" role="alert">{fault}</p>}<span className="spacer" /><Button isDisabled={isBusy} onPress={onClose}>{say('不清理', 'Keep them')}</Button><Button tone="danger" icon="remove" isDisabled={isBusy} onPress={() => void clean()}>{isBusy ? say('正在清理…', 'Deleting…') : say('删掉这些瓦片', 'Delete these tiles')}</Button></>}>
      <p className="map-unused-lead">{say('账本里的这些瓦片会从磁盘上删掉，不能撤销；撤销「取下」也找不回来。链接的底图只去掉链接。', 'These tiles are deleted from the disk. This cannot be undone, nor do they come back when taking a map off is undone. Of linked maps only the link goes.')}</p>
      <PackList packs={packs} />
    </Modal>
  );
}
