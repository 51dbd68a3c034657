import { useCallback, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { cameraAround, panned, panShare, zoomed, zoomStep } from '../../data/rules/stage/steer.js';
import type { StageCommand, StageLanguage } from '../../data/schema/stage.js';
import { useClient } from '../client/current-client.js';
import { useStageContent, usePassages } from '../stage/stage-content.js';
import { StageScreen } from '../stage/stage-screen.js';
import type { StageKeyAction } from '../state/stage-keys.js';
import { stepAhead, useStage } from '../state/stage-store.js';
import { Icon } from '../ui/icon.js';
import './audience.css';
import { BoothScreen } from './booth/booth-screen.js';
import { EndPrompt } from './end-prompt.js';
import { enterFullScreen, leaveFullScreen, toggleFullScreen, useFillsScreen } from './full-screen.js';
import { KeyCard } from './key-card.js';
import { SceneGuard } from './scene-guard.js';
import { ScreenLanguage } from './screen-language.js';
import { useStageGestures } from './stage-gestures.js';
import { PresenterTools } from './tools/presenter-tools.js';
import { useShowSince } from './tools/show-since.js';
import { useAudienceKeys, type Over } from './use-audience-keys.js';
import { useDocumentLook } from './use-document-look.js';
import { useKept } from './use-kept.js';
import { usePublicLedger } from './use-public-ledger.js';
import { useResting } from './use-resting-cursor.js';
import { useScreenGuard } from './use-screen-guard.js';
import { WaitingScreen } from './waiting-screen.js';

/** A refusal is nothing that a room should read about: what was asked for does not happen, and the scene stands. */
const inSilence = () => undefined;

/** 观众屏: the window that the room looks at. It asks for public records and for nothing else, and shows no word of what went wrong. */
export function AudiencePage() {
  const client = useClient();
  usePublicLedger();
  const { show, tour, laser, known } = useStage();
  const content = useKept(useStageContent());
  const passages = usePassages(tour, content);
  const resting = useResting();
  const fills = useFillsScreen();
  const since = useShowSince(show, known);
  const [over, setOver] = useState<Over>('nothing');
  const [visitorLanguage, setVisitorLanguage] = useState<StageLanguage | null>(null);

  const on = known && content !== null && show.on && passages.length > 0;
  const booth = on && show.mode === 'booth';
  const exploring = on && show.mode === 'explore';
  // A visitor's choice is theirs alone and goes when they go.
  if (visitorLanguage && !(booth && show.awake)) setVisitorLanguage(null);
  const fits = over === 'nothing' || (booth ? over === 'pin' : over === 'keys' || (on && over !== 'pin'));
  if (!fits) setOver('nothing');
  const language = visitorLanguage ?? show.language;
  const shown = useMemo(() => ({ ...show, language }), [show, language]);
  useDocumentLook(show.theme, language);
  useScreenGuard(booth);

  const command = useCallback((asked: StageCommand) => stepAhead(client, asked, passages, inSilence), [client, passages]);
  const close = () => setOver('nothing');

  const look = (change: (camera: NonNullable<ReturnType<typeof cameraAround>>) => NonNullable<ReturnType<typeof cameraAround>>) => {
    const open = show.assetId ? content?.entry(show.assetId) : undefined;
    const places = (open ? [open] : content?.entries ?? []).flatMap(({ lng, lat }) => (lng !== null && lat !== null ? [{ lng, lat }] : []));
    const camera = show.camera ?? cameraAround(places);
    if (camera) command({ do: 'look', camera: change(camera) });
  };
  const stepOut = () => {
    if (over !== 'nothing') close();
    else if (exploring) command({ do: 'return' });
    else if (!leaveFullScreen() && on) setOver('end');
  };
  const obey = (action: StageKeyAction) => {
    switch (action) {
      case 'next': case 'previous': case 'first': case 'last': case 'black': command({ do: action }); return;
      case 'explore': command(exploring ? { do: 'return' } : { do: 'explore', camera: null }); return;
      case 'zoom-in': case 'zoom-out': look((camera) => zoomed(camera, action === 'zoom-in' ? zoomStep : -zoomStep)); return;
      case 'pan-left': case 'pan-right': look((camera) => panned(camera, action === 'pan-right' ? panShare : -panShare, 0)); return;
      case 'pan-up': case 'pan-down': look((camera) => panned(camera, 0, action === 'pan-up' ? panShare : -panShare)); return;
      case 'full-screen': toggleFullScreen(); return;
      case 'console': if (on) setOver(over === 'console' ? 'nothing' : 'console'); return;
      case 'keys': setOver(over === 'keys' ? 'nothing' : 'keys'); return;
      case 'back': stepOut();
    }
  };
  useAudienceKeys(over, exploring, booth ? null : obey);
  const gestures = useStageGestures(on && !exploring && !booth && over === 'nothing' ? (gesture) => command({ do: gesture }) : null);

  return (
    <I18nProvider locale={language === 'en' ? 'en-GB' : 'zh-CN'}>
      <ScreenLanguage value={language}>
        <main className="audience" data-resting={resting || undefined} data-booth={booth ? (!show.awake ? 'loop' : show.assetId ? 'open' : 'list') : undefined} onDoubleClick={booth || exploring ? undefined : toggleFullScreen}>
          {on
            ? <div className="audience-stage" {...gestures}><SceneGuard place={`${show.stopId} ${show.step} ${show.mode} ${show.assetId}`}><StageScreen content={content} show={shown} passages={passages} laser={laser} onCommand={command} /></SceneGuard></div>
            : <div className="audience-stage" onClick={fills ? undefined : () => void enterFullScreen()}><WaitingScreen content={content} hint={!fills} /></div>}
          {on && !booth && <button type="button" className="audience-corner" tabIndex={-1} aria-label="讲解工具 Presenter tools" onClick={() => setOver('console')}><Icon name="more" size={34} /></button>}
          {booth && <BoothScreen content={content} show={show} language={language} asking={over === 'pin'} onAsk={(asking) => setOver(asking ? 'pin' : 'nothing')} onLanguage={setVisitorLanguage} onCommand={command} />}
        </main>
        {over === 'keys' && <KeyCard onClose={close} />}
        {over === 'end' && <EndPrompt onClose={close} onEnd={() => { close(); command({ do: 'end' }); }} />}
        {over === 'console' && on && <PresenterTools content={content} show={show} passages={passages} since={since} onCommand={command} onKeys={() => setOver('keys')} onClose={close} />}
      </ScreenLanguage>
    </I18nProvider>
  );
}
