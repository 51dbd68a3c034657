import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallInput, OutputFile } from '../../data/contract.js';
import type { MergeResult, MergeRow, MergeSummary } from '../../data/contract/exchange.js';
import { FailureError } from '../../data/schema/failure.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { createLedger } from '../../electron/storage/ledger.js';
import { importProgram, type ImportProgram } from './import-program.js';
import { temporaryFolder } from './ledger.js';

type Request = CallInput<'output.start'>;
/** A desk of its own: a program, a ledger in a folder, and what a person there does with exchange files. */
export interface ExchangeDesk extends ImportProgram {
  /** Makes a copy to take along, or sheets for a village; answers with the file. */
  pack(request: { readonly kind: 'exchange' | 'slice' } & Readonly<Record<string, unknown>>): Promise<string>;
  open(file: string): Promise<MergeSummary>;
  rows(mergeId: string, ...kinds: readonly MergeRow['kind'][]): Promise<readonly MergeRow[]>;
  merge(mergeId: string, more?: Partial<CallInput<'exchange.apply'>>): Promise<MergeResult>;
  set(id: string, path: string, value: unknown): Promise<void>;
  /** What the ledger holds, in an order that does not depend on the order in which it came. */
  holds(): Promise<unknown>;
}

/** Starts desks whose ledgers are copies of one folder, journals and pictures included. */
export async function exchangeDesks(count: number, data: LedgerData, prepare?: (folder: string) => Promise<unknown>): Promise<{ desks: ExchangeDesk[]; close: () => Promise<void> }> {
  const { path, remove } = await temporaryFolder();
  const first = join(path, 'first');
  await (await createLedger(first, data)).close();
  await prepare?.(first);
  const desks: ExchangeDesk[] = [];
  for (let at = 0; at < count; at += 1) {
    const folder = join(path, `desk-${at}`);
    await cp(first, folder, { recursive: true });
    desks.push(deskOf(await importProgram(data, { folder, home: join(path, `home-${at}`) })));
  }
  return { desks, close: async () => { for (const desk of desks) await desk.close(); await remove(); } };
}

function deskOf(host: ImportProgram): ExchangeDesk {
  const { ask, finish, program } = host;
  const ended = async <T>({ jobId }: { jobId: string }): Promise<T> => {
    const job = await finish(jobId);
    if (job.state === 'failed') throw new FailureError(job.failure.code, job.failure.message, job.failure.place);
    if (job.state !== 'done') throw new Error(`The job ended as ${job.state}.`);
    return job.result as T;
  };
  return {
    ...host,
    async pack(request) {
      const { fileId } = await ended<OutputFile>(await ask('output.start', { audience: request.kind === 'exchange' ? 'internal' : 'public', ...request } as Request));
      const resource = await program.resource(`outputs/${fileId}`);
      return resource && 'file' in resource ? resource.file : '';
    },
    open: async (file) => ended(await ask('exchange.open', { uploadId: program.acceptFile(file) })),
    rows: async (mergeId, ...kinds) => (await ask('exchange.rows', { mergeId, kinds: [...kinds] })).rows,
    merge: async (mergeId, more) => ended(await ask('exchange.apply', { mergeId, ...more })),
    set: async (id, path, value) => { await ask('desk.apply', { edits: [{ kind: 'set', noun: 'asset', id, path, value }] }); },
    async holds() {
      const ids = (await ask('desk.index', {})).rows.map((row) => String(row[0])).sort();
      const projects = (await ask('desk.projects', {})).map(({ project }) => project).sort((one, other) => (one.id < other.id ? -1 : 1));
      return { assets: await ask('desk.assets', { ids }), projects, tours: await ask('desk.tours', {}), profile: await ask('desk.profile', {}) };
    },
  };
}
