import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FeatureFile } from '../../renderer/map/basemap/feature-file.js';
import { openFeatures } from '../../renderer/map/basemap/features.js';
import type { BasemapPack, Bounds } from '../../renderer/map/basemap/pack.js';

const folder = resolve(import.meta.dirname, '../../data/basemap');
const read = <Content>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Content;
const pack = read<BasemapPack>('pack.json');
const file = read<FeatureFile>('features.json');

const bytesOf = (path: string): number => (statSync(path).isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0) : statSync(path).size);
const column = (lng: number, level: number) => Math.floor(((lng + 180) / 360) * 2 ** level);
const row = (lat: number, level: number) => Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** level);

/** Tiles of a level over a part of the ground that are not in the pack. */
function missing(style: string, level: number, [west, south, east, north]: Bounds): string[] {
  const gone: string[] = [];
  for (let x = column(west, level); x <= column(east, level); x += 1)
    for (let y = row(north, level); y <= row(south, level); y += 1) {
      const name = `relief/${style}/${level}/${x}/${y}.webp`;
      // RIFF….WEBP: a tile of nothing would be a hole as well.
      const bytes = (() => { try { return readFileSync(join(folder, name)); } catch { return null; } })();
      if (bytes?.subarray(0, 4).toString('latin1') !== 'RIFF' || bytes.subarray(8, 12).toString('latin1') !== 'WEBP') gone.push(name);
    }
  return gone;
}

describe('the shipped map pack', () => {
  it('weighs no more than 12 MB, drawn files and description together', () => {
    const bytes = ['relief', 'features.json', 'pack.json'].reduce((sum, name) => sum + bytesOf(join(folder, name)), 0);
    expect(bytes).toBeGreaterThan(1e6);
    expect(bytes).toBeLessThanOrEqual(12 * 1024 * 1024);
  });

  it('has every relief tile that its description promises, in each of its styles', () => {
    const level = (zoom: number) => zoom + pack.zoomOffset;
    expect(pack.styles).toEqual(['paper', 'night']);
    for (const style of pack.styles) {
      for (let zoom = pack.minZoom; zoom <= pack.wideMaxNativeZoom; zoom += 1) expect(missing(style, level(zoom), pack.bounds)).toEqual([]);
      for (let zoom = pack.wideMaxNativeZoom + 1; zoom <= pack.farMaxNativeZoom; zoom += 1) expect(missing(style, level(zoom), pack.farBounds)).toEqual([]);
      for (let zoom = pack.farMaxNativeZoom + 1; zoom <= pack.maxNativeZoom; zoom += 1) expect(missing(style, level(zoom), pack.detailBounds)).toEqual([]);
    }
  });

  it('says in both languages that it is a schematic, and claims no approval number', () => {
    expect(pack.schematic).toBe(true);
    expect(pack.name.zh).toContain('示意图');
    expect(pack.attribution.zh).toContain('示意图');
    expect(pack.attribution.en).toContain('schematic');
    expect(pack.approvalNumber).toBeNull();
  });

  it('names the township first, then its villages, streams, peaks and places, each in both languages', () => {
    const { labels } = openFeatures(file);
    const firstOf = (kind: string) => labels.findIndex((label) => label.kind === kind);
    const order = ['township', 'village', 'stream', 'peak', 'place'].map(firstOf);
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(labels[0]!.kind).toBe('township');
    expect(labels.filter(({ kind }) => kind === 'village')).toHaveLength(11);
    const last = (kind: string) => labels.findLastIndex((label) => label.kind === kind);
    expect(last('village')).toBeLessThan(firstOf('stream'));
    for (const { text } of labels) { expect(text.zh).not.toBe(''); expect(text.en).not.toBe(''); }
  });

  it('gives each stream that is named the course that its name follows', () => {
    const streams = openFeatures(file).labels.filter(({ kind }) => kind === 'stream');
    expect(streams.length).toBeGreaterThanOrEqual(6);
    for (const { path } of streams) expect(path!.length).toBeGreaterThan(40);
  });
});
