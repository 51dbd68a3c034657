import { describe, expect, it } from 'vitest';
import type { MapLabel } from '../../renderer/map/basemap/features.js';
import { moved } from '../../renderer/map/basemap/label-placement.js';
import { reachOf, settingsOf, type Ruler } from '../../renderer/map/basemap/name-setting.js';
import { SpatialIndex } from '../../renderer/map/basemap/spatial-index.js';
import { kindsWithin, type Woods } from '../../renderer/map/basemap/woods.js';
import { planBlocks, type BlockView } from '../../renderer/map/print/ground-blocks.js';

const viewAt = (left: number, top: number, zoom = 15.2, width = 648, height = 721): BlockView => ({ zoom, width, height, view: { scale: 1, left, top } });
const area = (blocks: Iterable<{ readonly width: number; readonly height: number }>) => [...blocks].reduce((sum, { width, height }) => sum + width * height, 0);

describe('the blocks of the ground that a book\'s maps are put together of', () => {
  it('hold every point of every view, and no point twice', () => {
    const views = [viewAt(6_932_104.7, 3_401_877.2), viewAt(6_932_390.1, 3_401_650.9), viewAt(6_931_000, 3_402_100, 15.2, 293, 154)];
    const plan = planBlocks(views);
    for (const view of views) for (const across of [0, 0.37, 0.5, 0.83, 1]) for (const down of [0, 0.21, 0.5, 0.99]) {
      const [x, y] = [view.view.left + across * view.width, view.view.top + down * view.height];
      expect(plan.get(view)!.filter(({ left, top, width, height }) => x >= left && x < left + width && y >= top && y < top + height)).toHaveLength(1);
    }
  });
  it('are shared by views that overlap: what both show is drawn once', () => {
    const [one, other] = [viewAt(1_000, 1_000), viewAt(1_080, 1_050)];
    const plan = planBlocks([one, other]);
    const all = new Set([...plan.get(one)!, ...plan.get(other)!]);
    expect(area(all)).toBeLessThan(1.3 * one.width * one.height);
  });
  it('hold next to nothing beside a view that stands alone', () => {
    const alone = viewAt(4_123.4, 977.7, 12, 794, 1_122);
    expect(area(planBlocks([alone]).get(alone)!)).toBeLessThan((alone.width + 20) * (alone.height + 20));
  });
  it('are not shared from one zoom to another', () => {
    const [one, other] = [viewAt(1_000, 1_000, 15), viewAt(1_000, 1_000, 16)];
    const plan = planBlocks([one, other]);
    expect(plan.get(one)!.filter((block) => plan.get(other)!.includes(block))).toEqual([]);
  });
});

describe('the reach of a name', () => {
  const ruler: Ruler = (text, font) => text.length * Number(/(\d+)px/.exec(font)![1]);
  it('is more than any way of writing it beside its place needs', () => {
    const houses = new SpatialIndex<never>([]);
    for (const kind of ['township', 'village', 'peak', 'place', 'weir'] as const) for (const zoom of [10, 13, 15, 16, 19]) for (const language of ['zh', 'en'] as const) {
      const label = { text: { zh: '云雾尖村', en: 'Yunwujian village' }, kind, x: 0.5, y: 0.5, priority: 1, minZoom: 0, height: 812 } as MapLabel;
      const view = { zoom, scale: 256 * 2 ** zoom, left: 0, top: 0, language, labelScale: 1.72, seen: [0, 0, 800, 600] as const };
      const farthest = [...settingsOf(label, view, ruler, houses)].flatMap(({ boxes }) => boxes.flatMap((box) => moved(box, 0, 0).map(Math.abs)));
      expect(Math.max(...farthest), `${kind} ${zoom} ${language}`).toBeLessThan(reachOf(label, view));
    }
  });
});

describe('where woods grow in a piece of the map', () => {
  const side = 10;
  const kinds = new Uint8Array(side * side);
  // Rows are counted from the south.
  kinds[2 * side + 3] = 1;
  kinds[7 * side + 8] = 2;
  const woods: Woods = { box: [0, 0, 1, 1], side, kinds };
  it('is told kind by kind, with a cell around it', () => {
    const [broadleaf, pine] = kindsWithin(woods, [0, 0, 1, 1]);
    expect([broadleaf!.kind, pine!.kind]).toEqual([1, 2]);
    broadleaf!.box.forEach((value, at) => expect(value).toBeCloseTo([0.2, 0.6, 0.5, 0.9][at]!));
    pine!.box.forEach((value, at) => expect(value).toBeCloseTo([0.7, 0.1, 1, 0.4][at]!));
  });
  it('is nothing where none does', () => {
    expect(kindsWithin(woods, [0.5, 0.5, 0.6, 0.6])).toEqual([]);
  });
});
