import { lazy } from 'react';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { useProgram } from '../../../state/program-store.js';
import { useTheme } from '../../../state/theme.js';

/** The map of places; loaded when a step shows one. */
export const ImportMap = lazy(() => import('../../../map/import-map.js').then((module) => ({ default: module.ImportMap })));

/** What a map needs to know of the program: the pack, the style for the theme, the language. */
export function useMapSetting() {
  const say = useSay();
  const client = useClient();
  const theme = useTheme();
  const pack = useProgram((state) => state.overview?.profile.maps[0]?.id);
  return { packUrl: pack ? client.address(`maps/${pack}`) : null, style: theme === 'dark' ? ('night' as const) : ('paper' as const), language: say.language };
}
