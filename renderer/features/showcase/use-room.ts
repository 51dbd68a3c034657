import { useEffect, type RefObject } from 'react';

/** Keeps, as CSS variables of the page, how much of it the row of filters and the panel at the foot take: tools' panels fit between them. */
export function useRoom(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const page = root.current;
    if (!page) return;
    const parts = [['--top-room', '.showcase-top'], ['--foot-room', '.showcase-dock']] as const;
    const measure = () => { for (const [name, selector] of parts) page.style.setProperty(name, `${page.querySelector<HTMLElement>(selector)?.offsetHeight ?? 0}px`); };
    const watcher = new ResizeObserver(measure);
    for (const [, selector] of parts) { const part = page.querySelector(selector); if (part) watcher.observe(part); }
    measure();
    return () => watcher.disconnect();
  }, [root]);
}
