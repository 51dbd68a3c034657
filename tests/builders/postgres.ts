import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildLedgerData } from './ledger.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { readAddress, type ServerAddress } from '../../electron/storage/server/address.js';
import { makeServerLedger, type ServerOptions } from '../../electron/storage/server/open-server.js';

/** The programs of the newest PostgreSQL that this machine has, as Debian lays them down; nothing where there is none. */
function programs(): string | undefined {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort((one, other) => Number(other) - Number(one)) : [];
  return versions.map((version) => `/usr/lib/postgresql/${version}/bin`).find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}
const hasPostgis = (bin: string) => existsSync(bin.replace(/\/lib\/(postgresql\/\d+)\/bin$/, '/share/$1/extension/postgis.control'));

/** PostgreSQL refuses to run as root, so root hands it to the account that Debian makes for it. */
function account(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Why tests that need a server cannot run here; nothing where they can. */
export function withoutPostgres(): string | undefined {
  const bin = programs();
  if (!bin) return 'PostgreSQL is not installed (Debian: apt install postgresql postgresql-postgis)';
  if (!hasPostgis(bin)) return 'PostGIS is not installed (Debian: apt install postgresql-postgis)';
  try {
    account();
    return undefined;
  } catch {
    return 'PostgreSQL does not run as root, and there is no account postgres';
  }
}

const freePort = () => new Promise<number>((resolve, reject) => {
  const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number };
    server.close(() => resolve(port));
  });
});

/** The password of the account that owns every ledger of the tests. */
export const ownerPassword = 'a secret, 秘密@/?';

/** A PostgreSQL of this test's own. */
export interface TestServer {
  readonly port: number;
  /** The address of a database, as a login that is the owner's unless another is given. */
  address(database: string, login?: string, password?: string): ServerAddress;
  /** Makes an empty database and answers with its name. PostGIS is in it unless told otherwise. */
  database(withPostgis?: boolean): Promise<string>;
  /** Makes a database with a ledger in it. */
  ledger(data?: LedgerData, options?: ServerOptions): Promise<string>;
  run(database: string, sql: string): Promise<Record<string, unknown>[]>;
  /** Stops it at once, as a power cut at the server would, and starts it again. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL on a data folder of its own and a free port of this machine alone. */
export async function startPostgres(): Promise<TestServer> {
  const bin = programs();
  if (!bin) throw new Error(withoutPostgres());
  const who = account();
  const folder = mkdtempSync(join(tmpdir(), 'xishan-postgres-'));
  const secret = join(folder, 'secret');
  writeFileSync(secret, ownerPassword);
  for (const path of [folder, secret]) if (who) chownSync(path, who.uid, who.gid);
  const data = join(folder, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'county', '--pwfile', secret, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], { ...who, stdio: ['ignore', 'ignore', 'pipe'] });
  const port = await freePort();
  let server: ChildProcess;
  const { default: pg } = await import('pg');
  const address = (database: string, login = 'county', password = ownerPassword) => readAddress(`postgres://${login}@127.0.0.1:${port}/${database}`, password);
  const run = async (database: string, sql: string) => {
    const client = new pg.Client(address(database).connection);
    client.on('error', () => undefined);
    await client.connect();
    try {
      const result: unknown = await client.query(sql);
      return (result as { rows?: Record<string, unknown>[] }).rows ?? [];
    } finally {
      await client.end();
    }
  };
  const begin = async () => {
    server = spawn(join(bin, 'postgres'), ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, '-c', 'shared_buffers=64MB', '-c', 'max_connections=120', '-c', 'timezone=UTC'], { ...who, stdio: 'ignore' });
    for (let turn = 0; ; turn += 1) {
      const isThere = await run('postgres', 'SELECT 1').then(() => true, () => false);
      if (isThere) return;
      if (turn === 300 || server.exitCode !== null) throw new Error('PostgreSQL did not start.');
      await wait(100);
    }
  };
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((resolve) => { server.once('exit', resolve); });
    server.kill(signal);
    await gone;
  };
  await begin();
  await run('postgres', 'CREATE DATABASE extended');
  await run('extended', 'CREATE EXTENSION postgis');
  let made = 0;
  const database = async (withPostgis = true) => {
    const name = `county_${(made += 1)}`;
    await run('postgres', `CREATE DATABASE ${name}${withPostgis ? ' TEMPLATE extended' : ''}`);
    return name;
  };
  return {
    port, address, run, database,
    async ledger(records = buildLedgerData({ assets: 12 }), options = {}) {
      const name = await database();
      await makeServerLedger(address(name), records, '王小溪', options);
      return name;
    },
    halt: () => end('SIGQUIT'),
    resume: begin,
    async stop() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
