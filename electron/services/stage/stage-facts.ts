import { passagesOf, type Passage } from '../../../data/rules/stage/act.js';
import type { StageFacts } from '../../../data/rules/stage/scenes.js';
import { isPublished, publicTour, type PublicTour } from '../../../data/rules/projection.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import type { Ledger } from '../../storage/ledger.js';

/** What the stage may know of a ledger: published assets alone. */
function factsOf({ data, asset }: { readonly data: LedgerData; readonly asset: Ledger['asset'] }): StageFacts {
  const published = (id: string) => { const found = asset(id); return found && isPublished(found) ? found : undefined; };
  return {
    asset(id) {
      const found = published(id);
      return found && { photos: found.photos, videos: found.videos, placed: found.location !== undefined };
    },
    projects: data.projects,
  };
}

/** The tour of an id as an audience may know it, the stops of it that can be shown now, and which assets may be. */
export interface StageRoute { readonly tour: PublicTour | null; readonly passages: readonly Passage[]; isShown(assetId: string): boolean }

/** Reads routes off the open ledger; what was read stands until the ledger's records are others. */
export function createRoutes(ledger: () => Ledger): (tourId: string | null) => StageRoute {
  let last: { readonly data: LedgerData; readonly tourId: string | null; readonly route: StageRoute } | undefined;
  return (tourId) => {
    const open = ledger();
    if (last?.data === open.data && last.tourId === tourId) return last.route;
    const tour = tourId === null ? undefined : open.tour(tourId);
    const shown = tour ? publicTour(tour) : null;
    const facts = factsOf({ data: open.data, asset: (id) => open.asset(id) });
    const route: StageRoute = { tour: shown, passages: passagesOf(shown, facts), isShown: (assetId) => facts.asset(assetId) !== undefined };
    last = { data: open.data, tourId, route };
    return route;
  };
}
