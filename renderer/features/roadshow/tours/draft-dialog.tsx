import { useMemo, useState } from 'react';
import { emptyFilter, type AssetFilter } from '../../../../data/rules/filter.js';
import { clockText } from '../../../../data/rules/stage/clock.js';
import { draftStops, tourSeconds } from '../../../../data/rules/tour/draft-tour.js';
import type { Stop } from '../../../../data/schema/tour.js';
import { useSay } from '../../../state/language.js';
import { useProgram } from '../../../state/program-store.js';
import { Button } from '../../../ui/button.js';
import { Modal } from '../../../ui/modal.js';
import { Segmented } from '../../../ui/segmented.js';
import { FilterFields } from './filter-fields.js';
import { newStopId } from './tour-store.js';
import { useAnswer } from './use-answer.js';

const lengths = ['8', '15', '25', '40'] as const;

/** A first tour in one step: what it is to show, and how long it may be. What would come of it is counted as one chooses. */
export function DraftDialog({ onClose, onDraft }: { onClose: () => void; onDraft: (name: string, stops: Stop[]) => void }) {
  const say = useSay();
  const projects = useProgram((state) => state.publicProjects);
  const township = useProgram((state) => state.overview?.profile.name);
  const [name, setName] = useState(() => say(`${township?.zh ?? ''}招商路演`, `${township?.en ?? ''} roadshow`));
  const [filter, setFilter] = useState<AssetFilter>({ ...emptyFilter, statuses: ['available', 'idle', 'partly-idle'] });
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>('15');
  const found = useAnswer(filter);
  const stops = useMemo(() => draftStops({ filter, assets: found, projects: projects.map(({ project }) => project), minutes: Number(minutes), newId: newStopId }), [filter, found, projects, minutes]);
  const assets = stops.filter(({ kind }) => kind === 'asset').length;
  const ready = name.trim() !== '' && found.length > 0;
  return (
    <Modal title={say('起草路线', 'Draft a tour')} width={720} onClose={onClose}
      foot={<><p role="status" className="figures">{found.length === 0 ? say('没有符合的资产，请放宽条件。', 'No asset fits; loosen the conditions.') : say(`找到 ${found.length} 宗，排成 ${stops.length} 站（${assets} 宗资产），${clockText(tourSeconds(stops))}`, `${found.length} found: ${stops.length} stops (${assets} assets), ${clockText(tourSeconds(stops))}`)}</p><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" icon="edit" isDisabled={!ready} onPress={() => onDraft(name.trim(), stops)}>{say('起草', 'Draft')}</Button></>}>
      <div className="tour-draft">
        <div><label className="label" htmlFor="draft-name">{say('路线名称', 'Tour')}</label><input id="draft-name" className="input" maxLength={80} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} /></div>
        <div><span className="label">{say('时长', 'Length')}</span><Segmented label={say('时长', 'Length')} value={minutes} onChange={setMinutes} options={lengths.map((value) => ({ value, label: say(`${value} 分钟`, `${value} min`) }))} /></div>
        <FilterFields filter={filter} onChange={setFilter} />
        <p className="help">{say('封面、乡情数字、总览在前；资产按飞行最近、类别轮换排好，有项目的紧跟项目；最后是项目表、自由探索和结束页。都可以再改。', 'Cover, figures and overview come first; assets in an order of short flights and changing categories, each project behind its asset; then the table, an open map and the closing. All of it can be changed.')}</p>
      </div>
    </Modal>
  );
}
