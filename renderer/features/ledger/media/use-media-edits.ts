import { useCallback, useRef, useState } from 'react';
import type { Edit } from '../../../../data/contract.js';
import { moved, turnedBy, withCaption, withCover, without, withTurned, type MediaList } from '../../../../data/rules/media/media-list.js';
import type { Asset } from '../../../../data/schema/asset.js';
import type { Location } from '../../../../data/schema/common.js';
import type { Media } from '../../../../data/schema/media.js';
import { text, type Text } from '../../../../data/schema/text.js';
import { failureOf } from '../../../client/call-failure.js';
import { useClient } from '../../../client/current-client.js';
import { applyEdits } from '../../../state/apply-edits.js';
import { tell } from '../../../state/program-store.js';

export type MediaPath = 'photos' | 'videos' | 'documents';
const words: Readonly<Record<MediaPath, Text>> = { photos: text('照片', 'photos'), videos: text('视频', 'films'), documents: text('附件', 'documents') };

/** The newest lists in, the changed ones out; nothing for a change that is none. */
type Change = (asset: Asset) => Promise<Partial<Record<MediaPath, MediaList>>> | Partial<Record<MediaPath, MediaList>>;

/**
 * Changes of an asset's photos, films and documents, one after the other, each made on the newest state and each one undoable
 * change under its own name. `list` is what to show of the photos until the host has answered.
 */
export function useMediaEdits(record: Asset) {
  const client = useClient();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [expected, setExpected] = useState<{ readonly on: Asset; readonly photos: MediaList } | null>(null);
  const { id, name } = record;

  const run = useCallback((label: Text, change: Change, more: readonly Edit[] = []): Promise<boolean> => {
    const work = async () => {
      try {
        const [now] = await client.call('desk.assets', { ids: [id] });
        if (!now) return false;
        const lists = Object.entries(await change(now)).filter(([path, list]) => list !== now[path as MediaPath]);
        const edits: Edit[] = lists.map(([path, value]) => ({ kind: 'set', noun: 'asset', id, path, value, revision: now.revision }));
        if (edits.length + more.length > 0) await applyEdits(client, [...edits, ...more], label);
        return true;
      } catch (error) {
        const failure = failureOf(error);
        tell(failure.message, failure);
        setExpected(null);
        return false;
      }
    };
    const mine = queue.current.then(work);
    queue.current = mine;
    return mine;
  }, [client, id]);

  const photos = expected?.on === record ? expected.photos : record.photos;
  const of = (zh: string, en: string) => text(`${zh}：${name}`, `${en}: ${name}`);
  return {
    photos,
    run,
    move(ids: ReadonlySet<string>, beside: string, side: 'before' | 'after') {
      setExpected({ on: record, photos: moved(photos, ids, beside, side) });
      return run(of('调整照片顺序', 'Reorder photos'), (now) => ({ photos: moved(now.photos, ids, beside, side) }));
    },
    makeCover(mediaId: string) {
      setExpected({ on: record, photos: withCover(photos, mediaId) });
      return run(of('换封面照片', 'Change the cover'), (now) => ({ photos: withCover(now.photos, mediaId) }));
    },
    caption: (path: MediaPath, mediaId: string, language: keyof Text, said: string) =>
      run(of('改图注', 'Edit a caption'), (now) => ({ [path]: withCaption(now[path], mediaId, language, said) })),
    remove: (path: MediaPath, ids: ReadonlySet<string>) =>
      run(of(`移除${words[path].zh}`, `Remove ${words[path].en}`), (now) => ({ [path]: without(now[path], ids) })),
    /** Turns a photo by a quarter. It has another id then, and the same original. */
    turn: (media: Media, step: 1 | -1) =>
      run(of(step > 0 ? '照片右转' : '照片左转', step > 0 ? 'Turn a photo right' : 'Turn a photo left'), async (now) => {
        const current = now.photos.find((photo) => photo.id === media.id);
        if (!current) return {};
        const turned = await client.call('media.turn', { id: current.id, ...(current.original ? { original: current.original } : {}), quarterTurns: turnedBy(current, step) });
        return { photos: withTurned(now.photos, current.id, turned) };
      }),
    takePlace: (place: Location, said: string) => run(of('用照片的位置作坐标', 'Take the place from a photo'), () => ({}), [
      { kind: 'set', noun: 'asset', id, path: 'location', value: place },
      { kind: 'set', noun: 'asset', id, path: 'locationSource', value: { datum: 'WGS-84', text: said } },
    ]),
  };
}
export type MediaEdits = ReturnType<typeof useMediaEdits>;
