import { firstSettings, type CallName, type EventName, type Events, type LedgerStatus, type RestorePoint, type Settings, type StageDesk } from '../../data/contract.js';
import type { LeadsStatus } from '../../data/contract/lead-calls.js';
import { FailureError } from '../../data/schema/failure.js';
import { mapPrintSchema } from '../../data/schema/map-print.js';
import { noShow } from '../../data/schema/stage.js';
import type { Profile } from '../../data/schema/profile.js';
import type { Handlers, Program, Resource } from '../../electron/services/program.js';

const status: LedgerStatus = { name: '试验乡', folder: '/somewhere/ledger', sample: false, readOnly: false, seq: 1, canUndo: false, canRedo: false };
const profile: Profile = { name: { zh: '试验乡', en: 'Trial' }, villages: [], maps: [], sample: false };
const emptyIndex = { paths: ['id', 'name'], rows: [], search: [] };
const restorePoint: RestorePoint = { id: 'point', at: '2024-05-01T08:00:00.000Z', seq: 1, bytes: 10, newest: true };
const stageDesk: StageDesk = { startedAt: null, stopSince: null, marks: [], recovered: false };
const leadsStatus: LeadsStatus = { ready: false, unlocked: false, passphrase: false, keystore: false, total: 0, due: 0, expired: 0, lost: 0 };
const nothing = () => ({});
/** Only what was given, as a change of settings: an absent key changes nothing. */
const definedIn = (input: object) => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<Settings>;

/** Real handlers for every call over an empty ledger; a test replaces those it is about. */
export const emptyHandlers: Handlers = {
  'public.overview': () => ({ profile, sample: false, today: '2024-05-01' }),
  'public.index': () => emptyIndex,
  'public.rows': () => emptyIndex,
  'public.asset': () => { throw new FailureError('not-found', { zh: '没有这项资产', en: 'No such asset' }); },
  'public.assets': () => [],
  'public.stage': () => ({ show: noShow, tour: null }),
  'public.act': () => noShow,
  'public.unlock': () => noShow,
  'public.point': nothing,
  'desk.tours': () => [],
  'stage.start': () => noShow,
  'stage.act': () => noShow,
  'stage.desk': () => stageDesk,
  'stage.mark': () => stageDesk,
  'stage.clearMarks': () => stageDesk,
  'stage.screen': () => ({ address: null, displays: 1 }),
  'public.maps': () => [],
  'public.boundaries': () => ({ rows: [], next: null }),
  'maps.list': () => [],
  'maps.inspect': () => ({ jobId: '1' }),
  'maps.add': () => ({ jobId: '1' }),
  'maps.relink': () => ({ jobId: '1' }),
  'maps.remove': () => ({}),
  'public.projects': () => [],
  'public.sheet': ({ id }) => ({ request: { kind: 'map', format: 'pdf', audience: 'public', language: 'zh', ids: [id], map: mapPrintSchema.parse({}) } }),
  'public.sheetRows': () => ({ rows: [] }), 'output.sheetRows': () => ({ rows: [] }),
  'output.sheet': ({ id }) => ({ request: { kind: 'map', format: 'png', audience: 'internal', language: 'zh', ids: [id], map: mapPrintSchema.parse({}) } }),
  'ledger.status': () => status,
  'ledger.list': () => [{ folder: status.folder, name: status.name, sample: false, open: true }],
  'ledger.open': () => status,
  'ledger.create': () => status,
  'ledger.check': () => ({ assets: 0, projects: 0, problems: [] }),
  'desk.index': () => emptyIndex,
  'desk.rows': () => emptyIndex,
  'desk.assets': () => [],
  'desk.projects': () => [],
  'desk.profile': () => profile,
  'desk.apply': () => ({ seq: 2, ids: [] }),
  'desk.undo': () => ({ seq: 3, label: { zh: '撤销', en: 'Undo' } }),
  'desk.redo': () => ({ seq: 4, label: { zh: '重做', en: 'Redo' } }),
  'desk.history': () => [],
  'desk.change': () => ({ entries: [] }),
  'import.plan': () => ({ jobId: 'job-1' }),
  'import.replan': () => ({ jobId: 'job-1' }),
  'import.places': () => ({ places: [], total: 0 }),
  'exchange.count': () => ({ assets: 0, projects: 0, leftProjects: 0, media: 0, bytes: 0 }),
  'exchange.open': () => ({ jobId: 'job-1' }),
  'exchange.rows': () => ({ total: 0, rows: [] }),
  'exchange.apply': () => ({ jobId: 'job-1' }),
  'exchange.discard': nothing,
  'ledger.copy': () => ({ jobId: 'job-1' }),
  'ledger.move': () => ({ jobId: 'job-1' }),
  'ledger.forget': nothing,
  'server.look': () => ({ standing: 'empty', postgresql: '15', postgis: '3.3', canMake: true }),
  'server.make': () => ({ jobId: 'job-1' }),
  'server.open': () => status,
  'server.list': () => ({ servers: [], canKeep: false }),
  'server.forget': nothing,
  'server.people': () => [],
  'server.setPerson': () => [],
  'server.removePerson': () => [],
  'server.takeOffline': () => ({ jobId: 'job-1' }),
  'server.copies': () => [],
  'server.bringBack': () => ({ jobId: 'job-1' }),
  'server.view': () => ({ points: [] }),
  'folder.list': () => ({ folder: '/', parent: null, folders: [], files: [], places: [] }),
  'folder.make': () => ({ folder: '/new' }),
  'backup.list': () => [],
  'backup.make': () => restorePoint,
  'backup.compare': () => ({ jobId: 'job-1' }),
  'backup.restore': () => ({ jobId: 'job-1' }),
  'history.ofRecord': () => [],
  'history.compare': () => ({ jobId: 'job-1' }),
  'history.ofChange': () => ({ total: 0, rows: [] }),
  'history.undoTo': () => ({ jobId: 'job-1' }),
  'history.rows': () => ({ total: 0, rows: [] }),
  'quality.summary': () => ({ assets: 0, score: 0, complete: 0, blocked: 0, doubtful: 0, byCategory: [], byFinding: [], byGap: [] }),
  'quality.list': () => ({ total: 0, rows: [] }),
  'quality.ofAsset': ({ id }) => ({ id, name: '', category: 'other', score: 0, gaps: [], findings: [] }),
  'media.store': () => ({ jobId: 'job-1' }),
  'media.turn': ({ id }) => ({ id }),
  'import.rows': () => ({ total: 0, rows: [] }),
  'import.apply': () => ({ jobId: 'job-1' }),
  'import.discard': nothing,
  'output.start': () => ({ jobId: 'job-1' }),
  'output.film': () => ({ width: 640, height: 360, frames: 0, language: 'zh', title: '', seal: [], internal: null, sample: null, credit: '', shots: [] }),
  'job.state': () => ({ state: 'done', result: null }),
  'job.cancel': nothing,
  'settings.get': () => firstSettings,
  'settings.set': (input) => ({ ...firstSettings, ...definedIn(input) }),
  'about.get': () => ({ version: '0.0.0', host: 'test', engines: [], logFile: null, licences: [] }),
  'about.licence': () => ({ text: null }),
  'desktop.offers': () => ({ native: false }),
  'desktop.choose': () => ({ path: null }),
  'desktop.drag': nothing,
  'desktop.show': nothing,
  'public.leadOffer': () => ({ open: false }),
  'public.lead': nothing,
  'leads.status': () => leadsStatus,
  'leads.list': () => [],
  'leads.reveal': nothing,
  'leads.take': () => ({ id: 'x' }),
  'leads.change': () => ({ revision: 2 }),
  'leads.merge': () => ({ revision: 2 }),
  'leads.remove': () => ({ removed: 1 }),
  'leads.counts': () => ({ assets: {}, projects: {} }),
  'leads.setUp': () => leadsStatus,
  'leads.unlock': () => leadsStatus,
  'leads.lock': () => leadsStatus,
  'leads.startOver': () => leadsStatus,
  'leads.export': () => ({ jobId: 'job-1' }),
  'takeAway.start': () => ({ jobId: 'job-1' }),
  'takeAway.place': () => ({ parent: '/somewhere' }),
};

export interface FakeProgram extends Program {
  /** Says an event as the program would. */
  say<E extends EventName>(name: E, payload: Events[E]): void;
  readonly uploads: { readonly name: string; readonly bytes: Buffer }[];
  readonly listenerCount: () => number;
  closed: boolean;
}

/** A program over an empty ledger, with the handlers and files that a test gives it. */
export function fakeProgram(handlers: Partial<Handlers> = {}, resources: Readonly<Record<string, Resource>> = {}): FakeProgram {
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const uploads: { name: string; bytes: Buffer }[] = [];
  return {
    handlers: { ...emptyHandlers, ...handlers },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener as (payload: never) => void));
      return () => set.delete(listener as (payload: never) => void);
    },
    say(name, payload) {
      for (const listener of listeners.get(name) ?? []) (listener as (payload: unknown) => void)(payload);
    },
    listenerCount: () => [...listeners.values()].reduce((count, set) => count + set.size, 0),
    uploads,
    async acceptUpload(name, bytes) {
      const parts: Uint8Array[] = [];
      for await (const part of bytes) parts.push(part);
      uploads.push({ name, bytes: Buffer.concat(parts) });
      return `upload-${uploads.length}`;
    },
    acceptFile(path) {
      uploads.push({ name: path, bytes: Buffer.alloc(0) });
      return `upload-${uploads.length}`;
    },
    resource: (address) => Promise.resolve(Object.hasOwn(resources, address) ? resources[address] : undefined),
    closed: false,
    close() {
      this.closed = true;
      return Promise.resolve();
    },
  };
}

/** Names of calls, for tests that go through all of them. */
export const everyCall = Object.keys(emptyHandlers) as CallName[];
