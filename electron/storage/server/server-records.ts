import { FailureError } from '../../../data/schema/failure.js';
import { listedNouns, lists, profileId, type LedgerData, type NounName } from '../../../data/schema/ledger.js';
import { migrated, type Migration } from '../../../data/schema/migrations.js';
import { profileSchema } from '../../../data/schema/profile.js';
import type { Role } from '../../../data/schema/person.js';
import { checked } from '../checked-records.js';
import type { ServerAddress } from './address.js';
import type { Connections, Queries } from './connection.js';
import { layout, makingStatements } from './layout.js';
import { mayNotMake, newerServer, noPostgis, noTables, notMember, olderServer, tablesThere } from './server-failures.js';

/** Records read or written in one trip. */
const recordsAtOnce = 5_000;

/** How a server and the ledger on it stand, before it is opened. */
export interface Standing { readonly hasTables: boolean; readonly postgresql: string; readonly postgis: string; readonly isExtended: boolean; readonly mayMake: boolean; readonly mayExtend: boolean; readonly mayRead: boolean }

/** Looks what is behind a connection; alters nothing. Throws `not-allowed` where there is no PostGIS. */
export async function standingOf(queries: Queries): Promise<Standing> {
  const [found] = await queries.rows<Omit<Standing, 'postgis'> & { postgis: string | null }>(`SELECT
    n.oid IS NOT NULL AS "hasTables", coalesce(has_schema_privilege(n.oid, 'USAGE'), false) AS "mayRead", split_part(current_setting('server_version'), ' ', 1) AS postgresql,
    coalesce((SELECT extversion FROM pg_extension WHERE extname = 'postgis'), (SELECT default_version FROM pg_available_extensions WHERE name = 'postgis')) AS postgis,
    EXISTS (SELECT FROM pg_extension WHERE extname = 'postgis') AS "isExtended", has_database_privilege(current_database(), 'CREATE') AS "mayMake",
    (SELECT rolsuper FROM pg_roles WHERE rolname = session_user) AS "mayExtend"
    FROM (SELECT) one LEFT JOIN pg_namespace n ON n.nspname = 'xishan'`);
  if (!found?.postgis) throw noPostgis();
  return { ...found, postgis: found.postgis };
}

/** Who is signed in, and what the ledger is. Throws a sentence where it cannot be opened by this program or this login. */
export async function membership(queries: Queries, { login }: ServerAddress): Promise<{ id: string; seq: number; schema: number; person: string; role: Role; owner: boolean }> {
  const standing = await standingOf(queries);
  if (!standing.hasTables) throw noTables();
  if (!standing.mayRead) throw notMember(login);
  const [about] = await queries.rows<{ id: string; seq: number; schema: number; layout: number; person: string | null; role: Role | null; owner: boolean | null }>(
    'SELECT a.id, a.seq, a.schema, a.layout, p.name AS person, p.role, p.owner FROM xishan.about a LEFT JOIN xishan.people p ON p.login = session_user');
  if (!about) throw noTables();
  if (about.layout > layout) throw newerServer(about.layout);
  if (about.person === null || about.role === null) throw notMember(login);
  return { ...about, person: about.person, role: about.role, owner: about.owner === true };
}

/** All records with the number of the last change in them, from one view of the data. `onRecords` hears how many were read. */
export async function readRecords(connections: Connections, onRecords?: (count: number) => void): Promise<{ data: LedgerData; seq: number }> {
  return connections.inOneView(async (queries) => {
    const [about] = await queries.rows<{ seq: number }>('SELECT seq FROM xishan.about');
    const read: Record<NounName, unknown[]> = { profile: [], asset: [], project: [], tour: [] };
    let count = 0;
    for (const noun of Object.keys(read) as NounName[]) {
      for (let after = -1; ;) {
        const rows = await queries.rows<{ body: unknown; rank: string }>('SELECT body, rank FROM xishan.records WHERE noun = $1 AND rank > $2 AND body IS NOT NULL ORDER BY rank LIMIT $3', [noun, after, recordsAtOnce]);
        for (const { body } of rows) read[noun].push(body);
        onRecords?.(count += rows.length);
        if (rows.length < recordsAtOnce) break;
        after = Number(rows.at(-1)?.rank);
      }
    }
    const data = { profile: read.profile[0], assets: read.asset, projects: read.project, tours: read.tour };
    if (data.profile === undefined || !about) throw new FailureError('damaged', { zh: '服务器上的账本缺了乡镇概况，没有打开。请管理员从备份恢复。', en: 'The ledger on the server lacks its profile, so it was not opened. Ask the administrator to restore it from a backup.' });
    return { data: data as unknown as LedgerData, seq: about.seq };
  });
}

async function insertRecords(queries: Queries, noun: NounName, records: readonly object[], onRecords?: (count: number) => void): Promise<void> {
  for (let from = 0; from < records.length; from += recordsAtOnce) {
    const slice = records.slice(from, from + recordsAtOnce);
    await queries.rows(`INSERT INTO xishan.records (noun, id, body) SELECT $1, coalesce(one.body->>'id', '${profileId}'), one.body FROM json_array_elements($2::json) WITH ORDINALITY one(body, ordinal) ORDER BY one.ordinal`, [noun, JSON.stringify(slice)]);
    onRecords?.(slice.length);
  }
}

/** Makes the tables of a ledger with these records; all of it or nothing. The login becomes its owner and first approver. */
export async function makeTables(connections: Connections, { login }: ServerAddress, data: LedgerData, { schemaVersion, at, name, onRecords, finish }: { schemaVersion: number; at: string; name: string; onRecords?: (count: number) => void; finish?: (queries: Queries) => Promise<void> }): Promise<void> {
  const records = await checked(data);
  await connections.together(async (queries) => {
    const standing = await standingOf(queries);
    if (standing.hasTables) throw tablesThere();
    if (!standing.mayMake || (!standing.isExtended && !standing.mayExtend)) throw mayNotMake(login);
    if (!standing.isExtended) await queries.rows('CREATE EXTENSION IF NOT EXISTS postgis');
    await queries.rows(makingStatements);
    await queries.rows('INSERT INTO xishan.about (layout, schema) VALUES ($1, $2)', [layout, schemaVersion]);
    await queries.rows(`INSERT INTO xishan.people (login, name, role, owner) VALUES (session_user, $1, 'approver', true)`, [name]);
    await queries.rows('INSERT INTO xishan.points (seq, at) VALUES (0, $1)', [at]);
    await insertRecords(queries, 'profile', [profileSchema.parse(records.profile)], onRecords);
    for (const noun of listedNouns) await insertRecords(queries, noun, records[lists[noun]], onRecords);
    await finish?.(queries);
  });
  await connections.rows('ANALYZE xishan.records, xishan.cells');
}

/** Brings records of an older schema to this program's: the owner's doing, all of it or nothing. */
export async function upgradeRecords(connections: Connections, from: number, to: number, migrations: readonly Migration[], isOwner: boolean): Promise<void> {
  if (!isOwner) throw olderServer();
  const { data } = await readRecords(connections);
  const next = await checked(migrated(data, from, to, migrations));
  await connections.together(async (queries) => {
    const [about] = await queries.rows<{ schema: number }>('SELECT schema FROM xishan.about FOR UPDATE');
    // Another desk of the owner's was quicker.
    if (about?.schema !== from) return;
    await queries.rows('DELETE FROM xishan.records');
    await insertRecords(queries, 'profile', [next.profile]);
    for (const noun of listedNouns) await insertRecords(queries, noun, next[lists[noun]]);
    await queries.rows('UPDATE xishan.about SET schema = $1', [to]);
  });
}
