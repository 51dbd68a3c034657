import { describe, expect, it } from 'vitest';
import { carriedOf, laidOver } from '../../data/rules/merge/carried.js';
import { mergeLists } from '../../data/rules/merge/merge-lists.js';
import { mergeRecord } from '../../data/rules/merge/merge-record.js';
import { packStates, unpackStates } from '../../data/rules/merge/past-states.js';
import { createTrails, relationOf } from '../../data/rules/merge/trail.js';
import { buildAsset, buildLedgerData } from '../builders/ledger.js';
import { MemoryDesk } from '../builders/memory-desk.js';

const photo = (name: string, caption?: string) => ({ id: `${name.repeat(64)}.jpg`, ...(caption ? { caption: { zh: caption } } : {}) });

describe('two lists that came from one', () => {
  it('go together as sets: what either added is in, what either took away is out', () => {
    expect(mergeLists(['民宿', '茶室'], ['民宿', '茶室', '露营'], ['研学', '民宿'], true).value).toEqual(['研学', '民宿', '露营']);
  });
  it('keep an item that one took away and the other changed', () => {
    const { value, clashes } = mergeLists([photo('a'), photo('b')], [photo('a')], [photo('a'), photo('b', '新图注')], true);
    expect([value, clashes]).toEqual([[photo('a'), photo('b', '新图注')], false]);
  });
  it('take the order of whoever changed it', () => {
    expect(mergeLists(['a', 'b', 'c'], ['c', 'a', 'b'], ['a', 'b', 'c', 'd'], false).value).toEqual(['c', 'd', 'a', 'b']);
  });
  it('ask where both changed one item, and differently', () => {
    expect(mergeLists([photo('a')], [photo('a', '甲')], [photo('a', '乙')], true)).toEqual({ value: [photo('a', '甲')], clashes: true });
  });
  it('come to the same whichever is called mine', () => {
    const [base, one, other] = [['a', 'b', 'c'], ['b', 'a', 'x'], ['c', 'b', 'a', 'y']];
    expect(mergeLists(base, one, other, true)).toEqual(mergeLists(base, other, one, false));
  });
});

describe('a record that two desks changed', () => {
  const base = buildAsset('house', { siteArea: 100, siteAreaText: '一百平', notes: '旧', status: 'idle', statusText: '闲着', detail: { floors: 2 }, updatedAt: '2026-03-01T08:00:00.000Z' });
  const at = (minute: number, change: object) => ({ ...base, revision: 2, updatedAt: `2026-03-02T08:0${minute}:00.000Z`, updatedBy: `第${minute}人`, ...change });
  it('has each one’s fields, and the same stamp at both', () => {
    const [mine, theirs] = [at(1, { notes: '新' }), at(2, { landUse: '宅基地', detail: { floors: 3 } })];
    const { result, cells } = mergeRecord('asset', 'whole', [base], mine, theirs);
    expect(result).toMatchObject({ notes: '新', landUse: '宅基地', detail: { floors: 3 }, revision: 3, updatedAt: theirs.updatedAt, updatedBy: '第2人' });
    expect(cells.map(({ path, state }) => [path, state])).toEqual([['landUse', 'theirs'], ['notes', 'mine'], ['detail.floors', 'theirs']].sort((one, other) => cells.findIndex((cell) => cell.path === one[0]) - cells.findIndex((cell) => cell.path === other[0])));
    expect(mergeRecord('asset', 'whole', [base], theirs, mine).result).toEqual(result);
  });
  it('asks about a field that both changed, and takes the later word until it is answered', () => {
    const { result, cells } = mergeRecord('asset', 'whole', [base], at(1, { notes: '甲' }), at(2, { notes: '乙' }));
    expect(cells).toEqual([expect.objectContaining({ path: 'notes', state: 'clash', base: { notes: '旧' }, mine: { notes: '甲' }, theirs: { notes: '乙' } })]);
    expect(result['notes']).toBe('乙');
  });
  it('lets the words of a file go with the value that they were said of, and a change outweigh a mere confirmation', () => {
    const { result, cells } = mergeRecord('asset', 'whole', [base], at(2, { status: 'idle', statusText: undefined }), at(1, { status: 'signed', statusText: '签了' }));
    expect(cells).toEqual([expect.objectContaining({ path: 'status', state: 'theirs' })]);
    expect(result).toMatchObject({ status: 'signed', statusText: '签了' });
  });
  it('keeps the details of a category together with it', () => {
    const hall = { ...at(2, {}), category: 'hall' as const, detail: { capacity: 200 } };
    const { result, cells } = mergeRecord('asset', 'whole', [base], at(1, { notes: '新' }), hall);
    expect(result).toMatchObject({ category: 'hall', detail: { capacity: 200 }, notes: '新' });
    expect(cells.find((cell) => cell.path === 'category')?.state).toBe('theirs');
  });
  it('of which nobody knows what they came from loses nothing that only one says, and asks about the rest', () => {
    const { cells } = mergeRecord('asset', 'whole', [], at(1, { notes: '甲', address: '溪口' }), at(2, { notes: '乙', landUse: '宅基地' }));
    expect(Object.fromEntries(cells.map(({ path, state }) => [path, state]))).toMatchObject({ notes: 'clash', address: 'mine', landUse: 'theirs' });
  });
});

describe('the trail of a record', () => {
  const desk = () => new MemoryDesk(buildLedgerData({ assets: 2, projects: 0 }), '甲', 1);
  const set = (notes: string, id: string) => [{ kind: 'set' as const, noun: 'asset' as const, id, path: 'notes', value: notes }];
  it('tells an undone edit from the state before it: whoever has the edit is behind', async () => {
    const one = desk();
    const { id } = one.data.assets[0]!;
    one.edit(set('写错了', id));
    const other = one.copy('乙', 2);
    one.undo();
    expect((await other.plan(one.file())).find((plan) => plan.id === id)?.kind).toBe('updated');
    expect((await one.plan(other.file())).find((plan) => plan.id === id)?.kind).toBe('same');
  });
  it('forgets a merge that was undone, so that it is offered again', async () => {
    const one = desk();
    const other = one.copy('乙', 2);
    const { id } = one.data.assets[0]!;
    other.edit(set('乙写的', id));
    const file = other.file();
    await one.merge(file);
    one.undo();
    expect((await one.plan(file)).find((plan) => plan.id === id)?.kind).toBe('updated');
  });
  it('carries a decision on: what was decided at one desk is not asked at the other', async () => {
    const one = desk();
    const other = one.copy('乙', 2);
    const { id } = one.data.assets[0]!;
    one.edit(set('甲写的', id));
    other.edit(set('乙写的', id));
    await one.merge(other.file(), { decisions: [{ noun: 'asset', id, path: 'notes', take: 'mine' }] });
    expect((await other.plan(one.file())).find((plan) => plan.id === id)?.kind).toBe('updated');
    await other.merge(one.file());
    expect(other.data.assets.find((asset) => asset.id === id)?.notes).toBe('甲写的');
  });
  it('of a record that one desk never knew is unknown to it, and nothing is removed for being absent from a part', async () => {
    const trails = createTrails<null>('whole');
    expect(relationOf([], trails.of('asset', 'x', buildAsset('house'), null)).kind).toBe('unknown');
    const one = desk();
    const file = one.file('whole', (noun, record) => noun === 'asset' && record === one.data.assets[0]);
    expect((await one.copy('乙', 2).plan(file)).map((plan) => plan.kind)).toEqual(['same']);
  });
});

describe('what an exchange without internal fields carries', () => {
  const asset = buildAsset('house', { notes: '内部', owner: '张三', contact: { name: '李四' }, landUse: '宅基地', photos: [{ id: `${'a'.repeat(64)}.jpg`, fileName: '内部名.jpg' }] });
  it('holds public fields and which state it is, and leaves what is held here of the others', () => {
    const carried = carriedOf('asset', asset, 'outer');
    expect(JSON.stringify(carried)).not.toMatch(/内部|张三|李四/);
    expect(carried).toMatchObject({ landUse: '宅基地', revision: 1 });
    expect(laidOver('asset', asset, { ...carried, landUse: '商服' }, 'outer')).toMatchObject({ landUse: '商服', notes: '内部', owner: '张三', photos: [{ fileName: '内部名.jpg' }] });
  });
});

describe('earlier states of a record', () => {
  it('are packed as what a later one has to undo, and come out as they were', () => {
    const states = [null, { a: 1, b: [1] }, { a: 2, b: [1] }, undefined, { a: 2, c: 'x' }, { a: 2, c: 'x', d: 4 }];
    const packed = packStates(states);
    expect(packed[4]).toEqual({ back: {}, gone: ['d'] });
    expect(unpackStates(states.at(-1) ?? null, packed)).toEqual(states.map((state, at) => (at === 3 ? undefined : at === 2 ? { a: 2, b: [1] } : state)));
  });
});
