import { access, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join, resolve, sep } from 'node:path';
import type { LedgerStatus } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import { ledgerSchema, type LedgerData } from '../../data/schema/ledger.js';
import { profileSchema } from '../../data/schema/profile.js';
import type { Text } from '../../data/schema/text.js';
import { diskFailure } from '../storage/disk-failure.js';
import { copyFile, realDisk } from '../storage/disk.js';
import { createLedger, openLedger, type Ledger } from '../storage/ledger.js';
import { isServerAddress, readAddress, type ServerAddress } from '../storage/server/address.js';
import type { ServerLedger } from '../storage/server/server-ledger.js';
import type { EventHub } from './event-hub.js';
import { isReachable, watchFolder } from './folder-watch.js';
import { copyLedger, exists as inTheWay, filesBelow, removeCopied } from './folders/copy-ledger.js';
import { folderName } from './folders/folder-name.js';
import { originOf, takeOfflineCopy } from './folders/offline-copy.js';
import { folderFailure } from './folders/list-folders.js';
import type { JobContext } from './jobs.js';
import { placeDoor } from './ledger-door.js';
import { anotherOne, away, cannotReturn, compareReturn, markOf, stillAway, wentFurther, type Mark } from './ledger-return.js';
import type { ProgramOptions } from './program.js';
import type { SettingsStore } from './settings.js';

type Running = Pick<JobContext, 'signal' | 'progress'>;

/** The ledger that is open, and the ways to another one. There is always one open. */
export interface Ledgers {
  current(): Ledger;
  status(): LedgerStatus;
  open(folder: string): Promise<LedgerStatus>;
  /** Opens the ledger on a server in place of the open one. */
  openServer(address: ServerAddress): Promise<LedgerStatus>;
  /** Writes a ledger folder from the server whose ledger is open, to be taken where there is no network. */
  takeOffline(parent: string, name: string, running: Running): Promise<{ folder: string }>;
  /** The open ledger, where it is one on a server; throws `not-allowed` where it is a folder. */
  server(): ServerLedger;
  create(name: string, parent?: string): Promise<LedgerStatus>;
  list(): Promise<readonly { folder: string; name: string; sample: boolean; open: boolean; missing?: boolean }[]>;
  /** Copies the open ledger to a new folder; editing may go on. */
  copy(parent: string, name: string, running: Running): Promise<{ folder: string }>;
  /** Moves the open ledger to a new folder and goes on there. `notices` tells what could not be cleared away. */
  move(parent: string, name: string, running: Running): Promise<{ folder: string; notices: readonly Text[] }>;
  /** Called before the folder of the open ledger is renamed or removed: whoever has files in it open lets go of them. */
  beforeMoving(release: () => Promise<void>): void;
  forget(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** What is said of where a folder was taken from. */
async function standingOf({ folder, server }: Ledger): Promise<LedgerStatus['origin']> {
  const origin = server ? undefined : await originOf(folder);
  return origin && { address: origin.address, takenAt: origin.takenAt, seq: origin.seq };
}

const exists = (path: string) => access(path).then(() => true, () => false);
/** How often a look is taken whether the folder is still there. */
const watchEveryMs = 3_000;

/** The sample township as shipped. */
export async function readSample(shipped: string): Promise<LedgerData> {
  return ledgerSchema.parse(JSON.parse(await readFile(join(shipped, 'sample', 'ledger-data.json'), 'utf8')));
}

/** A new ledger's data: nothing but the township's name. */
const emptyLedger = (name: string): LedgerData => ({ profile: profileSchema.parse({ name: { zh: name, en: name } }), assets: [], projects: [], tours: [] });

/** Opens a ledger for the program: the one asked for, the one opened last, or a working copy of the sample. */
export async function openLedgers(options: ProgramOptions, settings: SettingsStore, hub: EventHub): Promise<Ledgers> {
  const sampleFolder = join(options.home, 'ledgers', 'sample');
  const ledgerOptions = { backupHours: () => settings.get().backupHours };
  const newParent = async () => ((await exists(join(homedir(), 'Documents'))) ? join(homedir(), 'Documents', '溪山账本') : join(options.home, 'ledgers'));
  const openAt = (folder: string) => withDoor(folder === sampleFolder ? openSample() : openLedger(folder, ledgerOptions));
  const withDoor = async (opening: Promise<Ledger>) => { const opened = await opening; await placeDoor(opened); return opened; };

  /** Loaded when it is asked for: whoever keeps a ledger in a folder needs none of it. */
  async function openOnServer(address: ServerAddress): Promise<ServerLedger> {
    const { openServerLedger } = await import('../storage/server/open-server.js');
    return openServerLedger(address, join(options.home, 'servers'));
  }
  async function openSample(): Promise<Ledger> {
    if (!(await exists(join(sampleFolder, 'ledger.json')))) return createLedger(sampleFolder, await readSample(options.shipped), ledgerOptions);
    return openLedger(sampleFolder, ledgerOptions);
  }
  async function openFirst(): Promise<Ledger> {
    if (options.ledger && isServerAddress(options.ledger)) return openOnServer(readAddress(options.ledger, process.env['PGPASSWORD']));
    if (options.ledger) return openLedger(resolve(options.ledger), ledgerOptions);
    const [last] = settings.ledgers();
    if (last && last !== sampleFolder) {
      try {
        return await openLedger(last, ledgerOptions);
      } catch (error) {
        // The stick may be out or the folder moved: the program starts all the same, and says what it could not open.
        extraNotice = { zh: `上次的账本「${basename(last)}」打不开，先显示示例账本。可在「设置」里重新打开。`, en: `The last ledger “${basename(last)}” could not be opened; the sample is shown. Open it again under Settings.` };
        console.error('The last ledger could not be opened:', error instanceof Error ? error.message : error);
      }
    }
    return openSample();
  }

  /** Where an offline copy came from. */
  let origin: LedgerStatus['origin'];
  /** What is to be said besides the ledger's own notice. */
  let extraNotice: Text | undefined;
  /** Set while the folder is away: what is said of it, and whether something else stands in its place. */
  let absence: { readonly notice: Text; readonly isOther: boolean } | undefined;
  /** A ledger is being taken from one place to another; the watch looks away. */
  let isMoving = false;
  let stopListening = () => {};
  let letGo: () => Promise<void> = () => Promise.resolve();
  let ledger = await openFirst();
  if (!ledger.server) await placeDoor(ledger);
  let mark: Mark = await markOf(ledger);
  origin = await standingOf(ledger);
  follow();
  const watch = watchFolder(() => ledger.folder, options.watchMilliseconds ?? watchEveryMs, async (isThere) => {
    // What a server keeps is not lost with the folder of its copies.
    if (isMoving || ledger.server) return;
    if (!isThere && (!absence || absence.isOther)) leave(away, false);
    else if (isThere && absence && !absence.isOther) await takeUp(false);
  });

  function follow() {
    const stops = [ledger.onChange((change) => {
      mark = { seq: change.seq, at: change.at, by: change.by };
      hub.emit('ledger.changed', {
        seq: change.seq,
        assets: change.entries.filter((entry) => entry.noun === 'asset').map((entry) => entry.id),
        projects: change.entries.filter((entry) => entry.noun === 'project').map((entry) => entry.id),
        tours: change.entries.filter((entry) => entry.noun === 'tour').map((entry) => entry.id),
        profile: change.entries.some((entry) => entry.noun === 'profile'),
      });
    }), ledger.onTrouble(() => { if (ledger.server) hub.emit('ledger.stands', status()); else void watch.look(); })];
    stopListening = () => stops.forEach((stop) => stop());
  }
  const status = (): LedgerStatus => {
    const notice = absence?.notice ?? extraNotice ?? ledger.notice;
    const { undoLabel, redoLabel } = ledger;
    return {
      name: ledger.server || (ledger.data.profile.sample && ledger.folder === sampleFolder) ? ledger.data.profile.name.zh : basename(ledger.folder), folder: ledger.folder, sample: ledger.data.profile.sample,
      readOnly: ledger.readOnly, ...(notice ? { notice } : {}), seq: ledger.seq, canUndo: ledger.canUndo, canRedo: ledger.canRedo,
      ...(undoLabel ? { undoLabel } : {}), ...(redoLabel ? { redoLabel } : {}), ...(absence ? { missing: true } : {}), ...(ledger.server ? { server: ledger.server } : {}), ...(origin ? { origin } : {}),
    };
  };
  function leave(notice: Text, isOther: boolean) {
    ledger.lose();
    absence = { notice, isOther };
    hub.emit('ledger.stands', status());
  }
  /** Makes another ledger the open one. */
  async function follows(next: Ledger): Promise<void> {
    const from = await standingOf(next);
    stopListening();
    ledger = next;
    origin = from;
    absence = undefined;
    mark = await markOf(next);
    follow();
  }

  /**
   * Opens the folder anew after it was away (or was open for reading only). Unless a person asked, only the ledger that was there
   * before is taken up again.
   */
  async function takeUp(isAsked: boolean): Promise<void> {
    const old = ledger;
    // Gives our own lock back first; what others may have put there is not touched.
    await old.close();
    let next: Ledger;
    try {
      next = await openAt(old.folder);
    } catch (error) {
      if (isAsked) throw error;
      const { message } = error instanceof FailureError ? error.failure : diskFailure(error, old.folder, 'read').failure;
      if (absence?.notice.zh !== cannotReturn(message).zh) leave(cannotReturn(message), false);
      return;
    }
    const found = await compareReturn(old, mark, next);
    if (found === 'other' && !isAsked) {
      await next.close();
      return leave(anotherOne, true);
    }
    const more = next.seq - mark.seq;
    await follows(next);
    extraNotice = found === 'further' ? wentFurther(more) : undefined;
    if (found === 'same') hub.emit('ledger.stands', status());
    else hub.emit('ledger.opened', { sample: ledger.data.profile.sample });
  }

  /** Puts another ledger in place of the open one; the old one is closed only once the new one is good. */
  async function replaceBy(open: () => Promise<Ledger>): Promise<LedgerStatus> {
    const next = await open();
    const old = ledger;
    await follows(next);
    extraNotice = undefined;
    await old.close();
    await remember();
    hub.emit('ledger.opened', { sample: ledger.data.profile.sample });
    return status();
  }
  const remember = () => (ledger.server ? Promise.resolve() : ledger.folder === sampleFolder ? settings.forget(sampleFolder) : settings.remember(ledger.folder));

  async function openAnew(): Promise<LedgerStatus> {
    if (!(await isReachable(ledger.folder))) throw stillAway(ledger.folder);
    await takeUp(true);
    return status();
  }

  /** Where a copy of the open ledger is to go; throws when it cannot go there. */
  async function targetFor(parent: string, name: string): Promise<string> {
    const place = resolve(parent);
    const found = await stat(place).catch((error: unknown) => { throw folderFailure(error, place); });
    if (!found.isDirectory()) throw folderFailure({ code: 'ENOTDIR' }, place);
    const target = join(place, folderName(name));
    if (`${target}${sep}`.startsWith(`${ledger.folder}${sep}`)) throw new FailureError('wrong-input', { zh: '不能放在账本自己的文件夹里。请换一个地方。', en: 'It cannot go into the ledger’s own folder. Choose another place.' });
    if (await exists(target)) throw inTheWay(target);
    return target;
  }
  const onServer = () => new FailureError('not-allowed', { zh: '这本账在服务器上，不是文件夹。要带走，请在「服务器」里取一份离线拷贝。', en: 'This ledger is on a server and not a folder. To take it along, take an offline copy under Server.' });
  function server(): ServerLedger {
    if (!ledger.server) throw new FailureError('not-allowed', { zh: '现在打开的不是服务器上的账本。请先在「服务器」里打开它。', en: 'The ledger that is open is not on a server. Open that one first, under Server.' });
    return ledger as ServerLedger;
  }
  const refuseIfAway = () => { if (absence) throw stillAway(ledger.folder); };

  /** Moves the folder as it is: the same drive, a new name. */
  async function renameTo(target: string): Promise<void> {
    const old = ledger;
    await old.close();
    await letGo();
    try {
      await realDisk.rename(old.folder, target);
    } catch (error) {
      await follows(await openAt(old.folder));
      throw diskFailure(error, old.folder, 'copy');
    }
    await follows(await openAt(target));
  }

  /** Moves to another drive: copied and verified, opened there, and only then removed here. Answers with what was left behind. */
  async function carryTo(target: string, running: Running): Promise<readonly Text[]> {
    const old = ledger;
    const release = await old.hold({ zh: '账本正在搬到别处，搬好之前不能修改。请稍等。', en: 'The ledger is being moved, so it cannot be edited until that is done. Wait a moment.' });
    let copied: string[];
    try {
      copied = await copyLedger(old, target, running);
      await follows(await openAt(target));
    } finally {
      release();
    }
    await old.close();
    await letGo();
    try {
      // Photos that were taken in while we copied.
      for (const name of await filesBelow(old.folder)) {
        if (copied.includes(name) || !name.startsWith(`media${sep}`)) continue;
        await realDisk.makeFolder(resolve(target, name, '..'));
        await copyFile(realDisk, join(old.folder, name), join(target, name));
        copied.push(name);
      }
      if (await removeCopied(old.folder, copied)) return [];
    } catch (error) {
      console.error('The old folder could not be removed:', error);
    }
    return [{ zh: `账本已搬好；原来的文件夹「${old.folder}」没能全部删掉，请看过后自己删除。`, en: `The ledger was moved; its old folder “${old.folder}” could not be removed altogether. Look into it and remove it yourself.` }];
  }

  return {
    current: () => ledger,
    status,
    async open(folder) {
      const path = resolve(folder);
      if (path !== ledger.folder) return replaceBy(() => openAt(path));
      return absence || ledger.readOnly ? openAnew() : status();
    },
    async create(name, parent) {
      const folder = join(parent ? resolve(parent) : await newParent(), folderName(name));
      if (await exists(folder)) throw new FailureError('wrong-input', { zh: `「${folder}」已经存在，请换一个名字，或在设置里打开它。`, en: `“${folder}” exists already; choose another name, or open it under Settings.` }, { field: 'name' });
      return replaceBy(() => withDoor(createLedger(folder, emptyLedger(name), ledgerOptions)));
    },
    async list() {
      const folders = [...new Set([...(ledger.server ? [] : [ledger.folder]), ...settings.ledgers(), sampleFolder])];
      return Promise.all(folders.map(async (folder) => ({
        folder, name: folder === sampleFolder ? '示例乡' : basename(folder), sample: folder === sampleFolder, open: folder === ledger.folder,
        // The sample is made anew where it is not there.
        ...(folder !== sampleFolder && !(await isReachable(folder)) ? { missing: true } : {}),
      })));
    },
    openServer: (address) => replaceBy(() => openOnServer(address)),
    server,
    async takeOffline(parent, name, running) {
      const from = server();
      const target = await targetFor(parent, name);
      await takeOfflineCopy(from, target, running);
      await settings.remember(target);
      return { folder: target };
    },
    async copy(parent, name, running) {
      refuseIfAway();
      if (ledger.server) throw onServer();
      const target = await targetFor(parent, name);
      await copyLedger(ledger, target, running);
      await settings.remember(target);
      if (ledger.folder !== sampleFolder) await settings.remember(ledger.folder);
      return { folder: target };
    },
    async move(parent, name, running) {
      refuseIfAway();
      if (ledger.server) throw onServer();
      if (ledger.folder === sampleFolder) throw new FailureError('not-allowed', { zh: '示例账本是程序自带的，不能搬移；可以复制一份到别处。', en: 'The sample belongs to the program and cannot be moved; copy it instead.' });
      if (ledger.readOnly) throw new FailureError('read-only', { zh: '账本现在只能查看，不能搬移；可以复制一份到别处。', en: 'The ledger can only be viewed now, so it cannot be moved; copy it instead.' });
      const target = await targetFor(parent, name);
      const from = ledger.folder;
      isMoving = true;
      try {
        const [here, there] = await Promise.all([stat(from), stat(resolve(parent))]);
        let notices: readonly Text[] = [];
        if (here.dev === there.dev) await renameTo(target);
        else notices = await carryTo(target, running);
        await settings.forget(from);
        await remember();
        hub.emit('ledger.opened', { sample: ledger.data.profile.sample });
        return { folder: target, notices };
      } finally {
        isMoving = false;
      }
    },
    beforeMoving(release) { letGo = release; },
    async forget(folder) {
      const path = resolve(folder);
      if (path === ledger.folder) throw new FailureError('wrong-input', { zh: '这本账正打开着。请先打开另一本，再把它移出列表。', en: 'This ledger is open. Open another one before taking it off the list.' });
      await settings.forget(path);
      // The list of recent ledgers hangs on this event, too.
      hub.emit('ledger.stands', status());
    },
    async close() {
      watch.stop();
      await watch.look();
      stopListening();
      await ledger.close();
    },
  };
}

/** Makes an empty ledger in a folder for the command line. Refuses a folder that holds anything. */
export async function createEmptyLedger(folder: string): Promise<void> {
  const ledger = await createLedger(resolve(folder), emptyLedger(basename(resolve(folder))));
  await ledger.close();
}
