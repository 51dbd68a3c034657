import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useSay } from '../../state/language.js';
import { Icon } from '../../ui/icon.js';

const bringsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
/** A folder that is dropped gives at most so many files. */
const mostOfFolder = 400;

/** The files below a dropped entry, folders searched in their order. */
async function filesBelow(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (found.length >= mostOfFolder) return;
  if (entry.isFile) {
    // What cannot be read as a file any more is passed over, the rest goes on.
    const file = await new Promise<File | null>((give) => (entry as FileSystemFileEntry).file(give, () => give(null)));
    if (file && !file.name.startsWith('.')) found.push(file);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // Entries come in batches; an empty one is the end.
    const batch = await new Promise<FileSystemEntry[]>((give) => reader.readEntries(give, () => give([])));
    if (batch.length === 0) return;
    for (const inner of batch) await filesBelow(inner, found);
  }
}

/** What a drop brings: its files, and those in its folders. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // Both lists are emptied as soon as the event is over.
  const plain = [...transfer.files];
  const entries = [...transfer.items].flatMap((item) => { const entry = item.webkitGetAsEntry(); return entry ? [entry] : []; });
  if (!entries.some((entry) => entry.isDirectory)) return plain;
  const found: File[] = [];
  for (const entry of entries) await filesBelow(entry, found);
  return found;
}

/** Makes an element take dropped files: the handlers to put on it, and whether files hover over it now. */
export function useFileDrop(disabled: boolean, onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const step = (event: DragEvent, change: number) => {
    if (!bringsFiles(event)) return;
    // A dialog lies inside the page in the tree of components: what is for it is not for the page.
    event.stopPropagation();
    if (disabled) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + change);
    setOver(depth.current > 0);
  };
  const handlers = {
    onDragEnter: (event: DragEvent) => step(event, 1),
    onDragLeave: (event: DragEvent) => step(event, -1),
    onDragOver: (event: DragEvent) => { if (bringsFiles(event)) { event.preventDefault(); event.stopPropagation(); } },
    onDrop: (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      // Never lets the browser leave the page for the file.
      event.preventDefault();
      event.stopPropagation();
      depth.current = 0;
      setOver(false);
      if (!disabled) void droppedFiles(event.dataTransfer).then((files) => { if (files.length > 0) onFiles(files); });
    },
  };
  return { over, handlers };
}

/** The page as a place to drop files on; it says so while they hover over it. */
export function FileDrop({ disabled, onFiles, children }: { disabled: boolean; onFiles: (files: readonly File[]) => void; children: ReactNode }) {
  const { over, handlers } = useFileDrop(disabled, onFiles);
  return (
    <div className="sheet" {...handlers}>
      {children}
      {over && <DropVeil />}
    </div>
  );
}

/** What is shown while files hover: that they may be let go, and what is understood. */
export function DropVeil() {
  const say = useSay();
  return (
    <div className="ledger-drop" aria-hidden="true">
      <div><Icon name="import" size={44} /><h2>{say('松手即可预览', 'Drop to preview')}</h2><p>{say('表格、勘测文件、照片，几个或整个文件夹都可以', 'Spreadsheets, survey files, photos: several at once, or a whole folder')}</p></div>
    </div>
  );
}
