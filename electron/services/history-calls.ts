import type { Comparison, RecordHistoryItem } from '../../data/contract.js';
import { momentText } from '../../data/rules/export/shown-text.js';
import { recordChange } from '../../data/rules/changes/record-change.js';
import { FailureError } from '../../data/schema/failure.js';
import type { RecordChange } from '../../data/schema/record-change.js';
import { changeHead } from '../storage/journal-line.js';
import { stateAfter } from '../storage/state-after.js';
import type { Ledger } from '../storage/ledger.js';
import { compareDays } from './history/compare-days.js';
import { changesOf } from './history/compared.js';
import type { Comparisons } from './history/comparisons.js';
import { goBackTo } from './history/earlier-state.js';
import type { Jobs } from './jobs.js';
import type { Handlers } from './program.js';

type Calls = Pick<Handlers, 'history.ofRecord' | 'history.ofChange' | 'history.compare' | 'history.rows' | 'history.undoTo'>;

/** What changed: of one record, and between two days. */
export function historyCalls(ledger: () => Ledger, jobs: Jobs, comparisons: Comparisons, by: () => string): Calls {
  return {
    'history.ofRecord': ({ noun, id, limit, before }) => historyOfRecord(ledger(), noun, id, limit, before),
    'history.ofChange': ({ seq, offset, limit }) => recordsOfChange(ledger(), seq, offset, limit),
    'history.compare': (period) => ({
      jobId: jobs.start(async (context): Promise<Comparison> => comparisons.keep(await compareDays(ledger(), period, context), period)),
    }),
    'history.rows': async ({ comparisonId, noun, kind, offset, limit }) => {
      const { ledger: compared, rows } = comparisons.find(comparisonId);
      const wanted = noun || kind ? rows.filter((row) => (!noun || row.noun === noun) && (!kind || row.kind === kind)) : rows;
      const page: RecordChange[] = [];
      for await (const change of changesOf(compared, wanted.slice(offset, offset + limit))) page.push(change);
      return { total: wanted.length, rows: page };
    },
    'history.undoTo': ({ seq }) => ({
      jobId: jobs.start(async (context) => {
        const current = ledger();
        const head = await current.changes.head(seq);
        const at = head ? momentText(head.at) : undefined;
        const label = head ? { zh: `回到 ${at}「${head.label.zh}」之后`, en: `Back to ${at}, after “${head.label.en}”` } : { zh: '回到最初', en: 'Back to the beginning' };
        const change = await goBackTo(current, await stateAfter(current, seq, context), by(), label, context.signal);
        return { seq: change.seq };
      }),
    }),
  };
}

/** A page of the records of one change. Throws `not-found` when it is no longer on record. */
async function recordsOfChange(ledger: Ledger, seq: number, offset: number, limit: number): Promise<{ total: number; rows: RecordChange[] }> {
  const reader = ledger.reader();
  try {
    const head = await ledger.changes.head(seq);
    const found = head && (await reader.page(seq, offset, limit));
    if (!found) throw new FailureError('not-found', { zh: '这次修改的内容已经清理或读不出来。', en: 'What this change did is no longer on record or cannot be read.' });
    const rows = found.map(({ noun, id, before, after }) => recordChange({ noun, id, before: before as object | null, after: after as object | null, by: [head.by], at: head.at }));
    return { total: head.count, rows: rows.filter((row) => row !== undefined) };
  } finally {
    await reader.close();
  }
}

/** The changes of one record, newest first, each with its cells before and after; those taken back, and those that take back, are marked. */
async function historyOfRecord(ledger: Ledger, noun: RecordChange['noun'], id: string, limit: number, before?: number): Promise<RecordHistoryItem[]> {
  const items: RecordHistoryItem[] = [];
  const reader = ledger.reader();
  try {
    for await (const { line, entry } of reader.about(noun, id, before)) {
      const { seq, at, by, label, undoes, redoes } = changeHead(line);
      const change = recordChange({ noun, id, before: entry.before as object | null, after: entry.after as object | null, by: [by], at });
      // A change that a person could not see (a source row noted, say) is no event in the record's life.
      if (!change) continue;
      items.push({ seq, at, by, label, change, ...(undoes === undefined ? {} : { undoes }), ...(redoes === undefined ? {} : { redoes }) });
      if (items.length === limit) break;
    }
  } finally {
    await reader.close();
  }
  const spans = await ledger.changes.undoneSpans(ledger.seq, (items.at(-1)?.seq ?? ledger.seq) - 1);
  const isUndone = ({ seq, undoes, redoes }: RecordHistoryItem) => undoes === undefined && redoes === undefined && spans.some((span) => seq >= span.first && seq <= span.last);
  return items.map((item) => (isUndone(item) ? { ...item, undone: true } : item));
}
