import { z } from 'zod';
import type { LedgerStatus } from '../contract.js';
import { roles, type Role } from '../schema/person.js';
import { categories, statuses } from '../schema/vocabularies.js';
import { schemaOf } from '../schema/vocabulary-schema.js';
import { call } from './call.js';

/** Where a ledger is kept on a server, and as whom this desk is signed in. The address never holds a password. */
export interface ServerStanding {
  readonly address: string;
  readonly person: string;
  readonly role: Role;
  /** False while the server cannot be reached: what is known can be read, and edits are refused. */
  readonly connected: boolean;
}
/** What was found behind an address: a ledger, or a database that waits for one. */
export interface ServerFound {
  readonly standing: 'ledger' | 'empty';
  readonly postgresql: string;
  readonly postgis: string;
  readonly name?: string;
  readonly assets?: number;
  readonly person?: string;
  readonly role?: Role;
  /** Whether this login may make the tables where there are none. */
  readonly canMake: boolean;
}
/** A server that was opened before. `kept`: its password lies, sealed by the system's key store, in the home folder. */
export interface KnownServer { readonly address: string; readonly kept: boolean; readonly open: boolean }
/** A folder on this machine that was taken from the server's ledger that is open. */
export interface OfflineCopy { readonly folder: string; readonly name: string; readonly takenBy: string; readonly takenAt: string }
export interface LedgerPerson { readonly login: string; readonly name: string; readonly role: Role; readonly owner: boolean }
/** A cell of the map that holds many assets: its middle of gravity and how many; or one asset by its id. */
export interface ViewPoint { readonly lng: number; readonly lat: number; readonly count: number; readonly id?: string; readonly name?: string; readonly category?: string }

/** A connection address as PostgreSQL writes it; the password may stand in it or beside it. */
const address = z.string().trim().min(1).max(500);
const door = { address, password: z.string().max(200).optional() };
const login = z.string().trim().regex(/^[a-z][a-z0-9_]{0,39}$/);
const degrees = (most: number) => z.number().min(-most).max(most);

export const mapViewSchema = z.object({
  west: degrees(180), south: degrees(90), east: degrees(180), north: degrees(90), zoom: z.number().min(0).max(22),
  categories: z.array(schemaOf(categories)).max(20).optional(), statuses: z.array(schemaOf(statuses)).max(20).optional(),
}).strict();
export type MapView = z.infer<typeof mapViewSchema>;

/** The calls about a ledger that is kept on a PostgreSQL server. */
export const serverContract = {
  /** Tries an address and says plainly what is behind it; opens nothing. */
  'server.look': call<ServerFound>()('desk', z.object(door).strict()),
  /** Makes the tables in an empty database, with a new township or the records of the open ledger. Ends in { address }. */
  'server.make': call<{ jobId: string }>()('desk', z.object({ ...door, name: z.string().trim().min(1).max(60), from: z.enum(['empty', 'open']) }).strict()),
  /** Opens the ledger there. Without a password the kept one is used. `keep` seals the password with the system's key store, where there is one. */
  'server.open': call<LedgerStatus>()('desk', z.object({ ...door, keep: z.boolean().default(false) }).strict()),
  'server.list': call<{ servers: readonly KnownServer[]; canKeep: boolean }>()('desk', z.object({}).strict()),
  'server.forget': call<Record<string, never>>()('desk', z.object({ address }).strict()),
  'server.people': call<readonly LedgerPerson[]>()('desk', z.object({}).strict()),
  /** Adds a person or changes one; the password is set when given, and must be for a new one. Approvers only. */
  'server.setPerson': call<readonly LedgerPerson[]>()('desk', z.object({ login, name: z.string().trim().min(1).max(40), role: z.enum(roles), password: z.string().min(8).max(200).optional() }).strict()),
  'server.removePerson': call<readonly LedgerPerson[]>()('desk', z.object({ login }).strict()),
  /** Writes a ledger folder from the server, to be taken where there is no network; it remembers where it came from. Ends in { folder }. */
  'server.takeOffline': call<{ jobId: string }>()('desk', z.object({ parent: z.string().min(1).max(1000), name: z.string().min(1).max(60) }).strict()),
  /** The offline copies of the open ledger that this program knows of, newest first. */
  'server.copies': call<readonly OfflineCopy[]>()('desk', z.object({}).strict()),
  /** Compares what was changed in an offline copy with the server's ledger that is open; nothing is changed yet. Ends in a MergeSummary, and goes on with `exchange.rows` and `exchange.apply`. */
  'server.bringBack': call<{ jobId: string }>()('desk', z.object({ folder: z.string().min(1).max(1000) }).strict()),
  /** What a map shows of a stretch of land, worked out by the server: cells with counts, or single assets where there are few. */
  'server.view': call<{ points: readonly ViewPoint[] }>()('desk', mapViewSchema),
};
