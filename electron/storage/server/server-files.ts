import { join } from 'node:path';
import { realDisk, writeDurably, type Disk } from '../disk.js';
import { shelves } from '../media-shelves.js';
import type { Queries } from './connection.js';

const mediaId = /\b[a-f0-9]{64}\.[a-z0-9]{2,4}\b/g;
/** What is sent at once: a film does not have to fit into memory, here or there. */
const partBytes = 1 << 20;
/** Thumbnails are made anew where they are wanted. */
const sentShelves = (['shown', 'originals', 'documents'] as const).map((shelf) => shelves[shelf].join('/'));

/** The files that records speak of, kept on the server, so that every desk sees the photo that one desk took in. */
export class ServerFiles {
  readonly #known = new Set<string>();

  constructor(private readonly queries: Queries, private readonly folder: string, private readonly disk: Disk = realDisk) {}

  /** The ids of the media that these records speak of. */
  static idsIn(records: readonly unknown[]): Set<string> {
    return new Set(records.flatMap((record) => (record === null ? [] : JSON.stringify(record).match(mediaId) ?? [])));
  }

  /** Sends what records speak of and the server lacks. What lies nowhere here was sent by another desk, or ships with the program. */
  async send(records: readonly unknown[], signal?: AbortSignal): Promise<void> {
    const ids = [...ServerFiles.idsIn(records)].filter((id) => !this.#known.has(id));
    if (ids.length === 0) return;
    const names = ids.flatMap((id) => sentShelves.map((shelf) => `${shelf}/${id}`));
    const there = new Set((await this.queries.rows<{ name: string }>('SELECT DISTINCT name FROM xishan.files WHERE name = ANY ($1)', [names])).map(({ name }) => name));
    for (const name of names) {
      signal?.throwIfAborted();
      if (!there.has(name)) await this.#sendOne(name);
    }
    for (const id of ids) this.#known.add(id);
  }

  async #sendOne(name: string): Promise<void> {
    const path = join(this.folder, ...name.split('/'));
    const size = (await this.disk.stat(path))?.size ?? 0;
    if (size === 0) return;
    const file = await this.disk.open(path, 'read');
    try {
      // The first part, by which a file is found to be there, goes last.
      for (let part = Math.ceil(size / partBytes) - 1; part >= 0; part -= 1) await this.queries.rows('SELECT xishan.keep_file($1, $2, $3)', [name, part, Buffer.from(await file.read(part * partBytes, partBytes))]);
    } finally {
      await file.close();
    }
  }

  /** Brings a medium's files into a folder of a ledger, where they are not there yet; answers whether any came. */
  async fetch(id: string, folder = this.folder, signal?: AbortSignal): Promise<boolean> {
    const names = sentShelves.map((shelf) => `${shelf}/${id}`);
    const there = await this.queries.rows<{ name: string }>('SELECT name FROM xishan.files WHERE name = ANY ($1) AND part = 0', [names]);
    for (const { name } of there) {
      signal?.throwIfAborted();
      const path = join(folder, ...name.split('/'));
      if (await this.disk.stat(path)) continue;
      await this.disk.makeFolder(join(path, '..'));
      await writeDurably(this.disk, path, async (append) => {
        for (let part = 0; ; part += 1) {
          signal?.throwIfAborted();
          const [found] = await this.queries.rows<{ bytes: Buffer }>('SELECT bytes FROM xishan.files WHERE name = $1 AND part = $2', [name, part]);
          if (!found) return;
          await append(found.bytes);
        }
      });
    }
    return there.length > 0;
  }
}
