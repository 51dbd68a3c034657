import { recordsOf } from './records-of.js';
import { momentText } from '../../../data/rules/export/shown-text.js';
import { FailureError } from '../../../data/schema/failure.js';
import type { LedgerData, NounName } from '../../../data/schema/ledger.js';
import type { Text } from '../../../data/schema/text.js';
import type { ChangeTrail } from '../../storage/change-trail.js';
import type { ChangeReader } from '../../storage/kept-ledger.js';
import type { Ledger } from '../../storage/ledger.js';
import { pace } from '../../storage/slices.js';
import type { JobContext } from '../jobs.js';
import { comparedRow, inOrder, recordOf, type Compared, type ComparedRow, type Side } from './compared.js';

/** Two days, both included, as 2026-03-01. */
export interface Period { readonly from: string; readonly to: string }

/** What became of a record within a period, and what it was when it was first touched after. */
interface Touched { readonly noun: NounName; readonly id: string; first?: Side; later?: Side; by: string[]; at?: string }

const comparing: Text = { zh: '比较前后', en: 'Comparing' };
const keyOf = (noun: NounName, id: string) => `${noun} ${id}`;
/** Midnight at the beginning of a day, where the office is; `later` days on. */
function midnight(day: string, later = 0): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, date + later).getTime();
}

/**
 * What changed from the first moment of one day to the last of another: first state against last, so that what was changed back is not
 * told. The journal is walked in slices and only places in it are kept. Where it does not reach back so far, the oldest state known
 * (a restore point, or the beginning of the journal) stands in, and `notice` says so.
 */
export async function compareDays(ledger: Ledger, { from, to }: Period, { signal, progress }: Pick<JobContext, 'signal' | 'progress'>): Promise<Compared> {
  if (from > to) throw new FailureError('wrong-input', { zh: '起始日期在截止日期之后。请改一下日期。', en: 'The first day is after the last one. Change the dates.' }, { field: 'from' });
  // Both taken at once: what is edited from here on is not part of this comparison.
  const { data, seq: newest } = ledger;
  const span = await spanOf(ledger.changes, newest, midnight(from), midnight(to, 1));
  const base = span.isCovered ? undefined : await baseBefore(ledger, span.oldest, midnight(from));
  const reader = ledger.reader();
  try {
    const { touched, unread } = await walk(reader, ledger.changes, span, newest, { signal, progress });
    const rows = base
      ? await rowsAgainst(base.data, data, touched, reader, signal)
      : await rowsOfTouched(data, touched, reader, { signal, progress });
    const notice = noticeOf({ ...span, unread }, base?.at, await oldestMoment(ledger.changes, span.oldest));
    return { ledger, rows: inOrder(rows), ...(notice ? { notice } : {}) };
  } finally {
    await reader.close();
  }
}

interface PeriodSpan {
  /** The first change at or after the beginning, and the last one before the end. */
  readonly first: number;
  readonly last: number;
  /** The oldest change seen; whether the journal reaches back to the beginning of the period. */
  readonly oldest: number;
  readonly isCovered: boolean;
}

async function spanOf(changes: ChangeTrail, newest: number, begin: number, end: number): Promise<PeriodSpan> {
  let first = newest + 1;
  let last = 0;
  let oldest = newest + 1;
  let isCovered = newest === 0;
  for await (const { lines } of changes.parts()) {
    for (const line of lines.values()) {
      if (line.seq > newest) continue;
      const at = Date.parse(line.at);
      oldest = Math.min(oldest, line.seq);
      if (at < end) last = Math.max(last, line.seq);
      if (at >= begin) first = Math.min(first, line.seq);
      else isCovered = true;
    }
    if (isCovered) break;
  }
  return { first, last, oldest, isCovered: isCovered || oldest === 1 };
}

/** The restore point that tells best how things stood at a moment that the journal, whose oldest change is given, does not reach. */
async function baseBefore(ledger: Ledger, oldest: number, moment: number): Promise<{ data: LedgerData; at: string } | undefined> {
  const older = (await ledger.points()).filter((point) => point.seq < oldest - 1);
  const before = older.filter((point) => Date.parse(point.at) < moment);
  // A damaged one is passed over: the next older one tells as much or more.
  for (const point of [...before, ...older.filter((point) => !before.includes(point)).toReversed()]) {
    const data = await ledger.pointData(point.id).catch(() => undefined);
    if (data) return { data, at: point.at };
  }
  return undefined;
}

async function walk(reader: ChangeReader, changes: ChangeTrail, { first, last }: PeriodSpan, newest: number, { signal, progress }: Pick<JobContext, 'signal' | 'progress'>) {
  const touched = new Map<string, Touched>();
  let unread = 0;
  for (let seq = first; seq <= newest && last >= first; seq += 1) {
    signal.throwIfAborted();
    const head = await changes.head(seq);
    const isWithin = seq <= last;
    const isRead = head && await reader.eachEntry(seq, ({ entry: { noun, id, before }, place }) => {
      // That there was no record needs no reading again.
      const side: Side = before === null ? { record: null } : { before: place };
      const key = keyOf(noun, id);
      const known = touched.get(key);
      if (!isWithin) {
        if (known) known.later ??= side;
        return;
      }
      const record: Touched = known ?? { noun, id, by: [] };
      record.first ??= side;
      record.by = [head.by, ...record.by.filter((name) => name !== head.by)].filter((name) => name !== '');
      record.at = head.at;
      if (!known) touched.set(key, record);
    });
    if (!isRead && isWithin) unread += 1;
    progress(seq - first + 1, newest - first + 1, comparing);
  }
  return { touched, unread };
}

const laterOr = (touched: Touched | undefined, now: object | null): Side => touched?.later ?? { record: now };
const who = (touched: Touched | undefined) => ({ by: touched?.by ?? [], ...(touched?.at ? { at: touched.at } : {}) });

/** The rows of what was touched: what it was at first against what it was, or is, in the end. */
async function rowsOfTouched(data: LedgerData, touched: ReadonlyMap<string, Touched>, reader: ChangeReader, { signal, progress }: Pick<JobContext, 'signal' | 'progress'>): Promise<ComparedRow[]> {
  const now = new Map<string, object>();
  const steps = pace();
  for (const { noun, record, id } of recordsOf(data)) {
    const key = keyOf(noun, id);
    if (touched.has(key)) now.set(key, record);
    if (steps.isDue) await steps.rest();
  }
  const rows: ComparedRow[] = [];
  let done = 0;
  for (const [key, record] of touched) {
    signal.throwIfAborted();
    const from = record.first as Side;
    const to = laterOr(record, now.get(key) ?? null);
    const row = comparedRow({ noun: record.noun, id: record.id, from, to, ...who(record) }, await recordOf(from, reader), await recordOf(to, reader));
    if (row) rows.push(row);
    done += 1;
    if (!steps.isDue) continue;
    progress(done, touched.size, comparing);
    await steps.rest();
  }
  return rows;
}

/** The rows of all that differs from an older state that is at hand whole. */
async function rowsAgainst(base: LedgerData, data: LedgerData, touched: ReadonlyMap<string, Touched>, reader: ChangeReader, signal: AbortSignal): Promise<ComparedRow[]> {
  const old = new Map<string, object>();
  const rows: ComparedRow[] = [];
  const steps = pace();
  const compare = async (noun: NounName, id: string, before: object | null, now: object | null) => {
    const known = touched.get(keyOf(noun, id));
    const to = laterOr(known, now);
    const after = await recordOf(to, reader);
    const row = comparedRow({ noun, id, from: { record: before }, to, ...who(known) }, before, after);
    if (row) rows.push(row);
    signal.throwIfAborted();
    if (steps.isDue) await steps.rest();
  };
  for (const { noun, id, record } of recordsOf(base)) {
    old.set(keyOf(noun, id), record);
    if (steps.isDue) await steps.rest();
  }
  const seen = new Set<string>();
  for (const { noun, id, record } of recordsOf(data)) {
    const key = keyOf(noun, id);
    seen.add(key);
    await compare(noun, id, old.get(key) ?? null, record);
    old.delete(key);
  }
  for (const [key, record] of old) {
    const [noun, id] = key.split(' ') as [NounName, string];
    await compare(noun, id, record, null);
  }
  // What came and went again is in neither state, save where the period ends in between.
  for (const [key, { noun, id, later }] of touched) if (later && !seen.has(key) && !old.has(key)) await compare(noun, id, null, null);
  return rows;
}

const oldestMoment = async (changes: ChangeTrail, oldest: number) => (await changes.head(oldest))?.at;

function noticeOf({ isCovered, unread }: PeriodSpan & { unread: number }, baseAt: string | undefined, since: string | undefined): Text | undefined {
  const zh: string[] = [];
  const en: string[] = [];
  if (!isCovered) {
    const start = since ? momentText(since) : '';
    zh.push(`修改记录只保存到 ${start}，更早的已经清理；${baseAt ? `以下是与 ${momentText(baseAt)} 的恢复点相比的变化，其中更早的变化没有修改人和时间` : '以下从那时算起'}。`);
    en.push(`The record of changes reaches back to ${start} only; ${baseAt ? `what follows is compared with the restore point of ${momentText(baseAt)}, and of the earlier changes nobody is named` : 'what follows begins there'}.`);
  }
  if (unread > 0) {
    zh.push(`有 ${unread} 次修改的记录读不出来，可能没有列全。`);
    en.push(`${unread} changes on record cannot be read, so the list may be incomplete.`);
  }
  return zh.length === 0 ? undefined : { zh: zh.join(''), en: en.join(' ') };
}
