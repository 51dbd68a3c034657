import { join } from 'node:path';
import { z } from 'zod';
import { stageShowSchema } from '../../../data/schema/stage.js';
import { realDisk, writeDurably } from '../../storage/disk.js';

/** So many marks are kept, the newest. */
export const mostMarks = 1_000;

/** What is kept of a show, so that a crash or a pulled cable leads back to the same stop. */
const keptSchema = z.object({
  folder: z.string(),
  show: stageShowSchema,
  startedAt: z.number().nullable(),
  stopSince: z.number().nullable(),
  /** When the program was closed while the show ran; null where it was cut off. */
  closedAt: z.number().nullable().default(null),
  marks: z.array(z.object({ assetId: z.string(), at: z.number() })).max(mostMarks),
});
export type KeptShow = z.infer<typeof keptSchema>;

export interface StageFile {
  /** What was kept last; nothing when there is none or it cannot be read: a show is a convenience, not a record. */
  read(): Promise<KeptShow | undefined>;
  /** Keeps the newest state; while one is being written, only the newest of those that come waits. */
  keep(state: KeptShow): void;
  settled(): Promise<void>;
}

export function stageFile(home: string): StageFile {
  const file = join(home, 'stage.json');
  let waiting: KeptShow | undefined;
  let writing: Promise<void> | undefined;
  async function write(): Promise<void> {
    while (waiting) {
      const state = waiting;
      waiting = undefined;
      // A show goes on although its place could not be kept: the room must not see a disk's trouble.
      await writeDurably(realDisk, file, (append) => append(new TextEncoder().encode(JSON.stringify(state)))).catch((error: unknown) => console.error('[stage]', error));
    }
    writing = undefined;
  }
  return {
    async read() {
      try {
        return keptSchema.parse(JSON.parse(new TextDecoder().decode(await realDisk.readFile(file))));
      } catch {
        return undefined;
      }
    },
    keep(state) {
      waiting = state;
      writing ??= write();
    },
    settled: () => writing ?? Promise.resolve(),
  };
}
