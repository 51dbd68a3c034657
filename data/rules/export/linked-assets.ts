import type { ProjectTotals } from '../../contract.js';
import { text, type Language, type Text } from '../../schema/text.js';
import { projectTotals } from '../totals.js';
import { asMu, kilowatts, mu, rounded, squareMetres, type SourceColumn } from './columns.js';
import { leadCountPath } from '../lead/counts.js';
import { listSeparator, nameIn } from './shown-text.js';
import type { TableAsset, TableOccasion, TableProject } from './table-occasion.js';

const linksOf = (project: object, assetById: ReadonlyMap<string, TableAsset>) =>
  [...new Set((project as TableProject).assetIds)].flatMap((id) => assetById.get(id) ?? []);

/** A figure that follows from a project's assets: under which path it stands on screen, what it is, and how it is said. */
interface Derived { readonly path: string; readonly key: string; readonly label: Text; readonly meaning: Text; readonly unit?: Text; readonly digits: number; readonly width: number; readonly minimum: number; value(totals: ProjectTotals): number | null }
const derived: readonly Derived[] = [
  { path: 'totals.assetCount', key: 'assetIds/count', label: text('资产数（宗）', 'Assets'), meaning: text('关联了多少宗资产，由程序计数。', 'How many assets are linked; counted by the program.'), digits: 0, width: 4.5, minimum: 4.5, value: ({ assetCount }) => assetCount },
  { path: 'totals.siteArea', key: 'assetIds/siteArea', label: text('占地面积', 'Site area'), meaning: text('所关联资产的占地合计，由程序算出。', 'The site area of its assets together, worked out by the program.'), unit: mu, digits: 1, width: 7, minimum: 5.5, value: ({ siteArea }) => asMu(siteArea) || null },
  { path: 'totals.floorArea', key: 'assetIds/floorArea', label: text('建筑面积', 'Floor area'), meaning: text('所关联资产的建筑面积合计，由程序算出。', 'The floor area of its assets together, worked out by the program.'), unit: squareMetres, digits: 1, width: 7, minimum: 5.5, value: ({ floorArea }) => rounded(floorArea, 2) || null },
  { path: 'totals.capacityKw', key: 'assetIds/capacityKw', label: text('装机容量', 'Capacity'), meaning: text('所关联水电站的装机合计，由程序算出。', 'The capacity of its stations together, worked out by the program.'), unit: kilowatts, digits: 2, width: 7, minimum: 5.5, value: ({ capacityKw }) => rounded(capacityKw, 4) || null },
];

/** The assets of a project by code and name, and the sums over them, each under the path of its column on screen; a sum of nothing is left empty. */
export function linkedAssetColumns(assetById: ReadonlyMap<string, TableAsset>, language: Language): ReadonlyMap<string, readonly SourceColumn[]> {
  const words = (say: (asset: TableAsset) => string | undefined) => (project: object) =>
    linksOf(project, assetById).flatMap((asset) => say(asset) ?? []).join(listSeparator(language)) || null;
  const plain = { align: 'left', summed: false, digits: 0, listed: true } as const;
  const named: SourceColumn[] = [
    { ...plain, key: 'assetIds/code', label: text('资产编号', 'Asset codes'), meaning: text('所关联资产在一本账里的编号。', 'The codes of its assets in the ledger.'), width: 8, minimum: 6.5, cell: words((asset) => asset.code) },
    { ...plain, key: 'assetIds/name', label: text('资产名称', 'Asset names'), meaning: text('所关联资产的名称。', 'What its assets are called.'), width: 12, minimum: 7, cell: words((asset) => nameIn(asset, language)) },
  ];
  const figures = new Map(derived.map(({ path, value, ...column }): [string, SourceColumn] => [path, { ...column, align: 'center', summed: true, cell: (project) => value(projectTotals(project as TableProject, assetById)) }]));
  const count = figures.get('totals.assetCount')!;
  return new Map<string, readonly SourceColumn[]>([['assetIds', [...named, count]], ...[...figures].filter(([path]) => path !== 'totals.assetCount').map(([path, column]) => [path, [column]] as const)]);
}

/** How many assets are linked to more than one of the projects: the sums count them for each. */
export function sharedAssetCount(projects: readonly TableProject[], assetById: ReadonlyMap<string, TableAsset>): number {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const project of projects) for (const id of new Set(project.assetIds)) if (assetById.has(id)) (seen.has(id) ? shared : seen).add(id);
  return shared.size;
}

/** How many leads a project has, for staff. Where columns were not chosen it stands only when there are leads at all. Not added up: one lead may like two projects. */
export function leadCountColumns({ internal, leads, layout }: TableOccasion): ReadonlyMap<string, readonly SourceColumn[]> {
  if (!internal || !leads || (!layout?.columns && Object.keys(leads).length === 0)) return new Map();
  const column: SourceColumn = {
    key: leadCountPath, label: text('意向（条）', 'Leads'), meaning: text('有多少条意向看中它或它的资产，由程序计数。', 'How many leads like it or one of its assets; counted by the program.'),
    width: 4.5, minimum: 4.5, align: 'center', digits: 0, summed: false, cell: (project) => leads[(project as TableProject).id] ?? null,
  };
  return new Map([[leadCountPath, [column]]]);
}
