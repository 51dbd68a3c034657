import { z } from 'zod';
import { assetSchema, type Asset } from './asset.js';
import { profileSchema, type Profile } from './profile.js';
import { projectSchema, type Project } from './project.js';
import { tourSchema, type Tour } from './tour.js';

/** The schema version that this program writes; older ledgers are migrated, newer ones open read-only. */
export const schemaVersion = 3;

/** The whole data set of a ledger. Records are values: replaced on change, never altered. */
export const ledgerSchema = z.object({
  profile: profileSchema,
  assets: z.array(assetSchema),
  projects: z.array(projectSchema),
  tours: z.array(tourSchema),
});
export interface LedgerData {
  readonly profile: Profile;
  readonly assets: readonly Asset[];
  readonly projects: readonly Project[];
  readonly tours: readonly Tour[];
}

export const nounNames = ['asset', 'project', 'tour', 'profile'] as const;
export type NounName = (typeof nounNames)[number];
export interface RecordOf { asset: Asset; project: Project; tour: Tour; profile: Profile }

/** The schema that every record of a noun must satisfy before it is stored. */
export const recordSchemas = { asset: assetSchema, project: projectSchema, tour: tourSchema, profile: profileSchema } as const;

/** The nouns that a ledger keeps as lists of records, each under its key in the data. */
export const lists = { asset: 'assets', project: 'projects', tour: 'tours' } as const;
export type ListedNoun = keyof typeof lists;
export const listedNouns = Object.keys(lists) as readonly ListedNoun[];
/** The records of a noun. */
export const listOf = <N extends ListedNoun>(data: LedgerData, noun: N) => data[lists[noun]] as readonly RecordOf[N][];

/** The profile has one record; in changes it goes by this id. */
export const profileId = 'profile';
