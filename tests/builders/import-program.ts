import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallInput, CallName, CallOutput, ImportPlanSummary, ImportResult, JobState } from '../../data/contract.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { FailureError } from '../../data/schema/failure.js';
import { createDispatch } from '../../electron/host/dispatch.js';
import { createProgram } from '../../electron/services/create-program.js';
import type { Program } from '../../electron/services/program.js';
import { createLedger } from '../../electron/storage/ledger.js';
import { root } from './bundle.js';
import { temporaryFolder } from './ledger.js';
import { builtWorkers } from './workers.js';

export { builtWorkers } from './workers.js';

/** A program over a ledger of its own, as a page uses it to import. */
export interface ImportProgram {
  readonly program: Program;
  readonly folder: string;
  readonly home: string;
  /** Makes a call; throws the failure it answers with. */
  ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** Saves a file to be imported; answers with its path. */
  save(name: string, bytes: Uint8Array | string): Promise<string>;
  /** Plans files to the end. */
  plan(...paths: readonly string[]): Promise<ImportPlanSummary>;
  replan(planId: string, choices: CallInput<'import.replan'>['choices']): Promise<ImportPlanSummary>;
  /** Applies a plan to the end; throws the failure that it ends in. */
  apply(input: CallInput<'import.apply'>): Promise<ImportResult>;
  finish(jobId: string): Promise<JobState>;
  close(): Promise<void>;
}

/** Starts a program over a new ledger; with `again` over the ledger and home of an earlier one. */
export async function importProgram(data: LedgerData, again?: Pick<ImportProgram, 'folder' | 'home'>): Promise<ImportProgram> {
  const { path, remove } = await temporaryFolder();
  const folder = again?.folder ?? join(path, 'ledger');
  const home = again?.home ?? join(path, 'home');
  if (!again) await (await createLedger(folder, data)).close();
  const program = await createProgram({ home, ledger: folder, shipped: join(root, 'data'), host: 'test', version: '0.0.0', workerFiles: await builtWorkers() });
  const dispatch = createDispatch(program.handlers);
  const ask = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const reply = await dispatch(name, input, 'desk');
    if (!reply.ok) throw new FailureError(reply.failure.code, reply.failure.message, reply.failure.place);
    return reply.value as CallOutput<N>;
  };
  const finish = (jobId: string) => new Promise<JobState>((resolve, reject) => {
    const look = () => { ask('job.state', { jobId }).then((job) => { if (job.state !== 'running') { stop(); resolve(job); } }, reject); };
    const stop = program.on('job.changed', look);
    look();
  });
  const ended = async <T>({ jobId }: { jobId: string }): Promise<T> => {
    const job = await finish(jobId);
    if (job.state === 'failed') throw new FailureError(job.failure.code, job.failure.message, job.failure.place);
    if (job.state !== 'done') throw new Error(`The job ended as ${job.state}.`);
    return job.result as T;
  };
  let closed = false;
  return {
    program, folder, home, ask, finish,
    async save(name, bytes) {
      const own = join(path, createHash('sha1').update(name).update(bytes).digest('hex'));
      await mkdir(own, { recursive: true });
      await writeFile(join(own, name), bytes);
      return join(own, name);
    },
    plan: async (...paths) => ended(await ask('import.plan', { uploadIds: paths.map((file) => program.acceptFile(file)) })),
    replan: async (planId, choices) => ended(await ask('import.replan', { planId, choices })),
    apply: async (input) => ended(await ask('import.apply', input)),
    async close() {
      if (!closed) await program.close();
      closed = true;
      if (!again) await remove();
    },
  };
}
