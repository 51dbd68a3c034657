import { useCallback, useRef, type ReactNode } from 'react';
import { usePublicShowing } from '../../ui/public-showing-warning.js';
import { useStartShow } from './use-start-show.js';

type Wish = readonly [tourId: string, stopId: string | undefined, booth: boolean];

/** Starting a show with the question before it: a map without a 审图号 is not shown to the public unasked. */
export function useShowStarter(): { readonly start: (tourId: string, stopId?: string, booth?: boolean) => void; readonly dialog: ReactNode } {
  const wish = useRef<Wish | null>(null);
  const show = useStartShow();
  const asking = usePublicShowing(() => { if (wish.current) show.start(...wish.current); });
  const { ask } = asking;
  const start = useCallback((tourId: string, stopId?: string, booth = false) => { wish.current = [tourId, stopId, booth]; ask(); }, [ask]);
  return { start, dialog: <>{asking.dialog}{show.dialog}</> };
}
