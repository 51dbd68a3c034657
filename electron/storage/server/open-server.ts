import { join } from 'node:path';
import type { ServerFound } from '../../../data/contract/server.js';
import { schemaVersion as currentSchema, type LedgerData } from '../../../data/schema/ledger.js';
import { migrations as allMigrations, type Migration } from '../../../data/schema/migrations.js';
import { realDisk } from '../disk.js';
import { LedgerIndex } from '../ledger-index.js';
import type { ServerAddress } from './address.js';
import { Connections } from './connection.js';
import { connectFailure, newerServer } from './server-failures.js';
import { ServerFiles } from './server-files.js';
import { ServerLedger } from './server-ledger.js';
import type { LinePace } from './server-line.js';
import { makeTables, membership, readRecords, standingOf, upgradeRecords } from './server-records.js';

/** What tests put in place of the clock, the program's version and the usual pace. */
export interface ServerOptions {
  readonly now?: (() => Date) | undefined;
  readonly schemaVersion?: number;
  readonly migrations?: readonly Migration[];
  readonly pace?: LinePace | undefined;
}

async function connected<T>(address: ServerAddress, work: (connections: Connections) => Promise<T>): Promise<T> {
  const connections = await Connections.to(address);
  try {
    return await work(connections);
  } catch (error) {
    await connections.close().catch(() => undefined);
    throw connectFailure(error, address);
  }
}

/** Says what is behind an address; opens and alters nothing. Throws a sentence with the next step where it cannot be reached or used. */
export async function lookAtServer(address: ServerAddress): Promise<ServerFound> {
  return connected(address, async (connections) => {
    const { hasTables, postgresql, postgis, mayMake, mayExtend, isExtended } = await standingOf(connections);
    const engines = { postgresql, postgis, canMake: !hasTables && mayMake && (isExtended || mayExtend) };
    let found: ServerFound = { standing: 'empty', ...engines };
    if (hasTables) {
      const { person, role } = await membership(connections, address);
      const [about] = await connections.rows<{ name: string | null; assets: number }>(`SELECT (SELECT body->'name'->>'zh' FROM xishan.records WHERE noun = 'profile') AS name, count(*)::int AS assets FROM xishan.records WHERE noun = 'asset' AND body IS NOT NULL`);
      found = { standing: 'ledger', ...engines, name: about?.name ?? '', assets: about?.assets ?? 0, person, role };
    }
    await connections.close();
    return found;
  });
}

/** How a ledger is made: whoever waits hears how many records were written, and may end it; `mediaFrom` is the folder whose files go along. */
export interface Making extends ServerOptions { readonly signal?: AbortSignal; readonly mediaFrom?: string; readonly onRecords?: (count: number) => void }

/** Makes a ledger with these records in an empty database, or nothing at all. `name` is what its maker is called in the history. Throws where there is one. */
export async function makeServerLedger(address: ServerAddress, data: LedgerData, name: string, { now = () => new Date(), schemaVersion = currentSchema, signal, mediaFrom, onRecords }: Making = {}): Promise<void> {
  await connected(address, async (connections) => {
    await makeTables(connections, address, data, {
      schemaVersion, at: now().toISOString(), name, onRecords: (count) => { signal?.throwIfAborted(); onRecords?.(count); },
      // The files go within the same act: a ledger whose photos are still at home is not there yet.
      finish: async (queries) => { if (mediaFrom) await new ServerFiles(queries, mediaFrom).send([data.profile, ...data.assets, ...data.projects, ...data.tours], signal); },
    });
    await connections.close();
  });
}

/**
 * Opens the ledger at an address. Files that its records speak of are kept in a folder below `cache`, by the ledger's own identity, so
 * that they are found again whatever the address. Throws a sentence with the next step; never one that holds the password.
 */
export async function openServerLedger(address: ServerAddress, cache: string, { now, schemaVersion = currentSchema, migrations = allMigrations, pace }: ServerOptions = {}): Promise<ServerLedger> {
  return connected(address, async (connections) => {
    const { id, schema, person, role, owner } = await membership(connections, address);
    if (schema > schemaVersion) throw newerServer(schema);
    if (schema < schemaVersion) await upgradeRecords(connections, schema, schemaVersion, migrations, owner);
    const folder = join(cache, id);
    await realDisk.makeFolder(folder);
    const { data, seq } = await readRecords(connections);
    return ServerLedger.begin({ address, connections, id, folder, person, role, data, index: await LedgerIndex.of(data), seq, schemaVersion, now, pace });
  });
}
