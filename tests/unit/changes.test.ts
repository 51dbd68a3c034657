import { describe, expect, it } from 'vitest';
import { changedCells, fieldOfCell } from '../../data/rules/changes/cells.js';
import { cellWords } from '../../data/rules/changes/cell-words.js';
import { differenceBetween } from '../../data/rules/changes/difference.js';
import { recordChange } from '../../data/rules/changes/record-change.js';
import { applyChange } from '../../data/rules/apply-change.js';
import { assetFields, projectFields } from '../../data/schema/fields.js';
import type { ChangeEntry } from '../../data/schema/change.js';
import { buildAsset, buildLedgerData, buildProfile, buildProject, idOf } from '../builders/ledger.js';

describe('the cells of a change', () => {
  const asset = buildAsset('forest', { siteArea: 1000, siteAreaText: '1.5亩', notes: '旧' });
  it('are those that differ, in the order of the form, with nothing of what the program keeps for itself', () => {
    const after = { ...asset, notes: '新', name: '新名', revision: 9, updatedAt: '2030-01-01T00:00:00Z', updatedBy: '某人', source: { file: 'a.xlsx' } };
    expect(changedCells('asset', asset, after)).toEqual([{ path: 'name', before: asset.name, after: '新名' }, { path: 'notes', before: '旧', after: '新' }]);
  });
  it('tell what a file said only where the field beside it stayed', () => {
    expect(changedCells('asset', asset, { ...asset, siteArea: 2000, siteAreaText: undefined }).map(({ path }) => path)).toEqual(['siteArea']);
    expect(changedCells('asset', asset, { ...asset, siteAreaText: '一亩半' }).map(({ path }) => path)).toEqual(['siteAreaText']);
  });
  it('take nothing for something that says nothing', () => {
    expect(changedCells('asset', { ...asset, term: '', highlights: { zh: '' } }, { ...asset, suggestedUses: [] })).toEqual([]);
  });
  it('reach into the details of the category, also when it changes', () => {
    const house = buildAsset('house', { id: asset.id, detail: { floors: 2 } });
    const paths = changedCells('asset', { ...asset, detail: { treeSpecies: '杉' } }, house).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['category', 'detail.treeSpecies', 'detail.floors']));
  });
  it('of every kind of field can be said in both languages', () => {
    for (const data of [buildLedgerData({ assets: 12 })]) {
      const nouns = [...data.assets.map((record) => ['asset', record] as const), ...data.projects.map((record) => ['project', record] as const), ['profile', buildProfile({ slogan: { zh: '溪', en: 'S' } })] as const];
      for (const [noun, record] of nouns) {
        for (const { path, after } of changedCells(noun, null, record)) {
          const entry = fieldOfCell(noun, path)!;
          for (const language of ['zh', 'en'] as const) {
            const words = cellWords(entry, after, { language, category: 'category' in record ? record.category : undefined, nameOf: () => '某资产' });
            expect(words, `${path} ${language}`).not.toMatch(/^$|undefined|\[object/);
          }
        }
      }
    }
  });
  it('of linked assets are said by name, of an area in the unit of its category', () => {
    const links = projectFields.find((entry) => entry.path === 'assetIds')!;
    expect(cellWords(links, [idOf(1), idOf(2)], { language: 'zh', nameOf: (id) => (id === idOf(1) ? '白鹭电站' : undefined) })).toBe(`白鹭电站、${idOf(2)}`);
    const area = assetFields.find((entry) => entry.path === 'siteArea')!;
    expect(cellWords(area, 10_000, { language: 'zh', category: 'farmland' })).toBe('15 亩');
    expect(cellWords(area, 10_000, { language: 'en', category: 'house' })).toBe('10,000 ㎡');
  });
});

describe('what became of a record', () => {
  it('is that it was added, changed, removed, or nothing that can be seen', () => {
    const project = buildProject({ name: '茶旅', code: 'P-1' });
    const states = (before: object | null, after: object | null) => recordChange({ noun: 'project', id: project.id, before, after });
    expect(states(null, project)).toMatchObject({ kind: 'added', name: '茶旅', code: 'P-1' });
    expect(states(project, null)?.cells.every((cell) => 'before' in cell && !('after' in cell))).toBe(true);
    expect(states(project, { ...project, revision: 7 })).toBeUndefined();
    expect(states(null, null)).toBeUndefined();
  });
  it('of the township bears its name', () => {
    const profile = buildProfile();
    expect(recordChange({ noun: 'profile', id: 'profile', before: profile, after: { ...profile, villages: [] } })).toMatchObject({ name: '示例乡', kind: 'changed' });
  });
});

describe('the difference between two states', () => {
  it('leads from one to the other, record for record and in the same order', () => {
    const from = buildLedgerData({ assets: 20, projects: 6 });
    const [first, second] = [from.assets[0]!, from.assets[1]!];
    const to = {
      profile: { ...from.profile, villages: ['溪口村'] },
      assets: [buildAsset('hall'), first, { ...second, name: '改名' }, ...from.assets.slice(4, 9), buildAsset('house'), ...from.assets.slice(9)],
      projects: from.projects.slice(0, 3), tours: [],
    };
    for (const [one, other] of [[from, to], [to, from]] as const) {
      const entries = [...differenceBetween(one, other)].filter((entry): entry is ChangeEntry => entry !== undefined);
      expect(applyChange(one, { entries })).toEqual(other);
    }
  });
  it('of a state and itself is nothing', () => {
    const data = buildLedgerData({ assets: 5 });
    expect([...differenceBetween(data, JSON.parse(JSON.stringify(data)) as typeof data)].filter(Boolean)).toEqual([]);
  });
});
