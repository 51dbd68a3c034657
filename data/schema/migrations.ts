import { FailureError } from './failure.js';

/** A ledger as an older version wrote it: nothing is known of its records but that they are there. */
export interface RawLedger {
  readonly profile: unknown;
  readonly assets: readonly unknown[];
  readonly projects: readonly unknown[];
  readonly tours: readonly unknown[];
}

/** One step from a schema version to the next. Pure; what it returns is checked against the schema afterwards. */
export interface Migration {
  readonly from: number;
  readonly to: number;
  readonly migrate: (ledger: RawLedger) => RawLedger;
}

/** Version 2: the profile's one `mapPack` became `maps`, the sheets of the map from the lowest up. */
function severalMaps(ledger: RawLedger): RawLedger {
  const { mapPack, ...profile } = ledger.profile as Record<string, unknown>;
  return { ...ledger, profile: { ...profile, maps: [{ id: typeof mapPack === 'string' ? mapPack : 'shili', shown: true, opacity: 1 }] } };
}

/** Version 3: a ledger keeps tours. */
const withTours = (ledger: RawLedger): RawLedger => ({ ...ledger, tours: ledger.tours ?? [] });

/** The steps so far. Each released version stays frozen as a fixture of the tests. */
export const migrations: readonly Migration[] = [{ from: 1, to: 2, migrate: severalMaps }, { from: 2, to: 3, migrate: withTours }];

/** Takes a ledger from one schema version to another, step by step. Throws `damaged` when a step is missing. */
export function migrated(ledger: RawLedger, from: number, to: number, steps: readonly Migration[] = migrations): RawLedger {
  let current = ledger;
  let version = from;
  while (version < to) {
    const step = steps.find((entry) => entry.from === version && entry.to > version && entry.to <= to);
    if (!step) {
      throw new FailureError('damaged', {
        zh: `这个账本是第 ${version} 版格式，这个程序不会转换。请用更新版本的程序打开。`,
        en: `This ledger is in format version ${version}, which this program cannot convert. Open it with a newer version of the program.`,
      });
    }
    current = step.migrate(current);
    version = step.to;
  }
  return current;
}
