import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordSchemas, ledgerSchema } from '../../data/schema/ledger.js';
import type { Asset } from '../../data/schema/asset.js';
import { passagesOf } from '../../data/rules/stage/act.js';
import { isPublished, publicTour } from '../../data/rules/projection.js';
import { stopKinds } from '../../data/schema/tour.js';
import { categories, statuses } from '../../data/schema/vocabularies.js';

const folder = new URL('../../data/sample/', import.meta.url);
const raw: unknown = JSON.parse(readFileSync(new URL('ledger-data.json', folder), 'utf8'));
const ledger = ledgerSchema.parse(raw);
const { profile, assets, projects, tours } = ledger;
const mediaFolder = new URL('media/', folder);
const allMedia = assets.flatMap((asset) => [...asset.photos, ...asset.videos, ...asset.documents]);

/** Area in m² of a ring of degrees, on the sphere of the earth's mean radius (Chamberlain and Duquette, 2007). */
function ringArea(ring: readonly (readonly number[])[]): number {
  const radians = Math.PI / 180;
  const sum = ring.slice(0, -1).reduce((total, [lng = 0, lat = 0], index) => {
    const [nextLng = 0, nextLat = 0] = ring[index + 1] ?? [];
    return total + (nextLng - lng) * radians * (2 + Math.sin(lat * radians) + Math.sin(nextLat * radians));
  }, 0);
  return Math.abs((sum * 6_371_008.8 ** 2) / 2);
}

const boundaryArea = (boundary: NonNullable<Asset['boundary']>) => {
  const polygons = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
  return polygons.reduce((total, rings) => total + rings.reduce((area, ring, index) => area + (index === 0 ? 1 : -1) * ringArea(ring), 0), 0);
};

/** Width and height of a WebP picture, from its VP8, VP8L or VP8X header. */
function webpSize(bytes: Buffer): { width: number; height: number } {
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  const bits = bytes.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

describe('the shipped sample township', () => {
  it('holds records that satisfy their schemas and carry no field the schemas do not know', () => {
    const data = raw as { profile: unknown; assets: unknown[]; projects: unknown[]; tours: unknown[] };
    expect(recordSchemas.profile.parse(data.profile)).toEqual(data.profile);
    for (const asset of data.assets) expect(recordSchemas.asset.parse(asset)).toEqual(asset);
    for (const project of data.projects) expect(recordSchemas.project.parse(project)).toEqual(project);
    for (const tour of data.tours) expect(recordSchemas.tour.parse(tour)).toEqual(tour);
  });

  it('is marked as sample data and has eleven villages, each with assets', () => {
    expect(profile.sample).toBe(true);
    expect(profile.villages).toHaveLength(11);
    expect(new Set(assets.map((asset) => asset.village))).toEqual(new Set(profile.villages));
  });

  it('shows all categories and every status', () => {
    expect(new Set(assets.map((asset) => asset.category))).toEqual(new Set(categories.values));
    expect(new Set(assets.map((asset) => asset.status))).toEqual(new Set(statuses.values));
    expect(assets.length).toBeGreaterThanOrEqual(60);
    expect(projects).toHaveLength(12);
  });

  it('has a tour of a quarter of an hour with every kind of stop, each of which has something to show', () => {
    expect(tours).toHaveLength(1);
    const [tour] = tours;
    const stops = tour?.stops ?? [];
    expect(new Set(stops.map((stop) => stop.kind))).toEqual(new Set(stopKinds.values));
    const seconds = stops.reduce((sum, stop) => sum + stop.seconds, 0);
    expect(seconds).toBeGreaterThan(13 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    const published = new Map(assets.filter(isPublished).map((asset) => [asset.id, asset]));
    const facts = { asset: (id: string) => { const found = published.get(id); return found && { ...found, placed: found.location !== undefined }; }, projects };
    expect(passagesOf(publicTour(tour!), facts)).toHaveLength(stops.length);
  });

  it('gives no two records the same id, code or name', () => {
    for (const pick of [(record: { id: string }) => record.id, (record: { code?: string }) => record.code, (record: { name: string }) => record.name]) {
      const values = [...assets, ...projects].map((record) => pick(record as { id: string; code?: string; name: string }));
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('names every media file by its content and gives its true size', () => {
    for (const media of allMedia) {
      const bytes = readFileSync(new URL(media.id, mediaFolder));
      expect(`${createHash('sha256').update(bytes).digest('hex')}.${media.id.split('.')[1]}`).toBe(media.id);
      if (media.id.endsWith('.webp')) expect(webpSize(bytes)).toEqual({ width: media.width, height: media.height });
    }
  });

  it('keeps no picture that nothing shows, and stays under 8.4 MB', () => {
    const files = readdirSync(mediaFolder);
    expect(new Set(files)).toEqual(new Set(allMedia.map((media) => media.id)));
    expect(files.reduce((total, file) => total + readFileSync(new URL(file, mediaFolder)).length, 0)).toBeLessThan(8_400_000);
  });

  it('shows each asset with one to four captioned photos and one telling sentence of at most thirty characters', () => {
    for (const asset of assets) {
      expect(asset.photos.length, asset.name).toBeGreaterThanOrEqual(1);
      expect(asset.photos.length, asset.name).toBeLessThanOrEqual(4);
      for (const photo of asset.photos) expect(photo.caption?.zh && photo.caption.en, asset.name).toBeTruthy();
      expect([...(asset.highlights?.zh ?? '')].length, asset.name).toBeGreaterThan(8);
      expect([...(asset.highlights?.zh ?? '')].length, asset.name).toBeLessThanOrEqual(30);
      expect(asset.highlights?.en, asset.name).toBeTruthy();
    }
  });

  it('links projects to assets that exist', () => {
    const ids = new Set(assets.map((asset) => asset.id));
    for (const project of projects) {
      expect(project.assetIds.length, project.name).toBeGreaterThan(0);
      for (const id of project.assetIds) expect(ids.has(id), project.name).toBe(true);
    }
  });

  it('draws boundaries whose area agrees with the stated site area within three per cent', () => {
    const bounded = assets.filter((asset) => asset.boundary);
    expect(bounded.filter((asset) => asset.category === 'forest' || asset.category === 'farmland')).toHaveLength(assets.filter((asset) => asset.category === 'forest' || asset.category === 'farmland').length);
    for (const asset of bounded) {
      const area = asset.boundary ? boundaryArea(asset.boundary) : 0;
      expect(Math.abs(area / (asset.siteArea ?? 0) - 1), asset.name).toBeLessThan(0.03);
    }
  });

  it('lies wholly inside the township’s map', () => {
    for (const asset of assets) {
      expect(asset.location?.lng, asset.name).toBeGreaterThan(119.84);
      expect(asset.location?.lng, asset.name).toBeLessThan(120.02);
      expect(asset.location?.lat, asset.name).toBeGreaterThan(29.754);
      expect(asset.location?.lat, asset.name).toBeLessThan(29.906);
    }
  });

  it('uses telephone numbers that cannot belong to anybody', () => {
    for (const record of [...assets, ...projects]) {
      expect(record.contact?.phone).toMatch(/^1990000\d{4}$/);
      expect(record.publicContact?.phone).toBe('0000-0000000');
    }
  });

  it('holds a water permit that has expired and one due within 45 days of December 2026', () => {
    const expiries = assets.flatMap((asset) => (asset.category === 'hydropower' && asset.detail.waterPermitExpiry ? [asset.detail.waterPermitExpiry] : []));
    expect(expiries).toHaveLength(8);
    expect(expiries.some((day) => day < '2026-09-01')).toBe(true);
    expect(expiries.some((day) => day >= '2026-12-01' && day <= '2027-01-15')).toBe(true);
  });
});
