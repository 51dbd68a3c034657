import type { ChangeEntry } from '../../schema/change.js';
import type { LedgerData } from '../../schema/ledger.js';
import { sameValue } from '../apply-change.js';
import { laidOver, type Carried, type CarriedCircle, type ExchangedNoun } from './carried.js';
import { relinkedProject, relinkedTour, type Relinked } from './links.js';
import { withParts, type MergeCell } from './merge-record.js';
import { isAsked, type PlannedMerge } from './plan-record.js';

/** Whose word counts; `later` is the later change, which is what a merge by itself would take. */
export type Take = 'mine' | 'theirs' | 'later';
/** A person's answer about a field (`path`), or about a record as a whole: a removal (whose word), a double (`mine`: two things; `theirs`: one thing, joined). */
export interface MergeDecision {
  readonly noun: ExchangedNoun;
  readonly id: string;
  readonly path?: string | undefined;
  readonly take: 'mine' | 'theirs' | 'typed';
  /** What was typed. */
  readonly value?: unknown;
}
export interface Decided {
  readonly decisions: readonly MergeDecision[];
  /** For what nobody decided; without it such a merge is not settled. */
  readonly rest?: Take | undefined;
}
/** Who decides, and when. */
export interface MergeStamp { readonly at: string; readonly by: string }

const nameOf = (noun: string, id: string, path = '') => `${noun} ${id} ${path}`;
const indexed = ({ decisions }: Decided) => new Map(decisions.map((decision) => [nameOf(decision.noun, decision.id, decision.path), decision]));

/** The questions of a plan that a person is asked: its fields, or the record as a whole. Of a double those about fields come once it is joined. */
export const questionsOf = (plan: PlannedMerge): readonly MergeCell[] => (isAsked(plan.kind) ? plan.cells.filter((cell) => cell.state === 'clash' && cell.isShown) : []);

/** How many answers a settled merge still lacks. A double that nobody speaks of stays two. */
export function openQuestions(plans: readonly PlannedMerge[], decided: Decided): number {
  if (decided.rest) return 0;
  const answers = indexed(decided);
  let open = 0;
  for (const plan of plans) {
    const answer = answers.get(nameOf(plan.noun, plan.id));
    if (plan.kind === 'removal') open += answer ? 0 : 1;
    else if (plan.kind === 'clash' || (plan.kind === 'double' && answer?.take === 'theirs')) open += questionsOf(plan).filter(({ path }) => !answers.has(nameOf(plan.noun, plan.id, path))).length;
  }
  return open;
}

/** A planned record with a person's answers in it. */
function withAnswers(plan: PlannedMerge, answers: ReadonlyMap<string, MergeDecision>, rest: Take | undefined, stamp: MergeStamp): Carried {
  const result = plan.result as Carried;
  const answered = questionsOf(plan).flatMap((cell) => {
    const answer = answers.get(nameOf(plan.noun, plan.id, cell.path));
    const value = answer?.take === 'typed' ? { [cell.path]: answer.value }
      : answer ? cell[answer.take as 'mine' | 'theirs']
      : rest === 'mine' || rest === 'theirs' ? cell[rest] : cell.value;
    return sameValue(value, cell.value) ? [] : [{ paths: cell.paths, value }];
  });
  if (answered.length === 0) return result;
  const decided = withParts(result, answered);
  return decided['revision'] === undefined ? decided : { ...decided, updatedAt: stamp.at, ...(stamp.by ? { updatedBy: stamp.by } : {}) };
}

type Draft = { noun: ExchangedNoun; id: string; before: object | null; after: object | null; merged?: ChangeEntry['merged'] };

/**
 * The entries of the one change that a merge is, with a person's answers: every record once, and the links of projects and tours
 * to assets that were joined or are gone. Nothing is left to do where the list is empty. The plans must be of the data given.
 */
export function settleMerge(plans: readonly PlannedMerge[], data: LedgerData, circle: CarriedCircle, decided: Decided, stamp: MergeStamp): ChangeEntry[] {
  const answers = indexed(decided);
  const drafts = new Map<string, Draft>();
  const put = (draft: Draft) => { drafts.set(nameOf(draft.noun, draft.id), draft); };
  const relinked = new Map<string, string | null>();
  const leftOut: { noun: ExchangedNoun; id: string; also: string[] }[] = [];
  for (const plan of plans) {
    const { kind, noun, id, held, theirs, also } = plan;
    const answer = answers.get(nameOf(noun, id))?.take ?? (decided.rest === 'mine' || decided.rest === 'theirs' ? decided.rest : undefined);
    const merged = { also: [...also] };
    if (kind === 'same') continue;
    if (kind === 'removal') {
      const stays = answer === undefined || (answer === 'mine') === (held !== null);
      if (stays) put({ noun, id, before: held, after: laidOver(noun, held, plan.result as Carried, circle), merged });
      else if (held) put({ noun, id, before: held, after: null, merged });
      else leftOut.push({ noun, id, also: [...also] });
      if (!stays && noun === 'asset') relinked.set(id, null);
    } else if (kind === 'double') {
      const other = plan.double?.id as string;
      if (answers.get(nameOf(noun, id))?.take !== 'theirs') {
        put({ noun, id: other, before: null, after: laidOver(noun, null, theirs as Carried, circle), merged });
        continue;
      }
      // The older of two identities goes on, so that both desks end with the same one.
      const [kept, dropped] = id < other ? [id, other] : [other, id];
      const after = { ...laidOver(noun, held, withAnswers(plan, answers, decided.rest, stamp), circle), id: kept };
      relinked.set(dropped, kept);
      if (kept === id) put({ noun, id, before: held, after, merged: { also: [], settled: [{ noun, id: other, also: [...also] }] } });
      else {
        put({ noun, id, before: held, after: null });
        put({ noun, id: other, before: null, after, merged });
      }
    } else if (kind === 'removed') {
      put({ noun, id, before: held, after: null, merged });
      if (noun === 'asset') relinked.set(id, null);
    } else put({ noun, id, before: held, after: laidOver(noun, held, withAnswers(plan, answers, decided.rest, stamp), circle), merged });
  }
  followLinks(drafts, data, circle, goneAssets(plans, relinked), put);
  const entries: ChangeEntry[] = [...drafts.values()].filter((draft) => draft.before !== draft.after);
  return withLeftOut(entries, leftOut);
}

/** The assets that are gone or have another identity: by this merge, or gone here already and so known to the other desk's links alone. */
function goneAssets(plans: readonly PlannedMerge[], relinked: Relinked): Relinked {
  const all = new Map(relinked);
  for (const { kind, noun, id, held } of plans) if (noun === 'asset' && kind === 'same' && !held && !all.has(id)) all.set(id, null);
  return all;
}

/** Lets projects and tours lead to the assets as they are now: those of the change, and those that it would not touch otherwise. */
function followLinks(drafts: ReadonlyMap<string, Draft>, data: LedgerData, circle: CarriedCircle, relinked: Relinked, put: (draft: Draft) => void): void {
  if (relinked.size === 0) return;
  for (const noun of ['project', 'tour'] as const) {
    const follow = noun === 'project' ? relinkedProject : relinkedTour;
    const touched = [...drafts.values()].filter((draft) => draft.noun === noun);
    for (const draft of touched) if (draft.after) put({ ...draft, after: follow(draft.after as Carried, relinked) });
    for (const record of noun === 'project' ? data.projects : data.tours) {
      if (drafts.has(nameOf(noun, record.id))) continue;
      const after = follow(record as unknown as Carried, relinked);
      if (after !== (record as unknown)) put({ noun, id: record.id, before: record, after });
    }
  }
}

/** Remembers what was left out on purpose beside the first entry; with no entry there is no change to remember it in, and it is asked about again. */
function withLeftOut(entries: ChangeEntry[], leftOut: readonly { noun: ExchangedNoun; id: string; also: string[] }[]): ChangeEntry[] {
  const [first, ...rest] = entries;
  if (!first || leftOut.length === 0) return entries;
  return [{ ...first, merged: { also: first.merged?.also ?? [], settled: [...(first.merged?.settled ?? []), ...leftOut] } }, ...rest];
}
