import { useDesk } from '../../state/use-desk.js';
import { useProgram } from '../../state/program-store.js';
import { useSay } from '../../state/language.js';
import { PageHead } from '../../ui/page-head.js';

/** 路演: the tours of the ledger, their editor, and the presenter console while a show is on. */
export function RoadshowPage() {
  const say = useSay();
  useDesk();
  const tours = useProgram((state) => state.deskTours);
  return <><PageHead title={say('路演', 'Roadshow')} /><ul>{tours?.map((tour) => <li key={tour.id}>{tour.name}</li>)}</ul></>;
}
