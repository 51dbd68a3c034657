import { useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import type { Photo } from './photo-gallery.js';

/** Photos over the whole window, with their captions. Left and right turn, Esc goes back. */
export function PhotoView({ photos, first, name, onClose }: { photos: readonly Photo[]; first: number; name: string; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const [at, setAt] = useState(Math.min(first, photos.length - 1));
  const photo = photos[at];
  if (!photo) return null;
  const turn = (by: number) => setAt((at + by + photos.length) % photos.length);
  const caption = photo.caption?.[say.language] ?? photo.caption?.zh ?? '';
  const press = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowLeft' || event.key === 'PageUp') { event.preventDefault(); turn(-1); }
    if (event.key === 'ArrowRight' || event.key === 'PageDown' || event.key === ' ') { event.preventDefault(); turn(1); }
  };
  return (
    <ModalOverlay className="showcase-photo-view" isOpen isDismissable onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className="showcase-photo-frame">
        <Dialog aria-label={say(`照片：${name}`, `Photos: ${name}`)} className="showcase-photo-dialog">
          <div className="showcase-photo-keys" onKeyDown={press}>
            <img key={photo.id} src={client.address(`media/${photo.id}`)} alt={caption || name} draggable={false} />
            <div className="showcase-photo-words">
              <h2>{name}</h2>
              {caption && <p>{caption}</p>}
              <span className="figures">{at + 1} / {photos.length}</span>
            </div>
            {photos.length > 1 && <Button className="showcase-photo-left" icon="left" label={say('上一张', 'Previous')} onPress={() => turn(-1)} />}
            {photos.length > 1 && <Button className="showcase-photo-right" icon="right" label={say('下一张', 'Next')} onPress={() => turn(1)} />}
            <Button autoFocus className="showcase-photo-close" icon="close" label={say('关闭', 'Close')} onPress={onClose} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
