import { describe, expect, it } from 'vitest';
import { geodesicDistance } from '../../data/rules/map/measure.js';
import { groundOfPixel, paperPixel, roundScaleAbove, scaleOf, zoomOfScale } from '../../data/rules/map/paper-scale.js';
import { mapTitle, sealSigns } from '../../data/rules/map/print-words.js';
import { pixelsOf, sheetSize } from '../../data/rules/map/sheet-size.js';
import { mapPapers } from '../../data/schema/map-print.js';
import { parseCommand, WrongUsage } from '../../electron/cli/arguments.js';
import { nameBadges, spreadBadges } from '../../renderer/map/print/place-badges.js';
import { graticule, printView } from '../../renderer/map/print/print-view.js';
import { latitude, longitude } from '../../renderer/map/world.js';
import { sheetLayout } from '../../renderer/sheet/sheet-layout.js';

const extent = { west: 119.86, south: 29.76, east: 120, north: 29.88 };
const frame = { width: 1100, height: 950 };

describe('the scale of a printed map', () => {
  it.each([0, 18, 29.83, 40, 53])('holds under a ruler at latitude %s, along and across, within half a per cent', (lat) => {
    const zoom = zoomOfScale(lat, 25_000);
    // 100 mm on paper, as CSS pixels, as degrees.
    const pixels = 0.1 / paperPixel;
    const world = 256 * 2 ** zoom;
    const east = geodesicDistance({ lng: 120, lat }, { lng: 120 + (pixels / world) * 360, lat });
    const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
    const north = geodesicDistance({ lng: 120, lat: latitude(y + pixels / world / 2) }, { lng: 120, lat: latitude(y - pixels / world / 2) });
    for (const metres of [east, north]) expect(Math.abs(metres / 2_500 - 1)).toBeLessThan(0.005);
    expect(scaleOf(lat, zoom)).toBeCloseTo(25_000, 6);
    expect(groundOfPixel(lat, zoom)).toBeCloseTo(25_000 * paperPixel, 9);
  });
  it('is the next round one that shows no less', () => {
    expect([23_400, 25_000, 25_001, 9_999, 1, 87_000].map(roundScaleAbove)).toEqual([25_000, 25_000, 30_000, 10_000, 1, 90_000]);
  });
});

describe('the view of a printed map', () => {
  it('holds all that was seen, in the middle, at a round scale on paper', () => {
    const view = printView(extent, frame, true);
    expect(view.extent.west).toBeLessThanOrEqual(extent.west);
    expect(view.extent.east).toBeGreaterThanOrEqual(extent.east);
    expect(view.extent.south).toBeLessThanOrEqual(extent.south);
    expect(view.extent.north).toBeGreaterThanOrEqual(extent.north);
    expect(view.lng).toBeCloseTo((extent.west + extent.east) / 2, 6);
    expect(Math.round(view.scale)).toBe(roundScaleAbove(view.scale - 1));
    expect(view.extent.east).toBeCloseTo(longitude((view.view.left + frame.width) / view.view.scale), 9);
  });
  it('of a single place is still some ground around it', () => {
    const view = printView({ west: 120, east: 120, south: 30, north: 30 }, frame, true);
    expect(view.extent.east - view.extent.west).toBeGreaterThan(0.004);
    expect(view.zoom).toBeLessThanOrEqual(19);
  });
  it('has some degrees on every side of its frame', () => {
    const { meridians, parallels } = graticule(printView(extent, frame, true));
    for (const ticks of [meridians, parallels]) {
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(10);
    }
  });
});

describe('badges on a printed map', () => {
  const point = (id: number) => ({ id: String(id), name: `资产${id}`, category: 'house' as const, lng: 0, lat: 0 });
  const crowd = Array.from({ length: 30 }, (_, at) => ({ point: point(at), number: at + 1, x: 300 + (at % 6) * 9, y: 300 + Math.floor(at / 6) * 9 }));
  it('move apart until they do not cover each other, also those at one place, and the same way every time', () => {
    for (const points of [crowd.slice(0, 12), Array.from({ length: 5 }, (_, at) => ({ point: point(at), number: 0, x: 50, y: 50 }))]) {
      const badges = spreadBadges(points, 8);
      expect(badges).toEqual(spreadBadges(points, 8));
      for (const one of badges) for (const other of badges) if (one !== other) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(13);
    }
  });
  it('stay near their places however great the crowd', () => {
    for (const { x, y, placeX, placeY } of spreadBadges(crowd, 8)) expect(Math.hypot(x - placeX, y - placeY)).toBeLessThan(8 * 4.3);
  });
  it('have names that touch neither each other, nor any badge, nor the frame', () => {
    const badges = spreadBadges(crowd, 8);
    const names = nameBadges(badges, 8, 11, { width: 500, height: 500 }, (text) => text.length * 11, (badge) => badge.point.name, [[0, 0, 60, 60]]);
    expect(names.length).toBeGreaterThan(5);
    const boxes = [...names.map(({ box }) => box)];
    const meet = ([a, b, c, d]: readonly number[], [e, f, g, h]: readonly number[]) => a! < g! && e! < c! && b! < h! && f! < d!;
    for (const [at, one] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) expect(meet(one, other)).toBe(false);
      for (const { x, y } of badges) expect(meet(one, [x - 8, y - 8, x + 8, y + 8])).toBe(false);
      expect(one[0] > 0 && one[1] > 0 && one[2] < 500 && one[3] < 500).toBe(true);
    }
  });
});

describe('a map sheet', () => {
  it('has its real size', () => {
    expect(sheetSize({ paper: 'A3', orientation: 'portrait' })).toEqual({ width: 297, height: 420 });
    expect(sheetSize({ paper: 'A4', orientation: 'landscape' })).toEqual({ width: 297, height: 210 });
    const { width, height } = sheetSize({ paper: 'screen', orientation: 'landscape' });
    expect([pixelsOf(width), pixelsOf(height)].map((side) => Math.round(side * 1e6) / 1e6)).toEqual([1920, 1080]);
  });
  it.each(mapPapers.flatMap((paper) => (['landscape', 'portrait'] as const).map((orientation) => ({ paper, orientation }))))('lays out $paper $orientation with nothing over another nor off the page', (print) => {
    const layout = sheetLayout(print, { hasLocator: true, hasHeat: false, language: 'zh' });
    const parts = [layout.map, layout.panel, layout.foot, ...(layout.head ? [layout.head] : [])];
    for (const part of parts) {
      expect(part.left >= 0 && part.top >= 0 && part.left + part.width <= layout.page.width && part.top + part.height <= layout.page.height && part.width > 20 && part.height > 5).toBe(true);
      const slack = 1e-6;
      for (const other of parts) if (other !== part) expect(part.left < other.left + other.width - slack && other.left < part.left + part.width - slack && part.top < other.top + other.height - slack && other.top < part.top + part.height - slack).toBe(false);
    }
    expect(layout.list.rows).toBeGreaterThan(5);
  });
  it('is named after the township unless a person named it, and sealed with its signs', () => {
    const profile = { name: { zh: '示例乡', en: 'Shili Township' } };
    expect(mapTitle(profile, {}, 'zh')).toBe('示例乡闲置资产分布图');
    expect(mapTitle(profile, {}, 'en')).toBe('Shili Township: map of idle assets');
    expect(mapTitle(profile, { title: '一图看懂' }, 'zh')).toBe('一图看懂');
    expect(['示例乡', '溪口', '大桥头镇', 'Xikou'].map((zh) => sealSigns({ name: { zh, en: '' } }).join(''))).toEqual(['示例乡印', '溪口之印', '大桥头镇', '']);
  });
});

describe('the command that prints a map', () => {
  const words = (...more: string[]) => ['export', 'map', '--ledger', 'L', '--audience', 'public', '--out', 'm.pdf', ...more];
  it('prints on A3 as a PDF, for a screen as a picture, unless told otherwise', () => {
    expect(parseCommand(words('--format', 'pdf'), '/w')).toMatchObject({ kind: 'export', out: '/w/m.pdf', request: { format: 'pdf', audience: 'public', language: 'zh', map: { paper: 'A3', orientation: 'landscape', style: 'paper' } } });
    expect(parseCommand(words('--format', 'png'), '/w')).toMatchObject({ request: { map: { paper: 'screen' } } });
    expect(parseCommand(words('--format', 'pdf', '--paper', 'A4', '--style', 'night', '--orientation', 'portrait', '--extent', '119.8,29.7,120.1,29.9', '--title', '一图'), '/w'))
      .toMatchObject({ request: { map: { paper: 'A4', style: 'night', orientation: 'portrait', extent: [119.8, 29.7, 120.1, 29.9], title: '一图' } } });
  });
  it('refuses what it does not know', () => {
    for (const wrong of [['--format', 'xlsx'], ['--format', 'pdf', '--extent', '1,2,3'], ['--format', 'pdf', '--extent', '120,30,119,29'], ['--format', 'pdf', '--paper', 'A5'], ['--format', 'pdf', '--title', '很'.repeat(41)]]) expect(() => parseCommand(words(...wrong), '/w')).toThrow(WrongUsage);
  });
});
