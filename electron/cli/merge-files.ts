import { open } from 'node:fs/promises';
import type { JobState } from '../../data/contract.js';
import type { MergeResult, MergeRow, MergeSummary } from '../../data/contract/exchange.js';
import { fieldOfCell } from '../../data/rules/changes/cells.js';
import { FailureError } from '../../data/schema/failure.js';
import { text } from '../../data/schema/text.js';
import { names } from '../services/exchange/exchange-format.js';
import type { Session } from './session.js';
import { said, sentence, type Speech } from './speech.js';

/** What `import --json` prints of an exchange file. `open` are the records that somebody must decide about. */
export interface MergeReport extends Omit<MergeSummary, 'mergeId'> { readonly open: readonly MergeRow[]; readonly result: MergeResult | null }
export interface MergeOptions { readonly dryRun: boolean; readonly take: 'mine' | 'theirs' | undefined; readonly onStep: (job: JobState & { state: 'running' }) => void }

/** The first entry of an exchange file is its head, whose name stands behind the 30 bytes of a zip's entry. */
async function isExchange(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return bytesRead >= 30 + names.head.length && buffer.toString('latin1', 0, 2) === 'PK' && buffer.toString('latin1', 30, 30 + names.head.length) === names.head;
  } catch {
    // A folder, or what may not be read: the import says so.
    return false;
  } finally {
    await handle.close();
  }
}

/** Tells exchange files from all others, by what they are. */
export async function splitExchanges(files: readonly string[]): Promise<{ exchanges: string[]; others: string[] }> {
  const found = await Promise.all(files.map(async (file) => ({ file, is: await isExchange(file) })));
  return { exchanges: found.filter(({ is }) => is).map(({ file }) => file), others: found.filter(({ is }) => !is).map(({ file }) => file) };
}

const mostListed = 500;

/** Merges exchange files one after the other, each as one change, or only says what merging would do. Throws where something must be decided and `take` does not say how. */
export async function mergeFiles(session: Session, files: readonly string[], { dryRun, take, onStep }: MergeOptions): Promise<readonly MergeReport[]> {
  const reports: MergeReport[] = [];
  for (const file of files) {
    const { jobId } = await session.ask('exchange.open', { uploadId: session.program.acceptFile(file) });
    const { mergeId, ...summary } = await session.finish(jobId, onStep) as MergeSummary;
    const { rows } = await session.ask('exchange.rows', { mergeId, kinds: ['clash', 'removal', 'double'], limit: mostListed });
    if (dryRun) {
      await session.ask('exchange.discard', { mergeId });
      reports.push({ ...summary, open: rows, result: null });
      continue;
    }
    if (summary.questions > 0 && !take) {
      await session.ask('exchange.discard', { mergeId });
      throw new FailureError('not-allowed', text(
        `「${summary.file}」里有 ${summary.questions} 处两边都改了（如${namesOf(rows).zh}），没有合并。请加上 --take mine 或 --take theirs，或在程序里逐处选定；--dry-run 可先看。`,
        `“${summary.file}” has ${summary.questions} things changed at both desks (${namesOf(rows).en}), so nothing was merged. Say --take mine or --take theirs, or decide each in the program; --dry-run shows them.`,
      ), { file: summary.file });
    }
    const applying = await session.ask('exchange.apply', { mergeId, ...(take ? { rest: take } : {}) });
    reports.push({ ...summary, open: [], result: await session.finish(applying.jobId, onStep) as MergeResult });
  }
  return reports;
}

const namesOf = (rows: readonly MergeRow[]) => { const found = rows.filter((row) => row.kind !== 'double').slice(0, 3).map((row) => row.name); return { zh: found.map((name) => `「${name}」`).join('、'), en: found.map((name) => `“${name}”`).join(', ') }; };

/** A merge in lines for a person. */
export function mergeLines({ file, from, counts, open: asked, result }: MergeReport, speech: Speech): string[] {
  const lines = [
    said(text(`${file}（来自 ${from.ledger.zh}）：新增 ${counts.added}，对方更新 ${counts.updated}，自动合到一起 ${counts.merged}，对方删除 ${counts.removed}，没有不同 ${counts.same}，要决定 ${counts.clash + counts.removal}，可能重复 ${counts.double}。`,
      `${file} (from ${from.ledger.en}): ${counts.added} new, ${counts.updated} updated there, ${counts.merged} merged by themselves, ${counts.removed} removed there, ${counts.same} the same, ${counts.clash + counts.removal} to decide, ${counts.double} perhaps doubles.`), speech),
    ...asked.map((row) => {
      const fields = row.cells.filter((cell) => cell.asked).map((cell) => { const entry = fieldOfCell(row.noun, cell.path); return entry ? sentence(entry.label, speech) : cell.path; });
      const what = row.kind === 'removal' ? sentence(text('一边删了一边改了', 'removed at one desk, changed at the other'), speech) : row.kind === 'double' ? sentence(text(`可能和「${row.double?.name ?? ''}」是同一宗`, `may be one with “${row.double?.name ?? ''}”`), speech) : fields.join(speech === 'zh' ? '、' : ', ');
      return `  ${row.code ?? ''} ${row.name}: ${what}`;
    }),
  ];
  if (result) lines.push(said(text(`已合并为一次修改：新增 ${result.added} 条，修改 ${result.changed} 条，删除 ${result.removed} 条，带来 ${result.media} 个照片和附件。`, `Merged as one change: ${result.added} added, ${result.changed} changed, ${result.removed} removed, ${result.media} photos and files brought.`), speech));
  return lines;
}
