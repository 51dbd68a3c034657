import { invertChange, recordAt, sameValue, withPlaces } from '../../data/rules/apply-change.js';
import type { Change, ChangeDraft, ChangeEntry } from '../../data/schema/change.js';
import { FailureError } from '../../data/schema/failure.js';
import { nounNames, recordSchemas, type LedgerData } from '../../data/schema/ledger.js';
import { lineOf, type Share } from './journal-line.js';
import { applyPaced, LedgerIndex } from './ledger-index.js';
import { eachPaced } from './slices.js';

/** The entries of a change as they are to be kept, and the data as it will be once they are. */
export interface PreparedEntries {
  readonly entries: readonly ChangeEntry[];
  readonly data: LedgerData;
  /** A new index, for a change so large that the old one could not follow it in a moment. */
  readonly index: LedgerIndex | undefined;
}
/** A change that is ready to be written into a journal: its line, too. */
export interface PreparedChange extends Omit<PreparedEntries, 'entries'> {
  readonly change: Change;
  readonly line: readonly Uint8Array[];
  readonly bytes: number;
}

/** Entries that an index follows in well under a millisecond. */
const quickToFollow = 1_000;

/** True when records come or go, so that others change their place. */
export const isStructural = (entries: readonly ChangeEntry[]) => entries.some((entry) => entry.before === null || entry.after === null);

/** The record of an entry as its schema has it. That every stored record went through here is what lets opening skip it. */
function validated(entry: ChangeEntry): ChangeEntry {
  if (entry.after === null || !nounNames.includes(entry.noun)) return entry;
  const result = recordSchemas[entry.noun].safeParse(entry.after);
  if (result.success) return { ...entry, after: result.data };
  const field = result.error.issues[0]?.path.join('.') ?? '';
  const name = (entry.after as { name?: unknown }).name;
  const of = typeof name === 'string' ? name : entry.id;
  throw new FailureError('wrong-input', {
    zh: `「${of}」的「${field}」一栏不合规定，没有保存。请改正这一栏再保存。`,
    en: `The field “${field}” of “${of}” is not valid, so nothing was saved. Correct that field and save again.`,
  }, { field });
}

/** The entries with the places of what they remove, a slice at a time. */
async function placed(entries: readonly ChangeEntry[], data: LedgerData, index: LedgerIndex): Promise<ChangeEntry[]> {
  const find = index.finder(data);
  const result: ChangeEntry[] = [];
  await eachPaced(entries, (entry) => { result.push(...withPlaces(data, [entry], find)); });
  return result;
}

/** Entries made one with the records as they are now wherever they say the same: of a big change that is to be taken back, only what differs is kept. */
export function sharing(data: LedgerData, index: LedgerIndex): Share {
  const find = index.finder(data);
  return (entry) => {
    const now = recordAt(data, entry.noun, entry.id, find);
    return now !== null && sameValue(now, entry.after) ? { ...entry, after: now } : entry;
  };
}

/** The draft that takes a change back, made a slice at a time. */
export async function inverted(change: Change): Promise<ChangeDraft> {
  const entries: ChangeEntry[] = [];
  await eachPaced(change.entries, (entry) => { entries.push(...invertChange({ ...change, entries: [entry] }).entries); });
  return { by: change.by, label: change.label, entries };
}

/**
 * Checks a draft against its schemas and the data. `isRestoring` puts records back as they were, without passing them through the
 * schema again. Throws a `FailureError`; alters nothing.
 */
export async function prepareEntries(draft: ChangeDraft, isRestoring: boolean, data: LedgerData, index: LedgerIndex): Promise<PreparedEntries> {
  if (draft.entries.length === 0) {
    throw new FailureError('wrong-input', { zh: '没有要保存的改动。', en: 'There is nothing to save.' });
  }
  let entries = draft.entries;
  if (!isRestoring) {
    entries = [];
    await eachPaced(draft.entries, (entry) => { entries.push(validated(entry)); });
  }
  const after = await applyPaced(data, entries, index);
  return { entries: await placed(entries, data, index), data: after, index: await indexAfter(entries, after) };
}

/** A new index after a change that is too large for the old one to follow it in a moment; else nothing. */
export const indexAfter = async (entries: readonly ChangeEntry[], after: LedgerData): Promise<LedgerIndex | undefined> => (
  entries.length > quickToFollow && isStructural(entries) ? LedgerIndex.of(after) : undefined
);

/** `prepareEntries` as a change that is numbered and dated, with its line. */
export async function prepareChange(
  draft: ChangeDraft, isRestoring: boolean, seq: number, at: string, data: LedgerData, index: LedgerIndex, schema: number,
): Promise<PreparedChange> {
  const { entries, ...after } = await prepareEntries(draft, isRestoring, data, index);
  const { by, label, undoes, redoes } = draft;
  const change: Change = { seq, at, by, label, ...(undoes === undefined ? {} : { undoes }), ...(redoes === undefined ? {} : { redoes }), entries: [...entries] };
  const line = await lineOf(change, schema);
  return { change, line, bytes: line.reduce((sum, slice) => sum + slice.byteLength, 0), ...after };
}
