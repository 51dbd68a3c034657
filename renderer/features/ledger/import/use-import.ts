import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { ImportResult as Applied, JobState } from '../../../../data/contract.js';
import type { Failure } from '../../../../data/schema/failure.js';
import type { ImportRow } from '../../../../data/schema/import-plan.js';
import { failureOf } from '../../../client/call-failure.js';
import { useClient } from '../../../client/current-client.js';
import { followJob } from '../../../client/run-job.js';
import { knowOperator } from '../../../state/operator.js';
import { concernsOf, type StepName } from './concerns.js';
import { movedChoices, type Choices } from './import-choices.js';
import { isLeft, isNothingLeft, leftRowOf, movedLeaving, nothingLeft, standingOf, type DoubtfulCounts, type Leaving } from './leaving.js';
import { photoStanding, type PhotoChoices, type PhotoTarget } from './photo-choices.js';
import { movesBetween, type TakenFile } from './taken-files.js';
import { usePlan } from './use-plan.js';

/** What came of an import, with the rows that still want a look. */
export interface ImportResult extends Applied { readonly doubts: readonly ImportRow[] }
type Running = Extract<JobState, { state: 'running' }>;
export type ApplyWork = { readonly at: 'rest' } | { readonly at: 'applying'; readonly job?: Running; /** Stops the import, as long as nothing is written. */ readonly stop?: () => void } | { readonly at: 'done'; readonly result: ImportResult } | { readonly at: 'failed'; readonly failure: Failure };

const noConcerns: Record<StepName, number> = { files: 0, tables: 0, columns: 0, places: 0, rows: 0, apply: 0 };
const noChoices: Choices = [];
/** As many doubtful rows are kept for the list after the import. */
const keptDoubts = 500;

/** How many rows of each file that would be stored carry a doubt; asked once per plan. */
function useDoubtfulCounts(planId: string | undefined, counts: readonly number[]): readonly (DoubtfulCounts | undefined)[] {
  const client = useClient();
  const [known, setKnown] = useState<readonly (DoubtfulCounts | undefined)[]>([]);
  const wanted = counts.join();
  useEffect(() => {
    if (planId === undefined) return;
    let gone = false;
    const total = (file: number, outcome: 'new' | 'changed') => client.call('import.rows', { planId, file, outcome, doubtfulOnly: true, limit: 1 }).then((reply) => reply.total);
    void Promise.all(wanted.split(',').map(async (doubtful, file) => (Number(doubtful) > 0 ? { new: await total(file, 'new'), changed: await total(file, 'changed') } : undefined)))
      .then((found) => { if (!gone) setKnown(found); }, () => undefined);
    return () => { gone = true; };
  }, [client, planId, wanted]);
  return known;
}

/** An import from the first file to its end: the plan, what a person decided about it, and what comes of it. */
export function useImport(first: readonly File[], askFirst: boolean) {
  const client = useClient();
  const { files, work, planned, begin: beginPlan, choose, cancel, take, forget } = usePlan();
  const [asking, setAsking] = useState(askFirst);
  const [choices, setChoices] = useState<Choices>(noChoices);
  /** What is left out, the newest last; the one before it comes back by undoing. */
  const [leavings, setLeavings] = useState<readonly Leaving[]>([nothingLeft]);
  const [photoChoices, setPhotoChoices] = useState<PhotoChoices>(new Map());
  const [applied, setApplied] = useState<ApplyWork>({ at: 'rest' });
  const leaving = leavings.at(-1) ?? nothingLeft;

  const begin = useCallback((list: readonly TakenFile[]) => {
    setApplied({ at: 'rest' });
    return beginPlan(list, (keys) => {
      const moves = movesBetween(planned?.files ?? keys, keys);
      const moved = movedChoices(choices, moves);
      setChoices(moved);
      setLeavings((now) => [movedLeaving(now.at(-1) ?? nothingLeft, moves)]);
      return moved;
    });
  }, [beginPlan, planned, choices]);

  const open = useEffectEvent(() => { if (!askFirst) void begin(take(first)); });
  // Begun once, when the dialog opens; later changes of the ledger do not begin it again.
  useEffect(() => { open(); }, []);

  /** Makes a ledger of one's own and goes on in it; throws CallFailure when it cannot be made. */
  const createThenBegin = async (name: string) => { await client.call('ledger.create', { name }); setAsking(false); await begin(take(first)); };
  const stay = () => { setAsking(false); void begin(take(first)); };

  const decide = useCallback((next: Choices) => { setChoices(next); choose(next); }, [choose]);
  const leave = useCallback((next: Leaving) => setLeavings((now) => [...now.slice(-40), next]), []);
  const undoLeaving = useCallback(() => setLeavings((now) => (now.length > 1 ? now.slice(0, -1) : now)), []);
  const proposal = planned?.proposal.planId ?? '';
  const choosePhoto = useCallback((key: string, choice: PhotoTarget | null | undefined) => setPhotoChoices((now) => {
    const next = new Map(now);
    if (choice === undefined) next.delete(key);
    else next.set(key, choice && { ...choice, proposal });
    return next;
  }), [proposal]);

  const doubtful = useDoubtfulCounts(planned?.plan.planId, planned?.plan.files.map((file) => file.counts.doubtful) ?? []);
  const standing = useMemo(() => standingOf(planned?.plan.files ?? [], leaving, doubtful), [planned, leaving, doubtful]);
  const photos = useMemo(() => (planned?.plan.photos ?? []).map((photo) => { const key = planned?.files[photo.file] ?? ''; return { photo, key, ...photoStanding(photo, photoChoices.get(key), leaving, proposal) }; }), [planned, photoChoices, leaving, proposal]);
  const concerns = useMemo(() => (planned ? concernsOf(planned.plan, choices, photos.filter(({ by }) => by === 'nobody').length) : noConcerns), [planned, choices, photos]);
  const attached = photos.filter(({ target }) => target !== null).length;

  /** The doubtful rows that are about to be stored, for the list afterwards. */
  const doubtsOf = async (planId: string, fileCounts: readonly number[]): Promise<ImportRow[]> => {
    const found: ImportRow[] = [];
    for (const [file, count] of fileCounts.entries()) {
      if (count === 0 || found.length >= keptDoubts) continue;
      const { rows } = await client.call('import.rows', { planId, file, doubtfulOnly: true, limit: keptDoubts });
      found.push(...rows.filter((row) => row.outcome !== 'refused' && !isLeft(leaving, row.key, leftRowOf(row, file))));
    }
    return found.slice(0, keptDoubts);
  };

  const apply = async () => {
    if (!planned || work.at !== 'rest') return;
    const { planId } = planned.plan;
    await knowOperator();
    setApplied({ at: 'applying' });
    try {
      const doubts = await doubtsOf(planId, planned.plan.files.map((file) => file.counts.doubtful));
      const { jobId } = await client.call('import.apply', {
        planId, skip: [...leaving.rows.keys()], leaveOut: leaving.groups.map((group) => ({ ...group })),
        photos: photos.flatMap(({ photo, target }) => (target ? [{ file: photo.file, assetId: target.assetId }] : [])),
      });
      const stop = () => { client.call('job.cancel', { jobId }).catch(() => undefined); };
      // The photos come first, one by one; once the change itself is written, which has no total, it is too late to stop.
      const result = await followJob<Applied>(client, jobId, (job) => { if (job.state === 'running') setApplied({ at: 'applying', job, ...(job.total === null ? {} : { stop }) }); });
      forget();
      setApplied({ at: 'done', result: { ...result, doubts } });
    } catch (error) {
      const failure = failureOf(error);
      setApplied(failure.code === 'cancelled' ? { at: 'rest' } : { at: 'failed', failure });
    }
  };

  return {
    files, work, planned, asking, createThenBegin, stay,
    add: (more: readonly File[]) => void begin(take(more)),
    remove: (key: string) => void begin(files.filter((item) => item.key !== key)),
    again: () => void begin(files),
    cancel,
    choices, decide, concerns,
    leaving, leave, undoLeaving, canUndoLeaving: leavings.length > 1, standing,
    photos, attached, choosePhoto,
    applied, apply,
    /** True when closing would throw away what a person decided. */
    decided: applied.at !== 'done' && (choices.length > 0 || !isNothingLeft(leaving) || photoChoices.size > 0),
  };
}
export type Import = ReturnType<typeof useImport>;
export type PlacedPhoto = Import['photos'][number];
