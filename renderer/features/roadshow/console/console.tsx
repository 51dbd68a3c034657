import { useEffect, useMemo, useRef, useState } from 'react';
import { sceneNow } from '../../../../data/rules/stage/act.js';
import { cameraAround, panned, panShare, zoomed, zoomStep } from '../../../../data/rules/stage/steer.js';
import { tourSeconds } from '../../../../data/rules/tour/draft-tour.js';
import { stageLanguages, stageThemes, type StageCommand } from '../../../../data/schema/stage.js';
import type { StageCamera, Tour } from '../../../../data/schema/tour.js';
import { failureOf } from '../../../client/call-failure.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { tell } from '../../../state/program-store.js';
import { actOn, useStage } from '../../../state/stage-store.js';
import { usePassages, type StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { Modal } from '../../../ui/modal.js';
import { Segmented } from '../../../ui/segmented.js';
import { stopTitle } from '../editor/stop-words.js';
import { openScreen } from '../use-start-show.js';
import './console.css';
import { ConsoleClocks } from './console-clocks.js';
import { ConsoleFilter } from './console-filter.js';
import { ConsoleJumps } from './console-jumps.js';
import type { ConsoleAction } from './console-keys.js';
import { ConsoleKeysCard } from './console-keys-card.js';
import { ConsoleMarks } from './console-marks.js';
import { ConsoleNext } from './console-next.js';
import { ConsoleScreen } from './console-screen.js';
import { useConsoleKeys } from './use-console-keys.js';

const noteSizes = [18, 22, 27, 33] as const;

/** 讲解台: what the audience sees and what comes next, the notes, the clocks, and answers to the room. Dark whatever the theme: the room is. */
export function Console({ content, tours }: { content: StageContent; tours: readonly Tour[] }) {
  const say = useSay();
  const client = useClient();
  const { show, tour, desk, laser } = useStage();
  const passages = usePassages(tour, content);
  const [over, setOver] = useState<'keys' | 'end' | null>(null);
  const [size, setSize] = useState(1);
  const root = useRef<HTMLDivElement>(null);
  const whole = tours.find(({ id }) => id === show.tourId);
  const now = sceneNow(show, passages);
  const stop = whole?.stops.find(({ id }) => id === now?.passage.stop.id);
  const act = (command: StageCommand) => actOn(client, 'desk', command);
  const exploring = show.mode === 'explore';
  const booth = show.mode === 'booth';
  const marked = useMemo(() => new Set(desk?.marks.map(({ assetId }) => assetId)), [desk]);
  const guard = (work: Promise<unknown>) => { work.catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); };
  const mark = (assetId: string) => guard(client.call('stage.mark', { assetId, marked: !marked.has(assetId) }));
  // The asset that the room is looking at: the opened one, or that of the scene.
  const scene = now?.scene;
  const lookedAt = show.assetId ?? (scene && 'assetId' in scene ? scene.assetId : null);

  const look = (change: (camera: StageCamera) => StageCamera) => {
    const open = show.assetId ? content.entry(show.assetId) : undefined;
    const camera = show.camera ?? cameraAround((open ? [open] : content.entries).flatMap(({ lng, lat }) => (lng === null || lat === null ? [] : [{ lng, lat }])));
    if (camera) act({ do: 'look', camera: change(camera) });
  };
  const obey = (action: ConsoleAction) => {
    switch (action) {
      case 'next': case 'previous': case 'first': case 'last': case 'black': act({ do: action }); return;
      case 'explore': act(exploring ? { do: 'return' } : { do: 'explore', camera: null }); return;
      case 'zoom-in': case 'zoom-out': look((camera) => zoomed(camera, action === 'zoom-in' ? zoomStep : -zoomStep)); return;
      case 'pan-left': case 'pan-right': look((camera) => panned(camera, action === 'pan-right' ? panShare : -panShare, 0)); return;
      case 'pan-up': case 'pan-down': look((camera) => panned(camera, 0, action === 'pan-up' ? panShare : -panShare)); return;
      case 'keys': setOver('keys'); return;
      case 'filter': root.current?.querySelector<HTMLInputElement>('[data-console-filter]')?.focus(); return;
      case 'mark': if (lookedAt) mark(lookedAt); return;
      case 'back': if (exploring) act({ do: 'return' }); else setOver('end'); return;
    }
  };
  useConsoleKeys(exploring, (action) => { if (over === null || action === 'next' || action === 'previous') obey(action); });
  const reopen = () => guard(openScreen(() => client.call('stage.screen', { open: true })));
  const recovered = desk?.recovered ?? false;
  useEffect(() => { if (recovered) tell({ zh: '路演已接回中断前的那一站。观众屏若没有打开，按「观众屏」。', en: 'The show is back at the stop where it was cut off. If the audience screen is not open, press “Audience screen”.' }); }, [recovered]);

  return (
    <div className="console" data-theme="dark" ref={root} data-stop={now?.passage.stop.id} data-step={now?.step}>
      <header className="console-head">
        <div className="console-title"><h1>{tour?.name ?? say('讲解台', 'Presenter console')}</h1><p>{booth ? (show.awake ? say('展台：有人在看', 'Booth: a visitor is here') : say('展台循环中', 'Booth, looping')) : exploring ? say('自由探索中', 'Exploring') : show.black ? say('黑屏', 'Black screen') : say(`第 ${(now?.at ?? 0) + 1} 站，共 ${passages.length} 站`, `Stop ${(now?.at ?? 0) + 1} of ${passages.length}`)}</p></div>
        <ConsoleClocks desk={desk} stopSeconds={stop?.seconds ?? 0} tourSeconds={tourSeconds(whole?.stops ?? [])} />
        <div className="console-head-keys">
          <Button icon="roadshow" onPress={reopen}>{say('观众屏', 'Audience screen')}</Button>
          <Button icon="keyboard" label={say('按键一览', 'Keys')} onPress={() => setOver('keys')} />
          <Button tone="danger" icon="stop" onPress={() => setOver('end')}>{booth ? say('结束展台', 'End the booth') : say('结束路演', 'End the show')}</Button>
        </div>
      </header>
      <ConsoleJumps stops={whole?.stops ?? []} passages={passages} content={content} currentId={now?.passage.stop.id ?? null} onJump={(stopId) => act({ do: 'go', stopId, step: 0 })} />
      <main className="console-middle">
        <ConsoleScreen content={content} show={show} passages={passages} laser={laser} onAct={act} />
        <div className="console-drive">
          <Button icon="left" onPress={() => act({ do: 'previous' })}>{say('上一幕', 'Back')}</Button>
          <Button tone="primary" icon="right" onPress={() => act({ do: 'next' })}>{show.black ? say('亮屏', 'Light it') : exploring ? say('回到路线', 'Back to the tour') : say('下一幕', 'Next')}</Button>
          <span className="spacer" />
          <Button icon={exploring ? 'turn' : 'nearby'} isDisabled={booth} onPress={() => act(exploring ? { do: 'return' } : { do: 'explore', camera: null })}>{exploring ? say('回到路线', 'Back to the tour') : say('自由探索', 'Explore')}</Button>
          {exploring && <><Button icon="minus" label={say('缩小', 'Zoom out')} onPress={() => obey('zoom-out')} /><Button icon="add" label={say('放大', 'Zoom in')} onPress={() => obey('zoom-in')} /></>}
          <Button icon={show.black ? 'sun' : 'moon'} aria-pressed={show.black} onPress={() => act({ do: 'black' })}>{say('黑屏', 'Black')}</Button>
          <Button icon="star" isDisabled={!lookedAt} aria-pressed={lookedAt !== null && marked.has(lookedAt)} onPress={() => { if (lookedAt) mark(lookedAt); }}>{say('标记', 'Mark')}</Button>
        </div>
        <section className="console-notes" aria-label={say('讲解词', 'Speaker notes')}>
          <header><h2>{now ? stopTitle(now.passage.stop, content, say.language) : ''}</h2><span className="spacer" /><Button small tone="quiet" label={say('字小一些', 'Smaller')} isDisabled={size === 0} onPress={() => setSize(size - 1)} icon="minus" /><Button small tone="quiet" label={say('字大一些', 'Larger')} isDisabled={size === noteSizes.length - 1} onPress={() => setSize(size + 1)} icon="add" /></header>
          <p style={{ fontSize: noteSizes[size] }}>{stop?.notes ?? <span className="soft">{say('这一站没有讲解词。', 'No notes for this stop.')}</span>}</p>
        </section>
      </main>
      <aside className="console-right">
        <ConsoleNext content={content} show={show} passages={passages} />
        <div className="console-look">
          <Segmented label={say('舞台', 'Stage')} value={show.theme} onChange={(theme) => act({ do: 'present', theme })} options={stageThemes.values.map((value) => ({ value, label: value === 'light' ? say('浅色', 'Light') : say('深色', 'Dark') }))} />
          <Segmented label={say('观众屏语言', 'Language on screen')} value={show.language} onChange={(language) => act({ do: 'present', language })} options={stageLanguages.values.map((value) => ({ value, label: say.word(stageLanguages, value) }))} />
        </div>
        <ConsoleFilter sent={show.finding} openId={show.assetId} marked={marked} onAct={act} onMark={mark} />
        <ConsoleMarks desk={desk} content={content} onMark={mark} onClear={() => guard(client.call('stage.clearMarks', {}))} onOpen={(assetId) => act({ do: 'open', assetId })} />
      </aside>
      {over === 'keys' && <ConsoleKeysCard onClose={() => setOver(null)} />}
      {over === 'end' && (
        <Modal title={booth ? say('结束展台循环？', 'End the booth?') : say('结束路演？', 'End the show?')} width={460} onClose={() => setOver(null)}
          foot={<><span className="spacer" /><Button onPress={() => setOver(null)}>{say('继续讲', 'Go on')}</Button><Button tone="danger" onPress={() => { setOver(null); act({ do: 'end' }); }}>{say('结束', 'End it')}</Button></>}>
          <p>{say('观众屏回到乡名画面；标记的资产会留着。', 'The audience screen goes back to the township’s name; the marks stay.')}</p>
        </Modal>
      )}
    </div>
  );
}
