import { useEffect, useRef, useState } from 'react';
import type { WebAsset } from '../../data/rules/web/web-content.js';
import { Icon } from '../ui/icon.js';
import { usePageSay } from './page-language.js';
import { useSnap } from './use-snap.js';

/** The photos of an asset over the whole screen, one at a time. Swiped, or turned by arrows and keys; Esc goes back. */
export function PhotoViewer({ asset, at: first, onClose }: { asset: WebAsset; at: number; onClose: () => void }) {
  const say = usePageSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(first);
  const { box, go } = useSnap(first, setAt);
  const { photos } = asset;
  useEffect(() => { if (!dialog.current?.open) dialog.current?.showModal(); }, []);
  // The row has no width before the dialog is shown.
  useEffect(() => { if (box.current) box.current.scrollLeft = first * box.current.clientWidth; }, [box, first]);
  const press = (event: React.KeyboardEvent) => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: photos.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(Math.max(0, Math.min(photos.length - 1, to)));
  };
  const caption = photos[at] && say(photos[at].caption);
  return (
    <dialog ref={dialog} className="web-photos" aria-label={say(asset.name)} onKeyDown={press} onCancel={(event) => { event.preventDefault(); event.stopPropagation(); onClose(); }}>
      <div ref={box} className="web-photos-row">{photos.map((photo) => <div key={photo.address}><img src={photo.address} alt={say(photo.caption) || say(asset.name)} width={photo.width} height={photo.height} /></div>)}</div>
      <p className="web-photos-words"><b>{say(asset.name)}</b>{caption && <span>{caption}</span>}{photos.length > 1 && <i>{at + 1} / {photos.length}</i>}</p>
      {photos.length > 1 && <>
        <button type="button" className="web-turn web-turn-left" aria-label={say('上一张', 'Previous')} disabled={at === 0} onClick={() => go(at - 1)}><Icon name="left" /></button>
        <button type="button" className="web-turn web-turn-right" aria-label={say('下一张', 'Next')} disabled={at === photos.length - 1} onClick={() => go(at + 1)}><Icon name="right" /></button>
      </>}
      <button type="button" className="web-view-close" aria-label={say('关闭', 'Close')} onClick={onClose}><Icon name="close" size={22} /></button>
    </dialog>
  );
}
