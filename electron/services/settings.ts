import { join } from 'node:path';
import { z } from 'zod';
import { firstSettings, settingsSchema, type Settings } from '../../data/contract.js';
import { realDisk, writeDurably } from '../storage/disk.js';

const storedSchema = z.object({
  settings: settingsSchema.partial().catch({}).transform((known): Settings => ({ ...firstSettings, ...known })),
  /** Folders of ledgers opened before, the last one first. */
  ledgers: z.array(z.string()).catch([]),
  /** Servers opened before, the last one first: their addresses, and passwords as only the system's key store opens them. */
  servers: z.array(z.object({ address: z.string(), sealed: z.string().optional() })).catch([]),
});
type Stored = z.infer<typeof storedSchema>;
export type RememberedServer = Stored['servers'][number];

export interface SettingsStore {
  get(): Settings;
  set(change: Partial<Settings>): Promise<Settings>;
  ledgers(): readonly string[];
  remember(folder: string): Promise<void>;
  forget(folder: string): Promise<void>;
  servers(): readonly RememberedServer[];
  rememberServer(server: RememberedServer): Promise<void>;
  forgetServer(address: string): Promise<void>;
}

const keptLedgers = 12;

/** Opens the settings in a folder. A file that cannot be read counts as no settings: they are a convenience, not a record. */
export async function openSettings(home: string): Promise<SettingsStore> {
  await realDisk.makeFolder(home);
  const file = join(home, 'settings.json');
  let stored: Stored = storedSchema.parse({ settings: {}, ledgers: [], servers: [] });
  try {
    stored = storedSchema.parse(JSON.parse(new TextDecoder().decode(await realDisk.readFile(file))));
  } catch {
    // First start, or a damaged file: the defaults serve, and the next change writes a good one.
  }
  let writing = Promise.resolve();
  const save = (next: Stored) => {
    stored = next;
    writing = writing.catch(() => undefined).then(async () => { await writeDurably(realDisk, file, (append) => append(new TextEncoder().encode(JSON.stringify(stored, null, 2)))); });
    return writing;
  };
  return {
    get: () => stored.settings,
    async set(change) {
      // A page may name a setting and give it nothing: that changes nothing.
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      await save({ ...stored, settings: settingsSchema.parse({ ...stored.settings, ...given }) });
      return stored.settings;
    },
    ledgers: () => stored.ledgers,
    remember: (folder) => save({ ...stored, ledgers: [folder, ...stored.ledgers.filter((one) => one !== folder)].slice(0, keptLedgers) }),
    forget: (folder) => save({ ...stored, ledgers: stored.ledgers.filter((one) => one !== folder) }),
    servers: () => stored.servers,
    rememberServer: (server) => save({ ...stored, servers: [server, ...stored.servers.filter(({ address }) => address !== server.address)].slice(0, keptLedgers) }),
    forgetServer: (gone) => save({ ...stored, servers: stored.servers.filter(({ address }) => address !== gone) }),
  };
}
