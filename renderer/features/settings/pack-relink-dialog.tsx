import { useCallback, useEffect, useState } from 'react';
import type { MapSheet } from '../../../data/contract.js';
import { creditOf } from '../../../data/rules/map/credits.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';
import { FolderChooser, type ChosenFolder } from '../../ui/folders/folder-chooser.js';
import { JobLine } from './pack-job-line.js';
import { packEndings } from './pack-choose.js';

/** Finds a linked pack that was moved; another pack is refused. */
export function PackRelinkDialog({ sheet, onClose }: { sheet: MapSheet; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const [chosen, setChosen] = useState<ChosenFolder | null>(null);
  const { work, start, cancel } = useJob<{ id: string }>();
  const { name } = creditOf(sheet);
  const find = useCallback((path: string) => start(() => client.call('maps.relink', { id: sheet.id, path })), [client, sheet.id, start]);
  const isDone = work.at === 'done';
  useEffect(() => {
    if (!isDone) return;
    tell({ zh: `找到了「${name.zh}」，地图已恢复。`, en: `“${name.en}” was found; it is on the map again.` });
    onClose();
    // Told once, when the pack is found.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isDone]);
  return (
    <Modal title={say(`重新指定「${say(name)}」的位置`, `Find “${say(name)}” again`)} width={860} onClose={onClose} dismissable={work.at !== 'running'}
      foot={work.at === 'running' ? <JobLine job={work.job} onCancel={cancel} /> : (
        <>{work.at === 'failed' && <p className="fault" role="alert">{say(work.failure.message)}</p>}<span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button>
          <Button tone="primary" isDisabled={!chosen} onPress={() => { if (chosen) find(chosen.file ?? chosen.folder); }}>{chosen?.file ? say('用这个文件', 'Use this file') : say('用这个文件夹', 'Use this folder')}</Button></>
      )}>
      <p className="soft folders-lead">{say('文件挪过地方、换过盘符或 U 盘时，在这里指给程序看。只认得原来那个底图。', 'Show the program where the file or folder is now. Only the very same map is taken.')}</p>
      <FolderChooser canMake={false} endings={packEndings} onChange={setChosen} onFile={find} />
    </Modal>
  );
}
