import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isPublished, publicProject } from '../../data/rules/projection.js';
import { indexTable } from '../../data/rules/index-table.js';
import { createMatcher } from '../../data/rules/matching/matcher.js';
import { readWish } from '../../data/rules/matching/read-wish.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { readIndex } from '../../renderer/state/index-entries.js';

const sample = JSON.parse(readFileSync(new URL('../../data/sample/ledger-data.json', import.meta.url), 'utf8')) as LedgerData;
const entries = readIndex(indexTable(sample.assets.filter(isPublished), 'public'));
const matcher = createMatcher({ assets: entries, projects: sample.projects.map(publicProject), thisYear: 2026 });
const codeOf = new Map([...entries.map(({ id, code }) => [id, code] as const), ...sample.projects.map(({ id, code }) => [id, code] as const)]);
interface Written { readonly wish: string; readonly expected: string }
const read = (name: string) => JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as Written[];
const wishes = read('wishes');
/** Those that do not find what they should among the first three; a project is looked for among the projects. */
const missed = (some: readonly Written[]) => some.filter(({ wish, expected }) => {
  const { assets, projects } = matcher.answer({ conditions: readWish(wish, matcher.lexicon).conditions }, 3);
  return ![...assets, ...projects].some(({ id }) => codeOf.get(id) === expected);
}).map(({ wish }) => wish);

describe('forty written wishes', () => {
  it('are twenty in Chinese and twenty in English, each for an asset of the sample', () => {
    expect(wishes.filter(({ wish }) => /[\u4e00-\u9fff]/.test(wish))).toHaveLength(20);
    expect(wishes).toHaveLength(40);
    expect(wishes.filter(({ expected }) => ![...codeOf.values()].includes(expected))).toEqual([]);
  });

  it('find the expected asset among the first three for at least thirty-eight', () => {
    expect(missed(wishes).slice(2)).toEqual([]);
  });

  it('fare as well when they are written by somebody who has not seen the rules', () => {
    expect(missed(read('more-wishes')).slice(2)).toEqual([]);
  });
});
