import type { PublicStop } from '../projection.js';
import type { Project } from '../../schema/project.js';

/** One picture of a stop. A stop is one or more of them, stepped through by the same key that leads to the next stop. */
export type Scene =
  | { readonly view: 'cover' } | { readonly view: 'chapter' } | { readonly view: 'closing' } | { readonly view: 'explore' } | { readonly view: 'overview' }
  /** The township in figures: its totals, its assets by category, its projects by horizon. */
  | { readonly view: 'totals' } | { readonly view: 'categories' } | { readonly view: 'horizons' }
  /** An asset: the map comes to it; the picture with the facts; a photo that fills the screen; before and after. */
  | { readonly view: 'place'; readonly assetId: string } | { readonly view: 'card'; readonly assetId: string }
  | { readonly view: 'photo'; readonly assetId: string; readonly media: string }
  | { readonly view: 'change'; readonly assetId: string; readonly before: string; readonly after: string }
  /** A project: its assets lit on the map; what it is. */
  | { readonly view: 'sites'; readonly projectId: string } | { readonly view: 'project'; readonly projectId: string }
  | { readonly view: 'table'; readonly projectIds: readonly string[]; readonly page: number; readonly pages: number }
  | { readonly view: 'comparison'; readonly assetIds: readonly string[] }
  | { readonly view: 'video'; readonly media: string; readonly assetId: string | null };
export type SceneView = Scene['view'];

/** What has to be known of the ledger to tell which scenes a stop has; the host and the page both know it, of published assets alone. */
export interface StageFacts {
  asset(id: string): { readonly photos: readonly { readonly id: string }[]; readonly videos: readonly { readonly id: string }[]; readonly placed: boolean } | undefined;
  readonly projects: readonly { readonly id: string; readonly horizon?: Project['horizon']; readonly assetIds: readonly string[] }[];
}

/** Rows of the project table that can be read from the back of a room. */
export const rowsOfTable = 6;
/** How many photos of an asset are shown where the tour does not say which; the first stands beside the facts already. */
const photosUnasked = 3;

/** The projects of a table stop in the order shown: near ones before far ones, otherwise as in the ledger. */
export const projectsOfTable = <P extends { readonly horizon?: Project['horizon'] }>(projects: readonly P[], horizon: Project['horizon']): readonly P[] => {
  const of = (wanted: Project['horizon']) => projects.filter((project) => project.horizon === wanted);
  return horizon ? of(horizon) : [...of('near'), ...of('far'), ...of(undefined)];
};

function scenesOfAsset(stop: Extract<PublicStop, { kind: 'asset' }>, facts: StageFacts): Scene[] {
  const { assetId, change } = stop;
  const asset = facts.asset(assetId);
  if (!asset) return [];
  const there = new Set(asset.photos.map((photo) => photo.id));
  const photos = stop.photos ? stop.photos.filter((id) => there.has(id)) : asset.photos.slice(1, photosUnasked).map((photo) => photo.id);
  return [
    ...(asset.placed ? [{ view: 'place', assetId } as const] : []),
    { view: 'card', assetId },
    ...photos.map((media) => ({ view: 'photo', assetId, media } as const)),
    ...(change && there.has(change.before) && there.has(change.after) ? [{ view: 'change', assetId, ...change } as const] : []),
  ];
}

function scenesOfProject(projectId: string, facts: StageFacts): Scene[] {
  const project = facts.projects.find((one) => one.id === projectId);
  if (!project) return [];
  const hasSites = project.assetIds.some((id) => facts.asset(id)?.placed);
  return [...(hasSites ? [{ view: 'sites', projectId } as const] : []), { view: 'project', projectId }];
}

function scenesOfTable(horizon: Project['horizon'], facts: StageFacts): Scene[] {
  const ids = projectsOfTable(facts.projects, horizon).map((project) => project.id);
  const pages = Math.ceil(ids.length / rowsOfTable);
  return Array.from({ length: pages }, (_, page) => ({ view: 'table', projectIds: ids.slice(page * rowsOfTable, (page + 1) * rowsOfTable), page, pages }));
}

/** The scenes of a stop in their order; none when what it shows is gone, and then the stop is passed over. */
export function scenesOf(stop: PublicStop, facts: StageFacts): readonly Scene[] {
  switch (stop.kind) {
    case 'cover': case 'chapter': case 'overview': case 'explore': case 'closing': return [{ view: stop.kind }];
    case 'figures': return [{ view: 'totals' }, { view: 'categories' }, ...(facts.projects.length > 0 ? [{ view: 'horizons' } as const] : [])];
    case 'asset': return scenesOfAsset(stop, facts);
    case 'project': return scenesOfProject(stop.projectId, facts);
    case 'table': return scenesOfTable(stop.horizon, facts);
    case 'comparison': {
      const assetIds = stop.assetIds.filter((id) => facts.asset(id));
      return assetIds.length < 2 ? [] : [{ view: 'comparison', assetIds }];
    }
    case 'video': {
      const asset = stop.assetId ? facts.asset(stop.assetId) : undefined;
      return stop.assetId && !asset?.videos.some((video) => video.id === stop.video) ? [] : [{ view: 'video', media: stop.video, assetId: stop.assetId ?? null }];
    }
  }
}
