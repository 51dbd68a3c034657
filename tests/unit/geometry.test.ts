import { describe, expect, it } from 'vitest';
import { areaOf, compareAreas, storedArea } from '../../data/rules/geometry/area.js';
import { crossingsOf, faultsOf } from '../../data/rules/geometry/boundary-faults.js';
import { centreOf, isInside, signedArea } from '../../data/rules/geometry/inside.js';
import { sexagesimal, stepped, strayDistance } from '../../data/rules/geometry/place.js';
import { boundaryOf, partsOf, type Ring } from '../../data/rules/geometry/rings.js';
import { tidyBoundary } from '../../data/rules/geometry/tidy-boundary.js';
import { metresBetween } from '../../data/rules/import/outliers.js';
import { boundarySchema, type Boundary } from '../../data/schema/common.js';
import { angleLabel } from '../../renderer/map/angle-label.js';

const here = { lng: 119.93, lat: 29.83 };
/** A ring from corners in metres east and north of a place in the valley. */
const ringOf = (...corners: readonly (readonly [number, number])[]): Ring => {
  const ring = corners.map(([east, north]) => { const { lng, lat } = stepped(here, east, north); return [lng, lat]; });
  return [...ring, ring[0]!];
};
const square = (side: number, east = 0, north = 0) => ringOf([east, north], [east + side, north], [east + side, north + side], [east, north + side]);
const codes = (outers: readonly Ring[], holes: readonly Ring[] = []) => faultsOf({ outers, holes }).map(({ code }) => code);
const areaWith = (outers: readonly Ring[], holes: readonly Ring[] = []) => boundaryOf({ outers, holes }) as Boundary;

describe('the area of a boundary', () => {
  it('is that of its sides, to a few thousandths, in the valley', () => {
    expect(Math.abs(areaOf(areaWith([square(200)])) / 40_000 - 1)).toBeLessThan(0.004);
  });

  it('adds its parts and leaves out its holes', () => {
    const whole = areaOf(areaWith([square(100), square(100, 300)]));
    const cut = areaOf(areaWith([square(100), square(100, 300)], [square(20, 340, 40)]));
    expect(Math.abs(whole / 20_000 - 1)).toBeLessThan(0.004);
    expect(Math.abs((whole - cut) / 400 - 1)).toBeLessThan(0.01);
  });

  it('is marked against the stated one from more than a fifth on, on either side', () => {
    expect(compareAreas(120, 100)).toMatchObject({ marked: false });
    expect(compareAreas(121, 100)).toMatchObject({ share: expect.closeTo(0.21, 6), marked: true });
    expect(compareAreas(79, 100)).toMatchObject({ marked: true });
    expect(compareAreas(79, undefined)).toBeUndefined();
  });

  it('is stored finer when it is small', () => {
    expect(storedArea(168.4567)).toBe(168.5);
    expect(storedArea(16_845.67)).toBe(16_846);
  });
});

describe('taking a boundary apart and together', () => {
  it('gives each hole back to the part it was cut from', () => {
    const boundary = areaWith([square(100), square(100, 300)], [square(20, 340, 40)]);
    expect(boundary.type).toBe('MultiPolygon');
    expect((boundary.coordinates as Ring[][]).map((rings) => rings.length)).toEqual([1, 2]);
    expect(boundaryOf(partsOf(boundary))).toEqual(boundary);
    expect(boundarySchema.safeParse(boundary).success).toBe(true);
  });

  it('closes rings, drops repeated corners and heights, and turns them as RFC 7946 asks', () => {
    const [a, b, c, d] = square(100) as [number[], number[], number[], number[]];
    const untidy = { type: 'Polygon' as const, coordinates: [[[...a, 12], [...d, 12], [...d, 12], [...c, 12], [...b, 12]]] };
    const [ring] = tidyBoundary(untidy)!.coordinates as [number[][]];
    expect(ring).toHaveLength(5);
    expect(ring[0]).toEqual(ring[4]);
    expect(ring.every((corner) => corner.length === 2)).toBe(true);
    expect(signedArea(ring)).toBeGreaterThan(0);
  });

  it('is left with nothing where there were fewer than three corners', () => {
    expect(tidyBoundary({ type: 'Polygon', coordinates: [[[119.9, 29.8], [119.9, 29.8], [119.91, 29.8], [119.9, 29.8]]] })).toBeUndefined();
  });
});

describe('what keeps a boundary from being stored', () => {
  const bow = ringOf([0, 0], [100, 100], [100, 0], [0, 100]);

  it('is a line that crosses itself, and says where', () => {
    expect(codes([bow])).toEqual(['crosses-itself']);
    expect(metresBetween(crossingsOf(bow)[0]!, stepped(here, 50, 50))).toBeLessThan(0.5);
  });

  it('is nothing for a plain plot, two plots side by side, or a hole within', () => {
    expect(codes([square(100)])).toEqual([]);
    expect(codes([square(100), square(100, 100)])).toEqual([]);
    expect(codes([square(100)], [square(20, 40, 40)])).toEqual([]);
  });

  it('is parts that cross, one part on another, a hole outside, or corners in a line', () => {
    expect(codes([square(100), square(100, 50, 50)])).toEqual(['parts-cross']);
    expect(codes([square(100), square(20, 40, 40)])).toEqual(['parts-overlap']);
    expect(codes([square(100)], [square(20, 200)])).toEqual(['hole-outside']);
    expect(codes([square(100)], [square(40, 80, 40)])).toEqual(['parts-cross']);
    expect(codes([ringOf([0, 0], [50, 0], [100, 0])])).toEqual(['no-area']);
  });

  it('is a place that is not in China', () => {
    expect(codes([[[2.3, 48.8], [2.4, 48.8], [2.4, 48.9], [2.3, 48.8]]])).toEqual(['outside-china']);
  });
});

describe('the middle of a boundary', () => {
  const horseshoe = ringOf([0, 0], [100, 0], [100, 100], [80, 100], [80, 20], [20, 20], [20, 100], [0, 100]);

  it('lies within, also where the centre of gravity does not', () => {
    for (const boundary of [areaWith([square(100)]), areaWith([horseshoe]), areaWith([square(100)], [square(60, 20, 20)]), areaWith([square(10, 900), square(100)])]) {
      expect(isInside(centreOf(boundary), boundary)).toBe(true);
    }
  });

  it('is not in a hole, and a hole is not inside', () => {
    expect(isInside(stepped(here, 50, 50), areaWith([square(100)], [square(60, 20, 20)]))).toBe(false);
    expect(isInside(stepped(here, 10, 10), areaWith([square(100)], [square(60, 20, 20)]))).toBe(true);
  });
});

describe('a place', () => {
  it('moves by metres', () => {
    expect(metresBetween(here, stepped(here, 1, 0))).toBeCloseTo(1, 1);
    expect(metresBetween(here, stepped(here, 0, -10))).toBeCloseTo(10, 1);
  });

  it('is said in degrees, minutes and seconds without a minute of sixty seconds', () => {
    expect(sexagesimal({ lng: 119.93525, lat: 29.8252139 })).toBe('119°56′06.90″E 29°49′30.77″N');
    expect(sexagesimal({ lng: 119.99999999, lat: 29.5 })).toBe('120°00′00.00″E 29°30′00.00″N');
  });

  it('strays when it lies far beyond its neighbours, and only then', () => {
    const neighbours = [0, 200, 400, 600].map((east) => stepped(here, east, 0));
    expect(strayDistance(stepped(here, 2_000, 0), neighbours)).toBeUndefined();
    expect(strayDistance(stepped(here, 0, 12_000), neighbours)).toBeCloseTo(12_000, -2);
    expect(strayDistance(stepped(here, 0, 12_000), neighbours.slice(2))).toBeUndefined();
  });
});

describe('the label of a line of the graticule', () => {
  it('is as fine as the lines are apart', () => {
    expect([3_600, 60, 1, 0.1].map((step) => angleLabel(119 + 56 / 60 + 5.2 / 3_600, step))).toEqual(['119°', '119°56′', '119°56′05″', '119°56′05.2″']);
    expect(angleLabel(120, 0.5)).toBe('120°00′00.0″');
  });
});
