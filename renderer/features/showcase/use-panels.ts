import { useEffect, useState } from 'react';
import { failureOf } from '../../client/call-failure.js';
import { tell } from '../../state/program-store.js';

type Panels = typeof import('./showcase-panels.js');

/** Loaded once for as long as the page lives: whoever comes back to the showcase has them at once. */
let loaded: Panels | null = null;

/** All that lies over the map; null until it is loaded. It is fetched once the map has been seen, so that the map need not wait for it. */
export function usePanels(isSeen: boolean): Panels | null {
  const [panels, setPanels] = useState<Panels | null>(loaded);
  useEffect(() => {
    if (!isSeen || loaded) return;
    import('./showcase-panels.js').then((module) => { loaded = module; setPanels(module); }, (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); });
  }, [isSeen]);
  return panels;
}
