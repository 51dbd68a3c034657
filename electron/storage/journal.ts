import { dirname, join } from 'node:path';
import { writeAll, writeDurably, linkOrCopy, type Disk, type DiskFile } from './disk.js';
import { journalName } from './folder-names.js';

/**
 * The open end of journal.jsonl. One append at a time. What an append that failed left behind is cut off before the next one:
 * nobody was told that it had succeeded.
 */
export class Journal {
  #file: DiskFile | undefined;
  #isDirty: boolean;

  /** `length`: bytes of good lines; whatever follows is cut off at the first append, and at once by `settle`. */
  constructor(readonly disk: Disk, readonly folder: string, public length: number, public lines: number, private isUnfinished = false) {
    this.#isDirty = true;
  }

  get path(): string {
    return join(this.folder, 'journal.jsonl');
  }

  /** Where `rotate` puts the lines from the first to the last. */
  keptPath(first: number, last: number): string {
    return join(this.folder, 'snapshots', journalName(first, last));
  }

  /** Opens the file and cuts off a torn end; makes the file where there is none. */
  async settle(): Promise<void> {
    if (this.#file && !this.#isDirty) return;
    await this.#drop();
    const found = await this.disk.stat(this.path);
    if (this.length > (found?.size ?? 0)) throw Object.assign(new Error('The journal has lost its end.'), { code: 'EIO' });
    const file = await this.disk.open(this.path, found ? 'change' : 'make');
    this.#file = file;
    try {
      if (found && (found.size !== this.length || this.isUnfinished)) await this.#cutTo(file);
      await this.disk.syncFolder(this.folder);
      this.#isDirty = false;
    } catch (error) {
      await this.#drop();
      throw error;
    }
  }

  async #cutTo(file: DiskFile): Promise<void> {
    await file.truncate(this.length);
    if (this.isUnfinished) {
      await writeAll(file, Buffer.from('\n'), this.length);
      this.length += 1;
      this.isUnfinished = false;
    }
    await file.sync();
  }

  /** Appends whole lines. When it resolves they are on the medium; when it rejects, none of them counts. */
  async append(lines: readonly Uint8Array[], count: number): Promise<void> {
    await this.settle();
    const file = this.#file as DiskFile;
    this.#isDirty = true;
    try {
      let position = this.length;
      for (const bytes of lines) {
        await writeAll(file, bytes, position);
        position += bytes.byteLength;
      }
      await file.syncData();
      this.length = position;
      this.lines += count;
      this.#isDirty = false;
    } catch (error) {
      // After a failed fsync the kernel may have dropped the pages: start again from the last good byte with a fresh handle.
      await this.settle().catch(() => undefined);
      throw error;
    }
  }

  /**
   * Moves the lines so far to `snapshots/` and begins an empty journal. The lines have two
   * names for a moment, never none: a power cut in between leaves them readable, and opening takes each line once.
   */
  async rotate(first: number, last: number): Promise<void> {
    await this.settle();
    const kept = this.keptPath(first, last);
    await this.disk.remove(kept);
    await linkOrCopy(this.disk, this.path, kept);
    await this.disk.syncFolder(dirname(kept));
    await this.#drop();
    this.#isDirty = true;
    try {
      await writeDurably(this.disk, this.path, async () => undefined);
    } finally {
      // Also when only the last step failed, the file that has the name now is the one to go on with.
      if ((await this.disk.stat(this.path))?.size === 0) this.length = this.lines = 0;
    }
  }

  async close(): Promise<void> {
    await this.#drop();
    this.#isDirty = true;
  }

  async #drop(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.close().catch(() => undefined);
  }
}
