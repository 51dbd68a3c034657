import { packedRings } from '../../data/rules/map/boundary-rings.js';
import { isPublished, publicAsset, publicProfile, publicProject } from '../../data/rules/projection.js';
import { projectTotals } from '../../data/rules/totals.js';
import type { Asset } from '../../data/schema/asset.js';
import { FailureError } from '../../data/schema/failure.js';
import type { Ledger } from '../storage/ledger.js';
import { createIndexCache } from './index-cache.js';
import type { Handlers } from './program.js';

type PublicCalls = Pick<Handlers, 'public.overview' | 'public.index' | 'public.rows' | 'public.asset' | 'public.assets' | 'public.boundaries' | 'public.projects'>;

/** The calls an audience may make. Every record passes a public projection here and nowhere else. */
export function publicCalls(ledger: () => Ledger, today: () => string): PublicCalls {
  const index = createIndexCache('public');
  const published = (id: string): Asset[] => {
    const asset = ledger().asset(id);
    return asset && isPublished(asset) ? [asset] : [];
  };
  /** A project as the public sees it names only assets that the public may see. */
  const shown = (project: Parameters<typeof publicProject>[0]) => publicProject({ ...project, assetIds: project.assetIds.filter((id) => published(id).length > 0) });
  return {
    'public.overview': () => ({ profile: publicProfile(ledger().data.profile), sample: ledger().data.profile.sample, today: today() }),
    'public.index': () => index(ledger().data.assets.filter(isPublished)),
    'public.rows': ({ ids }) => index(ids.flatMap(published)),
    'public.asset': ({ id }) => {
      const [asset] = published(id);
      if (!asset) throw new FailureError('not-found', { zh: '这宗资产已下架或已删除。', en: 'This asset was withdrawn or removed.' });
      return { asset: publicAsset(asset), projects: ledger().data.projects.filter((project) => project.assetIds.includes(id)).map(shown) };
    },
    'public.assets': ({ ids }) => ids.flatMap(published).map(publicAsset),
    'public.boundaries': ({ from, limit, ids }) => {
      const all = ids ? ids.flatMap(published) : ledger().data.assets;
      const rows: { id: string; rings: number[][] }[] = [];
      let at = ids ? 0 : from;
      for (; at < all.length && (ids || rows.length < limit); at += 1) {
        const asset = all[at] as Asset;
        const boundary = isPublished(asset) && publicAsset(asset).boundary;
        if (boundary) rows.push({ id: asset.id, rings: packedRings(boundary) });
      }
      return { rows, next: at < all.length ? at : null };
    },
    'public.projects': () => ledger().data.projects.map((project) => ({ project: shown(project), totals: projectTotals(project, { get: (id) => published(id)[0] }) })),
  };
}
