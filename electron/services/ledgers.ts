import { access, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { LedgerStatus } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import { ledgerSchema, type LedgerData } from '../../data/schema/ledger.js';
import { profileSchema } from '../../data/schema/profile.js';
import { createLedger, openLedger, type Ledger } from '../storage/ledger.js';
import type { EventHub } from './event-hub.js';
import type { ProgramOptions } from './program.js';
import type { SettingsStore } from './settings.js';

/** The ledger that is open, and the ways to another one. There is always one open. */
export interface Ledgers {
  current(): Ledger;
  status(): LedgerStatus;
  open(folder: string): Promise<LedgerStatus>;
  create(name: string, parent?: string): Promise<LedgerStatus>;
  list(): Promise<readonly { folder: string; name: string; sample: boolean; open: boolean }[]>;
  close(): Promise<void>;
}

const exists = (path: string) => access(path).then(() => true, () => false);

/** The sample township as shipped. */
export async function readSample(shipped: string): Promise<LedgerData> {
  return ledgerSchema.parse(JSON.parse(await readFile(join(shipped, 'sample', 'ledger-data.json'), 'utf8')));
}

/** A new ledger's data: nothing but the township's name. */
const emptyLedger = (name: string): LedgerData => ({ profile: profileSchema.parse({ name: { zh: name, en: name } }), assets: [], projects: [] });

/** Names that a folder may have on Windows, macOS and Linux alike. */
function folderName(name: string): string {
  const cleaned = name.normalize('NFC').replace(/[<>:"/\\|?*\u0000-\u001f]/g, '').replace(/[. ]+$/, '').trim();
  if (!cleaned) throw new FailureError('wrong-input', { zh: '请给账本起一个名字，不要用斜杠、冒号等符号。', en: 'Give the ledger a name without slashes or colons.' }, { field: 'name' });
  return cleaned;
}

/** Opens a ledger for the program: the one asked for, the one opened last, or a working copy of the sample. */
export async function openLedgers(options: ProgramOptions, settings: SettingsStore, hub: EventHub): Promise<Ledgers> {
  const sampleFolder = join(options.home, 'ledgers', 'sample');
  const newParent = async () => ((await exists(join(homedir(), 'Documents'))) ? join(homedir(), 'Documents', '溪山账本') : join(options.home, 'ledgers'));

  async function openSample(): Promise<Ledger> {
    if (!(await exists(join(sampleFolder, 'ledger.json')))) return createLedger(sampleFolder, await readSample(options.shipped));
    return openLedger(sampleFolder);
  }
  async function openFirst(): Promise<Ledger> {
    if (options.ledger) return openLedger(resolve(options.ledger));
    const [last] = settings.ledgers();
    if (last && last !== sampleFolder) {
      try {
        return await openLedger(last);
      } catch (error) {
        // The stick may be out or the folder moved: the program starts all the same, and says what it could not open.
        startNotice = { zh: `上次的账本「${basename(last)}」打不开，先显示示例账本。可在「设置」里重新打开。`, en: `The last ledger “${basename(last)}” could not be opened; the sample is shown. Open it again under Settings.` };
        console.error('The last ledger could not be opened:', error instanceof Error ? error.message : error);
      }
    }
    return openSample();
  }

  let startNotice: LedgerStatus['notice'];
  let stopListening = () => {};
  let ledger = await openFirst();
  follow();

  function follow() {
    stopListening = ledger.onChange((change) => hub.emit('ledger.changed', {
      seq: change.seq,
      assets: change.entries.filter((entry) => entry.noun === 'asset').map((entry) => entry.id),
      projects: change.entries.filter((entry) => entry.noun === 'project').map((entry) => entry.id),
      profile: change.entries.some((entry) => entry.noun === 'profile'),
    }));
  }
  const status = (): LedgerStatus => {
    const notice = ledger.notice ?? startNotice;
    return {
      name: ledger.data.profile.sample ? ledger.data.profile.name.zh : basename(ledger.folder), folder: ledger.folder, sample: ledger.data.profile.sample,
      readOnly: ledger.readOnly, ...(notice ? { notice } : {}), seq: ledger.seq, canUndo: ledger.canUndo, canRedo: ledger.canRedo,
    };
  };
  /** Puts another ledger in place of the open one; the old one is closed only once the new one is good. */
  async function replaceBy(open: () => Promise<Ledger>): Promise<LedgerStatus> {
    const next = await open();
    stopListening();
    const old = ledger;
    ledger = next;
    startNotice = undefined;
    follow();
    await old.close();
    if (ledger.folder !== sampleFolder) await settings.remember(ledger.folder);
    else await settings.forget(sampleFolder);
    hub.emit('ledger.opened', { sample: ledger.data.profile.sample });
    return status();
  }

  return {
    current: () => ledger,
    status,
    open: async (folder) => (resolve(folder) === ledger.folder ? status() : replaceBy(() => (resolve(folder) === sampleFolder ? openSample() : openLedger(resolve(folder))))),
    async create(name, parent) {
      const folder = join(parent ? resolve(parent) : await newParent(), folderName(name));
      if (await exists(folder)) throw new FailureError('wrong-input', { zh: `「${folder}」已经存在，请换一个名字，或在设置里打开它。`, en: `“${folder}” exists already; choose another name, or open it under Settings.` }, { field: 'name' });
      return replaceBy(() => createLedger(folder, emptyLedger(name)));
    },
    async list() {
      const folders = [...new Set([ledger.folder, ...settings.ledgers(), sampleFolder])];
      return Promise.all(folders.map(async (folder) => ({
        folder, name: folder === sampleFolder ? '示例乡' : basename(folder), sample: folder === sampleFolder, open: folder === ledger.folder,
      })));
    },
    close: async () => { stopListening(); await ledger.close(); },
  };
}

/** Makes an empty ledger in a folder for the command line. Refuses a folder that holds anything. */
export async function createEmptyLedger(folder: string): Promise<void> {
  const ledger = await createLedger(resolve(folder), emptyLedger(basename(resolve(folder))));
  await ledger.close();
}
