import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { packContainers, packIdSchema } from '../../../data/schema/map-pack.js';
import type { PackSource } from './pack-messages.js';

const nameSchema = z.object({ prefix: z.string().max(40), digits: z.number().int().min(1).max(10) });
const layoutSchema = z.object({
  level: nameSchema, first: nameSchema, second: nameSchema, joint: z.string().max(8), order: z.enum(['column-first', 'row-first']), endings: z.array(z.string().max(8)).max(10).readonly(),
});
/** What is written beside a pack's tiles, or in place of them. `print` tells it from any other pack; `bytes` are those of all its files. */
const noteSchema = z.object({ container: z.enum(packContainers), print: z.string().max(100), bytes: z.number().nonnegative(), layout: layoutSchema.optional() });
const linkSchema = noteSchema.extend({ path: z.string().min(1).max(1000) });
export type PackNote = z.infer<typeof noteSchema>;
export type PackLink = z.infer<typeof linkSchema>;

/** Names inside `maps/<id>/`. A link holds a path of this machine: it is read here and sent to nobody but the desk. */
export const linkName = 'link.json';
export const noteName = 'pack.json';
export const tilesName = (container: PackNote['container']) => (container === 'folder' ? 'tiles' : `tiles.${container}`);
/** What is being written has this at the end of its name; a copy of the ledger leaves it out, and the next addition clears it away. */
export const unfinished = '.tmp';

export const mapsFolder = (ledger: string) => join(ledger, 'maps');
export const packFolder = (ledger: string, id: string) => join(mapsFolder(ledger), packIdSchema.parse(id));

export interface PackPlace { readonly how: 'copied' | 'linked'; readonly source: PackSource; readonly bytes: number; readonly print: string }

const parsed = async <T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> => {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
};
const sourceOf = ({ container, layout, bytes }: PackNote, path: string): PackSource => ({ path, container, ...(layout ? { layout } : {}), ...(container === 'folder' ? {} : { bytes }) });

/** Where a stored pack lies; nothing when the ledger's folder has none of this id, or its note cannot be read. */
export async function placeOf(ledger: string, id: string): Promise<PackPlace | undefined> {
  const folder = packFolder(ledger, id);
  const note = await parsed(join(folder, noteName), noteSchema);
  if (note) return { how: 'copied', source: sourceOf(note, join(folder, tilesName(note.container))), bytes: note.bytes, print: note.print };
  const link = await parsed(join(folder, linkName), linkSchema);
  return link && { how: 'linked', source: sourceOf(link, link.path), bytes: link.bytes, print: link.print };
}

/** The ids of all that is stored, used or not. */
export async function storedIds(ledger: string): Promise<string[]> {
  const entries = await readdir(mapsFolder(ledger), { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() && packIdSchema.safeParse(entry.name).success).map((entry) => entry.name).toSorted();
}

/** True while a pack's file or folder is there. */
export const isThere = ({ path }: PackSource) => stat(path).then(() => true, () => false);

/** Clears away what an addition left that was broken off, by a power cut say. */
export async function clearUnfinished(ledger: string, except: ReadonlySet<string>): Promise<void> {
  const names = await readdir(mapsFolder(ledger)).catch(() => []);
  for (const name of names) {
    if (name.endsWith(unfinished) && !except.has(name)) await rm(join(mapsFolder(ledger), name), { recursive: true, force: true }).catch(() => undefined);
  }
}
