import { useRef, type PointerEvent, type WheelEvent } from 'react';
import { cameraAround, panned, zoomed } from '../../../../data/rules/stage/steer.js';
import type { Passage } from '../../../../data/rules/stage/act.js';
import type { Scene } from '../../../../data/rules/stage/scenes.js';
import type { StageCommand, StageShow } from '../../../../data/schema/stage.js';
import type { StageCamera } from '../../../../data/schema/tour.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { StageScreen } from '../../../stage/stage-screen.js';
import { Icon } from '../../../ui/icon.js';
import { LateThumb } from './late-thumb.js';

/** Laser dots and map moves are sent at most so often. */
const throttleMs = 40;
const wheelOfZoom = 400;

/** The camera that the audience's map has while it is explored, as far as the console can know it. */
export function cameraOf(show: StageShow, content: StageContent): StageCamera | null {
  if (show.camera) return show.camera;
  const open = show.assetId ? content.entry(show.assetId) : undefined;
  return cameraAround((open ? [open] : content.entries).flatMap(({ lng, lat }) => (lng !== null && lat !== null ? [{ lng, lat }] : [])));
}

/** What the audience sees now. Held down it is a pointer: the laser dot on the tour, a hand on the map while exploring (with Shift the dot). */
export function ConsoleScreen({ content, show, passages, now, onCommand }: {
  content: StageContent; show: StageShow; passages: readonly Passage[]; now: { readonly passage: Passage; readonly scene: Scene }; onCommand: (command: StageCommand) => void;
}) {
  const say = useSay();
  const client = useClient();
  const exploring = show.mode === 'explore';
  const last = useRef(0);
  const held = useRef<{ readonly x: number; readonly y: number; readonly camera: StageCamera | null } | null>(null);
  const point = (laser: { x: number; y: number } | null) => { client.call('public.point', { laser }).catch(() => undefined); };
  const shareOf = (event: PointerEvent<HTMLElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const within = (value: number) => Math.min(1, Math.max(0, value));
    return { x: within((event.clientX - left) / width), y: within((event.clientY - top) / height) };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const from = held.current;
    if (!from || event.timeStamp - last.current < throttleMs) return;
    last.current = event.timeStamp;
    const to = shareOf(event);
    if (!from.camera) point(to);
    // A share of the height is less than the same share of the width: the stage is 16 : 9.
    else onCommand({ do: 'look', camera: panned(from.camera, from.x - to.x, ((to.y - from.y) * 9) / 16) });
  };
  const press = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = shareOf(event);
    held.current = { ...at, camera: exploring && !event.shiftKey ? cameraOf(show, content) : null };
    if (!held.current.camera) point(at);
  };
  const release = () => { if (held.current && !held.current.camera) point(null); held.current = null; };
  const wheel = (event: WheelEvent) => {
    const camera = exploring ? cameraOf(show, content) : null;
    if (!camera || event.timeStamp - last.current < throttleMs) return;
    last.current = event.timeStamp;
    onCommand({ do: 'look', camera: zoomed(camera, -event.deltaY / wheelOfZoom) });
  };
  return (
    <div className="console-screen" data-testid="console-now" data-black={show.black || undefined} data-exploring={exploring || undefined}>
      {exploring
        ? <div className="tour-thumb" aria-hidden="true" inert><StageScreen content={content} show={{ ...show, black: false }} passages={passages} laser={null} /></div>
        : <LateThumb content={content} stop={now.passage.stop} scene={now.scene} />}
      <div className="console-pointer" title={exploring ? say('拖动地图，滚轮缩放；按住 Shift 是激光点', 'Drag the map, zoom by wheel; with Shift the laser dot') : say('按住就是激光点', 'Hold for the laser dot')}
        onPointerDown={press} onPointerMove={move} onPointerUp={release} onPointerCancel={release} onWheel={wheel} />
      {show.black && <span className="console-black"><Icon name="hidden" />{say('观众屏已黑', 'The audience screen is black')}</span>}
    </div>
  );
}
