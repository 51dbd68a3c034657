import { useMemo } from 'react';
import { create } from 'zustand';
import type { Edit } from '../../data/contract.js';
import { sameValue } from '../../data/rules/apply-change.js';
import { valueAt } from '../../data/schema/fields.js';
import type { Text } from '../../data/schema/text.js';
import { CallFailure } from '../client/call-failure.js';
import type { Client } from '../client/client.js';
import { applyEdits } from './apply-edits.js';
import { useProgram } from './program-store.js';

/** One field of a record set; `seen` is what stood there when the person decided. */
export interface CellSet { readonly id: string; readonly path: string; readonly value: unknown; readonly seen: unknown }
/** Values of a record by path that are on their way to the host. */
export type Patch = ReadonlyMap<string, unknown>;
export type TableNoun = 'asset' | 'project';

interface Batch { readonly noun: TableNoun; readonly sets: readonly CellSet[] }
/** What was edited and has not come back yet; it outlives the page it was edited on. */
const useBatches = create<{ readonly batches: readonly Batch[] }>(() => ({ batches: [] }));
let queue: Promise<unknown> = Promise.resolve();

const patienceMs = 4_000;

/** Values edited but not yet stored, by record: tables show these in place of what they hold. */
export function usePending(noun: TableNoun): ReadonlyMap<string, Patch> {
  const batches = useBatches((state) => state.batches);
  return useMemo(() => {
    const pending = new Map<string, Map<string, unknown>>();
    for (const batch of batches) {
      if (batch.noun !== noun) continue;
      for (const { id, path, value } of batch.sets) {
        const known = pending.get(id);
        if (known) known.set(path, value); else pending.set(id, new Map([[path, value]]));
      }
    }
    return pending;
  }, [batches, noun]);
}

interface Known { readonly revision: number; value(path: string): unknown }
const isNothing = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const sameContent = (one: unknown, other: unknown) => (isNothing(one) ? isNothing(other) : sameValue(one, other));

/** Looks up records as the page knows them now. A path that the page does not hold answers with nothing known. */
function recordsNow(noun: TableNoun, ids: ReadonlySet<string>): Map<string, Known> {
  const { deskEntries, deskPaths, deskProjects } = useProgram.getState();
  const found = new Map<string, Known>();
  if (noun === 'project') {
    for (const { project } of deskProjects ?? []) if (ids.has(project.id)) found.set(project.id, { revision: project.revision, value: (path) => valueAt(project, path) });
    return found;
  }
  const at = new Map(deskPaths.map((path, index) => [path, index]));
  const revisionAt = at.get('revision') ?? -1;
  for (const entry of deskEntries ?? []) {
    if (!ids.has(entry.id)) continue;
    found.set(entry.id, { revision: entry.cells[revisionAt] as number, value: (path) => { const index = at.get(path); return index === undefined ? unknownHere : entry.cells[index]; } });
  }
  return found;
}
const unknownHere = Symbol('not in the index');

/** Resolves when the page has the record in a newer revision or without it, or after a while. */
function untilNewer(noun: TableNoun, id: string, revision: number): Promise<void> {
  const isNewer = () => (recordsNow(noun, new Set([id])).get(id)?.revision ?? Infinity) > revision;
  if (isNewer()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => { stop(); clearTimeout(timer); resolve(); };
    const stop = useProgram.subscribe(() => { if (isNewer()) end(); });
    const timer = setTimeout(end, patienceMs);
  });
}

const outOfDate = () => new CallFailure({ code: 'out-of-date', message: { zh: '这里刚被别处改过，您写的还没有存。请看过最新的再改一次。', en: 'This was changed elsewhere meanwhile and your edit is not stored. Look at the newest, then edit again.' } });

/**
 * Stores cells as one change. Tables show the new values at once (`usePending`); the promise resolves when the page has
 * them from the host, and throws CallFailure when they were refused and the old ones stand again. Changes go one after the
 * other, each on the revisions that the one before left; what was changed elsewhere is not overwritten silently.
 */
export function editCells(client: Client, noun: TableNoun, sets: readonly CellSet[], label?: Text): Promise<void> {
  if (sets.length === 0) return Promise.resolve();
  const batch: Batch = { noun, sets };
  useBatches.setState(({ batches }) => ({ batches: [...batches, batch] }));
  const work = async () => {
    try {
      const known = recordsNow(noun, new Set(sets.map((set) => set.id)));
      const stale = sets.some(({ id, path, seen }) => { const now = known.get(id)?.value(path); return known.has(id) && now !== unknownHere && !sameContent(now, seen); });
      if (stale) throw outOfDate();
      const edits = sets.map(({ id, path, value }): Edit => {
        const revision = known.get(id)?.revision;
        return { kind: 'set', noun, id, path, ...(isNothing(value) ? {} : { value }), ...(revision === undefined ? {} : { revision }) };
      });
      await applyEdits(client, edits, label);
      const first = sets[0] as CellSet;
      await untilNewer(noun, first.id, known.get(first.id)?.revision ?? Infinity);
    } finally {
      useBatches.setState(({ batches }) => ({ batches: batches.filter((one) => one !== batch) }));
    }
  };
  const mine = queue.then(work);
  queue = mine.catch(() => undefined);
  return mine;
}

/** Resolves when every edit made so far is stored or refused: undo waits for it. */
export const editsSettled = (): Promise<unknown> => queue;
