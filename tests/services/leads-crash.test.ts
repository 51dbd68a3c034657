import { describe, expect, it } from 'vitest';
import { leadSchema, type Lead } from '../../data/schema/lead.js';
import { readLeads, writeLeads, noLeads, type LeadDocument } from '../../electron/storage/lead-file.js';
import { faultyDisk } from '../builders/faulty-disk.js';
import { idOf, seeded } from '../builders/ledger.js';
import { PowerCutDisk, type Leftover, type Names } from '../builders/power-cut-disk.js';

const folder = '/ledger';
const lead = (number: number): Lead => leadSchema.parse({
  id: idOf(number), revision: 1, takenAt: '2026-11-29T08:00:00.000Z', way: 'booth', language: 'zh', consent: { at: '2026-11-29T08:00:00.000Z', wording: 'shown-1', until: '2028-11-29' }, assetIds: [], projectIds: [], sealed: `SEALED${number}`.repeat(50),
});
const document = (count: number, ...leads: Lead[]): LeadDocument => ({ ...noLeads, count, leads });
const [one, two] = [lead(1), lead(2)];
const both = document(2, one, two);
const left = document(3, two);

/** All bytes that are in the folder, under whatever name. */
async function bytesOf(disk: PowerCutDisk): Promise<string> {
  const names = await disk.list(`${folder}/leads`).catch(() => []);
  return (await Promise.all(names.map((name) => disk.readFile(`${folder}/leads/${name}`)))).map(String).join('\n');
}
async function prepared(cutAt: number, leftover: Leftover, names: Names, seed: number): Promise<PowerCutDisk> {
  const disk = new PowerCutDisk(Infinity, leftover, names, seeded(seed));
  await disk.makeFolder(folder);
  await disk.syncFolder('/');
  await writeLeads(disk, folder, both);
  disk.cutAt = disk.calls + cutAt;
  return disk;
}

describe('a power cut while a lead is being deleted', () => {
  const ways = (['nothing', 'half', 'zeros', 'torn'] as const).flatMap((leftover) => (['durable', 'all', 'some'] as const).map((names) => ({ leftover, names })));
  it.each(ways)('leaves the leads as they were or without it, at every step, and never again with it once it was acknowledged: $leftover, $names', async ({ leftover, names }) => {
    const outcomes = new Set<string>();
    for (let cutAt = 1; ; cutAt += 1) {
      const disk = await prepared(cutAt, leftover, names, cutAt);
      const isAcknowledged = await writeLeads(disk, folder, left).then(() => true, () => false);
      if (isAcknowledged && !disk.isOff) break;
      const after = disk.after();
      const { document: found, isSettled } = await readLeads(after, folder);
      expect([both, left]).toContainEqual(found);
      if (isAcknowledged) expect(found).toEqual(left);
      outcomes.add(String(found.count));
      // What was cut off is finished at the next start; then nothing of a deleted lead is left, under any name.
      if (!isSettled) await writeLeads(after, folder, found);
      if (found.count === left.count) {
        await writeLeads(after, folder, found);
        expect(await bytesOf(after)).not.toContain(one.sealed);
      }
      expect(cutAt).toBeLessThan(200);
    }
    expect(outcomes).toEqual(new Set(['2', '3']));
  });
});

describe('a disk that fails while leads are written', () => {
  it('is told of, and one of the two states is read, whichever call fails', async () => {
    for (let call = 1; ; call += 1) {
      const under = await prepared(Infinity, 'nothing', 'durable', call);
      const disk = faultyDisk(under, { code: 'ENOSPC' }, call);
      const failed = await writeLeads(disk, folder, left).then(() => false, () => true);
      if (disk.calls() < call) break;
      const { document: found } = await readLeads(under, folder);
      expect([both, left]).toContainEqual(found);
      if (!failed) expect(found).toEqual(left);
    }
  });
});
