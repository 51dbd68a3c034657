import { join } from 'node:path';
import { z } from 'zod';
import { joinDecisions, type SheetDecisions } from '../../../data/rules/import/choices.js';
import type { ShapeDecisions } from '../../../data/rules/import/understand-files.js';
import { categories, datums } from '../../../data/schema/vocabularies.js';
import { realDisk, writeDurably } from '../../storage/disk.js';
import { schemaOf } from '../../../data/schema/vocabulary-schema.js';

const nounSchema = z.enum(['asset', 'project']).nullable();
const decision = <T extends z.ZodType>(schema: T) => z.object({ was: schema, is: schema });
const word = z.string().max(80).nullable();
const decisionsSchema = z.object({
  noun: decision(nounSchema), category: decision(schemaOf(categories).nullable()), datum: decision(z.union([schemaOf(datums), z.literal('unsupported')]).nullable()),
  columns: z.record(z.string().max(12), z.object({ role: decision(word), unit: decision(word) }).partial()),
}).partial();
const entrySchema = z.object({ shape: z.string().max(40), decisions: decisionsSchema });
type Entry = { readonly shape: string; readonly decisions: SheetDecisions };

/** What persons decided about sheets, by their shape, for later files of the same shape. */
export interface Mappings {
  byShape(): Readonly<Record<string, SheetDecisions>>;
  /** Takes over what was chosen now; what equals the program's own understanding is dropped. `used`: shapes that came again. */
  keep(chosen: readonly ShapeDecisions[], used: readonly string[]): Promise<void>;
}

/** Shapes remembered; those that came longest ago are dropped first. */
const keptShapes = 400;

/** Opens the mappings in a folder. A file that cannot be read counts as none, entry by entry: they save work, no record depends on them. */
export async function openMappings(home: string): Promise<Mappings> {
  const file = join(home, 'import-mappings.json');
  let entries: readonly Entry[] = [];
  try {
    const stored: unknown = JSON.parse(new TextDecoder().decode(await realDisk.readFile(file)));
    if (Array.isArray(stored)) entries = stored.slice(0, keptShapes).flatMap((entry) => { const read = entrySchema.safeParse(entry); return read.success ? [read.data as Entry] : []; });
  } catch {
    // None yet, or damaged: the next import that is told anything writes a good one.
  }
  let writing = Promise.resolve();
  return {
    byShape: () => Object.fromEntries(entries.map(({ shape, decisions }) => [shape, decisions])),
    keep(chosen, used) {
      const before = new Map(entries.map((entry) => [entry.shape, entry.decisions]));
      const now = new Map(before);
      for (const { shape, decisions } of chosen) {
        const joined = joinDecisions(now.get(shape), decisions);
        if (joined) now.set(shape, joined);
        else now.delete(shape);
      }
      const recent = [...new Set([...chosen.map(({ shape }) => shape), ...used])].filter((shape) => now.has(shape));
      const order = [...recent, ...[...now.keys()].filter((shape) => !recent.includes(shape))].slice(0, keptShapes);
      const next = order.map((shape): Entry => ({ shape, decisions: now.get(shape) as SheetDecisions }));
      if (JSON.stringify(next) === JSON.stringify(entries)) return writing;
      entries = next;
      writing = writing.catch(() => undefined).then(async () => {
        await realDisk.makeFolder(home);
        await writeDurably(realDisk, file, (append) => append(new TextEncoder().encode(JSON.stringify(entries))));
      });
      return writing;
    },
  };
}
