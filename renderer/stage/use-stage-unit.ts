import { useLayoutEffect, useState, type RefObject } from 'react';

/** CSS pixels of a stage unit, as the style sheet's --u: 1 where the stage is 1920 × 1080; 0 until it is laid out. */
export function useStageUnit(root: RefObject<HTMLElement | null>): number {
  const [unit, setUnit] = useState(0);
  useLayoutEffect(() => {
    const node = root.current;
    if (!node) return undefined;
    const measure = () => setUnit(Math.min(node.clientWidth / 1920, node.clientHeight / 1080));
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(node);
    return () => watcher.disconnect();
  }, [root]);
  return unit;
}
