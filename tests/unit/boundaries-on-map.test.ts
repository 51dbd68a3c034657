import { describe, expect, it } from 'vitest';
import { packedRings } from '../../data/rules/map/boundary-rings.js';
import { areaOf } from '../../data/rules/geometry/area.js';
import type { Boundary } from '../../data/schema/common.js';
import { arrange } from '../../renderer/map/arrange.js';
import { createBoundarySet, groundArea, shapeOf } from '../../renderer/map/boundary-set.js';
import { createBoxGrid } from '../../renderer/map/box-grid.js';
import type { MapPoint, Mark } from '../../renderer/map/clusters.js';
import { meets } from '../../renderer/map/name-places.js';
import { cornerWeights, simplified } from '../../renderer/map/simplify-ring.js';
import { screenX, screenY, worldSize, worldX, worldY } from '../../renderer/map/world.js';

const at = { lng: 119.93, lat: 29.83 };
/** A ring around a place, `reach` degrees wide, with so many corners. */
const ringAround = (lng: number, lat: number, reach: number, corners = 60): number[][] => {
  const ring = Array.from({ length: corners }, (_, corner) => [lng + Math.cos((corner / corners) * 2 * Math.PI) * reach, lat + Math.sin((corner / corners) * 2 * Math.PI) * reach]);
  return [...ring, ring[0]!];
};
const square = (lng: number, lat: number, reach: number): Boundary => ({ type: 'Polygon', coordinates: [ringAround(lng, lat, reach, 4)] });
const pointAt = (id: string, lng: number, lat: number, more: Partial<MapPoint> = {}): MapPoint => ({ id, name: id, category: 'forest', lng, lat, ...more });

describe('a boundary on the map', () => {
  it('keeps fewer corners the farther it is seen from, and never moves the line by half a pixel', () => {
    const packed = packedRings({ type: 'Polygon', coordinates: [ringAround(at.lng, at.lat, 0.004)] });
    const shape = shapeOf(packed);
    const counts = [10, 12, 14, 16, 18].map((zoom) => shape.ringsAt(zoom)[0]!.length / 2);
    expect(counts).toEqual(counts.toSorted((one, other) => one - other));
    expect(counts[0]).toBeLessThan(12);
    for (const zoom of [11, 13, 15]) {
      const [ring] = shape.rings;
      const [kept] = shape.ringsAt(zoom);
      for (let corner = 0; corner < ring!.length; corner += 2) {
        let nearest = Infinity;
        for (let line = 0, before = kept!.length - 2; line < kept!.length; before = line, line += 2) {
          const [ax, ay, bx, by] = [kept![before]!, kept![before + 1]!, kept![line]!, kept![line + 1]!];
          const [dx, dy] = [bx - ax, by - ay];
          const share = Math.min(1, Math.max(0, ((ring![corner]! - ax) * dx + (ring![corner + 1]! - ay) * dy) / (dx * dx + dy * dy || 1)));
          nearest = Math.min(nearest, Math.hypot(ring![corner]! - ax - share * dx, ring![corner + 1]! - ay - share * dy));
        }
        expect(nearest * worldSize(zoom)).toBeLessThan(0.5);
      }
    }
  });

  it('is the same shape for the same rings, and never less than a triangle', () => {
    const packed = packedRings(square(at.lng, at.lat, 0.001));
    expect(shapeOf(packed)).toBe(shapeOf(packed));
    const tiny = shapeOf(packedRings({ type: 'Polygon', coordinates: [ringAround(at.lng, at.lat, 0.00002)] }));
    expect(tiny.ringsAt(8)[0]!.length).toBeGreaterThanOrEqual(6);
  });

  it('leaves out corners on a straight line and keeps those of a spike', () => {
    const ring = Float64Array.from([0, 0, 5, 0, 10, 0, 10, 10, 5, 10, 5, 14, 4.9, 10, 0, 10]);
    const kept = simplified(ring, cornerWeights(ring), 0.5);
    expect([...kept]).not.toContain(14.1);
    expect([...kept]).toContain(14);
    expect(kept.length / 2).toBe(7);
    expect(simplified(ring, cornerWeights(ring), 50).length / 2).toBe(3);
  });

  it('measures its ground as the form does, holes left out', () => {
    const boundary: Boundary = { type: 'Polygon', coordinates: [ringAround(at.lng, at.lat, 0.004), ringAround(at.lng, at.lat, 0.001).reverse()] };
    expect(groundArea(shapeOf(packedRings(boundary))) / areaOf(boundary)).toBeCloseTo(1, 2);
  });
});

describe('the boundaries shown', () => {
  const wood = pointAt('wood', at.lng, at.lat);
  const house = pointAt('house', at.lng + 0.001, at.lat, { category: 'house' });
  const far = pointAt('far', at.lng + 0.1, at.lat);
  const table = new Map([['wood', packedRings(square(wood.lng, wood.lat, 0.005))], ['house', packedRings(square(house.lng, house.lat, 0.0002))], ['far', packedRings(square(far.lng, far.lat, 0.001))], ['gone', packedRings(square(at.lng, at.lat, 0.001))]]);
  const set = createBoundarySet([house, wood, far, pointAt('bare', at.lng, at.lat)], table);

  it('are those of the assets that are shown and have one, larger ones first', () => {
    expect(set.items.map(({ id }) => id)).toEqual(['wood', 'far', 'house']);
    expect(set.get('gone')).toBeUndefined();
  });

  it('finds the smallest one under a place, and none in a hole or outside', () => {
    const under = (lng: number, lat: number) => set.at(worldX(lng), worldY(lat))?.id;
    expect(under(house.lng, house.lat)).toBe('house');
    expect(under(at.lng - 0.001, at.lat)).toBe('wood');
    // Within the box of the wood's square, which stands on its point, but outside the square itself.
    expect(under(at.lng + 0.004, at.lat + 0.004)).toBeUndefined();
    const holed = createBoundarySet([wood], new Map([['wood', packedRings({ type: 'Polygon', coordinates: [ringAround(at.lng, at.lat, 0.004), ringAround(at.lng, at.lat, 0.001)] })]]));
    expect(holed.at(worldX(at.lng), worldY(at.lat))).toBeUndefined();
    expect(holed.at(worldX(at.lng + 0.002), worldY(at.lat))?.id).toBe('wood');
  });

  it('finds those in sight alone', () => {
    const within = (west: number, north: number, east: number, south: number) => set.within(worldX(west), worldY(north), worldX(east), worldY(south)).map(({ id }) => id);
    expect(within(at.lng - 0.01, at.lat + 0.01, at.lng + 0.01, at.lat - 0.01)).toEqual(['wood', 'house']);
    expect(within(at.lng + 1, at.lat + 0.01, at.lng + 2, at.lat - 0.01)).toEqual([]);
    expect(createBoundarySet([], table).within(0, 0, 1, 1)).toEqual([]);
  });

  it('agrees with looking at every box, however the boxes lie', () => {
    const boxes = Float64Array.from(Array.from({ length: 400 }, (_, n) => { const [x, y, w] = [(n * 37) % 101, (n * 53) % 97, (n * 7) % 23]; return [x, y, x + w, y + w / 2]; }).flat());
    const grid = createBoxGrid(boxes);
    for (const [l, t, r, b] of [[0, 0, 10, 10], [50, 40, 51, 41], [-5, -5, 200, 200], [90, 90, 95, 99]] as const) {
      const plain = Array.from({ length: 400 }, (_, n) => n).filter((n) => boxes[4 * n]! <= r && boxes[4 * n + 2]! >= l && boxes[4 * n + 1]! <= b && boxes[4 * n + 3]! >= t);
      expect(grid.within(l, t, r, b)).toEqual(plain);
    }
  });
});

describe('the scene at rest', () => {
  const zoom = 16;
  const scale = worldSize(zoom);
  const view = { scale, left: worldX(at.lng) * scale - 500, top: worldY(at.lat) * scale - 400 };
  const pin = (point: MapPoint): Mark => ({ kind: 'pin', key: point.id, x: worldX(point.lng), y: worldY(point.lat), point });
  const metre = 4 / 96_500;
  const points = Array.from({ length: 24 }, (_, n) => pointAt(`资产${n}`, at.lng + ((n * 61) % 300 - 150) * metre, at.lat + ((n * 47) % 200 - 100) * metre, { cover: n % 2 === 0 ? `cover/${n}` : null, siteArea: 16_000 }));
  const boundaries = createBoundarySet(points, new Map(points.map((point) => [point.id, packedRings(square(point.lng, point.lat, 0.0021))])));
  const widthOf = (words: string, kind: string) => words.length * (kind === 'selected-name' ? 34 : 14);
  const scene = (selected: MapPoint | null, marks: readonly Mark[] = points.map(pin)) => arrange({ view, zoom, seen: [0, 0, 1000, 800], marks, selected, boundaries, chinese: true, widthOf, named: new Set() });
  const boxesOf = ({ labels }: ReturnType<typeof scene>) => labels.map((label) => { const [x, y] = [screenX(view, label.x) + label.dx, screenY(view, label.y) + label.dy]; return [x - label.width / 2, y, x + label.width / 2, y + label.height] as const; });

  it('lets no word touch another, whether names, areas or the selected one', () => {
    for (const selected of [null, points[3]!]) {
      const set = scene(selected);
      expect(new Set(set.labels.map(({ kind }) => kind)).size).toBe(selected ? 3 : 2);
      const boxes = boxesOf(set);
      for (const [number, box] of boxes.entries()) for (const other of boxes.slice(0, number)) expect(meets(box, other)).toBe(false);
    }
  });

  it('writes areas as the category is used to, inside their boundary', () => {
    const { labels } = scene(null);
    const areas = labels.filter(({ kind }) => kind === 'area');
    expect(areas.length).toBeGreaterThan(0);
    for (const label of areas) {
      expect(label.text).toBe('24 亩');
      expect(boundaries.items.find(({ id }) => id === label.id)!.shape.left).toBeLessThan(label.x);
      expect(boundaries.items.find(({ id }) => id === label.id)!.shape.right).toBeGreaterThan(label.x);
    }
  });

  it('frames photos only where there is room, and leaves the others their sign', () => {
    const { photos } = scene(null);
    expect(photos.size).toBeGreaterThan(0);
    expect(photos.size).toBeLessThan(12);
    const crowd = points.map((point) => pin({ ...point, lng: at.lng, lat: at.lat }));
    expect(scene(null, crowd).photos.size).toBe(0);
  });

  it('gives every mark a target of at least 44 pixels', () => {
    for (const { radius, reach } of scene(points[0]!).targets) expect(2 * Math.max(radius, reach ?? 0)).toBeGreaterThanOrEqual(44);
  });

  it('writes no name below a panel nor half below it, and none that a tool writes', () => {
    const panel = [300, 250, 560, 480] as const;
    const set = arrange({ view, zoom, seen: [0, 0, 1000, 800], marks: points.map(pin), selected: null, boundaries, chinese: true, widthOf, named: new Set(), covered: [panel] });
    expect(boxesOf(scene(null)).some((box) => meets(box, panel))).toBe(true);
    expect(set.labels.length).toBeGreaterThan(3);
    expect(boxesOf(set).some((box) => meets(box, panel))).toBe(false);
    const named = scene(null).labels.find(({ kind }) => kind === 'name')!.id;
    const quiet = arrange({ view, zoom, seen: [0, 0, 1000, 800], marks: points.map(pin), selected: null, boundaries, chinese: true, widthOf, named: new Set(), namedElsewhere: new Set([named]) });
    expect(quiet.labels.some(({ kind, id }) => kind === 'name' && id === named)).toBe(false);
  });

  it('keeps an English name together that has a curly apostrophe', () => {
    const [label] = scene(null, [pin(pointAt('weaver', at.lng, at.lat, { name: 'Bamboo-weaver’s House' }))]).labels.filter(({ kind }) => kind === 'name');
    expect(label!.text).toBe('Bamboo-weaver\'s House');
  });

  it('moves a number out from under the selected asset', () => {
    const disc: Mark = { kind: 'cluster', key: 'disc', x: worldX(at.lng), y: worldY(at.lat), count: 12, mix: [12, 0, 0, 0, 0, 0], clusterId: 1 };
    const { aside } = scene(pointAt('chosen', at.lng, at.lat), [disc]);
    expect(Math.hypot(aside.get('disc')!.x, aside.get('disc')!.y)).toBeGreaterThan(25);
  });
});
