import { describe, expect, it } from 'vitest';
import { sameValue } from '../../data/rules/apply-change.js';
import { assetFields, fieldAt, type FieldDefinition } from '../../data/schema/fields.js';
import type { Category } from '../../data/schema/vocabularies.js';
import { copiedBlock, countedOn, notLoaded, planClear, planFill, planPaste, type SheetCells } from '../../renderer/ui/grid/cell-changes.js';
import { narrowed, optionsOf } from '../../renderer/ui/grid/cell-options.js';
import { stretched } from '../../renderer/ui/grid/cell-range.js';
import { accessOf, cellWords, readCellWords } from '../../renderer/ui/grid/cell-words.js';
import { doneOf, labelOf } from '../../renderer/ui/grid/plan-words.js';
import { sumBlock } from '../../renderer/ui/grid/range-sums.js';

const asset = (path: string) => fieldAt(assetFields, path);
const read = (path: string, words: string, old?: unknown, category: Category = 'forest') => readCellWords(asset(path), words, { category, language: 'zh', old });
const value = (path: string, words: string, old?: unknown, category: Category = 'forest') => { const found = read(path, words, old, category); return found.ok ? found.value : found.fault.zh; };

describe('the words of a cell', () => {
  const held: readonly [string, unknown][] = [
    ['name', '竹坞毛竹林'], ['siteArea', 20_000 / 3], ['detail.capacityKw', 480.5], ['status', 'negotiating'], ['cooperation', ['lease', 'ppp']], ['suggestedUses', ['民宿', '研学']], ['idleSince', '2024-03'],
    ['price', { yuan: 390_000, basis: 'year' }], ['price', { yuan: 290, basis: 'mu-year' }], ['price', { yuan: 800_000, basis: 'total' }], ['price', { yuan: 1_234.5, basis: 'month' }], ['price', { yuan: null, basis: 'negotiable' }],
    ['contact', { name: '周某', phone: '0571-88880000' }], ['detail.basicFarmland', false], ['notes', '第一行\n第二行'], ['location', { lng: 119.93, lat: 29.83 }],
  ];
  it.each(held)('of %s are read back as what they were made from', (path, stored) => {
    const entry = asset(path);
    const back = readCellWords(entry, cellWords(entry, stored, { category: 'forest', language: 'zh' }, true), { category: 'forest', language: 'zh', old: undefined });
    expect(back.ok).toBe(true);
    if (back.ok && typeof stored === 'number') expect(back.value as number).toBeCloseTo(stored, 1);
    else if (back.ok) expect(sameValue(back.value, stored)).toBe(true);
  });
  it('are understood as files are: units in the cell, office words, areas in the unit shown', () => {
    expect(value('siteArea', '12亩')).toBe(8000);
    expect(value('siteArea', '15')).toBe(10_000);
    expect(value('siteArea', '1公顷', undefined, 'house')).toBe(10_000);
    expect(value('siteArea', '120', undefined, 'house')).toBe(120);
    expect(value('status', '正在洽谈')).toBe('negotiating');
    expect(value('price', '每亩300元')).toEqual({ yuan: 300, basis: 'mu-year' });
    expect(value('idleSince', '2019年6月')).toBe('2019-06');
  });
  it('keep what a price was for when only the amount is typed over', () => expect(value('price', '500', { yuan: 400, basis: 'month' })).toEqual({ yuan: 500, basis: 'month' }));
  it('keep the other language of a text in two', () => expect(value('highlights', '临溪', { zh: '旧', en: 'By the stream' })).toEqual({ zh: '临溪', en: 'By the stream' }));
  it('that cannot be read are refused with a sentence, never half taken', () => {
    expect(value('siteArea', '三十来亩吧')).toContain('面积要写成大于 0 的一个数');
    expect(value('siteArea', '30-50亩')).toContain('面积要写成大于 0 的一个数');
    expect(value('status', '瞎写')).toContain('「瞎写」不在词表里');
    expect(value('cooperation', '租赁、瞎写')).toContain('不在词表里');
    expect(value('detail.canopyDensity', '1.7')).toBe('不能大于 1。');
  });
  it('clear the field when there are none, unless it must be filled', () => {
    expect(read('village', ' ')).toEqual({ ok: true, value: undefined });
    expect(value('name', '')).toBe('「名称」不能空着。');
  });
  it('belong to cells that are edited, only shown, or absent from the kind of asset', () => {
    const access = (path: string, category: Category) => accessOf(asset(path), category);
    expect([access('status', 'forest'), access('updatedAt', 'forest'), access('category', 'forest'), access('detail.capacityKw', 'forest'), access('detail.capacityKw', 'hydropower')]).toEqual(['edit', 'shown', 'shown', 'absent', 'edit']);
  });
});

describe('a list under a cell', () => {
  const say = Object.assign((first: string | { zh: string }) => (typeof first === 'string' ? first : first.zh), { language: 'zh', word: () => '' }) as never;
  const found = (typed: string) => narrowed(optionsOf(asset('status'), say), typed).map((option) => option.value);
  it('is narrowed by the label, by pinyin initials and by office words', () => {
    expect(found('洽')).toEqual(['negotiating']);
    expect(found('kzs')[0]).toBe('available');
    expect(found('在谈')).toContain('negotiating');
    expect(found('zzz')).toEqual([]);
  });
});

const columns = ['code', 'name', 'village', 'siteArea', 'status', 'detail.capacityKw', 'updatedAt'].map(asset);
/** A table over values by row and path; a row of null is the head of a group. */
function sheetOf(rows: readonly ({ category: Category; [path: string]: unknown } | null)[], fields: readonly FieldDefinition[] = columns): SheetCells {
  return {
    rows: rows.length, columns: fields.length, language: 'zh', entryAt: (column) => fields[column],
    recordAt: (row) => { const found = rows[row]; return found ? { id: `r${row}`, category: found.category } : null; },
    valueAt: (row, column) => rows[row]?.[fields[column]?.path ?? ''],
  };
}
const one = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column });
const words = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map((said) => ({ words: said })));
const told = (plan: { sets: readonly { id: string; path: string; value: unknown }[] }) => plan.sets.map(({ id, path, value: next }) => [id, path, next]);

describe('pasting a block', () => {
  const rows = [{ category: 'forest' as const, name: '甲', status: 'idle' }, { category: 'hydropower' as const, name: '乙', status: 'idle' }, { category: 'forest' as const, name: '丙', status: 'idle' }];
  it('fills from the corner, each cell read as its field', () => expect(told(planPaste(sheetOf(rows), one(0, 3), words([['12亩', '洽谈'], ['100', '可招商']])))).toEqual([
    ['r0', 'siteArea', 8000], ['r0', 'status', 'negotiating'], ['r1', 'siteArea', 100], ['r1', 'status', 'available'],
  ]));
  it('repeats one cell over all that are chosen', () => expect(told(planPaste(sheetOf(rows), { top: 0, bottom: 2, left: 2, right: 2 }, words([['竹坞村']]))).length).toBe(3));
  it('leaves what cannot be read, what is only shown and what the kind does not have, and says each', () => {
    const plan = planPaste(sheetOf(rows), one(0, 4), words([['瞎写', '480', '2020'], ['闲置', '480', '2020']]));
    expect(told(plan)).toEqual([['r1', 'detail.capacityKw', 480]]);
    expect(plan.refused.map(({ row, column }) => [row, column])).toEqual([[0, 4], [0, 5], [0, 6], [1, 6]]);
    const sentence = doneOf(plan, { kind: 'paste' }, (row) => rows[row]?.name ?? '', (column) => columns[column]?.label).zh;
    expect(sentence).toContain('粘贴了 1 格');
    expect(sentence).toContain('4 格没有改（甲 · 状态 “瞎写”');
  });
  it('passes over the heads of groups and tells what found no place', () => {
    const plan = planPaste(sheetOf([rows[0]!, null, rows[1]!]), one(0, 2), words([['一'], ['二'], ['三']]));
    expect(told(plan)).toEqual([['r0', 'village', '一'], ['r2', 'village', '二']]);
    expect(plan.over.rows).toBe(1);
  });
  it('takes a value that was copied here as it was stored, and its words elsewhere', () => {
    const sheet = sheetOf([{ category: 'forest', siteArea: 1234.567, village: '甲村' }, { category: 'house' }]);
    const copied = copiedBlock(sheet, one(0, 3));
    expect(copied[0]?.[0]?.words).toBe('1.8519亩');
    expect(told(planPaste(sheet, one(1, 3), copied))).toEqual([['r1', 'siteArea', 1234.567]]);
    expect(told(planPaste(sheet, one(1, 2), copied))).toEqual([['r1', 'village', '1.8519亩']]);
  });
  it('counts no cell that already says the same', () => expect(planPaste(sheetOf([{ category: 'forest', siteArea: 20_000 / 3 }]), one(0, 3), words([['10亩']])).sets).toEqual([]));
  it('waits for cells that are not here yet', () => expect(planPaste(sheetOf([{ category: 'forest', village: notLoaded }]), one(0, 2), words([['甲村']])).refused).toHaveLength(1));
});

describe('filling', () => {
  const rows = [{ category: 'forest' as const, code: 'XS-009', status: 'signed', siteArea: 8000 }, { category: 'forest' as const }, { category: 'hydropower' as const, 'detail.capacityKw': 480 }];
  const down = { top: 0, bottom: 2, left: 4, right: 4 };
  it('down repeats the first row', () => expect(told(planFill(sheetOf(rows), one(0, 4), down))).toEqual([['r1', 'status', 'signed'], ['r2', 'status', 'signed']]));
  it('by the handle counts words on that end in a number, and upwards back', () => {
    expect(told(planFill(sheetOf(rows), one(0, 0), { top: 0, bottom: 2, left: 0, right: 0 }, true))).toEqual([['r1', 'code', 'XS-010'], ['r2', 'code', 'XS-011']]);
    expect([countedOn('XS-009', -2), countedOn('老屋', 1), countedOn('1', -5)]).toEqual(['XS-007', '老屋', '1']);
  });
  it('right reads the words anew in the other field', () => expect(told(planFill(sheetOf([{ category: 'forest', village: '甲村' }], ['village', 'address'].map(asset)), one(0, 0), { top: 0, bottom: 0, left: 0, right: 1 }))).toEqual([['r0', 'address', '甲村']]));
  it('stretches the way that was pulled further', () => {
    expect(stretched(one(1, 1), { row: 4, column: 2 })).toEqual({ top: 1, bottom: 4, left: 1, right: 1 });
    expect(stretched(one(1, 1), { row: 1, column: 3 })).toEqual({ top: 1, bottom: 1, left: 1, right: 3 });
  });
});

describe('emptying cells', () => {
  it('clears what can be empty and says what cannot', () => {
    const plan = planClear(sheetOf([{ category: 'forest', code: 'X', name: '甲', village: '乙', updatedAt: '2024' }]), { top: 0, bottom: 0, left: 0, right: 6 });
    expect(told(plan)).toEqual([['r0', 'code', undefined], ['r0', 'village', undefined]]);
    expect(plan.refused.map(({ reason }) => reason.zh)).toEqual(['「名称」不能空着。']);
    expect(labelOf({ kind: 'clear' }, plan.sets).zh).toBe('清空 1 行 2 格');
  });
});

describe('the sums of a range', () => {
  const sheet = sheetOf([{ category: 'forest', siteArea: 10_000, village: '甲' }, null, { category: 'farmland', siteArea: 5_000 }]);
  it('add up figures and count what is filled', () => expect(sumBlock(sheet, { top: 0, bottom: 2, left: 2, right: 3 })).toEqual({ filled: 3, figures: 2, sum: 15_000, areas: 'all', inMu: true }));
});
