import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Asset } from '../../data/schema/asset.js';
import { FailureError } from '../../data/schema/failure.js';
import { createLedger, openLedger, type Ledger, type LedgerOptions } from '../../electron/storage/ledger.js';
import { buildLedgerData, draftOf, setEntry, temporaryFolder } from './ledger.js';

/** What keeps ledgers in a test: each test has one of its own, and whatever was opened is closed afterwards. */
export interface LedgerPlace {
  create(assets?: number, options?: LedgerOptions): Promise<Ledger>;
  /** Opens it once more, as a second desk would where the storage allows that. */
  open(options?: LedgerOptions): Promise<Ledger>;
  reopen(ledger: Ledger, options?: LedgerOptions): Promise<Ledger>;
}

/** A folder for one ledger, new for every test; whatever was opened in it is closed afterwards. */
export function ledgerPlace(): LedgerPlace & { readonly folder: string; kept(promise: Promise<Ledger>): Promise<Ledger> } {
  let folder = '';
  let removeFolder = () => Promise.resolve();
  const opened: Ledger[] = [];
  beforeEach(async () => {
    const made = await temporaryFolder();
    folder = join(made.path, 'ledger');
    removeFolder = made.remove;
  });
  afterEach(async () => {
    for (const ledger of opened.splice(0)) await ledger.close();
    await removeFolder();
  });
  const kept = async (promise: Promise<Ledger>) => {
    const ledger = await promise;
    opened.push(ledger);
    return ledger;
  };
  const open = (options?: LedgerOptions) => kept(openLedger(folder, options));
  return {
    get folder() { return folder; },
    kept,
    create: (assets = 12, options?: LedgerOptions) => kept(createLedger(folder, buildLedgerData({ assets }), options)),
    open,
    reopen: async (ledger: Ledger, options?: LedgerOptions) => {
      await ledger.close();
      return open(options);
    },
  };
}

/** The failure that a promise is rejected with. */
export async function failureOf(promise: Promise<unknown>) {
  const error = await promise.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(FailureError);
  return (error as FailureError).failure;
}

/** A change of one asset's name. */
export function renamed(ledger: Ledger, at: number, name: string) {
  const asset = ledger.data.assets[at] as Asset;
  return draftOf(setEntry('asset', asset, { ...asset, name }));
}

/** All records as they would be written. */
export const textOf = (ledger: Ledger) => JSON.stringify(ledger.data);
