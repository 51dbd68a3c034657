import { useCallback, useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { FolderListing } from '../../../data/contract.js';
import type { Failure } from '../../../data/schema/failure.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useNative } from '../../state/use-native.js';
import { Button } from '../button.js';
import { Icon } from '../icon.js';
import { sizeWords } from '../size-words.js';
import './folders.css';

/** A folder that a person came to, and whether it holds a ledger; or a file in it, where files are asked for. */
export interface ChosenFolder { readonly folder: string; readonly isLedger: boolean; readonly file?: string }

/** What a folder holds, and the file in it that was asked for. */
interface ChosenListing { readonly listing: FolderListing; readonly file?: string }

const noEndings: readonly string[] = [];
/** Some systems copy a path with quotation marks around it. */
const unquoted = (path: string) => path.trim().replace(/^(["'])(.*)\1$/, '$2');
const parentOf = (path: string) => path.replace(/[\\/][^\\/]*$/, '') || '/';

/**
 * Walks through the folders of this machine, its drives and sticks. Enter or a press goes into a folder; a ledger is chosen rather
 * than entered, and so is a file, of which those with one of the `endings` are listed. `onChange` tells where the person is, or which
 * ledger or file they pressed; `onFile` that a file was pressed twice.
 */
export function FolderChooser({ onChange, onLedger, onFile, canMake, endings = noEndings }: {
  onChange: (chosen: ChosenFolder | null) => void; onLedger?: (folder: string) => void; onFile?: (file: string) => void; canMake: boolean; endings?: readonly string[];
}) {
  const say = useSay();
  const client = useClient();
  const native = useNative();
  const [listing, setListing] = useState<FolderListing | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [path, setPath] = useState('');
  const [ledger, setLedger] = useState<string | null>(null);
  const [file, setFile] = useState<string | null>(null);
  const [making, setMaking] = useState<string | null>(null);

  const list = useCallback((folder?: string) => client.call('folder.list', { ...(folder === undefined ? {} : { folder }), ...(endings.length > 0 ? { endings: [...endings] } : {}) }), [client, endings]);
  // A slow drive answers after the person has gone elsewhere, or has begun to write a path: only the last question counts, and what is written stays.
  const asked = useRef(0);
  const written = useRef(0);
  const ask = useCallback((question: () => Promise<ChosenListing>) => {
    const mine = asked.current += 1;
    const words = written.current;
    setMaking(null);
    setLedger(null);
    setFile(null);
    question().then(
      ({ listing: next, file: found }) => {
        if (mine !== asked.current) return;
        setListing(next);
        setFailure(null);
        setFile(found ?? null);
        if (words === written.current) setPath(found ?? next.folder);
        onChange({ folder: next.folder, isLedger: false, ...(found === undefined ? {} : { file: found }) });
      },
      (error: unknown) => { if (mine === asked.current) setFailure(failureOf(error)); },
    );
  }, [onChange]);
  const go = useCallback((folder?: string) => ask(async () => ({ listing: await list(folder) })), [ask, list]);
  useEffect(() => go(), [go]);

  const pick = (chosen: string, folder: string) => {
    if (file === chosen && onFile) return onFile(chosen);
    setFile(chosen);
    setPath(chosen);
    onChange({ folder, isLedger: false, file: chosen });
  };
  /** A path that was typed or pasted may be a file's: then its folder is shown with the file chosen, whatever it is called. */
  const goTo = (path: string) => {
    if (endings.length === 0) return go(path);
    ask(() => list(path).then((found) => ({ listing: found }), (reason: unknown) => list(parentOf(path)).then((found) => ({ listing: found, file: path }), () => { throw reason; })));
  };
  /** By the system's own dialog. A ledger that is chosen there is opened, like one that is pressed twice here. */
  const choose = () => {
    client.call('desktop.choose', { what: endings.length > 0 ? 'file' : onLedger ? 'ledger' : 'folder', endings: [...endings] })
      .then(({ path: chosen }) => { if (chosen !== null) (endings.length === 0 && onLedger ? onLedger : goTo)(chosen); }, (error: unknown) => setFailure(failureOf(error)));
  };
  const enter = (folder: string) => {
    if (listing?.files.some((entry) => entry.file === folder)) return pick(folder, listing.folder);
    const found = listing?.folders.find((entry) => entry.folder === folder);
    if (!found?.ledger || !onLedger) return go(folder);
    if (ledger === folder) return onLedger(folder);
    setLedger(folder);
    onChange({ folder, isLedger: true });
  };
  const typed = (event: FormEvent) => { event.preventDefault(); const meant = unquoted(path); if (meant) goTo(meant); };
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (!listing || !making?.trim()) return;
    client.call('folder.make', { parent: listing.folder, name: making.trim() }).then(({ folder }) => go(folder), (error: unknown) => setFailure(failureOf(error)));
  };
  const up = (event: KeyboardEvent) => { if (event.key === 'Backspace' && listing?.parent && !(event.target instanceof HTMLInputElement)) { event.preventDefault(); go(listing.parent); } };
  const items = listing ? [
    ...listing.folders.map(({ name, folder, ledger: isLedger }) => ({ id: folder, name, ledger: isLedger, bytes: null as number | null })),
    ...listing.files.map(({ name, file: path, bytes }) => ({ id: path, name, ledger: false, bytes: bytes as number | null })),
  ] : [];
  return (
    <div className="folders" onKeyDown={up}>
      <nav className="folders-places" aria-label={say('常用位置', 'Places')}>
        {listing?.places.map((place) => (
          <button key={place.folder} type="button" aria-current={place.folder === listing.folder ? 'true' : undefined} onClick={() => go(place.folder)}>
            <Icon name={/Documents|Desktop|文档|桌面/.test(place.folder) || place.label.en === 'Home' ? 'folder' : 'usb'} size={18} />{say(place.label)}
          </button>
        ))}
      </nav>
      <div className="folders-main">
        <form className="folders-path" onSubmit={typed}>
          <Button icon="up" label={say('上一级', 'Up')} isDisabled={!listing?.parent} onPress={() => { if (listing?.parent) go(listing.parent); }} />
          <input className="input" aria-label={say('所在文件夹', 'Folder')} value={path} spellCheck={false} autoComplete="off" onChange={(event) => { written.current += 1; setPath(event.target.value); }} />
          {native && <Button icon="folder" onPress={choose}>{say('系统窗口…', 'System dialog…')}</Button>}
          {canMake && <Button icon="add" onPress={() => setMaking('')}>{say('新文件夹', 'New folder')}</Button>}
        </form>
        {making !== null && (
          <form className="folders-path" onSubmit={make}>
            <input className="input" autoFocus aria-label={say('新文件夹的名字', 'Name of the new folder')} placeholder={say('新文件夹的名字', 'Name of the new folder')} maxLength={60} value={making} onChange={(event) => setMaking(event.target.value)} />
            <Button type="submit" isDisabled={making.trim() === ''}>{say('建好', 'Make')}</Button>
            <Button tone="quiet" onPress={() => setMaking(null)}>{say('不建', 'Cancel')}</Button>
          </form>
        )}
        {failure && <p className="fault" role="alert">{say(failure.message)}</p>}
        <ListBox className="folders-list" aria-label={endings.length > 0 ? say('文件夹与文件', 'Folders and files') : say('文件夹', 'Folders')} items={items} dependencies={[ledger, file]} onAction={(key) => enter(String(key))}
          renderEmptyState={() => <p className="soft folders-none">{!listing ? say('正在看…', 'Looking…') : endings.length > 0 ? say('这里没有文件夹，也没有这类文件。', 'There are neither folders nor such files here.') : say('这里没有文件夹。', 'There are no folders here.')}</p>}>
          {(entry) => (
            <ListBoxItem id={entry.id} textValue={entry.name} className={`list-item folders-item ${ledger === entry.id || file === entry.id ? 'folders-chosen' : ''}`}>
              <Icon name={entry.bytes !== null ? 'layers' : entry.ledger ? 'ledger' : 'folder'} size={19} /><span className="spacer">{entry.name}</span>
              {entry.bytes !== null ? <small className="soft figures">{sizeWords(entry.bytes)}</small> : entry.ledger ? <em className="tag tag-good">{say('账本', 'Ledger')}</em> : <Icon name="right" size={15} />}
            </ListBoxItem>
          )}
        </ListBox>
      </div>
    </div>
  );
}
