import { useLayoutEffect, useRef, type ReactNode } from 'react';

/** How far a column can be drawn together: 0 as composed, 4 as tight as it goes. */
const tightest = 4;

/** A column that is drawn together step by step until all of it has room: data-tight, which the style sheet answers with less air and then with less. */
export function Fit({ className, children }: { className: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return undefined;
    const fit = () => {
      for (let tight = 0; tight <= tightest; tight += 1) {
        node.dataset['tight'] = String(tight);
        if (node.scrollHeight <= node.clientHeight + 1 && node.scrollWidth <= node.clientWidth + 1) return;
      }
    };
    fit();
    // Rewriting data-tight does not change the box itself, so that watching it does not go round.
    const watcher = new ResizeObserver(fit);
    watcher.observe(node);
    document.fonts.addEventListener('loadingdone', fit);
    return () => { watcher.disconnect(); document.fonts.removeEventListener('loadingdone', fit); };
  });
  return <div ref={box} className={`fit ${className}`}>{children}</div>;
}
