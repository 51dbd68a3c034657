import { useEffect, useRef, useState } from 'react';
import type { Category } from '../../../data/schema/vocabularies.js';
import { landscape, paintOf, seedOf } from './paint-landscape.js';
import { useHold } from './settling.js';

/** Device pixels across a box up to which a small painting will do. */
const smallest = 640;

/** A landscape in blue and green, as on the old scrolls: ranges with mist between them, a stream with its scale weir, pines, a house. Fills its box. */
export function PaintedLandscape({ seed, category }: { seed: string; category?: Category | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [theme, setTheme] = useState('');
  const [painted, setPainted] = useState('');
  useEffect(() => {
    const node = canvas.current;
    const stage = node?.closest('[data-theme]');
    if (!node || !stage) return undefined;
    const watcher = new MutationObserver(() => setTheme((stage as HTMLElement).dataset['theme'] ?? ''));
    watcher.observe(stage, { attributes: true, attributeFilter: ['data-theme'] });
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    const node = canvas.current;
    const context = node?.getContext('2d');
    if (!node || !context) return undefined;
    let gone = false;
    const needed = Math.ceil(node.clientWidth * (window.devicePixelRatio || 1));
    void landscape(seedOf(seed), category ?? null, paintOf(node), needed > 0 && needed <= smallest).then((made) => {
      if (gone) return;
      const wanted = Math.min(made.width, needed || made.width);
      node.width = wanted;
      node.height = Math.round((wanted / made.width) * made.height);
      context.imageSmoothingQuality = 'high';
      context.drawImage(made, 0, 0, node.width, node.height);
      setPainted(`${seed} ${category} ${theme}`);
    });
    return () => { gone = true; };
  }, [seed, category, theme]);
  const isPainted = painted === `${seed} ${category} ${theme}`;
  useHold(!isPainted);
  return <canvas ref={canvas} className="painted" data-painted={isPainted || undefined} aria-hidden="true" />;
}
