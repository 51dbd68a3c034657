import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useSay } from '../../state/language.js';
import { Icon } from '../../ui/icon.js';

const bringsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** The page as a place to drop files on; it says so while they hover over it. */
export function FileDrop({ disabled, onFiles, children }: { disabled: boolean; onFiles: (files: readonly File[]) => void; children: ReactNode }) {
  const say = useSay();
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const enter = (event: DragEvent, step: number) => {
    if (disabled || !bringsFiles(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    if (!bringsFiles(event)) return;
    // Never lets the browser leave the page for the file.
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    if (!disabled) onFiles([...event.dataTransfer.files]);
  };
  return (
    <div className="sheet" onDragEnter={(event) => enter(event, 1)} onDragLeave={(event) => enter(event, -1)} onDragOver={(event) => { if (bringsFiles(event)) event.preventDefault(); }} onDrop={drop}>
      {children}
      {over && <div className="ledger-drop" aria-hidden="true"><div><Icon name="import" size={44} /><h2>{say('松手即可预览', 'Drop to preview')}</h2><p>{say('Excel 表格，可以一次拖几个', 'Spreadsheets, several at once if you like')}</p></div></div>}
    </div>
  );
}
