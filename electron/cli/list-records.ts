import type { Asset } from '../../data/schema/asset.js';
import type { Project } from '../../data/schema/project.js';
import { cooperations } from '../../data/schema/vocabularies.js';
import { labelOf } from '../../data/schema/vocabulary.js';
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

/** The words of a list as people write it: 租赁、入股. */
const wordsOf = (text: string) => text.split(/[、，,;；/\s]+/).filter(Boolean);

/** A record with the names and values that other programs are given: 合作方式 goes by its words, as they came where that is known. */
export const forExchange = (record: Asset | Project) => ({
  ...record,
  cooperation: 'cooperationText' in record && record.cooperationText ? wordsOf(record.cooperationText) : record.cooperation.map((value) => labelOf(cooperations, value)?.zh ?? value),
});

/** One line per record: what tells it from the others. */
export const assetLine = (asset: Asset) => [asset.code ?? '', asset.name, asset.category, asset.village ?? '', asset.status].join('\t');
export const projectLine = (project: Project) => [project.code ?? '', project.name, project.location ?? '', project.investment ?? '', project.stage ?? ''].join('\t');
