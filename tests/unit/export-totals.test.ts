import { describe, expect, it } from 'vitest';
import { ledgerTotals, projectTotals } from '../../data/rules/totals.js';
import { anAsset } from '../builders/export-records.js';

const wood = anAsset({ category: 'forest', siteArea: 2000, status: 'idle' });
const hut = anAsset({ category: 'house', siteArea: 100, floorArea: 180, status: 'available' });
const station = anAsset({ category: 'hydropower', floorArea: 60, status: 'idle', detail: { capacityKw: 480 } });

describe('totals of a ledger', () => {
  it('add up count, areas and capacity, with woods and fields apart', () => {
    expect(ledgerTotals([wood, hut, station])).toMatchObject({ count: 3, siteArea: 2100, landArea: 2000, floorArea: 240, capacityKw: 480 });
  });
  it('are told by category and by status', () => {
    const { byCategory, byStatus } = ledgerTotals([wood, hut, station]);
    expect(byCategory.forest).toMatchObject({ count: 1, siteArea: 2000 });
    expect(byCategory.hydropower.capacityKw).toBe(480);
    expect(byStatus.idle.count).toBe(2);
    expect(byStatus.available.floorArea).toBe(180);
    expect(byStatus.leased.count).toBe(0);
  });
});

describe('totals of a project', () => {
  const byId = new Map([wood, hut, station].map((asset) => [asset.id, asset]));
  it('are those of its linked assets', () => {
    expect(projectTotals({ assetIds: [wood.id, station.id] }, byId)).toEqual({ assetCount: 2, siteArea: 2000, floorArea: 60, capacityKw: 480 });
  });
  it('count an asset once however often it is linked, and leave out one that is gone', () => {
    expect(projectTotals({ assetIds: [hut.id, hut.id, 'gone'] }, byId)).toMatchObject({ assetCount: 1, floorArea: 180 });
  });
});
