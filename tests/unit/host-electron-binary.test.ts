import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron } from '../../electron/electron-binary.mjs';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'xishan-electron-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('Electron’s program', () => {
  it('is found in the folder that ELECTRON_OVERRIDE_DIST_PATH names', () => {
    mkdirSync(join(folder, 'Electron.app/Contents/MacOS'), { recursive: true });
    for (const name of ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron']) writeFileSync(join(folder, name), '');
    const found = findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder }, process.platform);
    expect(found?.startsWith(folder)).toBe(true);
  });
  it('is not said to be there when that folder is empty', () => {
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder }, 'linux')).toBeUndefined();
  });
});
