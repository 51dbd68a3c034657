import type { FailurePlace } from '../../data/schema/failure.js';
import { useSay } from '../state/language.js';

/** Where in a file something went wrong, in brackets. */
export function PlaceWords({ place }: { place: FailurePlace | undefined }) {
  const say = useSay();
  const parts = [place?.file, place?.sheet, place?.row ? say(`第 ${place.row} 行`, `row ${place.row}`) : undefined].filter(Boolean);
  return parts.length > 0 ? <span className="soft">{say(`（${parts.join(' · ')}）`, ` (${parts.join(' · ')})`)}</span> : null;
}
