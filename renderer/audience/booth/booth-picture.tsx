import { useRef } from 'react';
import { Button } from 'react-aria-components';
import type { PublicAsset } from '../../../data/rules/projection.js';
import type { StageContent } from '../../stage/stage-content.js';
import { Icon } from '../../ui/icon.js';
import { AudienceDialog } from '../audience-dialog.js';
import { Said, useScreenSay } from '../screen-language.js';
import { gestureOf } from '../stage-gestures.js';
import { nameOf } from './booth-list.js';

/** A picture of an asset over the whole screen: a swipe or a key at the side leads to the next, a tap in the middle back. */
export function BoothPicture({ asset, content, at, onMove, onClose }: { asset: PublicAsset; content: StageContent; at: number; onMove: (at: number) => void; onClose: () => void }) {
  const say = useScreenSay();
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const { photos } = asset;
  const photo = photos[at];
  const move = (by: number) => onMove((at + by + photos.length) % photos.length);
  if (!photo) return null;
  const entry = content.entry(asset.id);
  return (
    <AudienceDialog label={say('照片', 'Pictures')} className="booth-picture" onClose={onClose}>
      <div
        className="booth-picture-ground"
        onPointerDown={(event) => { from.current = { x: event.clientX, y: event.clientY }; }}
        onPointerUp={(event) => {
          const start = from.current;
          from.current = null;
          if (!start) return;
          const gesture = gestureOf(start, { x: event.clientX, y: event.clientY }, window.innerWidth, true);
          if (gesture) move(gesture === 'next' ? 1 : -1); else onClose();
        }}
      >
        <img key={photo.id} src={content.media(photo.id)} alt="" draggable={false} />
      </div>
      <p className="booth-picture-words"><strong>{entry ? nameOf(entry, say.language) : asset.name}</strong>{photos.length > 1 && <span className="figures">{at + 1} / {photos.length}</span>}</p>
      {photos.length > 1 && (
        <>
          <Button className="booth-picture-key booth-picture-back" aria-label={say('上一张', 'Previous picture')} onPress={() => move(-1)}><Icon name="left" size={44} /></Button>
          <Button className="booth-picture-key booth-picture-next" aria-label={say('下一张', 'Next picture')} onPress={() => move(1)}><Icon name="right" size={44} /></Button>
        </>
      )}
      <Button className="booth-picture-close" onPress={onClose}><Icon name="close" size={34} /><Said zh="收起" en="Close" /></Button>
    </AudienceDialog>
  );
}
