import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { openServerLedger } from '../../electron/storage/server/open-server.js';
import type { Ledger, LedgerOptions } from '../../electron/storage/ledger.js';
import { buildLedgerData, temporaryFolder } from './ledger.js';
import { ledgerPlace, type LedgerPlace } from './ledger-place.js';
import { startPostgres, withoutPostgres, type TestServer } from './postgres.js';

/** A server for the tests of one file, and a new database for each. */
export function serverPlace(): LedgerPlace & { readonly server: TestServer; readonly database: string } {
  let server: TestServer;
  let database = '';
  let cache = '';
  let removeCache = () => Promise.resolve();
  const opened: Ledger[] = [];
  beforeAll(async () => { server = await startPostgres(); });
  afterAll(() => server.stop());
  beforeEach(async () => {
    const made = await temporaryFolder();
    cache = join(made.path, 'servers');
    removeCache = made.remove;
  });
  afterEach(async () => {
    for (const ledger of opened.splice(0)) await ledger.close();
    await removeCache();
  });
  const open = async ({ now, schemaVersion, migrations }: LedgerOptions = {}) => {
    const ledger = await openServerLedger(server.address(database), cache, { now, ...(schemaVersion ? { schemaVersion } : {}), ...(migrations ? { migrations } : {}) });
    opened.push(ledger);
    return ledger;
  };
  return {
    get server() { return server; },
    get database() { return database; },
    open,
    async create(assets = 12, options = {}) {
      database = await server.ledger(buildLedgerData({ assets }), options);
      return open(options);
    },
    async reopen(ledger, options) {
      await ledger.close();
      return open(options);
    },
  };
}

/** One description for both storages: what a ledger promises, it promises whatever keeps it. */
export function onBothStorages(describeIt: (place: LedgerPlace) => void): void {
  describe('in a folder', () => describeIt(ledgerPlace()));
  const missing = withoutPostgres();
  if (missing) describe.skip(`on a server: skipped, ${missing}`, () => describeIt(ledgerPlace()));
  else describe('on a server', () => describeIt(serverPlace()));
}
