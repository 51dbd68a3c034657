import { listedNouns, listOf, profileId, type LedgerData, type NounName } from '../../../data/schema/ledger.js';

/** Every record of a ledger with its noun and identity. */
export function* recordsOf(data: LedgerData): Generator<{ readonly noun: NounName; readonly id: string; readonly record: object }> {
  yield { noun: 'profile', id: profileId, record: data.profile };
  for (const noun of listedNouns) for (const record of listOf(data, noun)) yield { noun, id: record.id, record };
}
