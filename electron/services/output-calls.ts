import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutputFile } from '../../data/contract.js';
import { nounNames } from '../../data/schema/ledger.js';
import type { Text } from '../../data/schema/text.js';
import type { TableChanges } from '../../data/rules/export/changes-table.js';
import type { Ledger } from '../storage/ledger.js';
import { exportTable } from './export/export-table.js';
import { compareDays, type Period } from './history/compare-days.js';
import { changesOf, countOf } from './history/compared.js';
import type { JobContext, Jobs } from './jobs.js';
import { newKey } from './new-id.js';
import type { Handlers, FileResource } from './program.js';

type OutputCalls = Pick<Handlers, 'output.start'>;
export interface Outputs {
  readonly calls: OutputCalls;
  /** A finished file by its id. */
  file(fileId: string): FileResource | undefined;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' };

/** Makes outputs as jobs; finished files wait in a folder of their own until the program ends. */
export function createOutputs(ledger: () => Ledger, jobs: Jobs, today: () => string, workerFile?: string): Outputs {
  const finished = new Map<string, FileResource>();
  let root: Promise<string> | undefined;
  return {
    calls: {
      'output.start': (request) => ({
        jobId: jobs.start(async ({ signal, progress }): Promise<OutputFile & { notices: readonly Text[] }> => {
          root ??= mkdtemp(join(tmpdir(), 'xishan-output-'));
          const fileId = newKey();
          const folder = join(await root, fileId);
          await mkdir(folder, { recursive: true });
          const step = { zh: '写出表格', en: 'Writing the table' };
          const changes = request.kind === 'changes' && request.period ? await changesBetween(ledger(), request.period, { signal, progress }) : undefined;
          const { file, name, bytes, notices } = await exportTable(request, ledger().data, { folder, changes, today: today(), onProgress: (done, total) => progress(done, total, step), signal, workerFile });
          finished.set(fileId, { file, type: types[request.format] ?? 'application/octet-stream', saveAs: name });
          return { fileId, name, bytes, notices };
        }),
      }),
    },
    file: (fileId) => finished.get(fileId),
    close: async () => { if (root) await rm(await root, { recursive: true, force: true }); },
  };
}

/** What changed between two days, as a table takes it. */
async function changesBetween(ledger: Ledger, period: Period, running: Pick<JobContext, 'signal' | 'progress'>): Promise<TableChanges> {
  const compared = await compareDays(ledger, period, running);
  return {
    period, added: countOf(compared, 'added'), changed: countOf(compared, 'changed'), removed: countOf(compared, 'removed'), notice: compared.notice,
    counts: Object.fromEntries(nounNames.map((noun) => [noun, compared.rows.filter((row) => row.noun === noun).length])) as TableChanges['counts'],
    nameOf: (id) => ledger.asset(id)?.name, changes: () => changesOf(ledger, compared.rows),
  };
}
