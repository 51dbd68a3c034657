import { useState } from 'react';
import type { Stop } from '../../../../data/schema/tour.js';
import { horizons } from '../../../../data/schema/vocabularies.js';
import { useSay } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { Segmented } from '../../../ui/segmented.js';
import { FilterFields } from '../tours/filter-fields.js';
import { useAnswer } from '../tours/use-answer.js';
import { AssetPicker } from './asset-picker.js';
import { FiguresField } from './figures-field.js';
import { MediaPicker } from './media-picker.js';
import { PhotosField } from './photos-field.js';
import { ProjectPicker } from './project-picker.js';
import type { ChangeFields } from './stop-form.js';

interface Fields<K extends Stop['kind']> { readonly stop: Extract<Stop, { kind: K }>; readonly content: StageContent; readonly readOnly: boolean; readonly onChange: ChangeFields; readonly onDone: () => void }

/** The fields that only one kind of stop has. */
export function KindFields({ stop, ...rest }: Omit<Fields<Stop['kind']>, 'stop'> & { stop: Stop }) {
  const say = useSay();
  switch (stop.kind) {
    case 'cover': case 'closing': return <PictureField stop={stop} {...rest} />;
    case 'chapter': return <><PictureField stop={stop} {...rest} /><FiguresField figures={stop.figures} {...rest} /></>;
    case 'overview': return <OverviewField stop={stop} {...rest} />;
    case 'asset': return <><ChosenAssets ids={[stop.assetId]} least={1} most={1} {...rest} onChoose={([assetId]) => rest.onChange({ assetId, photos: undefined, change: undefined, camera: undefined })} /><PhotosField stop={stop} {...rest} /></>;
    case 'comparison': return <ChosenAssets ids={stop.assetIds} least={2} most={3} {...rest} onChoose={(assetIds) => rest.onChange({ assetIds })} />;
    case 'project': return <ProjectField stop={stop} {...rest} />;
    case 'table': return (
      <div className="stop-field"><span className="label">{say('放哪些项目', 'Which projects')}</span>
        <Segmented label={say('近远期', 'Horizon')} value={stop.horizon ?? 'all'} onChange={(value) => rest.onChange({ horizon: value === 'all' ? undefined : value })} options={[{ value: 'all' as string, label: say('都放', 'Both') }, ...horizons.words.map((word) => ({ value: word.value as string, label: say(word.label) }))]} />
      </div>
    );
    case 'video': return <VideoField stop={stop} {...rest} />;
    default: return null;
  }
}

function PictureField({ stop, content, readOnly, onChange }: Fields<'cover' | 'closing' | 'chapter'>) {
  const say = useSay();
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="stop-field"><span className="label">{say('画面', 'Picture')}</span>
      <div className="stop-row">
        {stop.picture && <img className="stop-picture" src={content.media(stop.picture, true)} alt={say('选定的画面', 'The chosen picture')} />}
        <Button small icon="photo" isDisabled={readOnly} onPress={() => setChoosing(true)}>{stop.picture ? say('换一张', 'Another') : say('从照片里选', 'Choose a photo')}</Button>
        {stop.picture && <Button small tone="quiet" icon="close" isDisabled={readOnly} onPress={() => onChange({ picture: undefined })}>{say('不用照片', 'No photo')}</Button>}
      </div>
      {choosing && <MediaPicker kind="photos" content={content} onClose={() => setChoosing(false)} onChoose={(picture) => { setChoosing(false); onChange({ picture }); }} />}
    </div>
  );
}

function OverviewField({ stop, onChange }: Fields<'overview'>) {
  const say = useSay();
  const found = useAnswer(stop.filter);
  return (
    <div className="stop-field"><span className="label">{say('筛选条件', 'Filter')}<b className="figures" role="status">{say(`找到 ${found.length} 宗`, `${found.length} found`)}</b></span>
      <FilterFields filter={stop.filter} onChange={(filter) => onChange({ filter })} />
      {found.length === 0 && <p className="fault">{say('没有符合的资产，上台会是一张空地图。请去掉一个条件。', 'No asset fits: the stage would show an empty map. Drop one condition.')}</p>}
    </div>
  );
}

function ChosenAssets({ ids, least, most, content, readOnly, onChoose }: { ids: readonly string[]; least: number; most: number; content: StageContent; readOnly: boolean; onChoose: (ids: string[]) => void }) {
  const say = useSay();
  const [choosing, setChoosing] = useState(false);
  const nameOf = (id: string) => { const entry = content.entry(id); return entry ? (say.language === 'en' ? entry.nameEn ?? entry.name : entry.name) : say('已不在', 'Gone'); };
  return (
    <div className="stop-field"><span className="label">{most > 1 ? say('对比的资产', 'Assets compared') : say('资产', 'Asset')}</span>
      <div className="stop-row">{ids.map((id) => <span key={id} className={`tag ${content.entry(id) ? '' : 'tag-warn'}`}>{nameOf(id)}</span>)}<Button small icon="swap" isDisabled={readOnly} onPress={() => setChoosing(true)}>{most > 1 ? say('重新选', 'Choose again') : say('换一宗', 'Another')}</Button></div>
      {choosing && <AssetPicker title={say('选资产', 'Choose assets')} content={content} least={least} most={most} chosen={most > 1 ? ids : []} onClose={() => setChoosing(false)} onChoose={(next) => { setChoosing(false); onChoose(next); }} />}
    </div>
  );
}

function ProjectField({ stop, content, readOnly, onChange }: Fields<'project'>) {
  const say = useSay();
  const [choosing, setChoosing] = useState(false);
  const name = content.project(stop.projectId)?.project.name;
  return (
    <div className="stop-field"><span className="label">{say('项目', 'Project')}</span>
      <div className="stop-row"><span className={`tag ${name ? '' : 'tag-warn'}`}>{name ?? say('已不在', 'Gone')}</span><Button small icon="swap" isDisabled={readOnly} onPress={() => setChoosing(true)}>{say('换一个', 'Another')}</Button></div>
      {choosing && <ProjectPicker content={content} onClose={() => setChoosing(false)} onChoose={(projectId) => { setChoosing(false); onChange({ projectId, camera: undefined }); }} />}
    </div>
  );
}

function VideoField({ stop, content, readOnly, onChange }: Fields<'video'>) {
  const say = useSay();
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="stop-field"><span className="label">{say('视频', 'Film')}</span>
      <div className="stop-row"><span className="tag">{(stop.assetId && content.entry(stop.assetId)?.name) || say('未选', 'None')}</span><Button small icon="swap" isDisabled={readOnly} onPress={() => setChoosing(true)}>{say('换一段', 'Another')}</Button></div>
      {choosing && <MediaPicker kind="videos" content={content} onClose={() => setChoosing(false)} onChoose={(video, assetId) => { setChoosing(false); onChange({ video, assetId }); }} />}
    </div>
  );
}
