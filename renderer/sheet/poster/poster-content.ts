import type { MapRequest, PosterRequest, ProjectTotals } from '../../../data/contract.js';
import type { PublicProject } from '../../../data/rules/projection.js';
import { mapPrintSchema } from '../../../data/schema/map-print.js';
import type { Client } from '../../client/client.js';
import { loadMap, type MapContent } from '../map-content.js';

/** Everything that a poster shows. */
export interface PosterContent { readonly poster: PosterRequest; readonly map: MapContent; readonly projects: readonly { readonly project: PublicProject; readonly totals: ProjectTotals }[] }

/** The map of a poster as any map is asked for. */
const mapOf = ({ language, ids, title }: PosterRequest): MapRequest => ({
  kind: 'map', format: 'pdf', audience: 'public', language, ...(ids ? { ids: [...ids] } : {}),
  map: mapPrintSchema.parse({ orientation: 'portrait', ...(title ? { title } : {}) }),
});

/** Asks the host for all that a poster shows, by public calls alone. */
export async function loadPoster(client: Client, poster: PosterRequest): Promise<PosterContent> {
  const [map, projects] = await Promise.all([loadMap(client, mapOf(poster)), client.call('public.projects', {})]);
  return { poster, map, projects };
}
