import { useEffect, useSyncExternalStore } from 'react';
import type { BasemapStyle } from '../map/basemap/palette.js';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const follow = (changed: () => void) => { dark.addEventListener('change', changed); return () => dark.removeEventListener('change', changed); };

/** The look that the phone is set to, of the page and of its map. */
export function usePageTheme(): BasemapStyle {
  const isDark = useSyncExternalStore(follow, () => dark.matches);
  // At once, since the map reads its colours off the document while it is made.
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  useEffect(() => { document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'; }, [isDark]);
  return isDark ? 'night' : 'paper';
}
