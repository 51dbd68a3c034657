import type { Asset } from '../../data/schema/asset.js';
import type { Project } from '../../data/schema/project.js';
import type { Session } from './session.js';

/** The most ids that one call takes. */
const slice = 5000;

/** Every asset of the ledger as it is stored, in the ledger's order. */
export async function allAssets(session: Session): Promise<readonly Asset[]> {
  const { paths, rows } = await session.ask('desk.index', {});
  const at = paths.indexOf('id');
  const ids = rows.map((row) => String(row[at]));
  const assets: Asset[] = [];
  for (let from = 0; from < ids.length; from += slice) assets.push(...await session.ask('desk.assets', { ids: ids.slice(from, from + slice) }));
  return assets;
}

/** Every project of the ledger as it is stored. */
export const allProjects = async (session: Session): Promise<readonly Project[]> => (await session.ask('desk.projects', {})).map(({ project }) => project);

/** One line per record: what tells it from the others. */
export const assetLine = (asset: Asset) => [asset.code ?? '', asset.name, asset.category, asset.village ?? '', asset.status].join('\t');
export const projectLine = (project: Project) => [project.code ?? '', project.name, project.location ?? '', project.investment ?? '', project.stage ?? ''].join('\t');
