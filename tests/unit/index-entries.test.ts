import { describe, expect, it } from 'vitest';
import { indexTable } from '../../data/rules/index-table.js';
import { readDesk, readIndex } from '../../renderer/state/index-entries.js';
import { manyAssets } from '../builders/many-assets.js';

const assets = manyAssets(400);

describe('the entries of an index', () => {
  it('say of each asset what the table says', () => {
    const entries = readIndex(indexTable(assets, 'public'));
    expect(entries.map(({ id, name, village, lng, cooperation, utilities, uses }) => ({ id, name, village, lng, cooperation, utilities, uses })))
      .toEqual(assets.map(({ id, name, village, location, cooperation, utilities, suggestedUses }) => ({ id, name, village, lng: location!.lng, cooperation, utilities, uses: suggestedUses })));
  });
  it('hold a list that many assets have alike only once, as if they were one desk’s stamp', () => {
    const entries = readIndex(JSON.parse(JSON.stringify(indexTable(assets, 'public'))) as ReturnType<typeof indexTable>);
    const byWords = new Map<string, ReadonlySet<readonly string[]>>();
    for (const { utilities } of entries) byWords.set(utilities.join(), new Set([...byWords.get(utilities.join()) ?? [], utilities]));
    expect(byWords.size).toBeGreaterThan(10);
    expect([...byWords.values()].filter((lists) => lists.size > 1)).toEqual([]);
  });
  it('keep the rows of the table for the desk alone: what the public sees needs none', () => {
    const table = indexTable(assets, 'desk');
    expect(readDesk(table).map(({ cells }) => cells)).toEqual(table.rows);
    expect(readIndex(table).some((entry) => 'cells' in entry)).toBe(false);
  });
});
