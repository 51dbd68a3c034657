import { rm } from 'node:fs/promises';
import type { CarriedCircle } from '../../../data/rules/merge/carried.js';
import { unpackStates } from '../../../data/rules/merge/past-states.js';
import { planMerge } from '../../../data/rules/merge/plan-merge.js';
import type { PlannedMerge, TheirRecord } from '../../../data/rules/merge/plan-record.js';
import type { Text } from '../../../data/schema/text.js';
import type { Ledger } from '../../storage/ledger.js';
import { eachPaced, pace } from '../../storage/slices.js';
import type { JobContext } from '../jobs.js';
import { makeTemporary } from '../temporary-folder.js';
import type { UploadedFile } from '../uploads.js';
import type { ExchangeHead, ExchangeRecord } from './exchange-format.js';
import { refuseExchange } from './exchange-refusals.js';
import { runExchange } from './exchange-thread.js';
import { trailsOfLedger, type StateRef } from './ledger-trails.js';

/** An exchange file that was read and compared with a ledger. Its media wait in a folder of their own until `discard`. */
export interface OpenedExchange {
  readonly head: ExchangeHead;
  readonly circle: CarriedCircle;
  readonly plans: readonly PlannedMerge[];
  readonly media: readonly string[];
  readonly folder: string;
  /** The ledger's newest change when it was compared. */
  readonly seq: number;
  discard(): Promise<void>;
}

const reading: Text = { zh: '读取交换件', en: 'Reading the exchange file' };
const comparing: Text = { zh: '逐条比对', en: 'Comparing record by record' };

/** The states of a record's trail as the file holds them: those that it has none of are not on record. */
function theirRecordOf({ noun, id, record, trail, past }: ExchangeRecord): TheirRecord<StateRef> {
  const states = unpackStates(record, past);
  const first = trail.length - states.length;
  return { noun, id, record, trail: trail.map(({ key, also }, at) => { const state = states[at - first]; return { key, ...(also ? { also } : {}), ...(state === undefined ? {} : { ref: { record: state } }) }; }) };
}

/** Reads an exchange file apart from the main thread and plans its merge into the ledger, which is not changed. Throws a FailureError. */
export async function openExchange(file: UploadedFile, ledger: Ledger, { signal, progress }: Pick<JobContext, 'signal' | 'progress'>, workerFile?: URL | string): Promise<OpenedExchange> {
  const folder = await makeTemporary('upload');
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    progress(0, null, reading);
    const { head, records, media } = await runExchange({ kind: 'unpack', file: file.path, name: file.name, folder }, { signal, workerFile, stuck: () => refuseExchange.stuck(file.name), onProgress: (done, total) => progress(done, total, reading) });
    if (!head) throw refuseExchange.damaged(file.name);
    const { seq } = ledger;
    const theirs: TheirRecord<StateRef>[] = [];
    await eachPaced(records, (record) => { theirs.push(theirRecordOf(record)); });
    const plans = await planned(ledger, theirs, head.circle, { signal, progress });
    return { head, circle: head.circle, plans, media, folder, seq, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function planned(ledger: Ledger, theirs: readonly TheirRecord<StateRef>[], circle: CarriedCircle, { signal, progress }: Pick<JobContext, 'signal' | 'progress'>): Promise<readonly PlannedMerge[]> {
  const { data } = ledger;
  const carried = new Set(theirs.map(({ noun, id }) => `${noun} ${id}`));
  const reader = ledger.reader();
  const steps = pace();
  try {
    const mine = await trailsOfLedger(ledger, reader, circle, { signal, progress }, (noun, id) => carried.has(`${noun} ${id}`));
    const held = (noun: TheirRecord['noun'], id: string) => (noun === 'profile' ? data.profile : noun === 'tour' ? data.tours.find((tour) => tour.id === id) : ledger[noun](id)) ?? null;
    return await planMerge(theirs, {
      circle, assets: data.assets, held, trailOf: (noun, id) => mine.trailOf(noun, id, held(noun, id)), stateOf: (step) => mine.state(step.ref),
      rest: async (done) => {
        if (!steps.isDue) return;
        signal.throwIfAborted();
        progress(done, theirs.length, comparing);
        await steps.rest();
      },
    });
  } finally {
    await reader.close();
  }
}
