import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { emptyFilter } from '../../../../data/rules/filter.js';
import { usualSeconds } from '../../../../data/rules/tour/edit-stops.js';
import { stopKinds, stopSchema, type Stop, type StopKind } from '../../../../data/schema/tour.js';
import { useSay } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { newStopId } from '../tours/tour-store.js';
import { AssetPicker } from './asset-picker.js';
import { MediaPicker } from './media-picker.js';
import { ProjectPicker } from './project-picker.js';

const asking: ReadonlySet<StopKind> = new Set(['asset', 'project', 'comparison', 'video']);

/** Adds a stop of any kind behind the chosen one; where it shows something of the ledger, that is chosen first. */
export function AddStop({ content, onAdd }: { content: StageContent; onAdd: (stops: Stop[]) => void }) {
  const say = useSay();
  const [kind, setKind] = useState<StopKind | null>(null);
  const stopOf = (of: StopKind, fields: object = {}) => stopSchema.parse({ id: newStopId(), kind: of, hidden: false, seconds: usualSeconds[of], ...fields });
  const finish = (stops: Stop[]) => { setKind(null); if (stops.length > 0) onAdd(stops); };
  const choose = (of: StopKind) => { if (asking.has(of)) setKind(of); else finish([stopOf(of, of === 'overview' ? { filter: emptyFilter } : {})]); };
  return (
    <>
      <MenuTrigger>
        <Button small tone="primary" icon="add">{say('添加站点', 'Add a stop')}</Button>
        <Popover className="popover" placement="bottom start">
          <Menu aria-label={say('站点种类', 'Kind of stop')} style={{ outline: 'none', minWidth: 190 }} onAction={(key) => choose(key as StopKind)}>
            {stopKinds.words.map((word) => <MenuItem key={word.value} id={word.value} className="list-item">{say(word.label)}</MenuItem>)}
          </Menu>
        </Popover>
      </MenuTrigger>
      {kind === 'asset' && <AssetPicker title={say('添加资产', 'Add assets')} content={content} least={1} most={40} chosen={[]} onClose={() => setKind(null)} onChoose={(ids) => finish(ids.map((assetId) => stopOf('asset', { assetId })))} />}
      {kind === 'comparison' && <AssetPicker title={say('对比哪几宗资产', 'Assets to compare')} content={content} least={2} most={3} chosen={[]} onClose={() => setKind(null)} onChoose={(assetIds) => finish([stopOf('comparison', { assetIds })])} />}
      {kind === 'project' && <ProjectPicker content={content} onClose={() => setKind(null)} onChoose={(projectId) => finish([stopOf('project', { projectId })])} />}
      {kind === 'video' && <MediaPicker kind="videos" content={content} onClose={() => setKind(null)} onChoose={(video, assetId) => finish([stopOf('video', { video, assetId })])} />}
    </>
  );
}
