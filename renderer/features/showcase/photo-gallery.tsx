import { useState } from 'react';
import type { Category } from '../../../data/schema/vocabularies.js';
import type { PublicAsset } from '../../../data/rules/projection.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { Icon } from '../../ui/icon.js';
import { PaintedPicture } from './painted-picture.js';

export type Photo = PublicAsset['photos'][number];

/** The pictures at the head of the card: arrows and dots turn them, a press shows them full screen. `coverId` stands in until the photos are known. */
export function PhotoGallery({ photos, coverId, name, category, onOpen }: {
  photos: readonly Photo[] | null; coverId: string | null; name: string; category: Category; onOpen: (at: number) => void;
}) {
  const say = useSay();
  const client = useClient();
  const [at, setAt] = useState(0);
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set());
  const count = photos?.length ?? 0;
  const shown = Math.min(at, Math.max(0, count - 1));
  const id = photos?.[shown]?.id ?? (photos === null ? coverId : null);
  const turn = (by: number) => { if (count > 1) setAt((shown + by + count) % count); };
  const press = (event: React.KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    event.stopPropagation();
    turn(event.key === 'ArrowLeft' ? -1 : 1);
  };
  if (!id || broken.has(id)) return <div className="showcase-gallery"><PaintedPicture category={category} seed={name} /></div>;
  return (
    <div className="showcase-gallery" onKeyDown={press} role="group" aria-label={say('照片', 'Photos')}>
      <button type="button" className="showcase-photo" aria-label={say(`全屏看图：${name}`, `Full screen: ${name}`)} onClick={() => onOpen(shown)}>
        <img key={id} src={client.address(`media/${id}`)} alt={photos?.[shown]?.caption?.[say.language] ?? name} onError={() => setBroken(new Set([...broken, id]))} draggable={false} />
      </button>
      {count > 1 && (
        <>
          <button type="button" className="showcase-turn showcase-turn-left" aria-label={say('上一张', 'Previous')} onClick={() => turn(-1)}><Icon name="left" /></button>
          <button type="button" className="showcase-turn showcase-turn-right" aria-label={say('下一张', 'Next')} onClick={() => turn(1)}><Icon name="right" /></button>
          <div className="showcase-dots" role="group" aria-label={say('照片序号', 'Photo number')}>
            {photos!.map((photo, order) => <button key={photo.id} type="button" aria-label={`${order + 1}`} aria-current={order === shown || undefined} onClick={() => setAt(order)} />)}
          </div>
        </>
      )}
    </div>
  );
}
