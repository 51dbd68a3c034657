import { categories } from '../../schema/vocabularies.js';
import { labelOf } from '../../schema/vocabulary.js';
import type { PublicAsset, PublicProject, PublicStop } from '../projection.js';

/** More than this nobody sits through; the rest of a large ledger is left to the table and the map. */
export const mostAssets = 60;

const everything: Extract<PublicStop, { kind: 'overview' }>['filter'] = { categories: [], villages: [], statuses: [], area: null, cooperation: [], utilities: [] };
const plain = { hidden: false, seconds: 60 } as const;

/** The stops of a ledger that has no tour: the township, its assets category by category, its projects, the table, the end. */
export function stopsWithoutTour(assets: readonly PublicAsset[], projects: readonly PublicProject[]): PublicStop[] {
  const shown = assets.slice(0, mostAssets);
  return [
    { ...plain, id: 'cover', kind: 'cover' },
    ...(assets.length > 0 ? [{ ...plain, id: 'figures', kind: 'figures' } as const] : []),
    ...(assets.some(({ location }) => location) ? [{ ...plain, id: 'overview', kind: 'overview', filter: everything } as const] : []),
    ...categories.values.flatMap((category): PublicStop[] => {
      const those = shown.filter((asset) => asset.category === category);
      const title = labelOf(categories, category);
      return those.length === 0 ? [] : [
        { ...plain, id: `chapter-${category}`, kind: 'chapter', figures: [], ...(title ? { title } : {}), ...(those[0]?.photos[0] ? { picture: those[0].photos[0].id } : {}) },
        ...those.map((asset): PublicStop => ({ ...plain, id: asset.id, kind: 'asset', assetId: asset.id })),
      ];
    }),
    ...projects.map((project): PublicStop => ({ ...plain, id: project.id, kind: 'project', projectId: project.id })),
    ...(projects.length > 0 ? [{ ...plain, id: 'table', kind: 'table' } as const] : []),
    { ...plain, id: 'closing', kind: 'closing' },
  ];
}
