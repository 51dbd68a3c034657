import type { Asset } from '../../data/schema/asset.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { profileSchema, type Profile } from '../../data/schema/profile.js';
import { projectSchema, type Project } from '../../data/schema/project.js';
import { assetSchema } from '../../data/schema/asset.js';

let made = 0;
/** A well-formed id that no other record of the run has. */
export const freshId = () => `01J${String((made += 1)).padStart(23, '0')}`;

/** An asset of any category with what a test names; parsed, so it is a possible one. */
export const anAsset = (fields: Record<string, unknown> = {}): Asset =>
  assetSchema.parse({ id: freshId(), revision: 1, updatedAt: '2026-03-01T08:00:00.000Z', name: '老鹰岩杉木林', category: 'forest', status: 'idle', detail: {}, ...fields });

/** A project with what a test names. */
export const aProject = (fields: Record<string, unknown> = {}): Project =>
  projectSchema.parse({ id: freshId(), revision: 1, updatedAt: '2026-03-01T08:00:00.000Z', name: '石桥头民宿集群', ...fields });

export const aProfile = (fields: Partial<Profile> = {}): Profile => profileSchema.parse({ name: { zh: '示例乡', en: 'Shili' }, ...fields });

export const aLedger = (fields: Partial<LedgerData> = {}): LedgerData => ({ profile: aProfile(), assets: [], projects: [], tours: [], ...fields });
