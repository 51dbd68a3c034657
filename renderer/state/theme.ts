import { useEffect, useSyncExternalStore } from 'react';
import { useProgram } from './program-store.js';

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
const followSystem = (changed: () => void) => { darkSystem.addEventListener('change', changed); return () => darkSystem.removeEventListener('change', changed); };

/** The theme in force: the chosen one, or the machine's. Also sets it on the document. */
export function useTheme(): 'light' | 'dark' {
  const chosen = useProgram((state) => state.settings.theme);
  const systemIsDark = useSyncExternalStore(followSystem, () => darkSystem.matches);
  const theme = chosen === 'system' ? (systemIsDark ? 'dark' : 'light') : chosen;
  useEffect(() => { document.documentElement.dataset['theme'] = theme; }, [theme]);
  return theme;
}
