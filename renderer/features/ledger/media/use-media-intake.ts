import { useCallback } from 'react';
import type { StoredMedia } from '../../../../data/contract.js';
import { withAdded } from '../../../../data/rules/media/media-list.js';
import type { Asset } from '../../../../data/schema/asset.js';
import type { Failure } from '../../../../data/schema/failure.js';
import type { Media } from '../../../../data/schema/media.js';
import { text, type Text } from '../../../../data/schema/text.js';
import { CallFailure, failureOf } from '../../../client/call-failure.js';
import type { Client } from '../../../client/client.js';
import { useClient } from '../../../client/current-client.js';
import { followJob } from '../../../client/run-job.js';
import { tell } from '../../../state/program-store.js';
import { atRest, beginIntake, cancelIntake, endIntake, setIntake, useIntake, type IntakeState } from './intakes.js';
import type { MediaEdits, MediaPath } from './use-media-edits.js';

/** More at once would keep the person waiting for minutes before anything is to be seen. */
export const mostAtOnce = 200;
const pathOf = { photo: 'photos', video: 'videos', document: 'documents' } as const satisfies Record<StoredMedia['kind'], MediaPath>;

async function upload(client: Client, files: readonly File[], signal: AbortSignal, onFile: (index: number) => void) {
  const taken: { readonly uploadId: string; readonly file: File }[] = [];
  const refused: IntakeState['refused'][number][] = [];
  for (const [index, file] of files.entries()) {
    signal.throwIfAborted();
    onFile(index);
    try {
      taken.push({ uploadId: await client.upload(file, signal), file });
    } catch (error) {
      // Refused by the host, not lost on the way: the others go on.
      if (!(error instanceof CallFailure)) throw error;
      refused.push({ file: file.name, message: error.failure.message });
    }
  }
  return { taken, refused };
}

/** Takes files into the ledger and then into the asset's lists as one change. `add` does nothing while a batch is under way; `onPhotos` is told the new photos. */
export function useMediaIntake(record: Asset, run: MediaEdits['run'], onPhotos: (photos: readonly Media[]) => void) {
  const client = useClient();
  const { id, name } = record;
  const state = useIntake(id);

  const add = useCallback((given: readonly File[], as?: StoredMedia['kind']) => {
    const mine = given.length === 0 ? undefined : beginIntake(id);
    if (!mine) return;
    const files = given.slice(0, mostAtOnce);
    const total = files.length * 2;
    const show = (done: number, step: Text) => { if (!mine.signal.aborted) setIntake(id, { running: { done, total, step } }); };
    setIntake(id, { ...atRest, running: { done: 0, total, step: text('准备中', 'Preparing') } });
    const work = async () => {
      const { taken, refused } = await upload(client, files, mine.signal, (index) => show(index, text(`读入 ${index + 1}/${files.length}`, `Reading ${index + 1} of ${files.length}`)));
      const stored = taken.length === 0 ? [] : await store(client, taken.map(({ uploadId }) => uploadId), as, mine.signal, (done, step) => show(files.length + done, step));
      mine.signal.throwIfAborted();
      const nameOf = (uploadId: string) => taken.find((one) => one.uploadId === uploadId)?.file.name ?? '';
      const good = stored.flatMap((one) => (one.media ? [{ ...one, media: one.media }] : []));
      const notTaken = [...refused, ...stored.flatMap((one) => (one.failure ? [{ file: nameOf(one.uploadId), message: one.failure.message }] : []))];
      if (given.length > files.length) notTaken.push({ file: given[mostAtOnce]?.name ?? '', message: text(`一次最多 ${mostAtOnce} 个，其余 ${given.length - mostAtOnce} 个请再添加一次。`, `At most ${mostAtOnce} at once; add the other ${given.length - mostAtOnce} in a second go.`) });
      const added: Media[] = [];
      const ok = good.length === 0 || await run(text(`添加 ${good.length} 个照片或附件：${name}`, `Add ${good.length} photos or files: ${name}`), (now) => {
        const lists: Partial<Record<MediaPath, readonly Media[]>> = {};
        for (const { kind, media } of good) {
          const path = pathOf[kind];
          const before = lists[path] ?? now[path];
          const next = withAdded(before, [media]);
          if (next.length === before.length) notTaken.push({ file: media.fileName ?? '', message: text('已经在这宗资产里了，没有重复添加。', 'It is among this asset’s files already and was not added twice.') });
          else { lists[path] = next; added.push(media); }
        }
        return lists;
      });
      const placed = good.find((one) => one.kind === 'photo' && one.location);
      setIntake(id, { running: null, refused: notTaken, place: placed?.location ? { location: placed.location, file: placed.media.fileName ?? '' } : null });
      if (ok && added.length > 0) {
        const photos = good.filter((one) => one.kind === 'photo' && added.includes(one.media)).map((one) => one.media);
        if (photos.length > 0) onPhotos(photos);
        tell(notTaken.length === 0
          ? text(`已添加 ${added.length} 个，可以撤销。`, `${added.length} added; this can be undone.`)
          : text(`已添加 ${added.length} 个，另有 ${notTaken.length} 个没有添加，原因见「${name}」的照片与附件。`, `${added.length} added; ${notTaken.length} were not, for the reasons shown with the files of “${name}”.`));
      }
    };
    work().catch((error: unknown) => {
      if (mine.signal.aborted) return;
      setIntake(id, atRest);
      const failure: Failure = failureOf(error);
      tell(failure.message, failure);
    }).finally(() => endIntake(id, mine));
  }, [client, id, name, onPhotos, run]);

  const cancel = useCallback(() => cancelIntake(id), [id]);
  const dismiss = useCallback(() => setIntake(id, { refused: [] }), [id]);
  const forgetPlace = useCallback(() => setIntake(id, { place: null }), [id]);
  return { state, add, cancel, dismiss, forgetPlace };
}

/** Has the host take uploads in; the signal stops it there too. */
async function store(client: Client, uploadIds: string[], as: StoredMedia['kind'] | undefined, signal: AbortSignal, onStep: (done: number, step: Text) => void): Promise<readonly StoredMedia[]> {
  const { jobId } = await client.call('media.store', { uploadIds, ...(as ? { as } : {}) });
  const stop = () => { client.call('job.cancel', { jobId }).catch(() => undefined); };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await followJob<readonly StoredMedia[]>(client, jobId, (job) => { if (job.state === 'running') onStep(job.done, job.step); });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
