import { describe, expect, it } from 'vitest';
import { sameValue } from '../../data/rules/apply-change.js';
import { isBlank } from '../../data/rules/changes/cells.js';
import { canonical } from '../../data/rules/merge/trail.js';
import { assetFields, valueAt } from '../../data/schema/fields.js';
import type { Asset } from '../../data/schema/asset.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { buildLedgerData, seeded } from '../builders/ledger.js';
import { MemoryDesk } from '../builders/memory-desk.js';
import { mixedEdits } from '../builders/mixed-edits.js';

const pairs = 1_000;
/** Tried in quarters, so that each is done in its time on a crowded machine, too. */
const quarters = [0, 1, 2, 3].map((quarter) => ({ first: quarter * (pairs / 4) + 1, last: (quarter + 1) * (pairs / 4) }));
/** Small, so that a thousand pairs take seconds: boundaries and origins are merged like any other value. */
const small = (): LedgerData => { const { assets, ...rest } = buildLedgerData({ assets: 7, projects: 3 }); return { ...rest, assets: assets.map(({ boundary: _, source: __, locationSource: ___, ...asset }) => asset as Asset) }; };

function work(desk: MemoryDesk, seed: number, steps: number): void {
  const script = mixedEdits(seed);
  const random = seeded(seed + 1);
  for (let step = 0; step < steps; step += 1) {
    if (random() < 0.12) desk.undo();
    else desk.edit(script(desk.data, step * 1_000 + (seed % 1_000)));
  }
}

/** Two desks whose ledgers were one, and what each did since. */
function apart(seed: number): { base: LedgerData; one: MemoryDesk; other: MemoryDesk } {
  const one = new MemoryDesk(small(), '甲', seed);
  work(one, seed * 7, 2);
  const base = one.data;
  const other = one.copy('乙', seed + 500_000);
  work(one, seed * 11 + 1, 1 + (seed % 6));
  work(other, seed * 13 + 2, 1 + (seed % 5));
  return { base, one, other };
}

const assetOf = (data: LedgerData, id: string) => data.assets.find((asset) => asset.id === id);
const paths = assetFields.filter((entry) => !['id', 'revision', 'updatedAt', 'updatedBy', 'source'].includes(entry.path)).map((entry) => entry.path);
const said = (asset: Asset | undefined, path: string) => { const value = asset && valueAt(asset, path); return isBlank(value) ? undefined : value; };

/** The assets that a desk removed and brought back: that is as good as a change, for it was looked at and kept. */
const broughtBack = (desk: MemoryDesk) => new Set(desk.changes.flatMap((change) => change.entries.filter((entry) => change.undoes !== undefined && entry.before === null).map((entry) => entry.id)));

/** What of two desks' work is not in the ledger that they merged, or was settled without being told. */
function lostIn(base: LedgerData, one: LedgerData, other: LedgerData, merged: LedgerData, told: ReadonlySet<string>, kept: ReadonlySet<string>): string[] {
  const lost: string[] = [];
  for (const id of new Set([...base.assets, ...one.assets, ...other.assets].map((asset) => asset.id))) {
    const [was, here, there, now] = [base, one, other, merged].map((data) => assetOf(data, id));
    const untouched = (side: Asset | undefined) => sameValue(side, was);
    if (!was || (here && there)) { if (!now) lost.push(`${id} is gone`); }
    else if (!kept.has(id) && !now !== ((!here && (!there || untouched(there))) || (!there && untouched(here)))) lost.push(`${id} is ${now ? 'there' : 'gone'}`);
    if (!now || !here || !there || !was) continue;
    for (const path of paths) {
      if (path.startsWith('detail.') && here.category !== there.category) continue;
      const [old, mine, theirs, is] = [was, here, there, now].map((asset) => said(asset, path));
      const companion = path.endsWith('Text') ? path.slice(0, -4) : path === 'locationSource' ? 'location' : undefined;
      if (companion && told.has(`${id} ${companion}`)) continue;
      const wanted = sameValue(mine, old) ? [theirs] : sameValue(theirs, old) || sameValue(mine, theirs) ? [mine] : [mine, theirs];
      if (Array.isArray(is) || Array.isArray(mine)) {
        const [list, mineList, theirList, oldList] = [is, mine, theirs, old].map((value) => ((value ?? []) as unknown[]).map((item) => canonical(item))) as [string[], string[], string[], string[]];
        for (const item of [...mineList, ...theirList]) if (!oldList.includes(item) && !list.includes(item)) lost.push(`${id} ${path} lost ${item}`);
        for (const item of oldList) if ((!mineList.includes(item) || !theirList.includes(item)) && list.includes(item)) lost.push(`${id} ${path} kept ${item}`);
        continue;
      }
      if (companion === undefined && !wanted.some((value) => sameValue(value, is))) lost.push(`${id} ${path}`);
      if (wanted.length === 2 && !told.has(`${id} ${path}`) && companion === undefined) lost.push(`${id} ${path} untold`);
    }
  }
  return lost;
}

describe('two desks that worked apart', () => {
  it.each(quarters)(`end equal whichever takes in the other's file, and lose nothing that either did (pairs $first to $last of ${pairs})`, async ({ first, last }) => {
    const faults: string[] = [];
    let clashes = 0;
    for (let seed = first; seed <= last; seed += 1) {
      const { base, one, other } = apart(seed);
      const [before, beforeOther, kept] = [one.data, other.data, new Set([...broughtBack(one), ...broughtBack(other)])];
      const [file, otherFile] = [one.file(), other.file()];
      const told = new Set((await one.plan(otherFile)).flatMap((plan) => plan.cells.filter((cell) => cell.state === 'clash').map((cell) => `${plan.id} ${cell.path}`)));
      clashes += told.size;
      await one.merge(otherFile);
      await other.merge(file);
      if (!sameValue(one.holds(), other.holds())) faults.push(`${seed}: they differ`);
      faults.push(...lostIn(base, before, beforeOther, one.data, told, kept).map((what) => `${seed}: ${what}`));
      if ((await one.merge(otherFile)).length > 0 || (await other.merge(other.file())).length > 0 || (await one.merge(other.file())).length > 0) faults.push(`${seed}: taken in again, it changes something`);
    }
    expect(faults.slice(0, 10)).toEqual([]);
    expect(clashes).toBeGreaterThan((last - first) / 10);
  });

  it('end equal round after round, also when only one of them took in the other meanwhile', async () => {
    const faults: string[] = [];
    for (let seed = 1; seed <= 300; seed += 1) {
      const { one, other } = apart(seed + 10_000);
      for (let round = 0; round < 3; round += 1) {
        await one.merge(other.file());
        work(one, seed * 17 + round, 2);
        work(other, seed * 19 + round, 2);
      }
      await other.merge(one.file());
      await one.merge(other.file());
      if (!sameValue(one.holds(), other.holds())) faults.push(`${seed}: they differ`);
    }
    expect(faults.slice(0, 10)).toEqual([]);
  });

  it('end equal with a third between them', async () => {
    const faults: string[] = [];
    for (let seed = 1; seed <= 200; seed += 1) {
      const { one, other } = apart(seed + 20_000);
      const third = one.copy('丙', seed + 900_000);
      work(third, seed * 23, 3);
      await third.merge(one.file());
      await third.merge(other.file());
      await one.merge(third.file());
      await other.merge(third.file());
      if (!sameValue(one.holds(), other.holds()) || !sameValue(one.holds(), third.holds())) faults.push(`${seed}: they differ`);
    }
    expect(faults.slice(0, 10)).toEqual([]);
  });
});
