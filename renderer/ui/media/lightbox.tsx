import { useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useSay } from '../../state/language.js';
import { Button } from '../button.js';
import './lightbox.css';

export interface LightboxPicture { readonly id: string; readonly address: string; readonly words: string }

/** Pictures over the whole window, one at a time. Arrows go from one to the next, Home and End to the ends, Esc goes back. */
export function Lightbox({ title, pictures, first, onTurn, onClose }: {
  title: string; pictures: readonly LightboxPicture[]; first: string;
  /** Told which picture is shown, so that the one behind can be the same. */
  onTurn?: (id: string) => void; onClose: () => void;
}) {
  const say = useSay();
  const [at, setAt] = useState(Math.max(0, pictures.findIndex((picture) => picture.id === first)));
  const [failed, setFailed] = useState<string | null>(null);
  const picture = pictures[Math.min(at, pictures.length - 1)];
  if (!picture) return null;
  const go = (to: number) => {
    const next = (to + pictures.length) % pictures.length;
    setAt(next);
    const shown = pictures[next];
    if (shown) onTurn?.(shown.id);
  };
  const press = (event: React.KeyboardEvent) => {
    const to: Readonly<Record<string, number>> = { ArrowLeft: at - 1, PageUp: at - 1, ArrowRight: at + 1, PageDown: at + 1, Home: 0, End: pictures.length - 1 };
    const wanted = to[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    go(wanted);
  };
  return (
    <ModalOverlay className="lightbox" isOpen isDismissable onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className="lightbox-frame">
        <Dialog aria-label={title} className="lightbox-dialog">
          <div className="lightbox-keys" onKeyDown={press}>
            {failed === picture.id
              ? <p className="lightbox-failed">{say('这张图的文件没有找到。', 'The file of this picture was not found.')}</p>
              : <img key={picture.id} src={picture.address} alt={picture.words} draggable={false} onError={() => setFailed(picture.id)} />}
            <div className="lightbox-words">
              <h2>{title}</h2>
              {picture.words && <p>{picture.words}</p>}
              {pictures.length > 1 && <span className="figures">{at + 1} / {pictures.length}</span>}
            </div>
            {pictures.length > 1 && <Button className="lightbox-side lightbox-left" icon="left" label={say('上一张', 'Previous')} onPress={() => go(at - 1)} />}
            {pictures.length > 1 && <Button className="lightbox-side lightbox-right" icon="right" label={say('下一张', 'Next')} onPress={() => go(at + 1)} />}
            <Button autoFocus className="lightbox-close" icon="close" label={say('关闭', 'Close')} onPress={onClose} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
