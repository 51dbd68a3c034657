import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallInput, CallName, CallOutput, Events, JobState } from '../../data/contract.js';
import { FailureError, type Failure } from '../../data/schema/failure.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { tourSchema } from '../../data/schema/tour.js';
import { createDispatch } from '../../electron/host/dispatch.js';
import { createProgram } from '../../electron/services/create-program.js';
import type { ProgramOptions } from '../../electron/services/program.js';
import { buildLedgerData } from './ledger.js';

export const leadTourId = '01J9Z3KT000000000000000000';
export const passphrase = '青山绿水 2026';

/** A ledger of published assets, with a tour that shows the first of them. */
export function ledgerForLeads(): LedgerData {
  const data = buildLedgerData({ assets: 6, projects: 2 });
  const assets = data.assets.map((asset) => ({ ...asset, status: 'available' as const }));
  const stops = [{ id: 'stop-cover', kind: 'cover', seconds: 60 }, { id: 'stop-first', kind: 'asset', assetId: assets[0]!.id, seconds: 60 }];
  return { ...data, assets, tours: [tourSchema.parse({ id: leadTourId, revision: 1, updatedAt: '2026-03-01T08:00:00.000Z', name: '春季路演', stops })] };
}

/** A program over a ledger's folder, as desk and audience ask it; a guess at the passphrase costs next to nothing. */
export async function leadDesk(home: string, ledger: string, more: Partial<ProgramOptions> = {}) {
  const program = await createProgram({ home, ledger, shipped: join(import.meta.dirname, '../../data'), host: 'test', version: '0', leadKeyCost: 1 << 12, ...more });
  const dispatch = createDispatch(program.handlers);
  const asker = (circle: 'desk' | 'public') => async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const reply = await dispatch(name, input, circle);
    if (!reply.ok) throw new FailureError(reply.failure.code, reply.failure.message, reply.failure.place);
    return reply.value as CallOutput<N>;
  };
  const heard: Events['leads.changed'][] = [];
  program.on('leads.changed', (event) => heard.push(event));
  let closed = false;
  const ask = asker('desk');
  return {
    program, heard, ask, askAsAudience: asker('public'),
    startBooth: () => ask('stage.start', { tourId: leadTourId, booth: true }),
    async finished<T>(begun: Promise<{ jobId: string }>): Promise<T> {
      const { jobId } = await begun;
      for (;;) {
        const job: JobState = await ask('job.state', { jobId });
        if (job.state === 'done') return job.result as T;
        if (job.state === 'failed') throw new FailureError(job.failure.code, job.failure.message, job.failure.place);
        if (job.state === 'cancelled') throw new FailureError('cancelled', { zh: '已取消', en: 'Cancelled' });
        await new Promise((resolve) => { setTimeout(resolve, 2); });
      }
    },
    close: async () => { if (!closed) await program.close(); closed = true; },
  };
}
export type LeadDesk = Awaited<ReturnType<typeof leadDesk>>;

/** Why something was refused; throws when it was not. */
export const refusalOf = (asked: Promise<unknown>): Promise<Failure> => asked.then(() => { throw new Error('It was not refused.'); }, (error: unknown) => { if (error instanceof FailureError) return error.failure; throw error; });

/** Every file below a folder with its bytes. */
export async function everyFile(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file)] as const)));
}
/** The files below a folder, by name or content, in which any of the words stands: as it is, escaped as JSON does, in UTF-16, or in base64. */
export async function filesHolding(folder: string, words: readonly string[]): Promise<string[]> {
  const spellings = words.flatMap((word) => {
    const escaped = [...word].map((letter) => (letter > '~' ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter)).join('');
    return [Buffer.from(word), Buffer.from(escaped), Buffer.from(word, 'utf16le'), Buffer.from(Buffer.from(word).toString('base64').replace(/=+$/, '').slice(0, -1)), Buffer.from(encodeURIComponent(word))];
  });
  return [...await everyFile(folder)].filter(([file, bytes]) => spellings.some((spelling) => bytes.includes(spelling) || Buffer.from(file).includes(spelling))).map(([file]) => file);
}
