import { join } from 'node:path';
import type { StoredMedia } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import type { Ledger } from '../storage/ledger.js';
import type { Jobs } from './jobs.js';
import { storeMedia } from './media/store-media.js';
import { turnPhoto } from './media/turn-photo.js';
import type { Handlers } from './program.js';
import type { Uploads } from './uploads.js';

type Calls = Pick<Handlers, 'media.store' | 'media.turn'>;

const readOnly = () => new FailureError('read-only', { zh: '账本现在只能查看，不能添加或转动照片。请看页首的说明。', en: 'The ledger can only be viewed now; photos can be neither added nor turned. See the note at the top of the page.' });

/** Photos, films and documents: taken in, scaled, turned. `shipped` holds the sample's pictures. */
export function mediaCalls(ledger: () => Ledger, jobs: Jobs, uploads: Uploads, shipped: string, workerFile?: string): Calls {
  const writable = () => {
    const target = ledger();
    if (target.readOnly) throw readOnly();
    return target;
  };
  return {
    'media.store': ({ uploadIds, as }) => {
      const { folder } = writable();
      return {
        jobId: jobs.start(async ({ signal, progress }): Promise<readonly StoredMedia[]> => {
          const stored: StoredMedia[] = [];
          try {
            for (const [index, uploadId] of uploadIds.entries()) {
              stored.push(await storeOne(uploadId, index));
              signal.throwIfAborted();
            }
            return stored;
          } finally {
            await uploads.discard(uploadIds);
          }

          /** A file that is refused does not keep the others out. */
          async function storeOne(uploadId: string, index: number): Promise<StoredMedia> {
            try {
              const [file] = await uploads.files([uploadId]);
              if (!file) throw new FailureError('not-found', { zh: '文件已不在，请重新添加。', en: 'The file is gone; add it again.' });
              progress(index, uploadIds.length, { zh: `整理「${file.name}」`, en: `Preparing “${file.name}”` });
              return { uploadId, ...await storeMedia(file, { folder, signal, as, workerFile }) };
            } catch (error) {
              if (signal.aborted || !(error instanceof FailureError) || error.failure.code === 'disk') throw error;
              return { uploadId, kind: as ?? 'document', failure: error.failure };
            }
          }
        }),
      };
    },
    'media.turn': (request) => {
      const { folder, data } = writable();
      return turnPhoto(request, { folder, elsewhere: data.profile.sample ? join(shipped, 'sample', 'media') : undefined, workerFile });
    },
  };
}
