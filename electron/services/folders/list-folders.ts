import { access, mkdir, readdir, stat } from 'node:fs/promises';
import { homedir, platform, userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { FolderListing } from '../../../data/contract.js';
import { FailureError } from '../../../data/schema/failure.js';
import { text, type Text } from '../../../data/schema/text.js';
import { codeOf } from '../../storage/disk.js';
import { folderName } from './folder-name.js';

/** More than a person would look through; the rest is reached by typing the path. */
const mostFolders = 2_000;
/** A drive that does not answer in this time (an empty card reader, a network drive that is away) is left out. */
const patienceMs = 1_500;
/** Folders of the system's own at the root of a drive. */
const systemFolders = /^(\$.*|System Volume Information|lost\+found|Recovery|found\.\d+)$/i;

const inTime = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([work.catch(() => otherwise), new Promise<T>((done) => { setTimeout(() => done(otherwise), patienceMs).unref(); })]);
const isFolder = (path: string) => inTime(stat(path).then((found) => found.isDirectory()), false);
/** True when a folder holds a ledger: the file that each has is there. Its content is not looked at. */
const isLedger = (path: string) => access(join(path, 'ledger.json')).then(() => true, () => false);

/** The folders below a folder and its files of some endings, with where to begin. Only names are read, never what stands in a file. Throws a `FailureError` in words. */
export async function listFolders(folder: string | undefined, endings: readonly string[] = []): Promise<FolderListing> {
  const places = await findPlaces();
  const path = resolve(folder ?? places[0]?.folder ?? homedir());
  const names = await subfolders(path);
  const folders = await Promise.all(names.map(async (name) => ({ name, folder: join(path, name), ledger: await isLedger(join(path, name)) })));
  const parent = dirname(path);
  return { folder: path, parent: parent === path ? null : parent, folders, files: endings.length > 0 ? await filesOf(path, endings) : [], places };
}

async function subfolders(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    const shown = entries.filter((entry) => !entry.name.startsWith('.') && !systemFolders.test(entry.name));
    const linked = await Promise.all(shown.filter((entry) => entry.isSymbolicLink()).map(async ({ name }) => ((await isFolder(join(path, name))) ? name : undefined)));
    const names = [...shown.filter((entry) => entry.isDirectory()).map((entry) => entry.name), ...linked.filter((name) => name !== undefined)];
    return names.sort(new Intl.Collator('zh-CN', { numeric: true }).compare).slice(0, mostFolders);
  } catch (error) {
    throw folderFailure(error, path);
  }
}

async function filesOf(path: string, endings: readonly string[]): Promise<FolderListing['files']> {
  const names = (await readdir(path)).filter((name) => !name.startsWith('.') && endings.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase()));
  const found = await Promise.all(names.sort(new Intl.Collator('zh-CN', { numeric: true }).compare).slice(0, mostFolders).map(async (name) => {
    const file = join(path, name);
    const state = await inTime(stat(file), undefined);
    return state?.isFile() ? [{ name, file, bytes: state.size }] : [];
  }));
  return found.flat();
}

/** Documents, desktop and home, then what is plugged in. */
async function findPlaces(): Promise<FolderListing['places']> {
  const home = homedir();
  const own: [Text, string][] = [
    [text('文档', 'Documents'), join(home, 'Documents')], [text('文档', 'Documents'), join(home, '文档')],
    [text('桌面', 'Desktop'), join(home, 'Desktop')], [text('桌面', 'Desktop'), join(home, '桌面')], [text('主目录', 'Home'), home],
  ];
  const all = [...own, ...(await drives())];
  const there = await Promise.all(all.map(([, folder]) => isFolder(folder)));
  return all.flatMap(([label, folder], at) => (there[at] ? [{ label, folder }] : []));
}

async function drives(): Promise<[Text, string][]> {
  if (platform() === 'win32') {
    return [...'CDEFGHIJKLMNOPQRSTUVWXYZAB'].map((letter) => [text(`${letter} 盘`, `Drive ${letter}`), `${letter}:\\`]);
  }
  const mounts = platform() === 'darwin' ? ['/Volumes'] : [`/media/${userInfo().username}`, `/run/media/${userInfo().username}`, '/media', '/mnt'];
  const found: [Text, string][] = [];
  for (const mount of mounts) {
    for (const name of await inTime(readdir(mount), [])) {
      // /media/<name of the person> holds the sticks themselves and is no place of its own.
      if (!name.startsWith('.') && !mounts.includes(join(mount, name))) found.push([text(name, name), join(mount, name)]);
    }
  }
  return found;
}

/** Makes a folder; answers with its path. Throws `wrong-input` where there is one of that name. */
export async function makeFolder(parent: string, name: string): Promise<string> {
  const path = join(resolve(parent), folderName(name));
  try {
    await mkdir(path);
    return path;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new FailureError('wrong-input', { zh: `「${basename(path)}」已经有了，请换一个名字。`, en: `“${basename(path)}” exists already; choose another name.` }, { field: 'name' });
    throw folderFailure(error, dirname(path));
  }
}

/** Why a folder cannot be looked into or written to, in words. */
export function folderFailure(error: unknown, path: string): FailureError {
  if (error instanceof FailureError) return error;
  const name = basename(path) || path;
  const code = String(codeOf(error));
  if (['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO'].includes(code)) return new FailureError('not-found', { zh: `「${name}」不是文件夹，或已经不在。U 盘请先插好，再选一次。`, en: `“${name}” is not a folder, or is gone. Plug the stick in and choose again.` });
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return new FailureError('disk', { zh: `没有权限用「${name}」。请换一个文件夹。`, en: `“${name}” may not be used. Choose another folder.` });
  const failure = new FailureError('disk', { zh: `「${name}」读不出来。请换一个文件夹，或重新插拔 U 盘。`, en: `“${name}” cannot be read. Choose another folder, or plug the stick in anew.` });
  failure.cause = error;
  return failure;
}
