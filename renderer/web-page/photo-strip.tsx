import { useState } from 'react';
import type { WebAsset } from '../../data/rules/web/web-content.js';
import { CategoryBadge } from '../ui/category-badge.js';
import { Icon } from '../ui/icon.js';
import { usePageSay } from './page-language.js';
import { useSnap } from './use-snap.js';

/** The photos of an asset side by side: swiped, or turned by the keys; pressed, one fills the screen. */
export function PhotoStrip({ asset, onOpen }: { asset: WebAsset; onOpen: (at: number) => void }) {
  const say = usePageSay();
  const [at, setAt] = useState(0);
  const { box, go } = useSnap(0, setAt);
  const { photos } = asset;
  if (photos.length === 0) return <div className="web-strip web-strip-empty"><CategoryBadge category={asset.category} size={72} /><p>{say('暂无照片', 'No photo yet')}</p></div>;
  const caption = photos[at] && say(photos[at].caption);
  return (
    <div className="web-strip">
      <div ref={box} className="web-strip-photos">
        {photos.map((photo, index) => (
          <button key={photo.address} type="button" onClick={() => onOpen(index)} aria-label={say(`放大第 ${index + 1} 张${photo.caption.zh && `：${photo.caption.zh}`}`, `Enlarge photo ${index + 1}${photo.caption.en && `: ${photo.caption.en}`}`)}>
            <img src={photo.address} alt="" width={photo.width} height={photo.height} loading={index < 2 ? 'eager' : 'lazy'} decoding="async" />
          </button>
        ))}
      </div>
      {caption && <p className="web-strip-caption">{caption}</p>}
      {photos.length > 1 && <>
        <span className="web-strip-count">{at + 1} / {photos.length}</span>
        <button type="button" className="web-turn web-turn-left" aria-label={say('上一张', 'Previous')} disabled={at === 0} onClick={() => go(at - 1)}><Icon name="left" /></button>
        <button type="button" className="web-turn web-turn-right" aria-label={say('下一张', 'Next')} disabled={at === photos.length - 1} onClick={() => go(at + 1)}><Icon name="right" /></button>
      </>}
    </div>
  );
}
