import { describe, expect, it } from 'vitest';
import { crossingsOf } from '../../data/rules/geometry/boundary-faults.js';
import { crossingsOfMany } from '../../data/rules/geometry/many-corners.js';
import { seeded } from '../builders/ledger.js';

type Pair = [number, number];
const random = seeded(20_261_128);
/** A ring around a centre, closed, its corners drawn in or out by chance. */
const ragged = (corners: number, roughness: number): Pair[] => {
  const ring = Array.from({ length: corners }, (_, at): Pair => { const far = 0.01 * (1 + (random() - 0.5) * roughness); return [119.9 + Math.cos((at / corners) * 2 * Math.PI) * far, 29.8 + Math.sin((at / corners) * 2 * Math.PI) * far]; });
  return [...ring, ring[0] as Pair];
};
/** Corners swapped, so that the ring crosses itself. */
const tangled = (ring: Pair[], swaps: number): Pair[] => {
  const copy = ring.slice(0, -1);
  for (let turn = 0; turn < swaps; turn += 1) {
    const [one, other] = [Math.floor(random() * copy.length), Math.floor(random() * copy.length)];
    [copy[one], copy[other]] = [copy[other] as Pair, copy[one] as Pair];
  }
  return [...copy, copy[0] as Pair];
};
const rounded = (places: readonly { lng: number; lat: number }[]) => [...new Set(places.map(({ lng, lat }) => `${lng.toFixed(9)} ${lat.toFixed(9)}`))].sort();

describe('the crossings of a ring of many corners', () => {
  it('are those that comparing every pair of edges finds', () => {
    for (let round = 0; round < 30; round += 1) {
      const ring = tangled(ragged(20 + round * 8, 0.4), round % 3);
      expect(rounded(crossingsOfMany(ring)), `round ${round}`).toEqual(rounded(crossingsOf(ring)));
    }
  });
  it('are none where an outline of 60 000 corners is sound, and found where two of its corners are swapped', () => {
    const sound = ragged(60_000, 0);
    expect(crossingsOf(sound)).toEqual([]);
    expect(crossingsOf(tangled(sound, 1)).length).toBeGreaterThan(0);
  });
  it('are not counted for ever in a ring that crosses itself everywhere', () => {
    expect(crossingsOf(tangled(ragged(20_000, 1), 20_000)).length).toBeGreaterThan(0);
  });
});
