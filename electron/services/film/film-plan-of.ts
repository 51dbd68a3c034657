import type { FilmRequest, MapSheet } from '../../../data/contract.js';
import { composeFilm } from '../../../data/rules/film/compose-film.js';
import type { FilmPlan } from '../../../data/rules/film/film-plan.js';
import { creditsOf } from '../../../data/rules/map/credits.js';
import { isPublished, publicAsset, publicProfile, publicProject, publicTour } from '../../../data/rules/projection.js';
import { FailureError } from '../../../data/schema/failure.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import { text } from '../../../data/schema/text.js';

/** The plan of a film, of public projections in either edition. Fails with a FailureError when its tour is gone or shows nothing. */
export function filmPlanOf({ audience, language, size, seconds, tourId }: Omit<FilmRequest, 'kind' | 'format' | 'music'>, data: LedgerData, layers: readonly MapSheet[], today: string): FilmPlan {
  const tour = tourId === undefined ? data.tours[0] : data.tours.find(({ id }) => id === tourId);
  if (tourId !== undefined && !tour) throw new FailureError('not-found', text('这条讲解路线已经不在本账中，请另选一条。', 'This tour is no longer in the ledger; choose another one.'), { field: 'tourId' });
  const plan = composeFilm({
    profile: publicProfile(data.profile), assets: data.assets.filter(isPublished).map(publicAsset), projects: data.projects.map(publicProject), tour: tour ? publicTour(tour) : null,
    credits: creditsOf(layers), today, language, internal: audience === 'internal', size, seconds: seconds ?? null,
  });
  if (plan.shots.length === 0) throw new FailureError('wrong-input', text('这条讲解路线没有可以放进影片的站点。请先在「路演」里添上几站。', 'This tour has no stop that a film could show. Add some in Roadshow first.'), { field: 'tourId' });
  return plan;
}
