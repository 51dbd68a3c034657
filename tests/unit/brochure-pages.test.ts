import { describe, expect, it } from 'vitest';
import { contentsInColumns, contentsPages, contentsRoom, type LineOfContents } from '../../data/rules/brochure/contents-columns.js';
import { orderAssets } from '../../data/rules/brochure/order-assets.js';
import { brochurePage } from '../../data/rules/brochure/page-size.js';
import { rowLines, tablePages } from '../../data/rules/brochure/table-pages.js';
import { plainWords } from '../../data/rules/slides/slide-words.js';
import { compareMaps } from '../../renderer/brochure/map-order.js';
import { scaleOnLadder } from '../../renderer/brochure/map-scales.js';
import { coveredPart } from '../../renderer/pictures/covered-part.js';
import { uprightSize } from '../../renderer/brochure/upright-size.js';

const assetsOf = (...photos: number[]) => photos.map((count, at) => ({ id: `a${at}`, photos: Array.from({ length: count }) }));
/** The cover is page 1 and stands at the right, so that an odd index is a left-hand page. */
const isLeft = (index: number) => index % 2 === 1;

describe('the order of assets in a brochure', () => {
  it('begins every spread on a left-hand page and has its facts face it, wherever the category begins', () => {
    for (const first of [4, 5]) for (const photos of [[2, 2, 2], [1, 2, 1, 3, 0, 2], [3, 1, 1, 1], [2, 0], [0, 4, 4, 0, 0, 5, 1]]) {
      const pages = orderAssets(assetsOf(...photos), first);
      pages.forEach(({ layout, id }, at) => {
        if (layout !== 'photos') return;
        expect(isLeft(first + at), `${photos.join()} from ${first}`).toBe(true);
        expect(pages[at + 1]).toEqual({ id, layout: 'facts' });
      });
    }
  });
  it('holds every asset once, and no page without one', () => {
    const pages = orderAssets(assetsOf(2, 3, 0, 1, 2, 6), 4);
    expect(pages.filter(({ layout }) => layout !== 'facts').map(({ id }) => id).sort()).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5']);
  });
  it('lets an asset of one page step in before a spread that would begin at the right', () => {
    expect(orderAssets(assetsOf(3, 1, 1), 4)[0]).toEqual({ id: 'a1', layout: 'page' });
  });
  it('keeps an asset to one page where none can step in, rather than leave a page empty', () => {
    expect(orderAssets(assetsOf(3, 3), 4)).toEqual([{ id: 'a0', layout: 'page' }, { id: 'a1', layout: 'photos' }, { id: 'a1', layout: 'facts' }]);
  });
});

describe('the columns of the contents', () => {
  const linesOf = (categories: readonly number[]): LineOfContents[] => [
    { kind: 'section' }, ...categories.flatMap((count): LineOfContents[] => [{ kind: 'category' }, ...Array.from({ length: count }, () => ({ kind: 'entry' }) as const)]), { kind: 'section' },
  ];
  const cases = [[3], [12, 13, 8, 15, 8, 9], [44, 1, 45], Array.from({ length: 30 }, () => 3), [300]];
  it('hold every line once and in order, on as many pages as was said beforehand', () => {
    for (const counts of cases) {
      const lines = linesOf(counts);
      const columns = contentsInColumns(lines);
      expect(columns.flat()).toEqual(lines);
      expect(columns.length).toBe(contentsPages(lines) * 2);
    }
  });
  it('never end with a heading that has its first entry in the next column', () => {
    for (const counts of cases) {
      const columns = contentsInColumns(linesOf(counts)).filter((column) => column.length > 0);
      for (const column of columns.slice(0, -1)) expect(column.at(-1)!.kind).toBe('entry');
    }
  });
  it('are about as high as each other, and none is higher than the page', () => {
    const heights = contentsInColumns(linesOf([12, 13, 8, 15, 8, 9, 20])).map((column) => column.reduce((sum, { kind }) => sum + (kind === 'entry' ? 1 : 2), 0));
    expect(Math.max(...heights)).toBeLessThanOrEqual(contentsRoom);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(8);
  });
});

describe('the pages of the project table', () => {
  const row = (name: string) => ({ row: [name, '白鹭畈村', '农文旅融合', '1.8 亿元', '合资、入股', '洽谈', '近期可落地'].map(plainWords) });
  it('have about as many rows each: none is left with a lonely one', () => {
    const pages = tablePages(Array.from({ length: 25 }, () => row('水岸民宿群')));
    expect(pages.map((rows) => rows.length)).toEqual([13, 12]);
    expect(tablePages([])).toEqual([]);
  });
  it('count a long name as the lines that it takes', () => {
    expect(rowLines(row('水岸民宿群').row)).toBeLessThan(rowLines(row('白鹭溪流域梯级水电增效扩容与生态修复及沿线步道提升综合开发项目').row));
  });
});

describe('measures of the book', () => {
  it('are A4, and 3 mm more on every side with bleed', () => {
    expect(brochurePage(false)).toEqual({ width: 210, height: 297 });
    expect(brochurePage(true)).toEqual({ width: 216, height: 303 });
  });
  it('cut a picture to the shape of its room and never beyond its edges', () => {
    for (const room of [{ width: 400, height: 100 }, { width: 100, height: 400 }, { width: 160, height: 100 }]) {
      const { left, top, width, height } = coveredPart({ width: 1600, height: 1000 }, room);
      expect(width / height).toBeCloseTo(room.width / room.height);
      expect([left >= 0, top >= 0, left + width <= 1600.001, top + height <= 1000.001]).toEqual([true, true, true, true]);
    }
  });
  it('set a long upright title smaller, in two columns at last', () => {
    const sizes = ['示例乡招商推介手册', '示例乡闲置资产盘活利用招商推介手册', '示例乡二〇二六年度闲置农房山林水电站文化礼堂招商引资推介项目手册'].map(uprightSize);
    expect(sizes[0]).toBeGreaterThan(sizes[1]!);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(6.9);
  });
});

describe('the maps of the book', () => {
  it('are drawn zoom by zoom, and within a zoom each near the one before', () => {
    const at = (zoom: number, lng: number, lat: number) => ({ zoom, lng, lat });
    const maps = [at(15, 119.9, 29.8), at(12, 119.93, 29.83), at(15, 119.99, 29.801), at(15, 119.98, 29.815), at(15, 119.91, 29.816)];
    expect(maps.toSorted(compareMaps).map(({ zoom, lng }) => `${zoom} ${lng}`)).toEqual(['12 119.93', '15 119.99', '15 119.9', '15 119.91', '15 119.98']);
  });
  it('say their scale as a round number where they have one', () => {
    expect([scaleOnLadder(20_013), scaleOnLadder(9_960), scaleOnLadder(23_456)]).toEqual([20_000, 10_000, 23_500]);
  });
});
