import { useEffect, useMemo, useRef, useState } from 'react';
import '../roadshow.css';
import './console.css';
import { emptyFilter } from '../../../../data/rules/filter.js';
import { emptyDraft } from '../../../../data/rules/matching/wish-draft.js';
import { sceneNow } from '../../../../data/rules/stage/act.js';
import { zoomed, zoomStep } from '../../../../data/rules/stage/steer.js';
import type { StageCommand } from '../../../../data/schema/stage.js';
import { stopKinds } from '../../../../data/schema/tour.js';
import { failureOf } from '../../../client/call-failure.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { tell, useProgram } from '../../../state/program-store.js';
import { actOn, useStage } from '../../../state/stage-store.js';
import { usePassages, useStageContent } from '../../../stage/stage-content.js';
import { TakeLeadDialog } from '../../../ui/leads/take-lead-dialog.js';
import { Segmented } from '../../../ui/segmented.js';
import { nameOfStop } from '../tours/stop-words.js';
import { useStartShow } from '../use-start-show.js';
import { ConsoleClocks } from './console-clocks.js';
import { EndDialog, KeyDialog } from './console-dialogs.js';
import { ConsoleFilter, type Question } from './console-filter.js';
import type { ConsoleAction } from './console-keys.js';
import { ConsoleMarks } from './console-marks.js';
import { ConsoleNotes } from './console-notes.js';
import { cameraOf, ConsoleScreen } from './console-screen.js';
import { ConsoleStops } from './console-stops.js';
import { ConsoleTools } from './console-tools.js';
import { ConsoleWish } from './console-wish.js';
import { LateThumb } from './late-thumb.js';
import { useConsoleKeys } from './use-console-keys.js';

type Panel = 'stops' | 'answer' | 'marks';
const nothingAsked: Question = { filter: emptyFilter, query: '' };

/** 讲解台: what the presenter sees while the room sees the stage. Dark whatever the theme, since rooms are. */
export function ConsolePage() {
  const say = useSay();
  const client = useClient();
  const { show, tour, desk } = useStage();
  const content = useStageContent();
  const passages = usePassages(tour, content);
  const notesOf = useProgram((state) => state.deskTours?.find(({ id }) => id === show.tourId));
  const [panel, setPanel] = useState<Panel>('stops');
  const [question, setQuestion] = useState(nothingAsked);
  const [over, setOver] = useState<'keys' | 'lead' | 'end' | null>(null);
  const [asking, setAsking] = useState<'filter' | 'wish'>('filter');
  const [draft, setDraft] = useState(emptyDraft);
  const field = useRef<HTMLInputElement>(null);
  const wishField = useRef<HTMLTextAreaElement>(null);
  const { openScreen, dialog } = useStartShow();

  useEffect(() => {
    const { dataset } = document.documentElement;
    const before = dataset['theme'];
    dataset['theme'] = 'dark';
    return () => { dataset['theme'] = before ?? 'light'; };
  }, []);

  const command = (asked: StageCommand) => actOn(client, 'desk', asked);
  const now = useMemo(() => sceneNow(show, passages), [show, passages]);
  const marked = useMemo(() => new Set(desk?.marks.map(({ assetId }) => assetId)), [desk]);
  const mark = (assetId: string) => { client.call('stage.mark', { assetId, marked: !marked.has(assetId) }).catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); };
  const onScreen = show.assetId ?? (now && 'assetId' in now.scene ? now.scene.assetId : null);
  const exploring = show.mode === 'explore';
  const zoom = (by: number) => { const camera = content && exploring ? cameraOf(show, content) : null; if (camera) command({ do: 'look', camera: zoomed(camera, by) }); };

  const obey = (action: ConsoleAction) => {
    switch (action) {
      case 'next': case 'previous': case 'first': case 'last': case 'black': command({ do: action }); return;
      case 'restart': command({ do: 'first' }); return;
      case 'explore': command(exploring ? { do: 'return' } : { do: 'explore', camera: null }); return;
      case 'filter': setPanel('answer'); setAsking('filter'); setTimeout(() => field.current?.focus()); return;
      case 'wish': setPanel('answer'); setAsking('wish'); setTimeout(() => wishField.current?.focus()); return;
      case 'mark': if (onScreen) mark(onScreen); return;
      case 'lead': setOver('lead'); return;
      case 'zoom-in': zoom(zoomStep); return;
      case 'zoom-out': zoom(-zoomStep); return;
      case 'keys': setOver('keys'); return;
      case 'end': setOver('end');
    }
  };
  useConsoleKeys(obey);

  if (!content || !now) return <div className="console console-waiting"><p role="status">{say('正在取来路线…', 'Fetching the tour…')}</p></div>;
  const { passage, at, step } = now;
  const following = passage.scenes[step + 1] ? { stop: passage.stop, scene: passage.scenes[step + 1], name: say('同一站的下一幕', 'Next scene of this stop') }
    : passages[at + 1] ? { stop: passages[at + 1]!.stop, scene: passages[at + 1]!.scenes[0], name: nameOfStop(passages[at + 1]!.stop, content, say) } : null;
  const stop = notesOf?.stops.find(({ id }) => id === passage.stop.id);
  const open = show.assetId ? content.entry(show.assetId) : undefined;
  const state = show.mode === 'booth' ? (show.awake ? say('展台：有人在看', 'Booth: a visitor is here') : say('展台循环中', 'Booth is looping'))
    : exploring ? (open ? say(`自由探索：${open.name}`, `Exploring: ${open.nameEn ?? open.name}`) : show.finding ? say('自由探索：答问', 'Exploring: an answer') : say('自由探索', 'Exploring')) : say(`第 ${at + 1} / ${passages.length} 站`, `Stop ${at + 1} of ${passages.length}`);
  return (
    <div className="console" data-theme="dark" data-testid="console" data-stop={passage.stop.id} data-step={step}>
      <header className="console-head">
        <div className="console-title"><h1>{tour?.name}</h1><p role="status" data-mode={show.mode}><i aria-hidden="true" />{state}</p></div>
        <ConsoleClocks desk={desk} stopSeconds={passage.stop.seconds} tourSeconds={passages.reduce((sum, one) => sum + one.stop.seconds, 0)} />
      </header>
      <div className="console-body">
        <section className="console-views" aria-label={say('观众屏', 'Audience screen')}>
          <ConsoleScreen content={content} show={show} passages={passages} now={now} onCommand={command} />
          <p className="console-under"><b>{nameOfStop(passage.stop, content, say)}</b><span className="soft">{say.word(stopKinds, passage.stop.kind)}{passage.scenes.length > 1 ? ` · ${step + 1}/${passage.scenes.length}` : ''}</span>
            {now.scene.view === 'change' && <input type="range" className="console-slide" min={0} max={1} step={0.01} value={show.share} aria-label={say('前后对比的滑块', 'Slider between before and after')} onChange={(event) => command({ do: 'slide', share: Number(event.target.value) })} />}
          </p>
          <div className="console-next">
            {following ? <LateThumb content={content} stop={following.stop} scene={following.scene} /> : <div className="tour-thumb"><span className="tour-thumb-gone">{say('到结尾了', 'The end')}</span></div>}
            <p><small>{say('接下来', 'Next')}</small><b>{following?.name ?? say('没有下一幕了', 'Nothing follows')}</b><small className="soft">{say('一块屏幕时，在观众屏上按 C 调出讲解工具。', 'With one display, press C on the audience screen for the tools.')}</small></p>
          </div>
        </section>
        <ConsoleNotes notes={stop?.notes} name={say('讲解词', 'Speaker notes')} />
        <section className="console-side">
          <Segmented label={say('右边看什么', 'What stands at the right')} value={panel} onChange={setPanel} options={[{ value: 'stops', label: say('站点', 'Stops') }, { value: 'answer', label: say('答问', 'Answer') }, { value: 'marks', label: say(`标记 ${marked.size || ''}`, `Marks ${marked.size || ''}`) }]} />
          {panel === 'stops' && <ConsoleStops content={content} stops={notesOf?.stops ?? []} passages={passages} currentId={exploring ? null : passage.stop.id} onGo={(stopId) => command({ do: 'go', stopId, step: 0 })} />}
          {panel === 'answer' && <Segmented label={say('怎么答', 'How to answer')} value={asking} onChange={setAsking} options={[{ value: 'filter', label: say('按条件筛', 'By filter') }, { value: 'wish', label: say('按意向匹配', 'By wish') }]} />}
          {panel === 'answer' && asking === 'wish' && <ConsoleWish show={show} draft={draft} field={wishField} onDraft={setDraft} onCommand={command} />}
          {panel === 'answer' && asking === 'filter' && <ConsoleFilter show={show} question={question} field={field} marked={marked} onQuestion={setQuestion} onCommand={command} onMark={mark} onClear={() => setQuestion(nothingAsked)} />}
          {panel === 'marks' && <ConsoleMarks content={content} show={show} desk={desk} onCommand={command} onUnmark={mark} onClear={() => void client.call('stage.clearMarks', {})} />}
        </section>
      </div>
      <ConsoleTools show={show} canMark={onScreen !== null} isMarked={onScreen !== null && marked.has(onScreen)} onAction={obey} onCommand={command} onScreen={openScreen} />
      {over === 'keys' && <KeyDialog onClose={() => setOver(null)} />}
      {over === 'lead' && <TakeLeadDialog way="console" assetIds={[...new Set([...marked, ...(onScreen ? [onScreen] : [])])]} tourId={show.tourId} onClose={() => setOver(null)} />}
      {over === 'end' && <EndDialog booth={show.mode === 'booth'} onClose={() => setOver(null)} onEnd={() => { setOver(null); command({ do: 'end' }); }} />}
      {dialog}
    </div>
  );
}
