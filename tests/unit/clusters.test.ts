import { describe, expect, it } from 'vitest';
import { createClusters, fannedOut, lastClusteredZoom, type ClusterMark, type MapPoint, type PinMark } from '../../renderer/map/clusters.js';
import { extentOf } from '../../renderer/map/extent.js';
import { easeInOut, flightPath, zoomCurve } from '../../renderer/map/flight.js';
import { createHitGrid } from '../../renderer/map/hit-grid.js';
import { roundLength, roundScale } from '../../renderer/map/round-scale.js';
import { movedAside } from '../../renderer/map/keep-apart.js';
import { clusterRadius, markX, markY } from '../../renderer/map/mark-size.js';
import { createRoom, placeNames } from '../../renderer/map/name-places.js';
import { latitude, longitude, screenX, screenY, viewBetween, worldSize, worldX, worldY } from '../../renderer/map/world.js';
import { manyAssets } from '../builders/many-assets.js';

const everywhere = { west: -180, south: -85, east: 180, north: 85 };
const points: MapPoint[] = manyAssets(900).map(({ id, name, category, location }) => ({ id, name, category, ...location! }));
const near = (count: number, category: MapPoint['category'] = 'forest'): MapPoint[] => Array.from({ length: count }, (_, at) => ({ id: `${category}${at}`, name: `${at}`, category, lng: 119.9 + at * 1e-5, lat: 29.8 }));

describe('clusters', () => {
  it('shows every asset once at every zoom, in a pin or in a cluster', () => {
    const clusters = createClusters(points);
    for (let zoom = 9; zoom <= 18; zoom += 1) {
      const marks = clusters.marksIn(everywhere, zoom);
      expect(marks.reduce((sum, mark) => sum + (mark.kind === 'pin' ? 1 : mark.count), 0)).toBe(points.length);
    }
  });

  it('counts each category of a cluster, and the mix adds up to the number', () => {
    const [mark] = createClusters([...near(3), ...near(2, 'hall')]).marksIn(everywhere, 12);
    expect(mark).toMatchObject({ kind: 'cluster', count: 5, mix: [3, 0, 0, 0, 2, 0] });
    for (const other of createClusters(points).marksIn(everywhere, 10)) {
      if (other.kind === 'cluster') expect(other.mix.reduce((sum, count) => sum + count, 0)).toBe(other.count);
    }
  });

  it('lets no number be covered by another, at any zoom, however many there are', () => {
    for (const count of [64, 900, 20_000]) {
      const clusters = createClusters(manyAssets(count).map(({ id, name, category, location }) => ({ id, name, category, ...location! })));
      for (let zoom = 9; zoom <= 15; zoom += 0.5) {
        const view = { scale: worldSize(zoom), left: 0, top: 0 };
        const discs = clusters.marksIn({ west: 119.9, south: 29.8, east: 119.97, north: 29.86 }, zoom).filter((mark): mark is ClusterMark => mark.kind === 'cluster');
        const lacks = discs.flatMap((one, at) => discs.slice(0, at).map((other) => clusterRadius(one.count) + clusterRadius(other.count) - Math.hypot(markX(view, one) - markX(view, other), markY(view, one) - markY(view, other))));
        expect(Math.max(-1, ...lacks), `${count} assets at zoom ${zoom}`).toBeLessThanOrEqual(0);
      }
    }
  });

  it('moves discs out from under what is selected, and not into each other', () => {
    const discs = [{ key: 'under', x: 130, y: 90, radius: 24 }, { key: 'beside', x: 200, y: 100, radius: 24 }, { key: 'far', x: 600, y: 100, radius: 24 }];
    const box = [60, 40, 150, 120] as const;
    const away = movedAside(discs, [box]);
    expect([...away.keys()].sort()).toEqual(['beside', 'under']);
    const moved = discs.map((disc) => ({ ...disc, x: disc.x + (away.get(disc.key)?.x ?? 0), y: disc.y + (away.get(disc.key)?.y ?? 0) }));
    for (const { x, y, radius } of moved) expect(Math.hypot(x - Math.min(box[2], Math.max(box[0], x)), y - Math.min(box[3], Math.max(box[1], y)))).toBeGreaterThanOrEqual(radius);
    expect(Math.hypot(moved[0]!.x - moved[1]!.x, moved[0]!.y - moved[1]!.y)).toBeGreaterThanOrEqual(48);
  });

  it('leaves two neighbours as two pins, far enough apart that both can be seen', () => {
    const [one, other] = createClusters(near(2)).marksIn(everywhere, 12) as PinMark[];
    const view = { scale: worldSize(12), left: 0, top: 0 };
    expect(Math.hypot(markX(view, one!) - markX(view, other!), markY(view, one!) - markY(view, other!))).toBeGreaterThan(20);
  });

  it('leaves two neighbours as two pins', () => {
    expect(createClusters(near(2)).marksIn(everywhere, 12).map((mark) => mark.kind)).toEqual(['pin', 'pin']);
  });

  it('treats a zoom between two as the one below', () => {
    const clusters = createClusters(points);
    expect(clusters.marksIn(everywhere, 12.75).map((mark) => mark.key)).toEqual(clusters.marksIn(everywhere, 12).map((mark) => mark.key));
  });

  it('knows the zoom at which an asset stands for itself', () => {
    const clusters = createClusters(points);
    for (const point of points.slice(0, 20)) {
      const zoom = clusters.zoomApart(point, 12);
      expect(clusters.marksIn(everywhere, zoom).some((mark) => mark.key === point.id)).toBe(true);
      if (zoom > 12) expect(clusters.marksIn(everywhere, zoom - 1).some((mark) => mark.key === point.id)).toBe(false);
    }
  });

  it('fans out assets that share a place when there is nothing closer to go to', () => {
    const same = near(4).map((point) => ({ ...point, lng: 119.9 }));
    const marks = createClusters(same).marksIn(everywhere, lastClusteredZoom + 1) as PinMark[];
    expect(marks).toHaveLength(4);
    expect(new Set(marks.map((mark) => `${mark.fan!.x.toFixed(1)} ${mark.fan!.y.toFixed(1)}`)).size).toBe(4);
    expect(fannedOut([marks[0]!])[0]).toBe(marks[0]);
  });

  it('is empty without assets', () => {
    expect(createClusters([]).marksIn(everywhere, 12)).toEqual([]);
  });
});

describe('extent', () => {
  it('holds the assets but not one put far away by mistake', () => {
    const good = extentOf(points)!;
    const swapped = extentOf([...points, { lng: 29.8, lat: 80 }, { lng: 0, lat: 0 }])!;
    expect(swapped.west).toBeCloseTo(good.west, 3);
    expect(swapped.north).toBeCloseTo(good.north, 3);
    expect(good.east - good.west).toBeLessThan(0.25);
  });

  it('holds all of a few, wherever they are, and nothing of none', () => {
    expect(extentOf([{ lng: 119, lat: 29 }, { lng: 121, lat: 30 }])).toEqual({ west: 119, south: 29, east: 121, north: 30 });
    expect(extentOf([])).toBeNull();
  });
});

describe('flight', () => {
  const from = { x: 0.8, y: 0.4, zoom: 12 };
  const to = { x: 0.8003, y: 0.4002, zoom: 15 };

  it('begins and ends where it should and takes 0.8 to 1.6 s', () => {
    const path = flightPath(from, to, 1920);
    expect(path.at(0).x).toBeCloseTo(from.x, 9);
    expect(path.at(0).zoom).toBeCloseTo(12, 6);
    expect(path.at(0.9999).x).toBeCloseTo(to.x, 6);
    expect(path.at(1)).toEqual(to);
    for (const other of [to, { ...from, zoom: 18 }, { x: 0.1, y: 0.9, zoom: 3 }, from]) {
      const { seconds } = flightPath(from, other, 1920);
      expect(seconds).toBeGreaterThanOrEqual(0.8);
      expect(seconds).toBeLessThanOrEqual(1.6);
    }
  });

  it('rises on its way to a far place and moves steadily towards it', () => {
    const path = flightPath({ ...from, zoom: 15 }, { x: 0.803, y: 0.4, zoom: 15 }, 1200);
    expect(path.at(0.5).zoom).toBeLessThan(14);
    const xs = Array.from({ length: 21 }, (_, step) => path.at(step / 20).x);
    expect(xs).toEqual(xs.toSorted((one, other) => one - other));
  });

  it('starts and stops softly', () => {
    expect(easeInOut(0)).toBe(0);
    expect(easeInOut(1)).toBe(1);
    expect(easeInOut(0.05)).toBeLessThan(0.01);
    expect(easeInOut(0.95)).toBeGreaterThan(0.99);
  });

  it('follows the curve of the tiles while Leaflet zooms', () => {
    // Points of cubic-bezier(0, 0, 0.25, 1), from its parameter t: x = 0.75 t²(1−t) + t³, y = 3 t²(1−t) + t³.
    for (const t of [0, 0.1, 0.3, 0.5, 0.8, 1]) expect(zoomCurve(0.75 * t * t * (1 - t) + t ** 3)).toBeCloseTo(3 * t * t * (1 - t) + t ** 3, 3);
  });
});

describe('what is on the screen', () => {
  it('points at the topmost of what overlaps, and at nothing beside it', () => {
    const grid = createHitGrid([{ x: 100, y: 100, radius: 20, value: 'under' }, { x: 110, y: 100, radius: 20, value: 'over' }, { x: 64, y: 300, radius: 5, value: 'edge' }]);
    expect(grid.at(105, 100)).toBe('over');
    expect(grid.at(82, 100)).toBe('under');
    expect(grid.at(62, 300)).toBe('edge');
    expect(grid.at(66, 300)).toBe('edge');
    expect(grid.at(200, 200)).toBeUndefined();
  });

  it('takes a finger beside a mark to mean the nearest one, but never over one that lies under it', () => {
    const grid = createHitGrid([{ x: 100, y: 100, radius: 15, reach: 22, value: 'left' }, { x: 140, y: 100, radius: 15, reach: 22, value: 'right' }]);
    expect(grid.at(118, 100)).toBe('left');
    expect(grid.at(122, 100)).toBe('right');
    expect(grid.at(112, 100)).toBe('left');
    expect(grid.at(100, 121)).toBe('left');
    expect(grid.at(100, 123)).toBeUndefined();
  });

  it('knows what is taken, but for what belongs to the one that asks', () => {
    const room = createRoom([[0, 0, 50, 50]]);
    room.take([200, 200, 400, 230], 'wood');
    expect(room.isFree([60, 0, 90, 40])).toBe(true);
    expect(room.isFree([40, 40, 60, 60])).toBe(false);
    expect(room.isFree([390, 210, 420, 220])).toBe(false);
    expect(room.isFree([390, 210, 420, 220], 'wood')).toBe(true);
  });

  it('places names that touch neither one another nor a pin, moving aside where it can', () => {
    const name = (value: string, x: number) => ({ value, width: 60, height: 16, places: [[x, 20], [x + 100, 20]] as const });
    const placed = placeNames([name('first', 50), name('aside', 60), name('lost', 155)], [[0, 0, 100, 10]]);
    expect(placed.map(({ value, x }) => [value, x])).toEqual([['first', 50], ['aside', 160], ['lost', 255]]);
    expect(placeNames([{ value: 'no room', width: 40, height: 10, places: [[50, 5]] }], [[0, 0, 100, 100]])).toEqual([]);
  });

  it('turns degrees into places and back', () => {
    expect(longitude(worldX(119.93))).toBeCloseTo(119.93, 9);
    expect(latitude(worldY(29.83))).toBeCloseTo(29.83, 9);
    const view = { scale: worldSize(12), left: 100, top: 50 };
    const half = viewBetween(view, { scale: worldSize(13), left: 300, top: 70 }, 0.5);
    expect(screenX(half, 0.5)).toBeCloseTo(0.5 * 0.5 * (worldSize(12) + worldSize(13)) - 200, 6);
    expect(screenY(half, 0)).toBe(-60);
  });

  it('says lengths and scales as maps print them', () => {
    expect([7, 23, 480, 999, 1200, 5200].map(roundLength)).toEqual([5, 20, 200, 500, 1000, 5000]);
    expect([39_870, 1_234, 128_400].map(roundScale)).toEqual(['40 000', '1 200', '130 000']);
  });
});
