import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { applyChange, invertChange } from '../../data/rules/apply-change.js';
import { entriesOfEdits } from '../../data/rules/edit-record.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { profileId } from '../../data/schema/ledger.js';
import { openLedger, type Ledger } from '../../electron/storage/ledger.js';
import type { KillOrder, KillReport } from './killed-child.js';
import { idOf, seeded } from './ledger.js';
import { mixedEdits } from './mixed-edits.js';

// A process of its own that waits for an order (its modules are then loaded already), opens the ledger, says what it found there
// and which edits are acknowledged, and edits until it is killed.
const say = (report: KillReport) => process.stdout.write(`${JSON.stringify(report)}\n`);
const digestOf = (data: LedgerData) => createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16);

/** The records as they were after change `seq`, found by taking back in memory what followed; nothing when that is not on record. */
async function stateAt(ledger: Ledger, seq: number): Promise<LedgerData | undefined> {
  let { data } = ledger;
  for (let later = ledger.seq; later > seq; later -= 1) {
    const change = await ledger.change(later);
    if (!change) return undefined;
    data = applyChange(data, invertChange(change));
  }
  return data;
}

/** One thing that a person does, or several at once. */
function editorOf(ledger: Ledger, seed: number): (step: number) => Promise<unknown> {
  const random = seeded(seed);
  const next = mixedEdits(seed + 1);
  let ids = 0;
  const find = { asset: (id: string) => ledger.asset(id), project: (id: string) => ledger.project(id), tour: (id: string) => ledger.tour(id), profile: (id: string) => (id === profileId ? ledger.data.profile : undefined) };
  const commit = (step: number) => {
    const context = { at: '2026-05-01T00:00:00.000Z', by: '王小溪', newId: () => idOf((seed % 1_000_000) * 100_000 + (ids += 1)) };
    const entries = entriesOfEdits(next(ledger.data, step), find, ledger.data, context);
    return entries.length > 0 ? ledger.commit({ by: '王小溪', label: { zh: '修改', en: 'Edit' }, entries }) : undefined;
  };
  return async (step) => {
    const dice = random();
    if (dice < 0.08 && ledger.canUndo) return ledger.undo('王小溪');
    if (dice < 0.13 && ledger.canRedo) return ledger.redo('王小溪');
    if (dice < 0.18) void ledger.flush().catch(() => undefined);
    if (dice < 0.2) void ledger.keepPoint().catch(() => undefined);
    // Two at once may touch the same record; then the second is refused, as it should be.
    if (dice < 0.3) return Promise.allSettled([commit(step), commit(step)]);
    return commit(step);
  };
}

async function run({ folder, seed, acknowledged }: KillOrder): Promise<void> {
  const ledger = await openLedger(folder, { longestJournal: { lines: 40, bytes: 1e9 } });
  const state = await stateAt(ledger, acknowledged);
  say({ kind: 'open', seq: ledger.seq, readOnly: ledger.readOnly, notice: ledger.notice?.en, assets: ledger.data.assets.length, digest: state && digestOf(state) });
  // Of edits that share a trip to the disk only the last one finds the records as they are after itself.
  ledger.onChange(({ seq }) => say({ kind: 'done', seq, digest: seq === ledger.seq ? digestOf(ledger.data) : undefined }));
  const edit = editorOf(ledger, seed);
  for (let step = 0; !ledger.readOnly; step += 1) await edit(step).catch((error: unknown) => say({ kind: 'refused', why: String(error) }));
}

const [line] = (await once(createInterface({ input: process.stdin }), 'line')) as [string];
await run(JSON.parse(line) as KillOrder).catch((error: unknown) => say({ kind: 'unopened', why: String(error) }));
// Read-only: it waits for its end like any other.
setInterval(() => undefined, 60_000);
