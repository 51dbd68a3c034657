import { z } from 'zod';
import { assetSchema, type Asset } from './asset.js';
import { profileSchema, type Profile } from './profile.js';
import { projectSchema, type Project } from './project.js';

/** The schema version that this program writes; older ledgers are migrated, newer ones open read-only. */
export const schemaVersion = 2;

/** The whole data set of a ledger. Records are values: replaced on change, never altered. */
export const ledgerSchema = z.object({
  profile: profileSchema,
  assets: z.array(assetSchema),
  projects: z.array(projectSchema),
});
export interface LedgerData {
  readonly profile: Profile;
  readonly assets: readonly Asset[];
  readonly projects: readonly Project[];
}

export const nounNames = ['asset', 'project', 'profile'] as const;
export type NounName = (typeof nounNames)[number];
export interface RecordOf { asset: Asset; project: Project; profile: Profile }

/** The schema that every record of a noun must satisfy before it is stored. */
export const recordSchemas = { asset: assetSchema, project: projectSchema, profile: profileSchema } as const;

/** The profile has one record; in changes it goes by this id. */
export const profileId = 'profile';
