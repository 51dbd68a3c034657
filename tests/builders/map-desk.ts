import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackInspection } from '../../data/contract.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { FailureError, type Failure } from '../../data/schema/failure.js';
import type { MapPack } from '../../data/schema/map-pack.js';
import type { TilePlace } from '../../data/rules/map/tile-scheme.js';
import { importProgram, type ImportProgram } from './import-program.js';
import { buildLedgerData } from './ledger.js';

/** A program at whose desk map packs are taken in. */
export interface MapDesk extends ImportProgram {
  /** A folder for packs, outside the ledger. */
  readonly packs: string;
  /** Looks into a pack to the end; throws the failure that it ends in. */
  inspect(path: string): Promise<PackInspection>;
  /** The failure that looking into a pack ends in. */
  refusal(path: string): Promise<Failure>;
  add(found: PackInspection, how: 'copy' | 'link', chosen?: Partial<MapPack>): Promise<string>;
  relink(id: string, path: string): Promise<string>;
  /** What a page gets of a tile: its bytes and type, or nothing. */
  tile(id: string, scheme: string, place: TilePlace): Promise<{ readonly bytes: Buffer; readonly type: string } | undefined>;
}

/** Starts a program over a new ledger with some assets around the builders' packs. */
export async function mapDesk(data: LedgerData = buildLedgerData({ assets: 60 })): Promise<MapDesk> {
  const desk = await importProgram(data);
  const packs = join(desk.folder, '..', 'packs');
  await mkdir(packs, { recursive: true });
  const ended = async <T>(asked: Promise<{ jobId: string }>): Promise<T> => {
    const job = await desk.finish((await asked).jobId);
    if (job.state === 'failed') throw new FailureError(job.failure.code, job.failure.message, job.failure.place);
    if (job.state !== 'done') throw new Error(`The job ended as ${job.state}.`);
    return job.result as T;
  };
  const inspect = (path: string) => ended<PackInspection>(desk.ask('maps.inspect', { path }));
  return {
    ...desk, packs, inspect,
    refusal: (path) => inspect(path).then(() => { throw new Error('It was not refused.'); }, (error: unknown) => { if (error instanceof FailureError) return error.failure; throw error; }),
    add: async (found, how, chosen = {}) => (await ended<{ id: string }>(desk.ask('maps.add', { inspectionId: found.inspectionId, how, pack: { ...found.proposal, ...chosen } }))).id,
    relink: async (id, path) => (await ended<{ id: string }>(desk.ask('maps.relink', { id, path }))).id,
    async tile(id, scheme, { z, x, y }) {
      const found = await desk.program.resource(`maps/${id}/tiles/${scheme}/${z}/${x}/${y}`);
      return found && 'bytes' in found ? { bytes: Buffer.from(found.bytes), type: found.type } : undefined;
    },
  };
}
