import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { OutputHabits, PosterRequest } from '../../../data/contract.js';
import { pixelsOf, posterSize } from '../../../data/rules/map/sheet-size.js';
import { useClient } from '../../client/current-client.js';
import { loadPoster, type PosterContent } from '../../sheet/poster/poster-content.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';

const MapPoster = lazy(() => import('../../sheet/poster/map-poster.js').then((module) => ({ default: module.MapPoster })));

/** The poster itself, small: drawn as it will be printed, only with the screen's dots, and only once it is scrolled to. */
export function PosterSketch({ choice }: { choice: NonNullable<OutputHabits['poster']> }) {
  const say = useSay();
  const client = useClient();
  const seq = useProgram((state) => state.status?.seq);
  const room = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [isSeen, setIsSeen] = useState(false);
  const [loaded, setLoaded] = useState<PosterContent | null>(null);
  const { language, paper, title } = choice;
  useEffect(() => {
    const node = room.current;
    if (!node) return undefined;
    const sizes = new ResizeObserver(([entry]) => { if (entry) setWidth(entry.contentRect.width); });
    const sight = new IntersectionObserver(([entry]) => { if (entry?.isIntersecting) setIsSeen(true); });
    sizes.observe(node);
    sight.observe(node);
    return () => { sizes.disconnect(); sight.disconnect(); };
  }, []);
  useEffect(() => {
    if (!isSeen) return undefined;
    let gone = false;
    // Without a preview the poster can be made all the same, and says then what is wrong.
    loadPoster(client, { kind: 'poster', format: 'pdf', audience: 'public', language, paper }).then((content) => { if (!gone) setLoaded(content); }, () => undefined);
    return () => { gone = true; };
  }, [client, isSeen, language, paper, seq]);
  const content = useMemo((): PosterContent | null => {
    const poster: PosterRequest | null = loaded && { ...loaded.poster, ...(title ? { title } : {}) };
    return loaded && poster && { ...loaded, poster };
  }, [loaded, title]);
  const page = posterSize(paper);
  const scale = width / pixelsOf(page.width);
  return (
    <figure className="outputs-sketch outputs-poster" aria-label={say('样张', 'Preview')} data-testid="poster-sketch">
      <div ref={room} className="outputs-poster-paper" inert style={{ height: pixelsOf(page.height) * scale }}>
        {content && scale > 0 && <div style={{ transform: `scale(${scale})` }}><Suspense fallback={null}><MapPoster content={content} dots={1} /></Suspense></div>}
      </div>
    </figure>
  );
}
