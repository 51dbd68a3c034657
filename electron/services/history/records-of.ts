import { profileId, type LedgerData, type NounName } from '../../../data/schema/ledger.js';

/** Every record of a ledger with its noun and identity. */
export function* recordsOf({ profile, assets, projects }: LedgerData): Generator<{ readonly noun: NounName; readonly id: string; readonly record: object }> {
  yield { noun: 'profile', id: profileId, record: profile };
  for (const record of assets) yield { noun: 'asset', id: record.id, record };
  for (const record of projects) yield { noun: 'project', id: record.id, record };
}
