import { useRef, type PointerEvent } from 'react';
import type { Passage } from '../../../../data/rules/stage/act.js';
import { sceneNow } from '../../../../data/rules/stage/act.js';
import { cameraAround, panned, zoomed, zoomStep } from '../../../../data/rules/stage/steer.js';
import type { Laser, StageCommand, StageShow } from '../../../../data/schema/stage.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { StageScreen } from '../../../stage/stage-screen.js';
import { StageThumb } from '../../../stage/stage-thumb.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';

/** The laser is told at most this often. */
const laserMs = 33;

/**
 * What the audience sees now. Held with the main button it is a light on the screen; while the map is explored, dragging moves the map and the
 * wheel zooms it.
 */
export function ConsoleScreen({ content, show, passages, laser, onAct }: { content: StageContent; show: StageShow; passages: readonly Passage[]; laser: Laser; onAct: (command: StageCommand) => void }) {
  const say = useSay();
  const client = useClient();
  const told = useRef(0);
  const held = useRef<{ x: number; y: number } | null>(null);
  const exploring = show.mode === 'explore';
  const camera = () => show.camera ?? cameraAround(content.entries.flatMap(({ lng, lat }) => (lng === null || lat === null ? [] : [{ lng, lat }])));
  const point = (next: Laser, always = false) => {
    if (!always && Date.now() - told.current < laserMs) return;
    told.current = Date.now();
    client.call('public.point', { laser: next }).catch(() => undefined);
  };
  const shareOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (value: number) => Math.min(1, Math.max(0, value));
    return { x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) };
  };
  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = shareOf(event);
    if (!exploring) point(held.current, true);
  };
  const move = (event: PointerEvent<HTMLElement>) => { if (held.current && !exploring) point(shareOf(event)); };
  const up = (event: PointerEvent<HTMLElement>) => {
    const start = held.current;
    held.current = null;
    if (!start) return;
    if (!exploring) { point(null, true); return; }
    const end = shareOf(event);
    const from = camera();
    if (from && Math.hypot(end.x - start.x, end.y - start.y) > 0.01) onAct({ do: 'look', camera: panned(from, start.x - end.x, (end.y - start.y) * (9 / 16)) });
  };
  const now = sceneNow(show, passages);
  const scene = now?.scene;
  return (
    <div className="console-now">
      <div className="console-screen" data-exploring={exploring || undefined} data-testid="console-screen" onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={up}
        onWheel={(event) => { const view = exploring ? camera() : null; if (view) onAct({ do: 'look', camera: zoomed(view, event.deltaY < 0 ? zoomStep : -zoomStep) }); }}>
        {exploring || !now
          // Off the tour the map itself is what is steered; on it a still picture spares the machine a second flight.
          ? <StageScreen content={content} show={show} passages={passages} laser={laser} />
          : <StageThumb key={`${now.passage.stop.id}-${now.step}`} content={content} stop={now.passage.stop} scene={now.scene} theme={show.theme} language={show.language} />}
        {laser && !exploring && <i className="console-laser" style={{ left: `${laser.x * 100}%`, top: `${laser.y * 100}%` }} />}
        {show.black && <p className="console-black">{say('观众屏是黑的', 'The audience screen is black')}</p>}
      </div>
      {show.mode === 'tour' && scene?.view === 'change' && (
        <Slider className="console-slider" aria-label={say('前后对比', 'Before and after')} value={show.share} minValue={0} maxValue={1} step={0.01} onChange={(share) => onAct({ do: 'slide', share })}>
          <span>{say('前', 'Before')}</span><SliderTrack className="console-track"><SliderThumb className="console-thumb" /></SliderTrack><span>{say('后', 'After')}</span>
        </Slider>
      )}
    </div>
  );
}
