import { useStage } from '../../state/stage-store.js';
import { useDesk } from '../../state/use-desk.js';
import { ConsolePage } from './console/console-page.js';
import { ToursPage } from './tours/tours-page.js';

/** 路演: the tours of the ledger with their editor, and the presenter console while a show is on. */
export function RoadshowPage() {
  useDesk();
  const on = useStage((state) => state.show.on);
  return on ? <ConsolePage /> : <ToursPage />;
}
