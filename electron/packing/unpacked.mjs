import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findElectron } from '../electron-binary.mjs';
import { ensureBuilt, root } from '../build.mjs';
import { layStandIn } from './stand-in.mjs';

const fromHere = createRequire(import.meta.url);
/** A package that electron-builder itself works with, in the very version that it uses. */
export const builderPackage = (name) => createRequire(createRequire(fromHere.resolve('electron-builder/package.json')).resolve('app-builder-lib/package.json'))(name);

/**
 * Packs the program for Linux into a folder, without an installer and without a network; answers with where everything is. A folder
 * that stands in for Electron is used, so that the result does not depend on whether Electron can be had here.
 */
export async function packUnpacked(folder) {
  await ensureBuilt({ quiet: true });
  const standIn = join(folder, 'electron');
  mkdirSync(standIn, { recursive: true });
  layStandIn(standIn);
  const { build, Platform, Arch } = fromHere('electron-builder');
  // The builder tells its steps on the standard output, where only what was found out is to stand.
  const say = process.stdout.write;
  process.stdout.write = () => true;
  try {
    await build({
      targets: Platform.LINUX.createTarget('dir', Arch.x64), projectDir: root, publish: 'never',
      config: { electronDist: standIn, electronVersion: fromHere('electron/package.json').version, directories: { output: join(folder, 'release') } },
    });
  } finally {
    process.stdout.write = say;
  }
  const program = join(folder, 'release', 'linux-unpacked');
  return { program, binary: join(program, 'xishan'), resources: join(program, 'resources'), archive: join(program, 'resources', 'app.asar') };
}

/** Every file in an archive: [{path, bytes}], paths with slashes and without a leading one. */
export function filesOfArchive(archive) {
  const asar = builderPackage('@electron/asar');
  return asar.listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
    .flatMap((path) => { const found = asar.statFile(archive, path); return 'files' in found || 'link' in found ? [] : [{ path, bytes: found.size }]; });
}
export const unpackArchive = (archive, folder) => builderPackage('@electron/asar').extractAll(archive, folder);

/** The fuses as they stand in a binary: {name: on}. */
export async function fusesOf(binary) {
  const { getCurrentFuseWire, FuseV1Options } = builderPackage('@electron/fuses');
  const wire = await getCurrentFuseWire(binary);
  return Object.fromEntries(Object.entries(FuseV1Options).filter(([, at]) => typeof at === 'number').map(([name, at]) => [name, wire[at] === '1'.charCodeAt(0)]));
}

export const packageJson = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
export const hasElectron = () => findElectron() !== undefined;
