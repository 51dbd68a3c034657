import './stage.css';
import './stage-scenes.css';
import './stage-map.css';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { sceneNow, type Passage } from '../../data/rules/stage/act.js';
import type { PublicStop } from '../../data/rules/projection.js';
import type { Scene } from '../../data/rules/stage/scenes.js';
import type { Laser, StageCommand, StageShow } from '../../data/schema/stage.js';
import { StageMap } from '../map/stage/stage-map.js';
import type { StageLook } from '../map/stage/stage-camera.js';
import { useBoundaries } from '../state/use-boundaries.js';
import { isStill } from '../ui/motion.js';
import { aimsAhead, isOnMap, mapViewOf, pointOf, useMapPoints, type MapView } from './map-view.js';
import { whenDecoded } from './parts/decoded.js';
import { lettersCome } from './parts/letters-come.js';
import { ProgressLine } from './parts/progress-line.js';
import { SettlingContext, type Settling } from './parts/settling.js';
import { neighbours, picturesOf } from './pictures-of.js';
import { SceneView } from './scene-view.js';
import { MapWords, StageCredits } from './scenes/map-scenes.js';
import { WaitingScene } from './scenes/story-scenes.js';
import type { StageContent } from './stage-content.js';
import { stageSay, type StageSay } from './stage-say.js';
import { useAfterFrame } from './use-after-frame.js';
import { useStageUnit } from './use-stage-unit.js';

export interface StageScreenProps {
  readonly content: StageContent;
  readonly show: StageShow;
  readonly passages: readonly Passage[];
  readonly laser: Laser;
  /** What a finger, the mouse or the map asks of the show; left out, nothing on the screen can be pressed. */
  readonly onCommand?: (command: StageCommand) => void;
}

/** What stands on the screen: a scene of a stop, or the township while nothing is shown. */
interface Standing { readonly key: string; readonly scene: Scene | null; readonly stop: PublicStop | null }

/** A scene on the screen by a number of its own: what is left goes on standing as it was drawn. */
interface Layered { readonly number: number; readonly standing: Standing }

/** How long a scene that is left takes to fade; the style sheet's own time, and a little. */
const fadeMs = 720;
/** On the map a scene that was left is gone sooner, and only then the map sets off. */
const leftMs = 200;
/** A scene's own entrance is over after so long. */
const entranceMs = 1_500;
/** One value: another object would be another scene. */
const exploring: Scene = { view: 'explore' };
const emptyView: MapView = { lit: [], quiet: [], chosen: null, named: false, look: null, insets: { left: 0, top: 0, right: 0, bottom: 0 } };

function standingOf(show: StageShow, passages: readonly Passage[]): Standing {
  const now = sceneNow(show, passages);
  if (!show.on || (!now && show.mode !== 'explore')) return { key: 'waiting', scene: null, stop: null };
  if (show.mode === 'explore' || (show.mode === 'booth' && show.awake)) return { key: 'explore', scene: exploring, stop: now?.passage.stop ?? null };
  return { key: `${now!.passage.stop.id} ${now!.step} ${now!.scene.view}`, scene: now!.scene, stop: now!.passage.stop };
}

/** What the audience sees: the scene that the show stands at, composed for a screen 1920 × 1080 and scaled to whatever holds it. */
export function StageScreen({ content, show: asked, passages, laser, onCommand }: StageScreenProps) {
  const root = useRef<HTMLDivElement>(null);
  // A key is answered in the very next frame: what stands begins to go. What comes is composed right after, and must not hold that up.
  const show = useDeferredValue(asked);
  const isLeft = show !== asked && standingOf(asked, passages).key !== standingOf(show, passages).key;
  const unit = useStageUnit(root);
  const say = stageSay(show.language);
  const now = sceneNow(show, passages);
  const standing = standingOf(show, passages);
  const { key, scene, stop } = standing;
  const onMap = scene !== null && isOnMap(scene);

  // Of the show, the map follows these alone: the slider must not set it going.
  const { mode, finding, assetId, camera } = show;
  const view = useMemo(() => (scene ? mapViewOf(scene, stop, { mode, finding, assetId, camera }, content) : null), [scene, stop, mode, finding, assetId, camera, content]);
  // Between two map scenes the map stays as it was left.
  const [kept, setKept] = useState<MapView>(emptyView);
  if (view && view !== kept) setKept(view);
  const latest = view ?? kept;
  const { number, leaving } = useLeaving(standing, onMap ? leftMs + 20 : fadeMs);
  // What is left answers a key at once; what the map has to do for it comes a frame later. Until the map knows whether it has to fly, the words of a new scene do not begin to come.
  const told = useAfterFrame(useMemo(() => ({ view: latest, number }), [latest, number]));
  const shown = told.view;
  const isHeld = onMap && told.number !== number;
  const look = useSameLook(shown.look);
  const lit = useMapPoints(shown.lit, content, say);
  const quiet = useMapPoints(shown.quiet, content, say);
  const chosen = useMemo(() => shown.chosen && pointOf(shown.chosen, content, say), [shown.chosen, content, say]);
  const boundaries = useBoundaries(true);

  const { settling, settled, restMap } = useSettled(scene?.view === 'explore' ? `${key} ${show.assetId} ${JSON.stringify([show.finding, show.camera])}` : key, onMap, shown === latest);
  useEffect(() => {
    if (!now) return;
    for (const near of neighbours(passages, now.at, now.step)) for (const media of picturesOf(near.scene, near.stop, content)) void whenDecoded(content.media(media));
  }, [now, passages, content]);

  const [at, step] = now ? [now.at, now.step] : [-1, 0];
  const ahead = useMemo(() => (at < 0 ? [] : aimsAhead(passages, at, step, content)), [passages, at, step, content]);
  const free = onCommand !== undefined && scene?.view === 'explore';
  // Drawn once for a key, and not again when the map has been told.
  const words = useMemo(() => wordsOf({ scene, stop, view: latest, content, show, say, onCommand }), [scene, stop, latest, content, show, say, onCommand]);
  return (
    <div ref={root} className="stage" role="region" aria-label={say.one('舞台', 'Stage')} lang={say.first} data-theme={show.theme} data-language={show.language} data-scene={scene?.view ?? 'waiting'} data-stop={stop?.id} data-step={now?.step} data-black={asked.black || undefined} data-left={isLeft || undefined} data-held={isHeld || undefined} data-settled={settled ? '' : undefined} data-on-map={onMap || undefined} data-free={free || undefined}>
      <div className="stage-sheet">
        <div className="stage-map" aria-hidden={!onMap || undefined}>
          <StageMap
            sheets={content.sheets} theme={show.theme} language={say.first} label={say.one('资产地图', 'Map of assets')} unit={unit} lit={lit} quiet={quiet} chosen={chosen} named={shown.named} boundaries={boundaries} look={look} insets={shown.insets} onRest={restMap}
            ahead={ahead} idle={settled} after={onMap && leaving?.standing.scene && !isOnMap(leaving.standing.scene) ? leftMs : 0}
            onOpen={onCommand && ((id) => { if (free) onCommand({ do: 'open', assetId: id }); })} onLook={free ? (camera) => onCommand({ do: 'look', camera }) : undefined}
          />
        </div>
        {leaving && <Layer key={leaving.number} settling={null}>{null}</Layer>}
        <Layer key={number} settling={settling} isLeft={isLeft && !isStill()}>{words}</Layer>
        <footer className="stage-foot">
          {show.on && now && show.mode !== 'explore' && <ProgressLine passages={passages} at={now.at} step={now.step} />}
          {onMap ? <StageCredits content={content} say={say} /> : content.sample && scene && <p className="stage-credits">{say.one('示例数据', 'Sample data')}</p>}
        </footer>
        {asked.black && <div className="stage-black" />}
        {laser && <i className="laser-dot" aria-hidden="true" style={{ left: `${laser.x * 100}%`, top: `${laser.y * 100}%` }} />}
      </div>
    </div>
  );
}

interface Worded extends Pick<StageScreenProps, 'content' | 'show' | 'onCommand'> { readonly scene: Scene | null; readonly stop: PublicStop | null; readonly view: MapView; readonly say: StageSay }

/** The words and pictures of a scene: composed by themselves, or over the map. */
function wordsOf({ scene, stop, view, content, show, say, onCommand }: Worded): ReactNode {
  if (!scene) return <WaitingScene content={content} say={say} />;
  if (isOnMap(scene)) return <MapWords content={content} stop={stop} scene={scene} view={view} show={show} say={say} still={false} onCommand={onCommand} />;
  return stop && <SceneView content={content} stop={stop} scene={scene} say={say} still={false} share={show.share} onCommand={onCommand} />;
}

/** What a scene is drawn on. Without `settling` it is being left, and stands as it last was: drawn anew, it would cost as much as what comes. */
function Layer({ settling, isLeft = false, children }: { settling: Settling | null; isLeft?: boolean; children: ReactNode }) {
  const [kept, setKept] = useState(children);
  if (settling && !isLeft && kept !== children) setKept(children);
  const leaves = settling === null || isLeft;
  return (
    <SettlingContext.Provider value={settling}>
      <div className={leaves ? 'stage-layer stage-leaving' : 'stage-layer'} aria-hidden={leaves || undefined} inert={leaves}>{leaves ? kept : children}</div>
    </SettlingContext.Provider>
  );
}

/** The same value as long as the map is to look at the same: another object alone is no reason to fly. */
function useSameLook(look: StageLook | null): StageLook | null {
  const words = JSON.stringify(look);
  return useMemo(() => JSON.parse(words) as StageLook | null, [words]);
}

/** The number of the scene that stands, and the one that was left while it fades; nothing is left where less motion is wanted. */
function useLeaving(standing: Standing, milliseconds: number): { readonly number: number; readonly leaving: Layered | null } {
  const [{ now, leaving }, setPair] = useState<{ now: Layered; leaving: Layered | null }>({ now: { number: 0, standing }, leaving: null });
  if (now.standing.key !== standing.key) setPair({ now: { number: now.number + 1, standing }, leaving: isStill() ? null : now });
  const left = leaving?.number;
  useEffect(() => {
    if (left === undefined) return undefined;
    const timer = setTimeout(() => setPair((pair) => ({ ...pair, leaving: null })), milliseconds);
    return () => clearTimeout(timer);
  }, [left, standing.key, milliseconds]);
  return { number: now.number, leaving };
}

/** Whether the scene has come to rest: its pictures shown, its entrance over, the map where it belongs. */
function useSettled(key: string, onMap: boolean, isMapTold: boolean) {
  const held = useRef(0);
  const mapRests = useRef(false);
  const [rested, setRested] = useState<string | null>(null);
  const [stir, setStir] = useState(0);
  const settling = useMemo<Settling>(() => ({ hold() { held.current += 1; return () => { held.current -= 1; setStir((count) => count + 1); }; } }), []);
  const restMap = useCallback((atRest: boolean) => { mapRests.current = atRest; if (!atRest) setRested(null); setStir((count) => count + 1); }, []);
  const [entered, setEntered] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setEntered(key), isStill() ? 60 : entranceMs);
    return () => clearTimeout(timer);
  }, [key]);
  useEffect(() => {
    if (entered !== key || held.current > 0 || (onMap && !(isMapTold && mapRests.current))) return undefined;
    // A letter that has not come yet has another width: what is fitted is fitted anew when it has.
    let gone = false;
    void lettersCome().then(() => { if (!gone) setRested(key); });
    return () => { gone = true; };
  }, [entered, key, onMap, isMapTold, stir]);
  return { settling, settled: rested === key, restMap };
}
