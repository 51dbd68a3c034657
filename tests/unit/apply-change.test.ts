import { describe, expect, it } from 'vitest';
import { applyChange, invertChange, sameValue, withPlaces } from '../../data/rules/apply-change.js';
import { assetSchema } from '../../data/schema/asset.js';
import type { ChangeDraft, ChangeEntry } from '../../data/schema/change.js';
import { FailureError } from '../../data/schema/failure.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { migrated, type Migration, type RawLedger } from '../../data/schema/migrations.js';
import { projectSchema } from '../../data/schema/project.js';
import { addEntry, buildAsset, buildLedgerData, buildProfile, draftOf, removeEntry, setEntry } from '../builders/ledger.js';

const data = buildLedgerData({ assets: 9, projects: 4 });
const [first, second, third] = data.assets as [LedgerData['assets'][0], LedgerData['assets'][0], LedgerData['assets'][0]];
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : error;
  }
  return 'no failure';
};
/** What a ledger does: places first, then apply. */
function applied(before: LedgerData, ...entries: ChangeEntry[]): { after: LedgerData; draft: ChangeDraft } {
  const draft = draftOf(...withPlaces(before, entries));
  return { after: applyChange(before, draft), draft };
}

describe('applying a change', () => {
  it('replaces, adds and removes records and leaves the data it was given as it was', () => {
    const before = JSON.stringify(data);
    const renamed = { ...first, name: '新名字' };
    const added = buildAsset('forest');
    const { after } = applied(data, setEntry('asset', first, renamed), removeEntry('asset', second), addEntry('asset', added));
    expect(after.assets.map((asset) => asset.id)).toEqual([first.id, ...data.assets.slice(2).map((asset) => asset.id), added.id]);
    expect(after.assets[0]).toBe(renamed);
    expect(after.assets[1]).toBe(third);
    expect(after.projects).toBe(data.projects);
    expect(JSON.stringify(data)).toBe(before);
  });

  it('replaces the profile', () => {
    const profile = buildProfile({ slogan: { zh: '绿水青山' } });
    expect(applied(data, setEntry('profile', data.profile, profile)).after.profile).toBe(profile);
  });

  it('refuses a change whose record is no longer as it found it', () => {
    const stale = setEntry('asset', { ...first, name: '旧名字' }, { ...first, name: '新名字' });
    expect(codeOf(() => applyChange(data, draftOf(stale)))).toBe('out-of-date');
    expect(codeOf(() => applyChange(data, draftOf(addEntry('asset', first))))).toBe('out-of-date');
    expect(codeOf(() => applyChange(data, draftOf(removeEntry('asset', buildAsset('hall')))))).toBe('out-of-date');
  });

  it('names the record in the refusal, in both languages', () => {
    const stale = setEntry('asset', { ...first, notes: '别人改过' }, { ...first, notes: '我改的' });
    try {
      applyChange(data, draftOf(stale));
      expect.unreachable();
    } catch (error) {
      const { message } = (error as FailureError).failure;
      expect(message.zh).toContain(first.name);
      expect(message.en).toContain(first.name);
    }
  });

  it('refuses a change that makes no sense: a record twice, another record under an id, a profile removed', () => {
    const once = setEntry('asset', first, { ...first, name: '甲' });
    expect(codeOf(() => applyChange(data, draftOf(once, once)))).toBe('internal');
    expect(codeOf(() => applyChange(data, draftOf({ ...once, after: second })))).toBe('internal');
    expect(codeOf(() => applyChange(data, draftOf(removeEntry('profile', data.profile))))).toBe('internal');
    expect(codeOf(() => applyChange(data, draftOf({ noun: 'asset', id: 'none', before: null, after: null })))).toBe('internal');
  });
});

describe('taking a change back', () => {
  it('restores records and their order byte for byte, whatever was set, added and removed', () => {
    const entries = [
      removeEntry('asset', data.assets[0]!), removeEntry('asset', data.assets[4]!), removeEntry('asset', data.assets[5]!), removeEntry('asset', data.assets[8]!),
      setEntry('asset', data.assets[2]!, { ...data.assets[2]!, name: '改' }), addEntry('asset', buildAsset('other')),
      removeEntry('project', data.projects[1]!), setEntry('profile', data.profile, buildProfile()),
    ];
    const { after, draft } = applied(data, ...entries);
    const undone = applyChange(after, invertChange(draft));
    expect(JSON.stringify(undone)).toBe(JSON.stringify(data));
    const redone = applyChange(undone, invertChange(invertChange(draft)));
    expect(JSON.stringify(redone)).toBe(JSON.stringify(after));
  });

  it('brings back records that a later change would otherwise have put last', () => {
    const one = applied(data, removeEntry('asset', third));
    const two = applied(one.after, removeEntry('asset', first), addEntry('asset', buildAsset('hall')));
    const back = applyChange(applyChange(two.after, invertChange(two.draft)), invertChange(one.draft));
    expect(back.assets.map((asset) => asset.id)).toEqual(data.assets.map((asset) => asset.id));
  });
});

describe('comparing values', () => {
  it('takes an undefined property for an absent one, and sees every other difference', () => {
    expect(sameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(sameValue({ a: 1 }, { a: 1, b: undefined })).toBe(true);
    expect(sameValue({ a: 1 }, { a: 1, b: null })).toBe(false);
    expect(sameValue([1, 2], [1, 2, 3])).toBe(false);
    expect(sameValue([], {})).toBe(false);
    expect(sameValue({ a: { b: [1, { c: 'x' }] } }, { a: { b: [1, { c: 'y' }] } })).toBe(false);
    expect(sameValue(null, undefined)).toBe(false);
  });
});

describe('built records', () => {
  it('satisfy their schemas although they are built without it', () => {
    const built = buildLedgerData({ assets: 60 });
    for (const asset of built.assets) expect(assetSchema.parse(asset)).toEqual(asset);
    for (const project of built.projects) expect(projectSchema.parse(project)).toEqual(project);
  });
});

describe('migrating', () => {
  const empty: RawLedger = { profile: {}, assets: [], projects: [], tours: [] };
  const step = (from: number, to: number): Migration => ({ from, to, migrate: (ledger) => ({ ...ledger, projects: [...ledger.projects, `${from}→${to}`] }) });
  it('goes step by step', () => {
    expect(migrated(empty, 1, 4, [step(2, 4), step(1, 2)]).projects).toEqual(['1→2', '2→4']);
  });
  it('refuses a version that no step leads on from', () => {
    expect(codeOf(() => migrated(empty, 0, 2, [step(1, 2)]))).toBe('damaged');
  });
});
