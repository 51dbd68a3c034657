import { basename, resolve } from 'node:path';
import { FailureError } from '../../data/schema/failure.js';
import { profileSchema } from '../../data/schema/profile.js';
import { text } from '../../data/schema/text.js';
import { readAddress, type ServerAddress } from '../storage/server/address.js';
import type { Exchanges } from './exchange-calls.js';
import type { ExchangeExport } from './exchange/export-exchange.js';
import { originOf } from './folders/offline-copy.js';
import type { Jobs } from './jobs.js';
import type { KeyStore } from './key-store.js';
import type { Ledgers } from './ledgers.js';
import type { Handlers } from './program.js';
import type { SettingsStore } from './settings.js';

type Calls = Pick<Handlers, 'server.look' | 'server.make' | 'server.open' | 'server.list' | 'server.forget' | 'server.people' | 'server.setPerson' | 'server.removePerson' | 'server.takeOffline' | 'server.copies' | 'server.bringBack' | 'server.view'>;

interface Means { readonly ledgers: Ledgers; readonly jobs: Jobs; readonly settings: SettingsStore; readonly by: () => string; readonly keyStore: KeyStore | undefined; readonly exchanges: Pick<Exchanges, 'openMade'>; readonly packing: Pick<ExchangeExport, 'shippedMedia' | 'workerFile'>; readonly now: () => Date; readonly today: () => string }

const making = text('写入服务器', 'Writing to the server');
/** The driver and the tables, loaded when a server is first asked for. */
const servers = () => import('../storage/server/open-server.js');

/** Ledgers on a PostgreSQL server: tried, made, opened, shared, and taken along. */
export function serverCalls({ ledgers, jobs, settings, by, keyStore, exchanges, packing, now, today }: Means): Calls {
  const safeStore = keyStore?.isSafe() ? keyStore : undefined;
  /** The password that the system's key store has for an address; nothing where it has none, or gives it to nobody here. */
  function keptFor(shown: string): string | undefined {
    const sealed = settings.servers().find(({ address }) => address === shown)?.sealed;
    try {
      return sealed && safeStore ? safeStore.unwrap(Buffer.from(sealed, 'base64')) : undefined;
    } catch {
      return undefined;
    }
  }
  function doorOf({ address, password }: { address: string; password?: string | undefined }): ServerAddress {
    const asked = readAddress(address, password);
    const kept = asked.hasPassword ? undefined : keptFor(asked.shown);
    return kept ? readAddress(address, kept) : asked;
  }

  return {
    'server.look': async (input) => (await servers()).lookAtServer(doorOf(input)),
    'server.make': (input) => {
      const door = doorOf(input);
      return {
        jobId: jobs.start(async ({ progress, signal }) => {
          const { makeServerLedger } = await servers();
          const open = ledgers.current();
          const data = input.from === 'open' ? open.data : { profile: profileSchema.parse({ name: { zh: input.name, en: input.name } }), assets: [], projects: [], tours: [] };
          const total = data.assets.length + data.projects.length + data.tours.length + 1;
          let done = 0;
          progress(0, total, making);
          await makeServerLedger(door, data, by() || door.login, { signal, ...(input.from === 'open' ? { mediaFrom: open.folder } : {}), onRecords: (count) => progress(done += count, total, making) });
          return { address: door.shown };
        }),
      };
    },
    'server.open': async (input) => {
      const door = doorOf(input);
      const status = await ledgers.openServer(door);
      const secret = new URL(door.connection).password;
      const sealed = input.keep && safeStore && secret ? safeStore.wrap(decodeURIComponent(secret)).toString('base64') : settings.servers().find(({ address }) => address === door.shown)?.sealed;
      await settings.rememberServer({ address: door.shown, ...(sealed ? { sealed } : {}) });
      return status;
    },
    'server.list': () => {
      const open = ledgers.current().server?.address;
      return { servers: settings.servers().map(({ address, sealed }) => ({ address, kept: sealed !== undefined && safeStore !== undefined, open: address === open })), canKeep: safeStore !== undefined };
    },
    'server.forget': async ({ address }) => {
      const { shown } = readAddress(address);
      if (ledgers.current().server?.address === shown) throw new FailureError('wrong-input', { zh: '这本账正打开着。请先打开另一本，再把它移出列表。', en: 'This ledger is open. Open another one before taking it off the list.' });
      await settings.forgetServer(shown);
      return {};
    },
    'server.people': () => ledgers.server().people(),
    'server.setPerson': async (person) => {
      await ledgers.server().setPerson(person);
      return ledgers.server().people();
    },
    'server.removePerson': async ({ login }) => {
      await ledgers.server().removePerson(login);
      return ledgers.server().people();
    },
    'server.takeOffline': ({ parent, name }) => ({ jobId: jobs.start((running) => ledgers.takeOffline(parent, name, running)) }),
    'server.copies': async () => {
      const { id } = ledgers.server();
      const found = await Promise.all(settings.ledgers().map(async (folder) => ({ folder, origin: await originOf(folder) })));
      return found.flatMap(({ folder, origin }) => (origin?.ledger === id ? [{ folder, name: basename(folder), takenBy: origin.takenBy, takenAt: origin.takenAt }] : [])).sort((one, other) => other.takenAt.localeCompare(one.takenAt));
    },
    'server.bringBack': ({ folder }) => {
      const { id } = ledgers.server();
      const path = resolve(folder);
      const name = basename(path);
      return exchanges.openMade(text(`并回离线拷贝「${name}」`, `Bring back the offline copy “${name}”`), async (into, run) => (await import('./exchange/pack-offline-copy.js')).packOfflineCopy(path, id, { ...packing, into, now: now(), today: today(), run }));
    },
    'server.view': async (view) => ({ points: await ledgers.server().view(view) }),
  };
}
