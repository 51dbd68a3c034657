import { describe, expect, it } from 'vitest';
import { areaWords, geodesicDistance, inWords, lengthWords, measured } from '../../data/rules/map/measure.js';
import { assetsNear, circleAround, directionOf, readDistance, thingsNear } from '../../data/rules/map/nearby.js';
import { keyOf, mapKeys } from '../../renderer/features/showcase/map-keys.js';
import { closed, emptyDrawing, ended, takenBack, withCorner, withoutCorner, type Drawing } from '../../renderer/map/tools/drawing.js';
import { alongLines, partWithin, placeLabels, placesAround, placesBeside, type WantedLabel } from '../../renderer/map/tools/place-labels.js';
import { seeded } from '../builders/ledger.js';

const place = (lng: number, lat: number) => ({ lng, lat });

describe('measuring', () => {
  it('gives the geodesic that survey offices publish: Flinders Peak to Buninyong (Geoscience Australia)', () => {
    expect(geodesicDistance(place(144.424867888, -37.951033416), place(143.926495527, -37.652821138))).toBeCloseTo(54_972.271, 2);
  });

  it('knows the length of a degree at the equator and along a meridian', () => {
    expect(geodesicDistance(place(0, 0), place(1, 0))).toBeCloseTo(111_319.491, 3);
    expect(geodesicDistance(place(119.93, 0), place(119.93, 1))).toBeCloseTo(110_574.389, 2);
    expect(geodesicDistance(place(119.93, 29.83), place(119.93, 29.83))).toBe(0);
    expect(geodesicDistance(place(0, 0.3), place(179.9, -0.2))).toBeGreaterThan(19_900_000);
  });

  it('sums the sides of an open line and knows no area of it', () => {
    const line = [place(119.93, 29.83), place(119.94, 29.83), place(119.94, 29.84)];
    const open = measured(line, false);
    expect(open.sides).toHaveLength(2);
    expect(open.length).toBeCloseTo(geodesicDistance(line[0]!, line[1]!) + geodesicDistance(line[1]!, line[2]!), 6);
    expect(open.area).toBeNull();
  });

  it('measures the area between two meridians and two parallels as the sphere has it', () => {
    const [west, east, south, north] = [119.93, 119.94, 29.83, 29.84];
    const closedLine = measured([place(west, south), place(east, south), place(east, north), place(west, north)], true);
    const radians = Math.PI / 180;
    const exact = 6_371_008.8 ** 2 * (east - west) * radians * (Math.sin(north * radians) - Math.sin(south * radians));
    expect(closedLine.sides).toHaveLength(4);
    expect(closedLine.area! / exact).toBeCloseTo(1, 4);
  });

  it('names no area of a line that crosses itself, nor of one with fewer than three corners', () => {
    const bow = measured([place(119.93, 29.83), place(119.94, 29.84), place(119.94, 29.83), place(119.93, 29.84)], true);
    expect(bow).toMatchObject({ area: null, crossesItself: true });
    expect(measured([place(119.93, 29.83), place(119.94, 29.84)], true)).toMatchObject({ area: null, crossesItself: false });
  });

  it('says lengths and areas with as many digits as a hand can mean', () => {
    expect([6.26, 86.4, 999.4, 999.6, 1_234, 25_449].map((metres) => inWords(lengthWords(metres, 'zh')))).toEqual(['6.3 米', '86 米', '999 米', '1 公里', '1.23 公里', '25.4 公里']);
    expect(inWords(lengthWords(1_234, 'en'))).toBe('1.23 km');
    const both = (squareMetres: number) => Object.values(areaWords(squareMetres, 'zh')).map(inWords);
    expect(both(2_000)).toEqual(['3 亩', '2,000 ㎡']);
    expect(both(10_000)).toEqual(['15 亩', '1 公顷']);
    expect(both(13_021_100)).toEqual(['19,532 亩', '1,302 公顷']);
  });
});

describe('a drawing', () => {
  const drawn = (count: number): Drawing => Array.from({ length: count }, (_, at) => place(at, at * at)).reduce(withCorner, emptyDrawing);

  it('closes from three corners on, and takes each step back', () => {
    expect(closed(drawn(2))).toEqual(drawn(2));
    const area = closed(drawn(3));
    expect(area).toMatchObject({ closed: true, open: false });
    expect(takenBack(area)).toEqual(drawn(3));
    expect(takenBack(drawn(3))).toEqual(drawn(2));
    expect(takenBack(emptyDrawing)).toEqual(emptyDrawing);
  });

  it('begins anew with the corner that follows a finished line', () => {
    expect(withCorner(ended(drawn(3)), place(9, 9))).toEqual({ corners: [place(9, 9)], closed: false, open: true });
  });

  it('is no area any more when a corner is taken from a triangle', () => {
    expect(withoutCorner(closed(drawn(3)), 1)).toMatchObject({ closed: false, corners: [place(0, 0), place(2, 4)] });
    expect(withoutCorner(closed(drawn(4)), 1)).toMatchObject({ closed: true });
  });
});

describe('labels of a drawing', () => {
  const view = [0, 0, 1400, 800] as const;

  it('never lie on one another, on a corner or outside the view, however the line runs', () => {
    const random = seeded(7);
    for (let round = 0; round < 40; round += 1) {
      const corners = Array.from({ length: 3 + Math.floor(random() * 12) }, () => ({ x: random() * 1600 - 100, y: random() * 1000 - 100 }));
      const sides = corners.slice(1).map((to, at) => [corners[at]!, to] as const);
      const wanted: WantedLabel[] = [
        { key: 'all', text: '', width: 190, height: 42, strong: true, places: placesAround(corners.at(-1)!, 190, 42, 16) },
        ...sides.flatMap((side, at) => { const part = partWithin(...side, view); return part ? [{ key: String(at), text: '', width: 100, height: 32, strong: false, places: placesBeside(part, 100, 32) }] : []; }),
      ];
      const taken = corners.map(({ x, y }) => [x - 9, y - 9, x + 9, y + 9] as const);
      const placed = placeLabels(wanted, { taken, lines: alongLines(sides, view) }, view).map(({ key, x, y }) => {
        const { width, height } = wanted.find((one) => one.key === key)!;
        return [x - width / 2, y - height / 2, x + width / 2, y + height / 2] as const;
      });
      const meets = (one: readonly number[], other: readonly number[]) => one[0]! < other[2]! && other[0]! < one[2]! && one[1]! < other[3]! && other[1]! < one[3]!;
      placed.forEach((box, at) => {
        expect(box[0] >= 0 && box[1] >= 0 && box[2] <= 1400 && box[3] <= 800).toBe(true);
        expect(placed.some((other, to) => to !== at && meets(box, other))).toBe(false);
        expect(taken.some((corner) => meets(box, corner))).toBe(false);
      });
    }
  });

  it('stand beside the part of a side that is in sight', () => {
    expect(partWithin({ x: -100, y: 100 }, { x: 300, y: 100 }, view)).toEqual([{ x: 0, y: 100 }, { x: 300, y: 100 }]);
    expect(partWithin({ x: -100, y: -100 }, { x: -5, y: 900 }, view)).toBeNull();
    expect(partWithin({ x: 50, y: 900 }, { x: 50, y: -100 }, view)).toEqual([{ x: 50, y: 800 }, { x: 50, y: 0 }]);
  });

  it('keep clear of an asset’s pin where they can, and lie on it rather than nowhere', () => {
    const room = [0, 0, 400, 200] as const;
    const label: WantedLabel = { key: 'side', text: '', width: 80, height: 30, strong: false, places: [{ x: 100, y: 100 }, { x: 300, y: 100 }] };
    const pin = [90, 80, 120, 120] as const;
    expect(placeLabels([label], { taken: [], lines: [], marks: [pin] }, room)).toEqual([expect.objectContaining({ x: 300 })]);
    expect(placeLabels([label], { taken: [], lines: [], marks: [room] }, room)).toEqual([expect.objectContaining({ x: 100 })]);
  });

  it('give the total its place on the line where there is no other', () => {
    const narrow = [0, 0, 120, 60] as const;
    const label: WantedLabel = { key: 'all', text: '', width: 100, height: 40, strong: true, places: [{ x: 60, y: 30 }] };
    const line = alongLines([[{ x: 0, y: 30 }, { x: 120, y: 30 }]], narrow);
    expect(placeLabels([label], { taken: [], lines: line }, narrow)).toHaveLength(1);
    expect(placeLabels([{ ...label, strong: false }], { taken: [], lines: line }, narrow)).toHaveLength(0);
  });
});

describe('what is nearby', () => {
  const centre = place(119.93, 29.83);
  const entry = (id: string, lng: number | null, lat: number | null, more = {}) => ({ id, lng, lat, category: 'house' as const, siteArea: null, floorArea: null, capacityKw: null, ...more });

  it('agrees with the geodesic to a millimetre in ten kilometres, in every direction', () => {
    const random = seeded(11);
    const things = Array.from({ length: 500 }, () => place(119.93 + (random() - 0.5) * 0.2, 29.83 + (random() - 0.5) * 0.18));
    const near = thingsNear(things, centre, 10_000);
    expect(near).toHaveLength(things.filter((thing) => geodesicDistance(centre, thing) <= 10_000).length);
    for (const { thing, metres } of near) expect(Math.abs(metres - geodesicDistance(centre, thing))).toBeLessThan(0.001);
    expect(near.map(({ metres }) => metres)).toEqual(near.map(({ metres }) => metres).toSorted((one, other) => one - other));
  });

  it('draws the circle where the list ends', () => {
    for (const metres of [500, 2_000, 10_000]) for (const edge of circleAround(centre, metres, 24)) expect(Math.abs(geodesicDistance(centre, edge) - metres)).toBeLessThan(0.01);
  });

  it('leaves out what is farther, what has no place, and the asset itself; counts by category and sums up', () => {
    const { rows, counts, totals } = assetsNear([
      entry('itself', 119.93, 29.83), entry('far', 119.96, 29.83), entry('nowhere', null, null),
      entry('wood', 119.935, 29.83, { category: 'forest', siteArea: 20_000 }), entry('hall', 119.93, 29.834, { category: 'hall', floorArea: 300 }), entry('station', 119.929, 29.829, { category: 'hydropower', capacityKw: 320 }),
    ], centre, 1_000, 'itself');
    expect(rows.map(({ thing }) => thing.id)).toEqual(['station', 'hall', 'wood']);
    expect(Object.fromEntries(counts)).toEqual({ forest: 1, hall: 1, hydropower: 1 });
    expect(totals).toMatchObject({ land: 20_000, buildings: 300, capacityKw: 320, assets: 3 });
  });

  it('names the eight directions', () => {
    const towards = (east: number, north: number) => directionOf(thingsNear([place(119.93 + east / 96_000, 29.83 + north / 111_000)], centre, 5_000)[0]!.bearing).zh;
    expect([towards(0, 900), towards(800, 800), towards(900, 0), towards(800, -800), towards(0, -900), towards(-800, -800), towards(-900, 0), towards(-800, 800)]).toEqual(['北', '东北', '东', '东南', '南', '西南', '西', '西北']);
  });

  it('finds the same among fifty thousand as by looking at each', () => {
    const random = seeded(3);
    const entries = Array.from({ length: 50_000 }, (_, at) => entry(String(at), 119.5 + random(), 29.4 + random()));
    const found = assetsNear(entries, centre, 5_000);
    expect(found.rows).toHaveLength(entries.filter((one) => geodesicDistance(centre, place(one.lng!, one.lat!)) <= 5_000).length);
  });

  it('reads a distance as people type it, and nothing else', () => {
    expect(['800', '800米', '1.5公里', '３ km', '2,500 m', '3里', '3', '0.8'].map(readDistance)).toEqual([800, 800, 1_500, 3_000, 2_500, 1_500, 3_000, 800]);
    expect(['', '远', '-5', '1.2.3', '9999999', '10 米', '5 里路'].map(readDistance)).toEqual([null, null, null, null, null, null, null]);
  });
});

describe('keys of the map', () => {
  it('are each heard once, under one name', () => {
    expect(new Set(mapKeys.map(({ id }) => id)).size).toBe(mapKeys.length);
    const heard = mapKeys.flatMap(({ keys }) => [...keys]);
    expect(new Set(heard).size).toBe(heard.length);
  });

  it('are heard in either case, and while held down only where repeating makes sense', () => {
    const press = (key: string, repeat = false) => keyOf({ key, repeat })?.id;
    expect([press('m'), press('M'), press('？'), press('PageDown'), press('Escape'), press('x')]).toEqual(['measure', 'measure', 'keys', 'next', 'back', undefined]);
    expect([press('ArrowUp', true), press('+', true), press('m', true)]).toEqual(['pan', 'closer', undefined]);
  });
});
