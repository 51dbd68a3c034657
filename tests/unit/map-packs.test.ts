import { describe, expect, it } from 'vitest';
import { foreignGrid } from '../../data/rules/map/foreign-grids.js';
import { approvalNumberIn, readPackWords, type PackWords } from '../../data/rules/map/pack-words.js';
import { boundsOf, boundsOfLevels, fromStored, isOnGrid, northOf, tileAt, toStored, westOf } from '../../data/rules/map/tile-scheme.js';
import { tileSchemes } from '../../data/schema/map-pack.js';

const said = (words: Partial<PackWords>) => readPackWords({ names: [], attribution: '', description: '', licence: '', ...words });

describe('the ways of counting tiles', () => {
  it('lead from every scheme back to the same tile', () => {
    for (const scheme of tileSchemes.values) {
      for (const place of [{ z: 0, x: 0, y: 0 }, { z: 3, x: 7, y: 0 }, { z: 18, x: 218_000, y: 108_000 }]) expect(fromStored(scheme, toStored(scheme, place))).toEqual(place);
    }
  });

  it('count from the north, from the south, and level, row and column from one', () => {
    const place = { z: 3, x: 6, y: 2 };
    expect(toStored('xyz', place)).toEqual({ level: 3, column: 6, row: 2 });
    expect(toStored('tms', place)).toEqual({ level: 3, column: 6, row: 5 });
    expect(toStored('from-one', place)).toEqual({ level: 4, column: 7, row: 3 });
  });

  it('know which tile holds a place, and where a tile lies', () => {
    // Published examples: Beijing at level 10, and the corners of the grid.
    expect(tileAt(10, 116.4, 39.9)).toEqual({ z: 10, x: 843, y: 388 });
    expect(tileAt(0, 119.93, 29.83)).toEqual({ z: 0, x: 0, y: 0 });
    expect(tileAt(2, 180, -89)).toEqual({ z: 2, x: 3, y: 3 });
    expect(westOf(1, 1)).toBe(0);
    expect(northOf(0, 0)).toBeCloseTo(85.0511, 4);
    expect(northOf(1, 1)).toBeCloseTo(0, 9);
    expect(boundsOf({ z: 1, minX: 1, maxX: 1, minY: 0, maxY: 0 })).toEqual([0, 0, 180, 85.051129]);
  });

  it('say which tiles the grid does not have', () => {
    expect([{ z: 2, x: 4, y: 0 }, { z: 2, x: 0, y: -1 }, { z: -1, x: 0, y: 0 }, { z: 2, x: 0.5, y: 0 }].map(isOnGrid)).toEqual([false, false, false, false]);
    expect(isOnGrid({ z: 2, x: 3, y: 3 })).toBe(true);
  });
});

describe('where the levels of a pack lie', () => {
  const deep = { z: 12, minX: 3410, maxX: 3413, minY: 1690, maxY: 1693 };
  it('is where its deepest tiles are, when the coarse ones only cover these', () => {
    expect(boundsOfLevels([{ z: 5, minX: 26, maxX: 26, minY: 13, maxY: 13 }, deep])).toEqual(boundsOf(deep));
  });
  it('is wider when a coarse level shows more', () => {
    const wide = { z: 8, minX: 210, maxX: 216, minY: 103, maxY: 108 };
    expect(boundsOfLevels([deep, wide])).toEqual(boundsOf(wide));
  });
  it('is nowhere without levels', () => expect(boundsOfLevels([])).toBeUndefined());
});

describe('what a pack says of its datum', () => {
  it.each([
    ['高德卫星', 'GCJ-02'], ['腾讯地图_L18', 'GCJ-02'], ['谷歌中国影像', 'GCJ-02'], ['AutoNavi roads', 'GCJ-02'], ['影像（有偏移）', 'GCJ-02'],
    ['天地图影像', 'CGCS2000'], ['tianditu', 'CGCS2000'], ['CGCS2000 正射影像', 'CGCS2000'],
    ['OpenStreetMap contributors', 'WGS-84'], ['bing_aerial', 'WGS-84'], ['Esri World Imagery', 'WGS-84'], ['谷歌卫星 无偏移', 'WGS-84'], ['高德卫星纠偏到WGS84', 'WGS-84'],
  ])('%s speaks for %s', (name, datum) => {
    const { datums } = said({ names: [name] });
    expect(datums[0]).toMatchObject({ datum });
    expect(datums[0]?.evidence?.zh).toContain(datum);
    expect(datums.map((entry) => entry.datum).toSorted()).toEqual(['CGCS2000', 'GCJ-02', 'WGS-84']);
  });
  it('is nothing where no word speaks for any, and then nothing is claimed', () => {
    for (const name of ['溪口村航拍', 'tiles', 'cosmos', 'embing']) expect(said({ names: [name] }).datums.map(({ evidence }) => evidence)).toEqual([null, null, null]);
  });
  it('is told by its attribution before its name', () => expect(said({ names: ['高德'], attribution: '© 天地图' }).datums[0]?.datum).toBe('CGCS2000'));
  it('is Baidu’s when its words say so, unless it was turned into another', () => {
    expect(said({ names: ['百度地图卫星'] }).isBaidu).toBe(true);
    expect(said({ names: ['百度卫星转WGS84'] })).toMatchObject({ isBaidu: false });
  });
});

describe('审图号 and licence', () => {
  it.each([
    ['审图号：GS（2024）0568号', 'GS（2024）0568号'], ['审图号:GS京(2023)1061号', 'GS京（2023）1061号'], ['天地图 浙S（2022）12号', '浙S（2022）12号'], ['© gs(2019) 1822 号', 'GS（2019）1822号'],
  ])('%s is read as %s', (words, number) => expect(approvalNumberIn(words)).toBe(number));
  it('is never made up', () => { for (const words of ['', 'GS 1:10000', '合同（2024）12号', '编号（2024）0568号']) expect(approvalNumberIn(words)).toBe(''); });
  it('takes the licence that is given, else one that the words name', () => {
    expect(said({ licence: '<b>仅供内部</b>' }).licence).toBe('仅供内部');
    expect(said({ attribution: '&copy; <a href="https://www.openstreetmap.org">OpenStreetMap</a> contributors' })).toMatchObject({ licence: 'ODbL 1.0', attribution: '© OpenStreetMap contributors' });
    expect(said({ description: 'CC BY-SA 4.0' }).licence).toBe('CC BY-SA');
    expect(said({ description: 'CC BY-NC' }).licence).toBe('');
  });
});

describe('another grid of tiles', () => {
  const places = [[119.93, 29.83]] as const;
  it('is told by where the ledger’s assets are', () => {
    const degrees = (lng: number, lat: number, z: number) => ({ column: Math.floor(((lng + 180) / 360) * 2 ** z), row: Math.floor(((90 - lat) / 360) * 2 ** z) });
    const { column, row } = degrees(119.93, 29.83, 14);
    expect(foreignGrid({ level: 14, minColumn: column, maxColumn: column, minRow: row, maxRow: row }, places)).toBe('geodetic');
    expect(foreignGrid({ level: 14, minColumn: 3255, maxColumn: 3257, minRow: 848, maxRow: 851 }, places)).toBe('baidu');
  });
  it('is not seen in tiles of Web Mercator', () => {
    const { x, y } = tileAt(14, 119.93, 29.83);
    expect(foreignGrid({ level: 14, minColumn: x, maxColumn: x, minRow: y, maxRow: y }, places)).toBeUndefined();
  });
});
