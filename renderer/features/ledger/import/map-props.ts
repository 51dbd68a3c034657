import { lazy } from 'react';
import { useSay } from '../../../state/language.js';
import { useTheme } from '../../../state/theme.js';
import { useSheets } from '../../../state/use-sheets.js';

/** The map of places; loaded when a step shows one. */
export const ImportMap = lazy(() => import('../../../map/import-map.js').then((module) => ({ default: module.ImportMap })));

/** What a map needs to know of the program: the pack, the style for the theme, the language. */
export function useMapSetting() {
  const say = useSay();
  const theme = useTheme();
  const sheets = useSheets();
  return { sheets, style: theme === 'dark' ? ('night' as const) : ('paper' as const), language: say.language };
}
