import { describe, expect, it } from 'vitest';
import { lostWithCategory } from '../../data/rules/change-category.js';
import { entriesOfEdits, labelOfEdits } from '../../data/rules/edit-record.js';
import { ulid } from '../../data/rules/identity.js';
import type { Asset } from '../../data/schema/asset.js';
import { assetSchema } from '../../data/schema/asset.js';
import { idSchema } from '../../data/schema/common.js';
import { FailureError } from '../../data/schema/failure.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { profileSchema } from '../../data/schema/profile.js';
import { projectSchema, type Project } from '../../data/schema/project.js';

const idOf = (n: number) => ulid(n, Array.from({ length: 16 }, () => 0));
const stationId = idOf(1);
const station = assetSchema.parse({
  id: stationId, revision: 3, updatedAt: '2026-01-01T00:00:00Z', name: '溪口电站', category: 'hydropower', status: 'idle', statusText: '停运',
  siteArea: 200, siteAreaText: '约200平方米', detail: { capacityKw: 250 },
});
const project = projectSchema.parse({ id: idOf(2), revision: 1, updatedAt: '2026-01-01T00:00:00Z', name: '电站改造', assetIds: [stationId] });
const data: LedgerData = { profile: profileSchema.parse({ name: { zh: '甲乡', en: 'A' } }), assets: [station], projects: [project], tours: [] };
const find = {
  asset: (id: string): Asset | undefined => data.assets.find((one) => one.id === id),
  project: (id: string): Project | undefined => data.projects.find((one) => one.id === id),
  tour: (id: string) => data.tours.find((one) => one.id === id),
  profile: () => data.profile,
};
const context = { at: '2026-11-23T08:00:00Z', by: '王某', newId: () => idOf(99) };
const failureOf = (work: () => unknown) => {
  try { work(); } catch (error) { if (error instanceof FailureError) return error.failure; throw error; }
  throw new Error('Nothing was refused.');
};

describe('editing records', () => {
  it('sets a field of a category, counts the revision up and says who did it', () => {
    const [entry] = entriesOfEdits([{ kind: 'set', noun: 'asset', id: stationId, path: 'detail.capacityKw', value: 320, revision: 3 }], find, data, context);
    expect(entry?.before).toBe(station);
    expect(entry?.after).toMatchObject({ revision: 4, updatedAt: context.at, updatedBy: '王某', detail: { capacityKw: 320 } });
  });

  it('forgets how a value was written in the file once a person has edited it', () => {
    const [entry] = entriesOfEdits([{ kind: 'set', noun: 'asset', id: stationId, path: 'siteArea', value: 260 }], find, data, context);
    expect(entry?.after).toMatchObject({ siteArea: 260, statusText: '停运' });
    expect(entry?.after).not.toHaveProperty('siteAreaText');
  });

  it('clears a field when no value is given', () => {
    const [entry] = entriesOfEdits([{ kind: 'set', noun: 'asset', id: stationId, path: 'siteArea' }], find, data, context);
    expect(entry?.after).not.toHaveProperty('siteArea');
  });

  it('joins several edits of one record into one entry with one revision', () => {
    const entries = entriesOfEdits([
      { kind: 'set', noun: 'asset', id: stationId, path: 'name', value: '溪口一级电站', revision: 3 },
      { kind: 'set', noun: 'asset', id: stationId, path: 'status', value: 'available', revision: 3 },
    ], find, data, context);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.after).toMatchObject({ name: '溪口一级电站', status: 'available', revision: 4 });
  });

  it('refuses an edit made on an older revision, and names the field', () => {
    expect(failureOf(() => entriesOfEdits([{ kind: 'set', noun: 'asset', id: stationId, path: 'name', value: '新名', revision: 2 }], find, data, context)))
      .toMatchObject({ code: 'out-of-date', place: { field: 'name' } });
  });

  it('refuses a value that does not fit, naming the field in both languages', () => {
    const failure = failureOf(() => entriesOfEdits([{ kind: 'set', noun: 'asset', id: stationId, path: 'detail.headM', value: '高' }], find, data, context));
    expect(failure.code).toBe('wrong-input');
    expect(failure.message.zh).toContain('水头');
    expect(failure.message.en).toContain('Head');
  });

  it('refuses to edit what the program keeps itself, and paths that lead nowhere', () => {
    for (const path of ['id', 'revision', 'source', '__proto__.polluted', 'detail.nothing']) {
      expect(failureOf(() => entriesOfEdits([{ kind: 'set', noun: 'asset', id: stationId, path, value: 'x' }], find, data, context)).code).toBe('wrong-input');
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('keeps how a place was written when both are set in one change, and lets it be said of no other place', () => {
    const place = { kind: 'set', noun: 'asset', id: stationId, path: 'location', value: { lng: 119.93, lat: 29.82 } } as const;
    const source = { kind: 'set', noun: 'asset', id: stationId, path: 'locationSource', value: { datum: 'GCJ-02', text: '119.935, 29.817' } } as const;
    const [entry] = entriesOfEdits([place, source], find, data, context);
    expect(entry?.after).toMatchObject({ location: place.value, locationSource: source.value, revision: 4 });
    expect(entriesOfEdits([place], find, data, context)[0]?.after).not.toHaveProperty('locationSource');
    expect(failureOf(() => entriesOfEdits([source], find, data, context)).code).toBe('wrong-input');
    expect(failureOf(() => entriesOfEdits([source, place], find, data, context)).code).toBe('wrong-input');
  });

  it('changes the category: what the new one has too stays, the rest falls away', () => {
    const full: Asset = assetSchema.parse({ ...station, detail: { capacityKw: 250, builtYear: 1978 } });
    const here = { ...find, asset: () => full };
    expect(lostWithCategory(full, 'house').map(({ path }) => path)).toEqual(['detail.capacityKw']);
    const [entry] = entriesOfEdits([{ kind: 'set', noun: 'asset', id: stationId, path: 'category', value: 'house', revision: 3 }], here, data, context);
    expect(entry?.before).toBe(full);
    expect(entry?.after).toMatchObject({ category: 'house', detail: { builtYear: 1978 }, revision: 4 });
    expect((entry?.after as Asset).detail).not.toHaveProperty('capacityKw');
  });

  it('refuses a category that there is none of, and to leave it empty', () => {
    for (const value of ['castle', undefined]) expect(failureOf(() => entriesOfEdits([{ kind: 'set', noun: 'asset', id: stationId, path: 'category', ...(value ? { value } : {}) }], find, data, context)).place).toEqual({ field: 'category' });
  });

  it('takes a removed asset out of its projects in the same change', () => {
    const entries = entriesOfEdits([{ kind: 'remove', noun: 'asset', id: stationId }], find, data, context);
    expect(entries.map((entry) => [entry.noun, entry.after === null])).toEqual([['asset', true], ['project', false]]);
    expect(entries[1]?.after).toMatchObject({ assetIds: [], revision: 2 });
  });

  it('adds a record under a new id, whatever id was sent', () => {
    const [entry] = entriesOfEdits([{ kind: 'add', noun: 'asset', record: { id: 'mine', name: '老粮仓', category: 'other', status: 'idle' } }], find, data, context);
    expect(entry).toMatchObject({ id: idOf(99), before: null, after: { id: idOf(99), name: '老粮仓', revision: 1 } });
  });

  it('says in words what a change was', () => {
    expect(labelOfEdits([{ kind: 'set', noun: 'asset', id: stationId, path: 'status', value: 'idle' }], find)).toEqual({ zh: '修改「溪口电站」的状态', en: 'Edit Status of “溪口电站”' });
  });
});

describe('a new id', () => {
  it('has the shape that records ask for and sorts by time', () => {
    const random = Array.from({ length: 16 }, (_, index) => index * 7);
    expect(idSchema.safeParse(ulid(1_790_000_000_000, random)).success).toBe(true);
    expect(ulid(1_790_000_000_000, random) < ulid(1_790_000_000_001, random)).toBe(true);
  });
});
