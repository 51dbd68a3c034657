import { describe, expect, it } from 'vitest';
import type { SheetRow } from '../../data/rules/export/sheet.js';
import { paginate, type MeasuredRow } from '../../renderer/sheet/table/paginate.js';

const letters: Readonly<Record<string, SheetRow['kind']>> = { h: 'section', r: 'record', s: 'subtotal', t: 'total', n: 'note', x: 'removed' };
/** Rows written as letters, each as high as given. */
const rows = (written: string, height = 10): MeasuredRow[] => [...written].map((letter) => ({ kind: letters[letter]!, height }));
const divided = (written: string, room: { first: number; next: number }, height?: number) => paginate(rows(written, height), room).map(({ from, to }) => written.slice(from, to));

describe('the pages of a table', () => {
  it('hold all rows once and in order, the first page fewer than the others', () => {
    expect(divided('rrrrrrrrrr', { first: 30, next: 40 })).toEqual(['rrr', 'rrrr', 'rrr']);
    expect(divided('', { first: 30, next: 40 })).toEqual([]);
  });
  it('never end with a heading: it goes to the next page with its first row', () => {
    expect(divided('rrhrr', { first: 30, next: 30 })).toEqual(['rr', 'hrr']);
    expect(divided('hrrhr', { first: 40, next: 40 })).toEqual(['hrr', 'hr']);
  });
  it('never begin with a sum or a note: the row before goes with it', () => {
    expect(divided('rrrst', { first: 30, next: 40 })).toEqual(['rr', 'rst']);
    expect(divided('rrrrtn', { first: 50, next: 50 })).toEqual(['rrr', 'rtn']);
    expect(divided('hrshrs', { first: 50, next: 50 })).toEqual(['hrs', 'hrs']);
  });
  it('divide what is taller than a page rather than lose it', () => {
    expect(divided('rrtnnnnn', { first: 40, next: 40 })).toEqual(['r', 'rtnn', 'nnn']);
    expect(divided('rrr', { first: 40, next: 40 }, 50)).toEqual(['r', 'r', 'r']);
  });
  it('keep these promises for any order of rows', () => {
    let seed = 7;
    const chance = (below: number) => { seed = (seed * 16_807) % 2_147_483_647; return seed % below; };
    for (let turn = 0; turn < 200; turn += 1) {
      const list: MeasuredRow[] = [];
      for (let section = 0; section < 1 + chance(5); section += 1) {
        list.push({ kind: 'section', height: 8 });
        for (let row = 0; row < 1 + chance(9); row += 1) list.push({ kind: 'record', height: 6 + chance(30) });
        list.push({ kind: 'subtotal', height: 8 });
      }
      list.push({ kind: 'total', height: 8 }, { kind: 'note', height: 6 });
      const room = { first: 100 + chance(60), next: 130 + chance(60) };
      const pages = paginate(list, room);
      expect(pages.flatMap(({ from, to }) => list.slice(from, to))).toEqual(list);
      pages.forEach(({ from, to }, at) => {
        const page = list.slice(from, to);
        expect(page.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(at === 0 ? room.first : room.next);
        expect(page.at(-1)?.kind).not.toBe('section');
        expect(['record', 'section']).toContain(page[0]?.kind);
      });
    }
  });
});
