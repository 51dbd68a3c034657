import { useLayoutEffect, useRef, type ReactNode } from 'react';

/** How far a column can be drawn together: 0 as composed, 4 as tight as it goes. */
const tightest = 4;

/** From here on letters grow no smaller, so that a part which is still too wide gains nothing from what else is left out. */
const narrowest = 2;

const partsOf = (node: HTMLElement) => [...node.children].filter((part): part is HTMLElement => part instanceof HTMLElement && getComputedStyle(part).position !== 'absolute');

/** Whether all of a column's parts have room below each other. Reckoned from the layout, for what still rises into its place would seem to lie below it. */
function isHighEnough(node: HTMLElement): boolean {
  const parts = partsOf(node);
  const inner = node.clientTop + Number.parseFloat(getComputedStyle(node).paddingBottom);
  const bottom = Math.max(0, ...parts.map((part) => part.offsetTop + part.offsetHeight));
  const top = Math.min(0, ...parts.map((part) => part.offsetTop));
  return top >= -1 && bottom <= node.clientHeight - inner + 2;
}
const isWideEnough = (node: HTMLElement) => partsOf(node).every((part) => part.scrollWidth <= part.clientWidth + 2);

/**
 * A column that is drawn together step by step until all of it has room: data-tight, which the style sheet answers with less air and then
 * with less; and where even that is too much, data-bare, for what can be done without.
 */
export function Fit({ className, upright = false, children }: { className: string; /** Written downwards: how wide it is says nothing. */ upright?: boolean; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return undefined;
    let fitted = '';
    const sizeOf = () => `${node.clientWidth} ${node.clientHeight}`;
    const fit = () => {
      fitted = sizeOf();
      delete node.dataset['bare'];
      for (let tight = 0; tight <= tightest; tight += 1) {
        node.dataset['tight'] = String(tight);
        if (isHighEnough(node) && (upright || tight >= narrowest || isWideEnough(node))) return;
      }
      node.dataset['bare'] = '';
    };
    fit();
    // Rewriting data-tight does not change the box itself, so that watching it does not go round; its first report tells of the size just fitted.
    const watcher = new ResizeObserver(() => { if (sizeOf() !== fitted) fit(); });
    watcher.observe(node);
    document.fonts.addEventListener('loadingdone', fit);
    return () => { watcher.disconnect(); document.fonts.removeEventListener('loadingdone', fit); };
  });
  return <div ref={box} className={`fit ${className}`}>{children}</div>;
}
