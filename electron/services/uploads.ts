import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FailureError } from '../../data/schema/failure.js';
import { newKey } from './new-id.js';
import { makeTemporary } from './temporary-folder.js';

export interface UploadedFile { readonly name: string; readonly path: string }
export interface Uploads {
  acceptBytes(name: string, bytes: AsyncIterable<Uint8Array>): Promise<string>;
  acceptFile(path: string): string;
  /** The files behind upload ids. Throws when one is unknown. */
  files(ids: readonly string[]): Promise<UploadedFile[]>;
  /** Removes what was received for these; files of the person's own are left alone. */
  discard(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** The largest file that an import takes in, in bytes. */
export const largestUpload = 512 * 2 ** 20;

export function createUploads(): Uploads {
  const known = new Map<string, UploadedFile & { received: boolean }>();
  let folder: Promise<string> | undefined;
  return {
    async acceptBytes(name, bytes) {
      const id = newKey();
      // The name is the sender's; on disk the file goes by the id alone.
      folder ??= makeTemporary('upload');
      await mkdir(await folder, { recursive: true });
      const path = join(await folder, id);
      let length = 0;
      const bounded = new Transform({
        transform(chunk: Uint8Array, _encoding, done) {
          length += chunk.byteLength;
          if (length <= largestUpload) done(null, chunk);
          else done(new FailureError('too-large', { zh: `「${basename(name)}」超过 512 MB，请拆分后再导入。`, en: `“${basename(name)}” is over 512 MB; split it and import the parts.` }, { file: basename(name) }));
        },
      });
      try {
        await pipeline(Readable.from(bytes), bounded, createWriteStream(path, { mode: 0o600 }));
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
      known.set(id, { name: basename(name), path, received: true });
      return id;
    },
    acceptFile(path) {
      const id = newKey();
      known.set(id, { name: basename(path), path, received: false });
      return id;
    },
    async files(ids) {
      return Promise.all(ids.map(async (id) => {
        const file = known.get(id);
        if (!file) throw new FailureError('not-found', { zh: '要导入的文件已不在，请重新选择文件。', en: 'The file to import is gone; choose it again.' });
        if (!(await stat(file.path).then((state) => state.isFile(), () => false))) {
          throw new FailureError('not-found', { zh: `找不到文件「${file.name}」，请确认它还在原处。`, en: `The file “${file.name}” was not found; check that it is still there.` }, { file: file.name });
        }
        return { name: file.name, path: file.path };
      }));
    },
    async discard(ids) {
      for (const id of ids) {
        const file = known.get(id);
        known.delete(id);
        if (file?.received) await rm(file.path, { force: true });
      }
    },
    async close() {
      if (folder) await rm(await folder, { recursive: true, force: true });
    },
  };
}
