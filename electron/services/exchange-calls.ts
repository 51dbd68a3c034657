import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MergeResult, MergeSummary } from '../../data/contract/exchange.js';
import { chosenRecords, isWhole } from '../../data/rules/merge/chosen-part.js';
import { mergeKinds, type MergeKind } from '../../data/rules/merge/plan-record.js';
import { openQuestions, questionsOf, settleMerge, type Decided, type MergeDecision } from '../../data/rules/merge/settle-merge.js';
import type { Asset } from '../../data/schema/asset.js';
import type { ChangeEntry } from '../../data/schema/change.js';
import { FailureError } from '../../data/schema/failure.js';
import { text, type Text } from '../../data/schema/text.js';
import type { Tour } from '../../data/schema/tour.js';
import { realDisk } from '../storage/disk.js';
import type { Ledger } from '../storage/ledger.js';
import { diskFailure } from '../storage/disk-failure.js';
import { entryOfMedium, mediaOfRecords, placesOfMedium } from './exchange/media-of-records.js';
import { mergeRowOf } from './exchange/merge-rows.js';
import { openExchange, type OpenedExchange } from './exchange/open-exchange.js';
import type { JobContext, Jobs } from './jobs.js';
import { mediaFile, putOnShelf } from './media/media-folder.js';
import { newKey } from './new-id.js';
import type { Handlers } from './program.js';
import { makeTemporary } from './temporary-folder.js';
import type { UploadedFile, Uploads } from './uploads.js';

type ExchangeCalls = Pick<Handlers, 'exchange.count' | 'exchange.open' | 'exchange.rows' | 'exchange.apply' | 'exchange.discard'>;
export interface Exchanges {
  readonly calls: ExchangeCalls;
  /** Compares an exchange file that `make` writes into a folder lent to it. What `exchange.open` ends in; `label` is what the change will be called. */
  openMade(label: Text, make: (folder: string, run: Pick<JobContext, 'signal' | 'progress'>) => Promise<UploadedFile>): { readonly jobId: string };
  close(): Promise<void>;
}
export interface ExchangeMeans {
  readonly ledger: () => Ledger;
  readonly jobs: Jobs;
  readonly uploads: Uploads;
  readonly by: () => string;
  readonly now: () => Date;
  /** Where the sample's pictures are shipped. */
  readonly shippedMedia: string;
  readonly workerFile?: string | undefined;
}
interface Kept { readonly opened: OpenedExchange; readonly ledger: Ledger; readonly label: Text; readonly uploadId?: string | undefined; applying: boolean }

/** Merges that wait for a decision; older ones are dropped. */
const keptMerges = 2;

const expired = () => new FailureError('not-found', text('这次合并已失效，请重新选择交换件。', 'This merge has expired; choose the exchange file again.'));
const outOfDate = () => new FailureError('out-of-date', text('打开交换件之后账本又有改动。请重新打开它再合并，以免覆盖。', 'The ledger changed after the exchange file was opened. Open it again and merge, so that nothing is overwritten.'));
const undecided = (count: number) => new FailureError('not-allowed', text(`还有 ${count} 处两边都改了，没有决定用哪一边。请逐处选定，或全部用我方、全部用对方。`, `${count} fields were changed at both desks and are not decided yet. Decide each, or take mine or theirs for all.`));

/** Exchange files: what they would hold, what merging one would do, and merging it as one undoable change. */
export function createExchanges({ ledger, jobs, uploads, by, now, shippedMedia, workerFile }: ExchangeMeans): Exchanges {
  const merges = new Map<string, Kept>();
  const find = (mergeId: string) => {
    const kept = merges.get(mergeId);
    if (!kept) throw expired();
    return kept;
  };
  const drop = async (mergeId: string) => {
    const kept = merges.get(mergeId);
    merges.delete(mergeId);
    await kept?.opened.discard();
    if (kept?.uploadId !== undefined) await uploads.discard([kept.uploadId]);
  };

  async function openUploaded(uploadId: string, context: JobContext): Promise<MergeSummary> {
    const [file] = await uploads.files([uploadId]);
    if (!file) throw expired();
    return compare(file, text(`合并交换件「${file.name}」`, `Merge the exchange file “${file.name}”`), context, uploadId);
  }

  async function compare(file: UploadedFile, label: Text, context: JobContext, uploadId?: string): Promise<MergeSummary> {
    const target = ledger();
    const opened = await openExchange(file, target, context, workerFile);
    const mergeId = newKey();
    merges.set(mergeId, { opened, ledger: target, label, uploadId, applying: false });
    for (const old of [...merges.keys()].slice(0, -keptMerges)) if (!merges.get(old)?.applying) await drop(old);
    const { head, plans } = opened;
    return {
      mergeId, file: file.name, from: { ledger: head.ledger, by: head.by, madeAt: head.madeAt, sample: head.sample, internal: head.circle === 'whole', whole: head.whole },
      counts: Object.fromEntries(mergeKinds.map((kind) => [kind, plans.filter((plan) => plan.kind === kind).length])) as Record<MergeKind, number>,
      questions: plans.reduce((sum, plan) => sum + (plan.kind === 'removal' ? 1 : plan.kind === 'clash' ? questionsOf(plan).length : 0), 0), media: opened.media.length,
    };
  }

  async function apply({ opened, ledger: target, label }: Kept, decided: Decided, { signal, progress }: JobContext): Promise<MergeResult> {
    const isCurrent = () => target === ledger() && target.seq === opened.seq;
    if (!isCurrent()) throw outOfDate();
    if (target.readOnly) throw new FailureError('read-only', target.notice ?? text('账本现在只能查看，没有合并。', 'The ledger can only be read now; nothing was merged.'));
    const open = openQuestions(opened.plans, decided);
    if (open > 0) throw undecided(open);
    const entries = settleMerge(opened.plans, target.data, opened.circle, decided, { at: now().toISOString(), by: by() });
    const media = entries.length === 0 ? 0 : await storeMedia(opened, target, entries, { signal, progress });
    if (!isCurrent()) throw outOfDate();
    if (signal.aborted) throw new FailureError('cancelled', text('合并已取消，账本没有改动。', 'The merge was cancelled; the ledger is unchanged.'));
    progress(0, null, text('写入账本', 'Writing to the ledger'));
    const change = entries.length === 0 ? undefined : await target.commit({ by: by(), label, entries });
    const count = (test: (entry: ChangeEntry) => boolean) => entries.filter(test).length;
    return { seq: change?.seq ?? target.seq, media, added: count(({ before }) => before === null), changed: count(({ before, after }) => before !== null && after !== null), removed: count(({ after }) => after === null) };
  }

  return {
    calls: {
      'exchange.count': async ({ part, internal }) => {
        const { data, folder } = ledger();
        const { assets, projects, leftProjects } = chosenRecords(data, part);
        const media = mediaOfRecords(assets, isWhole(part) && internal ? data.tours : [], internal);
        let bytes = 0;
        for (const medium of media) for (const path of placesOfMedium(medium, folder, data.profile.sample ? shippedMedia : undefined)) {
          const state = await stat(path).catch(() => undefined);
          if (state) { bytes += state.size; break; }
        }
        return { assets: assets.length, projects: projects.length, leftProjects, media: media.length, bytes };
      },
      'exchange.open': ({ uploadId }) => ({ jobId: jobs.start((context) => openUploaded(uploadId, context).catch(async (error: unknown) => { await uploads.discard([uploadId]); throw error; })) }),
      'exchange.rows': ({ mergeId, kinds, offset, limit }) => {
        const found = find(mergeId).opened.plans.filter((plan) => kinds.includes(plan.kind));
        return { total: found.length, rows: found.slice(offset, offset + limit).map(mergeRowOf) };
      },
      'exchange.apply': ({ mergeId, decisions, rest }) => {
        const kept = find(mergeId);
        if (kept.applying) throw new FailureError('wrong-input', text('这份交换件正在合并，请稍候。', 'This exchange file is being merged; wait a moment.'));
        kept.applying = true;
        return { jobId: jobs.start(async (context) => {
          try {
            const result = await apply(kept, { decisions: decisions as readonly MergeDecision[], rest }, context);
            await drop(mergeId);
            return result;
          } finally {
            kept.applying = false;
          }
        }) };
      },
      'exchange.discard': async ({ mergeId }) => { await drop(mergeId); return {}; },
    },
    openMade: (label, make) => ({
      jobId: jobs.start(async (context) => {
        const folder = await makeTemporary('upload');
        try {
          return await compare(await make(folder, context), label, context);
        } finally {
          // All that it holds has been read by now.
          await rm(folder, { recursive: true, force: true });
        }
      }),
    }),
    async close() {
      for (const mergeId of [...merges.keys()]) await drop(mergeId);
    },
  };
}

/** Puts the media that the change shows on their shelves, durably, before it is written. Answers with how many were not there before. */
async function storeMedia({ folder, media, circle }: OpenedExchange, target: Ledger, entries: readonly ChangeEntry[], { signal, progress }: Pick<JobContext, 'signal' | 'progress'>): Promise<number> {
  const after = (noun: ChangeEntry['noun']) => entries.flatMap((entry) => (entry.noun === noun && entry.after ? [entry.after] : []));
  const brought = new Set(media);
  const shown = mediaOfRecords(after('asset') as Asset[], after('tour') as Tour[], circle === 'whole').filter((medium) => brought.has(entryOfMedium(medium)));
  let stored = 0;
  try {
    for (const [at, medium] of shown.entries()) {
      signal.throwIfAborted();
      progress(at, shown.length, text('存放照片', 'Storing the photos'));
      if (await realDisk.stat(mediaFile(target.folder, medium.shelf, medium.id))) continue;
      const file = await realDisk.open(join(folder, entryOfMedium(medium).replaceAll('/', '-')), 'read');
      try {
        await putOnShelf(realDisk, target.folder, medium.shelf, file, medium.id.slice(65), signal);
      } finally {
        await file.close();
      }
      stored += 1;
    }
  } catch (error) {
    if (signal.aborted) throw error;
    throw diskFailure(error, target.folder);
  }
  return stored;
}
