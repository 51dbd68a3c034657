import { useEffect, useRef, useState } from 'react';
import type { FilmRequest } from '../../../data/contract.js';
import { framesPerSecond } from '../../../data/schema/film.js';
import type { FilmPlan } from '../../../data/rules/film/film-plan.js';
import type { Failure } from '../../../data/schema/failure.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { openFilm, type OpenedFilm } from '../../film/film-sources.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';

/** Pixels of the preview's longer side. */
const longerSide = 640;
/** A frame in which the cover stands. */
const firstShown = 70;

const clock = (frames: number) => { const seconds = Math.round(frames / framesPerSecond); return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`; };

/** True frames of the film in small, drawn as the film itself is: to be gone through by a slider, or from shot to shot. */
export function FilmPreview({ request }: { request: FilmRequest }) {
  const say = useSay();
  const client = useClient();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [film, setFilm] = useState<{ readonly plan: FilmPlan; readonly opened: OpenedFilm } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [frame, setFrame] = useState(firstShown);
  const wish = JSON.stringify(request);

  useEffect(() => {
    let gone = false;
    let opened: OpenedFilm | undefined;
    const open = async () => {
      const plan = await client.call('output.film', JSON.parse(wish) as FilmRequest);
      if (gone) return;
      opened = await openFilm(client, plan, longerSide / 1920, () => undefined);
      if (gone) { opened.close(); return; }
      setFailure(null);
      setFilm({ plan, opened });
      setFrame((at) => Math.min(at, plan.frames - 1));
    };
    open().catch((error: unknown) => { if (!gone) { setFilm(null); setFailure(failureOf(error)); } });
    return () => { gone = true; opened?.close(); };
  }, [client, wish]);

  // Frames are drawn one after another; those that were passed over meanwhile are left out.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    const { current: node } = canvas;
    if (!film || !node) return undefined;
    let gone = false;
    const draw = async () => {
      if (gone) return;
      const drawn = await film.opened.drawing.frame(frame);
      if (gone) return;
      [node.width, node.height] = [drawn.width, drawn.height];
      node.getContext('2d')?.drawImage(drawn, 0, 0);
      node.dataset['frame'] = String(frame);
    };
    queue.current = queue.current.then(draw).catch((error: unknown) => { if (!gone) setFailure(failureOf(error)); });
    return () => { gone = true; };
  }, [film, frame]);

  if (failure) return <div className="outputs-sketch outputs-film"><p role="status">{say(failure.message)}</p></div>;
  const plan = film?.plan;
  const at = plan ? plan.shots.findLastIndex(({ from }) => from <= frame) : 0;
  // A shot is shown when all of it has come.
  const go = (shot: number) => { const next = plan?.shots[shot]; if (next) setFrame(Math.min(next.from + next.frames - 12, next.from + Math.round(next.frames * 0.8))); };
  return (
    <figure className="outputs-sketch outputs-film" aria-label={say('影片预览', 'Preview of the film')}>
      <canvas ref={canvas} width={longerSide} height={360} role="img" aria-label={plan ? say(`第 ${at + 1} 个镜头，共 ${plan.shots.length} 个`, `Shot ${at + 1} of ${plan.shots.length}`) : say('正在准备预览', 'Preparing the preview')} />
      <div className="outputs-film-bar">
        <span><Button small tone="quiet" icon="left" label={say('上一个镜头', 'Shot before')} isDisabled={!plan || at <= 0} onPress={() => go(at - 1)} /><Button small tone="quiet" icon="right" label={say('下一个镜头', 'Next shot')} isDisabled={!plan || at >= plan.shots.length - 1} onPress={() => go(at + 1)} /></span>
        <input type="range" min={0} max={(plan?.frames ?? 1) - 1} value={frame} disabled={!plan} aria-label={say('影片中的位置', 'Place in the film')} aria-valuetext={clock(frame)} onChange={(event) => setFrame(Number(event.target.value))} />
        <span className="figures" data-testid="film-length">{clock(frame)} / {plan ? clock(plan.frames) : '–:––'}</span>
      </div>
    </figure>
  );
}
