import { z } from 'zod';
import { idSchema } from '../../schema/common.js';
import type { Asset } from '../../schema/asset.js';
import type { LedgerData } from '../../schema/ledger.js';
import type { Project } from '../../schema/project.js';
import { categories } from '../../schema/vocabularies.js';
import { schemaOf } from '../../schema/vocabulary-schema.js';

/** The part of a ledger that goes along: the assets that fulfil all that is said; with nothing said the whole ledger. */
export const partSchema = z.object({
  villages: z.array(z.string().max(40)).max(500).optional(),
  categories: z.array(schemaOf(categories)).max(20).optional(),
  /** Those that were filtered or ticked. */
  ids: z.array(idSchema).max(50_000).optional(),
}).strict();
export type Part = z.infer<typeof partSchema>;

export const isWhole = ({ villages, categories: kinds, ids }: Part) => !villages && !kinds && !ids;

/** True for an asset of the part. */
export function isInPart({ villages, categories: kinds, ids }: Part): (asset: Pick<Asset, 'id' | 'village' | 'category'>) => boolean {
  const [wantedVillages, wantedIds] = [villages && new Set(villages), ids && new Set(ids)];
  return (asset) => (!wantedVillages || wantedVillages.has(asset.village ?? '')) && (!kinds || kinds.includes(asset.category)) && (!wantedIds || wantedIds.has(asset.id));
}

export interface ChosenRecords {
  readonly assets: readonly Asset[];
  readonly projects: readonly Project[];
  /** Projects that link assets of the part and others as well: they stay, for half of their links would look like links taken away. */
  readonly leftProjects: number;
}

/** The records of a part: its assets, and the projects all of whose assets are among them. */
export function chosenRecords(data: Pick<LedgerData, 'assets' | 'projects'>, part: Part): ChosenRecords {
  if (isWhole(part)) return { assets: data.assets, projects: data.projects, leftProjects: 0 };
  const assets = data.assets.filter(isInPart(part));
  const chosen = new Set(assets.map((asset) => asset.id));
  const touched = data.projects.filter((project) => project.assetIds.some((id) => chosen.has(id)));
  const projects = touched.filter((project) => project.assetIds.every((id) => chosen.has(id)));
  return { assets, projects, leftProjects: touched.length - projects.length };
}
