import type { DragEvent } from 'react';
import type { OutputFile } from '../../data/contract.js';
import { failureOf } from '../client/call-failure.js';
import { useClient } from '../client/current-client.js';
import { useSay } from '../state/language.js';
import { tell } from '../state/program-store.js';
import { useNative } from '../state/use-native.js';
import { Icon } from './icon.js';
import { sizeWords } from './size-words.js';

/** A finished file: pressed it is saved, dragged it goes wherever it is let go of, a folder, a stick or a chat. */
export function OutputFileLink({ file: { fileId, name, bytes }, testId }: { file: OutputFile; testId: string }) {
  const say = useSay();
  const client = useClient();
  const native = useNative();
  const address = client.address(`outputs/${fileId}`);
  const drag = (event: DragEvent) => {
    if (native) {
      // The system takes the file itself over; the browser's own dragging would carry an address that means nothing outside.
      event.preventDefault();
      client.call('desktop.drag', { fileId }).catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); });
    } else event.dataTransfer.setData('DownloadURL', `application/octet-stream:${name}:${new URL(address, window.location.href).href}`);
  };
  return (
    <a className="output-file" href={address} download={name} data-testid={testId} draggable onDragStart={drag}>
      <Icon name="export" size={24} /><span><b>{name}</b><small className="figures">{sizeWords(bytes)} · {say('点此保存，或拖到别处', 'press to save, or drag it out')}</small></span>
    </a>
  );
}
