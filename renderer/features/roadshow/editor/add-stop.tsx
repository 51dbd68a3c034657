import { useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Stop, StopKind } from '../../../../data/schema/tour.js';
import { useClient } from '../../../client/current-client.js';
import { failureOf } from '../../../client/call-failure.js';
import { useSay } from '../../../state/language.js';
import { tell } from '../../../state/program-store.js';
import { fetchStageAssets } from '../../../state/stage-store.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Icon } from '../../../ui/icon.js';
import { AssetChooser } from '../asset-chooser.js';
import { ProjectChooser } from './project-chooser.js';
import { assetStop, comparisonStop, plainStop, projectStop, stopHelp, stopIcons, stopKinds, videoStop } from './stop-words.js';

/** Adds a stop of any kind behind the one that is chosen; what it shows is asked for first. */
export function AddStop({ content, onAdd }: { content: StageContent; onAdd: (stops: Stop[]) => void }) {
  const say = useSay();
  const client = useClient();
  const [asking, setAsking] = useState<StopKind | null>(null);
  const close = () => setAsking(null);
  const add = (stops: Stop[]) => { close(); if (stops.length > 0) onAdd(stops); };
  const begin = (kind: StopKind) => { const plain = plainStop(kind); if (plain) onAdd([plain]); else setAsking(kind); };
  const addFilm = (assetId: string) => {
    fetchStageAssets(client, [assetId]).then(() => client.call('public.assets', { ids: [assetId] })).then(([asset]) => {
      const [film] = asset?.videos ?? [];
      if (film) add([videoStop(assetId, film.id)]);
      else { close(); tell({ zh: '这宗资产没有视频。先在一本账里给它添加视频。', en: 'This asset has no film. Add one in the ledger first.' }); }
    }).catch((error: unknown) => { close(); const failure = failureOf(error); tell(failure.message, failure); });
  };
  return (
    <>
      <MenuTrigger>
        <AriaButton className="button button-primary add-stop"><Icon name="add" size={20} />{say('添加站点', 'Add a stop')}</AriaButton>
        <Popover className="popover" placement="top start">
          <Menu className="add-stop-menu" aria-label={say('站点种类', 'Kinds of stops')} onAction={(key) => begin(key as StopKind)}>
            {stopKinds.values.map((kind) => <MenuItem key={kind} id={kind} textValue={say.word(stopKinds, kind)} className="list-item"><Icon name={stopIcons[kind]} size={20} /><span><b>{say.word(stopKinds, kind)}</b><small className="soft">{say(stopHelp[kind])}</small></span></MenuItem>)}
          </Menu>
        </Popover>
      </MenuTrigger>
      {asking === 'asset' && <AssetChooser title={say('添加资产站点', 'Add assets')} most={20} onClose={close} onChoose={(ids) => { fetchStageAssets(client, ids).catch(() => undefined); add(ids.map(assetStop)); }} />}
      {asking === 'comparison' && <AssetChooser title={say('选两三宗资产对比', 'Choose two or three assets')} most={3} fewest={2} onClose={close} onChoose={(ids) => { fetchStageAssets(client, ids).catch(() => undefined); add([comparisonStop(ids)]); }} />}
      {asking === 'video' && <AssetChooser title={say('选带视频的资产', 'Choose an asset with a film')} onClose={close} onChoose={([id]) => { if (id) addFilm(id); }} />}
      {asking === 'project' && <ProjectChooser content={content} onClose={close} onChoose={(ids) => add(ids.map(projectStop))} />}
    </>
  );
}
