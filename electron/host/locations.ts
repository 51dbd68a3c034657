import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Sources (electron/host) and built files (dist/node) lie equally deep below the root.
const root = fileURLToPath(new URL('../../', import.meta.url));

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder for settings and the list of ledgers: where this kind of machine keeps such things, the same for both hosts. */
export function defaultHome(platform: NodeJS.Platform = process.platform, env: Environment = process.env, home = homedir()): string {
  if (env['XISHAN_HOME']) return env['XISHAN_HOME'];
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Xishan');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Xishan');
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'xishan');
}

/** The folder of the built page. */
export const pageFolder = () => join(root, 'dist', 'page');

/** The folder that holds `sample/` and `basemap/`: beside the archive in an installed program, in the repo otherwise. */
export const shippedFolder = (resources?: string) => (/\.asar[\\/]?$/.test(root) && resources ? join(resources, 'data') : join(root, 'data'));

/** The folder of the fonts, where they lie beside the archive of an installed program; nothing otherwise, since then they are in the page's own. */
export const fontsFolder = (resources?: string) => (/\.asar[\\/]?$/.test(root) && resources ? join(resources, 'fonts') : undefined);

/** The program's version, as package.json states it. */
export const programVersion = () => (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** The folder that relative paths count from: npm goes to the package's own folder first and notes where it was called. */
export const callFolder = (env: Environment = process.env, folder = process.cwd()) =>
  (env['INIT_CWD'] && ['start', 'dev', 'cli'].includes(env['npm_lifecycle_event'] ?? '') && resolve(folder) === resolve(root) ? env['INIT_CWD'] : folder);
