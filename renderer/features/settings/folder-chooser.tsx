import { useCallback, useEffect, useState, type FormEvent, type KeyboardEvent } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { FolderListing } from '../../../data/contract.js';
import type { Failure } from '../../../data/schema/failure.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';

/** A folder that a person came to, and whether it holds a ledger. */
export interface ChosenFolder { readonly folder: string; readonly isLedger: boolean }

/**
 * Walks through the folders of this machine, its drives and sticks. Enter or a press goes into a folder; a ledger is chosen rather
 * than entered. `onChange` tells where the person is, or which ledger they pressed.
 */
export function FolderChooser({ onChange, onLedger, canMake }: { onChange: (chosen: ChosenFolder | null) => void; onLedger?: (folder: string) => void; canMake: boolean }) {
  const say = useSay();
  const client = useClient();
  const [listing, setListing] = useState<FolderListing | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [path, setPath] = useState('');
  const [ledger, setLedger] = useState<string | null>(null);
  const [making, setMaking] = useState<string | null>(null);

  const go = useCallback((folder?: string) => {
    setMaking(null);
    setLedger(null);
    client.call('folder.list', folder === undefined ? {} : { folder }).then(
      (next) => { setListing(next); setPath(next.folder); setFailure(null); onChange({ folder: next.folder, isLedger: false }); },
      (error: unknown) => setFailure(failureOf(error)),
    );
  }, [client, onChange]);
  useEffect(() => go(), [go]);

  const enter = (folder: string) => {
    const found = listing?.folders.find((entry) => entry.folder === folder);
    if (!found?.ledger || !onLedger) return go(folder);
    if (ledger === folder) return onLedger(folder);
    setLedger(folder);
    onChange({ folder, isLedger: true });
  };
  const typed = (event: FormEvent) => { event.preventDefault(); if (path.trim()) go(path.trim()); };
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (!listing || !making?.trim()) return;
    client.call('folder.make', { parent: listing.folder, name: making.trim() }).then(({ folder }) => go(folder), (error: unknown) => setFailure(failureOf(error)));
  };
  const up = (event: KeyboardEvent) => { if (event.key === 'Backspace' && listing?.parent && !(event.target instanceof HTMLInputElement)) { event.preventDefault(); go(listing.parent); } };
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
          <input className="input" aria-label={say('所在文件夹', 'Folder')} value={path} spellCheck={false} autoComplete="off" onChange={(event) => setPath(event.target.value)} />
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
        <ListBox className="folders-list" aria-label={say('文件夹', 'Folders')} items={listing?.folders.map((entry) => ({ id: entry.folder, ...entry })) ?? []} dependencies={[ledger]} onAction={(key) => enter(String(key))}
          renderEmptyState={() => <p className="soft folders-none">{listing ? say('这里没有文件夹。', 'There are no folders here.') : say('正在看…', 'Looking…')}</p>}>
          {(entry) => (
            <ListBoxItem id={entry.folder} textValue={entry.name} className={`list-item folders-item ${ledger === entry.folder ? 'folders-chosen' : ''}`}>
              <Icon name={entry.ledger ? 'ledger' : 'folder'} size={19} /><span className="spacer">{entry.name}</span>
              {entry.ledger ? <em className="tag tag-good">{say('账本', 'Ledger')}</em> : <Icon name="right" size={15} />}
            </ListBoxItem>
          )}
        </ListBox>
      </div>
    </div>
  );
}
