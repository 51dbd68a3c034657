import type { PublicTour } from './projection.js';

/** The picture that the township's own roadshow opens with, by its media's id; null where it has none. */
export function openingPicture(tours: readonly PublicTour[]): string | null {
  const opening = tours.flatMap(({ stops }) => stops).find((stop) => stop.kind === 'cover' && stop.picture);
  return opening?.kind === 'cover' ? opening.picture ?? null : null;
}
