import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';

/** Something that lies over the stage: it holds the focus until it is closed. Esc is the page's own affair, one step at a time. */
export function AudienceDialog({ label, className, onClose, children }: { label: string; className: string; onClose: () => void; children: ReactNode }) {
  return (
    <ModalOverlay className="audience-veil" isOpen isDismissable isKeyboardDismissDisabled onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className={`audience-modal ${className}`}>
        <Dialog className="audience-dialog" aria-label={label}>{children}</Dialog>
      </Modal>
    </ModalOverlay>
  );
}
