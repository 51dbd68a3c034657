import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const windowsPrograms = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe'];
const macPrograms = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
// A browser in a snap may not use a profile folder of ours, so it comes last.
const linuxPrograms = ['chromium', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'chromium-browser'];

/** Where Chromium, Chrome or Edge usually are on a kind of machine, the likeliest first. XISHAN_BROWSER goes before all. */
export function browserPlaces(platform: NodeJS.Platform, env: Environment): readonly string[] {
  const told = env['XISHAN_BROWSER'];
  if (told) return [told];
  const path = env['PATH'] ?? env['Path'] ?? '';
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    const onPath = path.split(';').filter(Boolean).flatMap((folder) => ['chrome.exe', 'msedge.exe'].map((name) => win32.join(folder, name)));
    return [...windowsPrograms.flatMap((program) => roots.map((root) => win32.join(root, program))), ...onPath];
  }
  const onPath = path.split(':').filter(Boolean);
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env['HOME'] ? [posix.join(env['HOME'], 'Applications')] : [])];
    return [...macPrograms.flatMap((name) => roots.map((root) => posix.join(root, `${name}.app/Contents/MacOS/${name}`))), ...onPath.map((folder) => posix.join(folder, 'chromium'))];
  }
  const folders = [...onPath, '/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/opt/microsoft/msedge'].filter((folder) => !folder.startsWith('/snap'));
  return [...linuxPrograms.flatMap((name) => folders.map((folder) => posix.join(folder, name))), '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
}

/** The first browser that is really there. */
export const findBrowser = (platform: NodeJS.Platform = process.platform, env: Environment = process.env, isThere: (file: string) => boolean = existsSync) =>
  browserPlaces(platform, env).find(isThere);

/** False on a Linux machine where no window can be opened. */
export const hasDisplay = (platform: NodeJS.Platform = process.platform, env: Environment = process.env) =>
  platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
