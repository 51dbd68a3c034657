import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { cameraOf, zoomAt1920, zoomFor } from '../../renderer/map/stage/stage-camera.js';
import { contactText, utf8Bytes } from '../../renderer/stage/pure/contact-text.js';
import { nameSize, pieces, widthInEms } from '../../renderer/stage/pure/pieces.js';
import { barShares, brushBar, figureAt, partsOf } from '../../renderer/stage/pure/shares.js';
import { stageSay } from '../../renderer/stage/stage-say.js';

describe('Where a line on stage may end', () => {
  it('is between words of Chinese, and nothing is lost', () => {
    const name = '白鹭溪二级电站复活与水边营地';
    const parts = pieces(name, 'zh');
    expect(parts.join('')).toBe(name);
    expect(parts.length).toBeGreaterThan(2);
  });
  it('is never before a full stop or comma', () => {
    const parts = pieces('石砌老厂房临溪而立，机组完好，可发电。', 'zh');
    expect(parts.filter((part) => /^[，。]/.test(part))).toEqual([]);
    expect(parts.join('')).toContain('完好，');
  });
  it('never leaves one last character alone', () => {
    for (const name of ['白鹭畈农旅综合体', '云雾茶谷', '高枧坑电站', '老供销社的大院']) expect([...pieces(name, 'zh').at(-1)!].length).toBeGreaterThan(1);
  });
  it('is left to the spaces in English', () => expect(pieces('Bailu Creek Station No. 2', 'en')).toEqual(['Bailu Creek Station No. 2']));
});

describe('The size of a name', () => {
  it('shrinks with its length, and never below 64', () => {
    const short = nameSize('老屋', 640, 2, 100);
    const long = nameSize('白鹭畈村石桥头自然村原乡供销合作社粮油收购站', 640, 2, 100);
    expect(short).toBe(100);
    expect(long).toBe(64);
    expect(nameSize('白鹭溪二级电站的老厂房', 640, 2, 100)).toBeGreaterThan(64);
  });
  it('counts Latin letters as about half as wide as Chinese characters', () => expect(widthInEms('abcd')).toBe(widthInEms('水电')));
});

describe('Charts for a wall', () => {
  it('measure bars against the longest; small ones stay visible, nothing has none', () => {
    expect(barShares([10, 5, 0.01, 0])).toEqual([1, 0.5, 0.03, 0]);
    expect(barShares([0, 0])).toEqual([0, 0]);
  });
  it('share a whole out into parts that add up to one', () => {
    expect(partsOf([3, 1])).toEqual([0.75, 0.25]);
    expect(partsOf([0, 0])).toEqual([0, 0]);
  });
  it('draw no bar beyond its length', () => {
    const numbers = brushBar(400, 56).match(/-?[\d.]+/g)!.map(Number);
    expect(Math.max(...numbers)).toBe(400);
    expect(Math.min(...numbers)).toBe(0);
  });
});

describe('A figure that counts up', () => {
  it('keeps the form in which it is written on its whole way', () => {
    expect(figureAt('8,420', 0.5)).toBe('4,210');
    expect(figureAt('1.5', 0.5)).toBe('0.8');
    expect(figureAt('约 46 万', 0.5)).toBe('约 23 万');
  });
  it('ends as written, and leaves what is no number alone', () => {
    expect(figureAt('46.0', 1)).toBe('46.0');
    expect(figureAt('面议', 0.3)).toBe('面议');
  });
});

describe('The code of the closing scene', () => {
  it('holds the contact itself, as a card that phones take in', () => {
    const held = contactText({ township: '示例乡', name: '示例乡招商办公室', phone: '0000-0000000' })!;
    expect(held.split('\n')).toEqual(['BEGIN:VCARD', 'VERSION:3.0', 'N:示例乡招商办公室', 'FN:示例乡招商办公室', 'ORG:示例乡', 'TEL;TYPE=WORK:0000-0000000', 'END:VCARD']);
  });
  it('keeps signs of the format out of the values', () => expect(contactText({ township: '溪', name: '甲;乙,丙' })).toContain('FN:甲\\;乙\\,丙'));
  it('is left out where there is no contact', () => expect(contactText({ township: '示例乡' })).toBeNull());
  it('is UTF-8, so that Chinese arrives whole', () => {
    const held = contactText({ township: '示例乡', name: '招商办公室' })!;
    expect(new TextDecoder().decode(Uint8Array.from(utf8Bytes(held)))).toBe(held);
    const { data, size } = encode(utf8Bytes(held), { ecc: 'M' });
    expect(data.length).toBe(size);
  });
});

describe('What is said on stage', () => {
  it('is one line in one language and two in both, Chinese first', () => {
    expect(stageSay('zh')('山林', 'Woodland')).toEqual([{ language: 'zh', text: '山林' }]);
    expect(stageSay('en')('山林', 'Woodland')).toEqual([{ language: 'en', text: 'Woodland' }]);
    expect(stageSay('both')('山林', 'Woodland').map(({ text }) => text)).toEqual(['山林', 'Woodland']);
  });
  it('falls back to the language that there is, and says nothing twice', () => {
    expect(stageSay('en').of({ zh: '老屋' })).toEqual([{ language: 'zh', text: '老屋' }]);
    expect(stageSay('both').of({ zh: 'PPP', en: 'PPP' })).toHaveLength(1);
    expect(stageSay('both').of(undefined)).toEqual([]);
  });
});

describe('A camera set on one screen', () => {
  it('shows the same ground on one of another width', () => {
    expect(zoomFor(14, 3840)).toBe(15);
    expect(zoomAt1920(zoomFor(14, 1366), 1366)).toBeCloseTo(14, 9);
  });
  it('is taken as it was set, while places that are fitted keep clear of the words', () => {
    const size = { x: 1920, y: 1080 };
    const extent = { west: 119.9, east: 119.9, south: 29.8, north: 29.8 };
    expect(cameraOf({ kind: 'camera', camera: { lng: 119.9, lat: 29.8, zoom: 13 } }, size, 1, { left: 600, top: 0, right: 0, bottom: 0 })).toEqual({ lng: 119.9, lat: 29.8, zoom: 13 });
    const fitted = cameraOf({ kind: 'fit', extent, closest: 15 }, size, 1, { left: 600, top: 0, right: 0, bottom: 0 });
    expect(fitted.zoom).toBe(15);
    // With words at the left, the middle of the view lies west of the place: it is seen to their right.
    expect(fitted.lng).toBeLessThan(119.9);
  });
});
