import { useEffect, useState } from 'react';
import { withinStop } from '../../../../data/rules/tour/draft-tour.js';
import type { StageLanguage, StageTheme } from '../../../../data/schema/stage.js';
import { text, type Language } from '../../../../data/schema/text.js';
import { stopSchemas, type Stop } from '../../../../data/schema/tour.js';
import { metaOf } from '../../../../data/schema/field.js';
import { horizons } from '../../../../data/schema/vocabularies.js';
import { useClient } from '../../../client/current-client.js';
import { fetchStageAssets } from '../../../state/stage-store.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { Select } from '../../../ui/select.js';
import { AssetChooser } from '../asset-chooser.js';
import { FilterFields } from '../filter-fields.js';
import { useFoundEntries } from '../use-found-entries.js';
import { CameraField } from './camera-field.js';
import { FigureFields } from './figure-fields.js';
import { KeptWords } from './kept-words.js';
import { PhotoFields } from './photo-fields.js';
import { PictureChooser } from './picture-chooser.js';
import { goneWords, isGone, stopHelp, stopIcons, stopKinds, stopTitle } from './stop-words.js';
import type { TourEdits } from './use-tour-edits.js';

/** Scenes of these kinds stand on the map, so that their view can be framed. */
const onMap: ReadonlySet<Stop['kind']> = new Set(['overview', 'asset', 'project', 'explore']);
const shared = stopSchemas.cover.shape;
const labelOf = { title: metaOf(shared.title).label, line: metaOf(shared.line).label, notes: metaOf(shared.notes), seconds: metaOf(shared.seconds) };

/** All that can be said of one stop. Every field is kept as it is written. */
export function StopForm({ stop, content, edits, theme, language }: { stop: Stop; content: StageContent; edits: TourEdits; theme: StageTheme; language: StageLanguage }) {
  const say = useSay();
  const { readOnly } = edits;
  const bilingual = (field: 'title' | 'line', side: Language) => (words: string) => edits.set(stop.id, (now) => {
    const next: Partial<Record<Language, string>> = { ...now[field], [side]: words };
    const { [field]: _old, ...rest } = now;
    return (next.zh || next.en ? { ...rest, [field]: next } : rest) as Stop;
  }, text(`改「${stopTitle(stop, content, 'zh')}」的${labelOf[field].zh}`, `Change the ${labelOf[field].en.toLowerCase()} of “${stopTitle(stop, content, 'en')}”`));
  const note = (words: string) => edits.set(stop.id, ({ notes: _old, ...rest }) => ({ ...rest, ...(words === '' ? {} : { notes: words }) }) as Stop, text(`改「${stopTitle(stop, content, 'zh')}」的讲解词`, `Change the notes of “${stopTitle(stop, content, 'en')}”`));
  return (
    <section className="stop-form" aria-label={say('这一站', 'This stop')}>
      <header><Icon name={stopIcons[stop.kind]} size={24} /><div><h3>{say.word(stopKinds, stop.kind)}</h3><p className="soft">{say(stopHelp[stop.kind])}</p></div></header>
      {isGone(stop, content) && <p className="stop-form-gone" role="note"><Icon name="warning" size={18} />{say(goneWords(stop))}</p>}
      <KindFields stop={stop} content={content} edits={edits} />
      <KeptWords key={`${stop.id}-notes`} label={say(labelOf.notes.label)} placeholder={labelOf.notes.help ? say(labelOf.notes.help) : ''} value={stop.notes ?? ''} lines={6} limit={4_000} readOnly={readOnly} big onKeep={note} />
      <SecondsField key={`${stop.id}-seconds`} stop={stop} edits={edits} />
      {onMap.has(stop.kind) && <CameraField key={`${stop.id}-camera`} stop={stop} content={content} edits={edits} theme={theme} language={language} />}
      {(['title', 'line'] as const).map((field) => (
        <div key={field} className="tour-pair">
          <KeptWords key={`${stop.id}-${field}-zh`} label={say(labelOf[field])} placeholder={field === 'title' ? stopTitle({ ...stop, title: undefined } as Stop, content, 'zh') : ''} value={stop[field]?.zh ?? ''} limit={80} readOnly={readOnly} onKeep={bilingual(field, 'zh')} />
          <KeptWords key={`${stop.id}-${field}-en`} label={say(`${labelOf[field].zh}（英文）`, `${labelOf[field].en} in English`)} value={stop[field]?.en ?? ''} limit={120} readOnly={readOnly} onKeep={bilingual(field, 'en')} />
        </div>
      ))}
    </section>
  );
}

/** How long the stop takes: a figure, and steps of five seconds. */
function SecondsField({ stop, edits }: { stop: Stop; edits: TourEdits }) {
  const say = useSay();
  const put = (seconds: number) => edits.set(stop.id, (now) => ({ ...now, seconds: withinStop(seconds) }), text('改时长', 'Change the duration'));
  return (
    <div className="tour-field seconds-field">
      <KeptWords label={say(`${labelOf.seconds.label.zh}（秒）`, `${labelOf.seconds.label.en} (s)`)} value={String(stop.seconds)} limit={4} readOnly={edits.readOnly} onKeep={(words) => { const seconds = Number(words); if (Number.isFinite(seconds) && seconds > 0) put(seconds); }} />
      {!edits.readOnly && <><Button small icon="minus" label={say('少五秒', 'Five seconds less')} onPress={() => put(stop.seconds - 5)} /><Button small icon="add" label={say('多五秒', 'Five seconds more')} onPress={() => put(stop.seconds + 5)} /></>}
    </div>
  );
}

/** What only some kinds of stops have. */
function KindFields({ stop, content, edits }: { stop: Stop; content: StageContent; edits: TourEdits }) {
  const say = useSay();
  const client = useClient();
  const [asking, setAsking] = useState<'asset' | 'assets' | 'picture' | null>(null);
  const assetId = stop.kind === 'asset' ? stop.assetId : null;
  const isKnown = assetId === null || content.asset(assetId) !== undefined;
  useEffect(() => { if (assetId && !isKnown) fetchStageAssets(client, [assetId]).catch(() => undefined); }, [client, assetId, isKnown]);
  const close = () => setAsking(null);
  const set = (change: object, zh: string, en: string) => edits.set(stop.id, (now) => ({ ...now, ...change }) as Stop, text(zh, en));
  const choose = (label: string, what: 'asset' | 'assets' | 'picture', words: string) => <div className="tour-field"><span className="label">{label}</span><div className="camera-field"><b>{words}</b><span className="spacer" /><Button small isDisabled={edits.readOnly} onPress={() => setAsking(what)}>{say('更换', 'Change')}</Button></div></div>;
  const nameOf = (id: string) => { const entry = content.entry(id); return entry ? (say.language === 'en' ? entry.nameEn || entry.name : entry.name) : say('（已不在）', '(gone)'); };
  switch (stop.kind) {
    case 'asset': return (
      <>
        {choose(say('资产', 'Asset'), 'asset', nameOf(stop.assetId))}
        <PhotoFields stop={stop} asset={content.asset(stop.assetId)} edits={edits} />
        {asking === 'asset' && <AssetChooser title={say('换一宗资产', 'Choose another asset')} onClose={close} onChoose={([id]) => { if (id) edits.set(stop.id, ({ id: own, hidden, seconds, notes, title, line }) => ({ id: own, hidden, seconds, kind: 'asset', assetId: id, ...(notes ? { notes } : {}), ...(title ? { title } : {}), ...(line ? { line } : {}) }), text('换资产', 'Change the asset')); close(); }} />}
      </>
    );
    case 'comparison': return (
      <>
        {choose(say('对比的资产', 'Assets compared'), 'assets', stop.assetIds.map(nameOf).join(say('、', ', ')))}
        {asking === 'assets' && <AssetChooser title={say('选两三宗资产对比', 'Choose two or three assets')} most={3} fewest={2} chosen={stop.assetIds} onClose={close} onChoose={(assetIds) => { set({ assetIds }, '换对比的资产', 'Change the assets compared'); close(); }} />}
      </>
    );
    case 'project': return (
      <div className="tour-field"><span className="label">{say('项目', 'Project')}</span>
        <Select label={say('项目', 'Project')} value={stop.projectId} onChange={(projectId) => set({ projectId }, '换项目', 'Change the project')} options={content.projects.map(({ project }) => ({ value: project.id, label: say.language === 'en' && project.nameEn ? project.nameEn : project.name }))} />
      </div>
    );
    case 'table': return (
      <div className="tour-field"><span className="label">{say('近远期', 'Horizon')}</span>
        <Select label={say('近远期', 'Horizon')} value={stop.horizon ?? 'all'} onChange={(value) => edits.set(stop.id, (now) => { const { horizon: _old, ...rest } = now as typeof stop; return value === 'all' ? rest : { ...rest, horizon: value as typeof stop.horizon }; }, text('改放哪些项目', 'Change which projects are shown'))} options={[{ value: 'all', label: say('近期和远期', 'Near and far') }, ...horizons.values.map((value) => ({ value, label: say.word(horizons, value) }))]} />
      </div>
    );
    case 'overview': return <OverviewFields stop={stop} edits={edits} />;
    case 'cover': case 'chapter': case 'closing': return (
      <>
        <div className="tour-field"><span className="label">{say('画面', 'Picture')}</span>
          <div className="camera-field">
            {stop.picture ? <img className="picture-field" src={content.media(stop.picture, true)} alt="" /> : <span className="soft">{say('自动绘制的山水', 'A landscape painted by itself')}</span>}<span className="spacer" />
            {stop.picture && <Button small isDisabled={edits.readOnly} onPress={() => edits.set(stop.id, (now) => { const { picture: _old, ...rest } = now as typeof stop; return rest as Stop; }, text('去掉画面', 'Take the picture away'))}>{say('去掉', 'None')}</Button>}
            <Button small icon="photo" isDisabled={edits.readOnly} onPress={() => setAsking('picture')}>{say('选画面', 'Choose')}</Button>
          </div>
        </div>
        {stop.kind === 'chapter' && <FigureFields stop={stop} edits={edits} />}
        {asking === 'picture' && <PictureChooser onClose={close} onChoose={(picture) => { set({ picture }, '换画面', 'Change the picture'); close(); }} />}
      </>
    );
    default: return null;
  }
}

function OverviewFields({ stop, edits }: { stop: Extract<Stop, { kind: 'overview' }>; edits: TourEdits }) {
  const say = useSay();
  const found = useFoundEntries(stop.filter);
  return (
    <div className="tour-field">
      <span className="label">{say('点亮哪些资产', 'Which assets are lit')}</span>
      <FilterFields filter={stop.filter} onChange={(filter) => { if (!edits.readOnly) edits.set(stop.id, (now) => ({ ...now, filter }) as Stop, text('改筛选条件', 'Change the filter')); }} />
      <p className="help" role="status">{say(`符合的有 ${found.length} 宗`, `${found.length} assets fit`)}</p>
    </div>
  );
}
