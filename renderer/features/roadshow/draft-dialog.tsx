import { useState } from 'react';
import { clockText } from '../../../data/rules/stage/clock.js';
import { draftStops, tourSeconds } from '../../../data/rules/tour/draft-tour.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';
import { Segmented } from '../../ui/segmented.js';
import { emptyFilter, FilterFields } from './filter-fields.js';
import { useFoundEntries } from './use-found-entries.js';
import { newStopId } from './editor/stop-words.js';
import type { Stop } from '../../../data/schema/tour.js';

const lengths = ['8', '15', '25'] as const;

/** A first tour in one step: which assets, how long, and it is there to be changed. */
export function DraftDialog({ onDraft, onClose }: { onDraft: (name: string, stops: Stop[]) => void; onClose: () => void }) {
  const say = useSay();
  const [filter, setFilter] = useState(emptyFilter);
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>('15');
  const [name, setName] = useState(say('招商路演', 'Investment roadshow'));
  const found = useFoundEntries(filter);
  const projects = useProgram((state) => state.publicProjects);
  const draft = () => draftStops({ filter, assets: found, projects: projects.map(({ project }) => project), minutes: Number(minutes), newId: newStopId });
  const preview = draft();
  const assets = preview.filter(({ kind }) => kind === 'asset').length;
  return (
    <Modal title={say('起草一条讲解路线', 'Draft a tour')} width={660} onClose={onClose}
      foot={<><span className="soft" role="status">{say(`约 ${preview.length} 站、${clockText(tourSeconds(preview))}，讲 ${assets} 宗资产`, `About ${preview.length} stops, ${clockText(tourSeconds(preview))}, ${assets} assets`)}</span><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={name.trim() === '' || found.length === 0} onPress={() => onDraft(name.trim(), draft())}>{say('起草', 'Draft it')}</Button></>}>
      <div className="draft-fields">
        <label className="tour-field"><span className="label">{say('路线名称', 'Tour')}</span><input className="input" autoFocus value={name} maxLength={80} onChange={(event) => setName(event.target.value)} /></label>
        <div className="tour-field"><span className="label">{say('讲哪些资产（不选就是全部）', 'Which assets (none chosen: all)')}</span><FilterFields filter={filter} onChange={setFilter} /><p className="help" role="status">{found.length === 0 ? say('没有符合的资产，请放宽条件。', 'No asset fits; loosen the filter.') : say(`符合的有 ${found.length} 宗。先挑可招商、有照片的，各类轮流，飞行路线最短。`, `${found.length} fit. Those that can be had and have photos come first, kinds take turns, flights are short.`)}</p></div>
        <div className="tour-field"><span className="label">{say('讲多久', 'How long')}</span><Segmented label={say('讲多久', 'How long')} value={minutes} onChange={setMinutes} options={lengths.map((value) => ({ value, label: say(`${value} 分钟`, `${value} min`) }))} /></div>
      </div>
    </Modal>
  );
}
