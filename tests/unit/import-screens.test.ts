import { describe, expect, it } from 'vitest';
import type { ImportPlanSummary } from '../../data/contract.js';
import type { ImportColumn, ImportPhoto, ImportRow, ImportSheet } from '../../data/schema/import-plan.js';
import { text } from '../../data/schema/text.js';
import { columnConcern, concernsOf, stepAfter } from '../../renderer/features/ledger/import/concerns.js';
import { choiceOf, movedChoices, roleOf, shownSheet, withColumnChoices, withRole, withSheetChoice, withoutColumnChoices } from '../../renderer/features/ledger/import/import-choices.js';
import { groupOf, isLeft, leftRowOf, movedLeaving, nothingLeft, standingOf, withGroupApart, withGroups, withRow } from '../../renderer/features/ledger/import/leaving.js';
import { photoStanding } from '../../renderer/features/ledger/import/photo-choices.js';
import { metresText, shiftOf } from '../../renderer/features/ledger/import/place-shift.js';
import { fitsQuery, roleLabel, roleOptions } from '../../renderer/features/ledger/import/role-options.js';
import { cellWords } from '../../renderer/features/ledger/import/row-words.js';
import { movesBetween, withFiles } from '../../renderer/features/ledger/import/taken-files.js';
import { pageAt, stretchesOf } from '../../renderer/features/ledger/import/use-rows.js';

const reason = text('依据', 'because');
const column = (letter: string, role: string | null, more: Partial<ImportColumn> = {}): ImportColumn => ({ column: letter, header: letter, path: role, role, reason, ...more });
const sheet = (more: Partial<ImportSheet> = {}): ImportSheet => ({ name: '农房', noun: 'asset', category: 'house', reason, columns: [column('A', 'name'), column('B', 'address'), column('C', null)], skippedRows: [], ...more });
const counts = (more: Partial<ImportPlanSummary['files'][number]['counts']> = {}) => ({ new: 0, changed: 0, same: 0, doubtful: 0, refused: 0, ...more });
const plan = (...files: Partial<ImportPlanSummary['files'][number]>[]): ImportPlanSummary => ({ planId: 'p', photos: [], files: files.map((file, index) => ({ file: `${index}.xlsx`, format: 'xlsx', sheets: [], counts: counts(), ...file })) });
const row = (key: string, more: Partial<ImportRow> = {}): ImportRow => ({ key, sheet: '农房', row: 5, outcome: 'new', noun: 'asset', name: '溪头屋', cells: [], doubts: [], ...more });
const doubt = { field: 'siteArea', code: 'area_range', level: 'doubt' as const, reason };

describe('choices about an import', () => {
  it('keeps what a person decided about a sheet, and forgets it when it is left to the program again', () => {
    const chosen = withSheetChoice(withSheetChoice([], 0, '农房', { datum: 'BD-09' }), 0, '农房', { category: 'hall' });
    expect(choiceOf(chosen, 0, '农房')).toEqual({ file: 0, sheet: '农房', datum: 'BD-09', category: 'hall' });
    expect(withSheetChoice(withSheetChoice(chosen, 0, '农房', { datum: undefined }), 0, '农房', { category: undefined })).toEqual([]);
  });

  it('can leave a sheet out, which is a decision and not the absence of one', () => {
    const chosen = withSheetChoice([], 0, '农房', { noun: null });
    expect(chosen).toEqual([{ file: 0, sheet: '农房', noun: null }]);
    expect(shownSheet(sheet(), choiceOf(chosen, 0, '农房')).noun).toBeNull();
  });

  it('takes a role away from the column that had it, since a field is read from one column only', () => {
    const chosen = withRole([], 0, sheet(), sheet(), 'C', 'name');
    expect(choiceOf(chosen, 0, '农房')?.columns).toEqual({ C: { role: 'name' }, A: { role: null } });
    const shown = shownSheet(sheet(), choiceOf(chosen, 0, '农房'));
    expect(shown.columns.map(roleOf)).toEqual([null, 'address', 'name']);
    expect(shown.columns.map((entry) => entry.chosen)).toEqual([true, undefined, true]);
  });

  it('counts going back to the proposal as no choice, but keeps a unit that was chosen', () => {
    const unit = withColumnChoices([], 0, '农房', { B: { unit: '亩' } });
    const away = withRole(unit, 0, sheet(), sheet(), 'B', 'notes');
    const shown = shownSheet(sheet(), choiceOf(away, 0, '农房'));
    expect(choiceOf(withRole(away, 0, shown, sheet(), 'B', 'address'), 0, '农房')).toBeUndefined();
    expect(choiceOf(withRole(unit, 0, sheet(), sheet(), 'B', 'address'), 0, '农房')?.columns).toEqual({ B: { unit: '亩' } });
  });

  it('takes back all columns of a sheet at once and leaves the rest of its choices', () => {
    const chosen = withSheetChoice(withRole([], 0, sheet(), sheet(), 'C', 'notes'), 0, '农房', { datum: 'GCJ-02' });
    expect(withoutColumnChoices(chosen, 0, '农房')).toEqual([{ file: 0, sheet: '农房', datum: 'GCJ-02' }]);
  });

  it('follows the files when one before them is taken away', () => {
    const chosen = [...withSheetChoice([], 0, '山林', { datum: 'BD-09' }), ...withSheetChoice([], 2, '农房', { category: 'hall' as const })];
    expect(movedChoices(chosen, movesBetween(['a', 'b', 'c'], ['b', 'c']))).toEqual([{ file: 1, sheet: '农房', category: 'hall' }]);
  });
});

describe('rows that are left out', () => {
  const plain = leftRowOf(row('0:农房:5'), 0);
  const doubtful = leftRowOf(row('0:农房:6', { doubts: [doubt] }), 0);
  const files = [{ counts: counts({ new: 10, changed: 4, doubtful: 5 }) }];

  it('are counted once, whether one by one, with their group, or both', () => {
    const single = withRow(withRow(nothingLeft, '0:农房:5', plain, true), '0:农房:6', doubtful, true);
    expect(standingOf(files, single, [{ new: 3, changed: 1 }])).toEqual({ added: 8, changed: 4, left: 2 });
    const both = { ...single, groups: [{ file: 0, doubtfulOnly: true }] };
    expect(standingOf(files, both, [{ new: 3, changed: 1 }])).toEqual({ added: 6, changed: 3, left: 5 });
    expect(standingOf(files, withGroups(both, [{ file: 0, outcome: 'new' }], true), [{ new: 3, changed: 1 }])).toEqual({ added: 0, changed: 3, left: 11 });
  });

  it('come back together with their group', () => {
    const left = withGroups(withRow(nothingLeft, '0:农房:6', doubtful, true), [{ file: 0, doubtfulOnly: true }], true);
    expect(isLeft(left, '0:农房:6', doubtful)).toBe(true);
    expect(isLeft(left, '0:农房:5', plain)).toBe(false);
    expect(withGroups(left, [{ file: 0, doubtfulOnly: true }], false)).toEqual(nothingLeft);
  });

  it('let one of a group come back by leaving the others out one by one', () => {
    const group = { file: 0, doubtfulOnly: true };
    const left = withGroups(nothingLeft, [group], true);
    expect(groupOf(left, doubtful)).toEqual(group);
    const apart = withRow(withGroupApart(left, group, new Map([['0:农房:6', doubtful], ['0:农房:7', doubtful]])), '0:农房:6', doubtful, false);
    expect(apart.groups).toEqual([]);
    expect([...apart.rows.keys()]).toEqual(['0:农房:7']);
  });

  it('keep their places when a file before them goes', () => {
    const left = { rows: new Map([['1:农房:5', { ...plain, file: 1 }], ['0:农房:5', plain]]), groups: [{ file: 1, outcome: 'changed' as const }] };
    expect(movedLeaving(left, movesBetween(['a', 'b'], ['b']))).toEqual({ rows: new Map([['0:农房:5', plain]]), groups: [{ file: 0, outcome: 'changed' }] });
  });
});

describe('what an import asks of a person', () => {
  it('is nothing when all is well understood: the next step is the last', () => {
    const understood = plan({ sheets: [sheet({ columns: [column('A', 'name')], datum: 'WGS-84', datumFrom: 'stated' })], counts: counts({ new: 3 }) });
    const concerns = concernsOf(understood, [], 0);
    expect(stepAfter('files', concerns)).toBe('apply');
  });

  it('leads from step to step only through those with something to decide', () => {
    const asking = plan({
      sheets: [sheet({ columns: [column('A', 'name', { doubtful: true }), column('B', null, { examples: ['30 年'] }), column('C', null)], datum: 'GCJ-02', datumFrom: 'proposed' })],
      counts: counts({ new: 3, doubtful: 2 }),
    });
    const concerns = concernsOf(asking, [], 1);
    expect(concerns).toMatchObject({ tables: 0, columns: 2, places: 1, rows: 3 });
    expect(stepAfter('files', concerns)).toBe('columns');
    expect(stepAfter('columns', concerns)).toBe('places');
    const settled = concernsOf(asking, withSheetChoice(withColumnChoices([], 0, '农房', { A: { role: 'name' }, B: { role: 'notes' } }), 0, '农房', { datum: 'GCJ-02' }), 0);
    expect(settled).toMatchObject({ columns: 0, places: 0 });
    expect(stepAfter('files', settled)).toBe('rows');
  });

  it('does not ask about columns that hold nothing, or that only number the rows', () => {
    expect(columnConcern(column('A', null, { examples: ['', ' '] }))).toBeNull();
    expect(columnConcern(column('A', '#sequence', { doubtful: true }))).toBeNull();
    expect(columnConcern(column('A', null, { examples: ['30 年'] }))).toBe('unread');
  });
});

describe('what a column can be read as', () => {
  it('comes from the field registry, without what no column holds, with the parts of places and contacts', () => {
    const roles = roleOptions('asset', 'house').map((option) => option.role);
    expect(roles).toEqual(expect.arrayContaining(['name', 'siteArea', 'detail.structure', '#lng', '#lat', '#pair', '#contact', '#phone']));
    for (const none of ['id', 'siteAreaText', 'boundary', 'photos', 'detail.capacityKw', 'contact', 'location']) expect(roles).not.toContain(none);
    expect(roleOptions('project', undefined).map((option) => option.role)).not.toContain('#lng');
  });

  it('is found by its names in both languages, other names, and pinyin initials', () => {
    const area = roleOptions('asset', 'house').find((option) => option.role === 'siteArea');
    for (const query of ['占地', 'site', 'zdmj', '宅基地面积', '']) expect(area && fitsQuery(area, query), query).toBe(true);
    expect(area && fitsQuery(area, '水头')).toBe(false);
    expect(roleLabel('#pair', 'asset', 'zh')).toContain('坐标');
  });
});

describe('the effect of a datum', () => {
  const at = { lng: 119.93, lat: 29.83 };
  it('is told in metres: how far the points move, and how far they then lie from the known places', () => {
    const shift = shiftOf([
      { at, plain: { lng: 119.93, lat: 29.831 }, before: { lng: 119.93, lat: 29.8301 } },
      { at: null, plain: null, before: null },
    ]);
    expect(shift).toMatchObject({ points: 1, known: 1 });
    expect(shift.moved).toBeCloseTo(111, -1);
    expect(shift.fromKnown).toBeCloseTo(11, -1);
    expect(shift.plainFromKnown).toBeCloseTo(100, -1);
  });
  it('says metres as people do', () => {
    expect([0, 3.27, 481.6, 1_130, 25_400].map(metresText)).toEqual([{ value: '0', unit: 'm' }, { value: '3.3', unit: 'm' }, { value: '482', unit: 'm' }, { value: '1.1', unit: 'km' }, { value: '25', unit: 'km' }]);
  });
});

describe('photos', () => {
  const candidate = (assetId: string, sure: boolean) => ({ assetId, name: `资产${assetId}`, sure, reason });
  const photo = (...candidates: ImportPhoto['candidates']): ImportPhoto => ({ file: 0, name: '正面.jpg', candidates });
  it('go to a sure candidate by themselves, and to no other before a person says so', () => {
    expect(photoStanding(photo(candidate('1', true)), undefined, nothingLeft, 'p')).toEqual({ target: { assetId: '1', name: '资产1' }, by: 'program' });
    expect(photoStanding(photo(candidate('1', false)), undefined, nothingLeft, 'p')).toEqual({ target: null, by: 'nobody' });
    expect(photoStanding(photo(candidate('1', true)), null, nothingLeft, 'p')).toEqual({ target: null, by: 'person' });
  });
  const madeBy = { key: '1:农房:5', file: 1, doubtful: false };
  it('stay with the asset that a person chose when the files are read anew and its record has another identity', () => {
    const chosen = { assetId: '1', name: '资产9', madeBy, proposal: 'first' };
    expect(photoStanding(photo(candidate('9', false)), chosen, nothingLeft, 'second').target).toEqual({ assetId: '9', name: '资产9' });
    expect(photoStanding(photo(candidate('8', false)), chosen, nothingLeft, 'second')).toEqual({ target: null, by: 'nobody' });
    expect(photoStanding(photo(candidate('8', false)), chosen, nothingLeft, 'first').target).toMatchObject({ assetId: '1' });
  });
  it('go nowhere while the row that makes their asset is left out, and back to it when it is taken in', () => {
    const sure = photo({ ...candidate('1', true), madeBy });
    const left = withRow(nothingLeft, madeBy.key, { file: 1, outcome: 'new', doubtful: false }, true);
    expect(photoStanding(sure, undefined, left, 'p')).toMatchObject({ target: null, without: { assetId: '1' } });
    expect(photoStanding(sure, undefined, withGroups(nothingLeft, [{ file: 1, outcome: 'new' }], true), 'p').target).toBeNull();
    expect(photoStanding(sure, { assetId: '7', name: '资产7', proposal: 'p' }, left, 'p').target).toMatchObject({ assetId: '7' });
    expect(photoStanding(sure, undefined, nothingLeft, 'p').target).toMatchObject({ assetId: '1' });
  });
});

describe('rows of several files in one list', () => {
  it('stand end to end, each fetched from its own file', () => {
    const three = plan({ counts: counts({ new: 250 }) }, { counts: counts({ changed: 3 }) }, { counts: counts({ new: 10 }) });
    const { stretches, total } = stretchesOf(three, 'new', null);
    expect(total).toBe(260);
    expect(pageAt(stretches, 0)).toEqual({ file: 0, page: 0, start: 0 });
    expect(pageAt(stretches, 249)).toEqual({ file: 0, page: 1, start: 200 });
    expect(pageAt(stretches, 250)).toEqual({ file: 2, page: 0, start: 250 });
    expect(pageAt(stretches, 260)).toBeUndefined();
    expect(stretchesOf(three, 'new', 2).total).toBe(10);
  });
});

describe('the cells of a row', () => {
  it('tell a new row’s values by the registry’s labels, without the words as they came', () => {
    const words = cellWords(row('k', { category: 'house', cells: [{ path: 'name', after: '溪头屋' }, { path: 'siteArea', after: 120 }, { path: 'siteAreaText', after: '120' }, { path: 'status', after: 'idle' }] }), 'zh');
    expect(words.map(({ label, after }) => [label, after])).toEqual([['占地面积', '120 ㎡'], ['状态', '闲置']]);
  });
  it('tell a changed row’s name too, before and after', () => {
    const words = cellWords(row('k', { outcome: 'changed', cells: [{ path: 'name', before: '溪头', after: '溪头屋' }] }), 'zh');
    expect(words).toMatchObject([{ before: '溪头', after: '溪头屋' }]);
  });
});

describe('files that are handed over', () => {
  const file = (name: string) => new File(['a'], name, { lastModified: 1 });
  it('are taken once, however often they are dropped', () => {
    const list = withFiles(withFiles([], [file('a.xlsx'), file('b.kml')]), [file('b.kml'), file('c.csv')]);
    expect(list.map((item) => item.file.name)).toEqual(['a.xlsx', 'b.kml', 'c.csv']);
  });
});
