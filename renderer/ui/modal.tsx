import type { ReactNode } from 'react';
import { Dialog, Heading, Modal as AriaModal, ModalOverlay } from 'react-aria-components';
import { useSay } from '../state/language.js';
import { Button } from './button.js';

/** A dialog over the page. Esc and the cross close it; focus stays inside and comes back afterwards. */
export function Modal({ title, onClose, foot, width = 720, children, dismissable = true }: {
  title: string; onClose: () => void; foot?: ReactNode; width?: number; children: ReactNode; dismissable?: boolean;
}) {
  const say = useSay();
  return (
    <ModalOverlay className="modal-veil" isOpen onOpenChange={(open) => { if (!open) onClose(); }} isDismissable={false} isKeyboardDismissDisabled={!dismissable}>
      <AriaModal className="modal" style={{ width }}>
        <Dialog className="modal-dialog">
          <header className="modal-head">
            <Heading slot="title" level={2}>{title}</Heading>
            {dismissable && <Button tone="quiet" icon="close" label={say('关闭', 'Close')} onPress={onClose} />}
          </header>
          <div className="modal-body">{children}</div>
          {foot && <footer className="modal-foot">{foot}</footer>}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
}
