import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');
const layers = ['data', 'electron', 'renderer'] as const;
type Layer = (typeof layers)[number];

/** Which layers each may import from, as the design's arrows say. */
const allowed: Record<Layer, readonly Layer[]> = { data: ['data'], electron: ['electron', 'data'], renderer: ['renderer', 'data'] };
const electronFiles = ['electron/main.ts', 'electron/preload.ts', 'electron/host/serve-ipc.ts', 'electron/host/window.ts', 'electron/host/print.ts', 'electron/host/start-shell.ts'];

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('/script'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);

const isLocal = (name: string) => name.startsWith('.');
const layerOf = (file: string, name: string) => relative(root, resolve(root, dirname(file), name)).split('/')[0] as Layer;

describe('the layers', () => {
  for (const layer of layers) {
    const files = sources(layer);
    it(`finds the sources of ${layer}`, () => expect(files.length).toBeGreaterThan(5));
    it(`lets ${layer} import only from ${allowed[layer].join(' and ')}`, () => {
      const wrong = files.flatMap((file) => importsOf(file).filter((name) => isLocal(name) && !allowed[layer].includes(layerOf(file, name))).map((name) => `${file} → ${name}`));
      expect(wrong).toEqual([]);
    });
  }

  it('keeps the file system, the DOM and Electron out of data', () => {
    const wrong = sources('data').flatMap((file) => importsOf(file).filter((name) => /^(node:|electron|react|leaflet|vite)/.test(name)).map((name) => `${file} → ${name}`));
    expect(wrong).toEqual([]);
  });

  it('imports electron only at the thin shell', () => {
    const wrong = sources('electron').filter((file) => importsOf(file).includes('electron') && !electronFiles.includes(file));
    expect(wrong).toEqual([]);
  });

  it('imports Leaflet only in renderer/map', () => {
    const wrong = sources('renderer').filter((file) => !file.startsWith('renderer/map/') && importsOf(file).some((name) => /^(leaflet|react-leaflet|supercluster)/.test(name)));
    expect(wrong).toEqual([]);
  });

  it('keeps features from importing each other', () => {
    const featureOf = (path: string) => /^renderer\/features\/([^/]+)\//.exec(path)?.[1];
    const wrong = sources('renderer').filter((file) => featureOf(file)).flatMap((file) => importsOf(file).filter(isLocal)
      .map((name) => relative(root, resolve(root, dirname(file), name))).filter((target) => featureOf(target) && featureOf(target) !== featureOf(file)).map((target) => `${file} → ${target}`));
    expect(wrong).toEqual([]);
  });
});
