import { useMemo, useState } from 'react';
import { Autocomplete, Button as AriaButton, Dialog, DialogTrigger, Input, ListBox, ListBoxItem, Popover, SearchField } from 'react-aria-components';
import { matchesSearch } from '../../../../data/rules/search-query.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { useProgram } from '../../../state/program-store.js';
import { Button } from '../../../ui/button.js';
import { CategoryBadge } from '../../../ui/category-badge.js';
import { momentText } from '../../../ui/fields/value-text.js';
import { Icon } from '../../../ui/icon.js';
import { metresText } from './place-shift.js';
import { isLeft } from './leaving.js';
import type { PhotoTarget } from './photo-choices.js';
import type { Import, PlacedPhoto } from './use-import.js';
import { useNewAssets } from './use-new-assets.js';

/** The photos with the asset that each seems to show; a person confirms, chooses another, or leaves it. */
export function PhotoGallery({ task }: { task: Import }) {
  const say = useSay();
  const sure = task.photos.filter((photo) => photo.by === 'program').length;
  const order = (photo: PlacedPhoto) => (photo.photo.candidates.length === 0 ? 2 : photo.by === 'program' ? 1 : 0);
  // The order is told by the program's own view, so that a card does not jump away when it has been settled.
  const sorted = useMemo(() => task.photos.toSorted((one, other) => order({ ...one, by: one.photo.candidates[0]?.sure ? 'program' : 'nobody' }) - order({ ...other, by: other.photo.candidates[0]?.sure ? 'program' : 'nobody' })), [task.photos]);
  return (
    <div className="import-gallery">
      <p className="import-gallery-words">{say(`${task.attached} / ${task.photos.length} 张会挂到资产上`, `${task.attached} of ${task.photos.length} will be attached`)}{sure > 0 && <span className="soft">{say(`，其中 ${sure} 张是程序认准的，请过一眼`, `; ${sure} of them by the program alone, please glance at those`)}</span>}</p>
      <ul>{sorted.map((entry) => <PhotoCard key={entry.key} entry={entry} task={task} onChoose={(choice) => task.choosePhoto(entry.key, choice)} />)}</ul>
    </div>
  );
}

function PhotoCard({ entry, task, onChoose }: { entry: PlacedPhoto; task: Import; onChoose: (choice: PhotoTarget | null | undefined) => void }) {
  const say = useSay();
  const client = useClient();
  const { photo, target, without, by } = entry;
  const left = without !== undefined;
  const shown = left ? undefined : target ? photo.candidates.find((candidate) => candidate.assetId === target.assetId) : photo.candidates[0];
  const state = target ? (by === 'program' ? say('程序认准', 'Matched by the program') : say('您选定', 'Chosen by you')) : left ? say('资产没有导入', 'Asset left out') : by === 'person' ? say('留下不挂', 'Left') : shown ? say('请确认', 'Please confirm') : say('没有对到', 'No match');
  return (
    <li className={`import-photo import-photo-${target ? by : left ? 'open' : by === 'person' ? 'left' : 'open'}`} data-testid="import-photo">
      <figure>
        {photo.preview ? <img src={client.address(photo.preview)} alt={say(`照片 ${photo.name}`, `Photo ${photo.name}`)} loading="lazy" /> : <span className="import-photo-blank"><Icon name="photo" size={40} /></span>}
        <span className={`tag import-photo-state ${target ? 'tag-good' : left || (shown && by === 'nobody') ? 'tag-warn' : ''}`}>{state}</span>
      </figure>
      <div className="import-photo-words">
        <p className="import-photo-target">{target?.name ?? without?.name ?? (by === 'nobody' && shown ? say(`像是「${shown.name}」`, `Perhaps “${shown.name}”`) : by === 'nobody' ? say('没有对到资产', 'No asset found') : say('不挂到资产', 'Attached to none'))}</p>
        <p className="soft">{left ? say('这一行留下了，没有地方可挂；把那一行导入，或另选资产。', 'Its row is left out, so there is nothing to attach it to; take the row in, or choose another asset.') : shown && (target || by === 'nobody') ? say(shown.reason) : photo.notice ? say(photo.notice) : ''}</p>
        <p className="import-photo-name">{[photo.name, photo.takenAt ? momentText(photo.takenAt) : ''].filter(Boolean).join(' · ')}</p>
        <div className="import-photo-keys">
          {!target && shown && <Button small icon="check" onPress={() => onChoose(shown)}>{say('就是它', 'Yes')}</Button>}
          <AssetChoice photo={entry} task={task} onChoose={onChoose} />
          {(target || left || by === 'nobody') && <Button small tone="quiet" onPress={() => onChoose(null)}>{say('留下', 'Leave')}</Button>}
          {by === 'person' && <Button small tone="quiet" icon="undo" label={say('恢复程序的判断', 'Back to the proposal')} onPress={() => onChoose(undefined)} />}
        </div>
      </div>
    </li>
  );
}

const mostFound = 60;
/** As many of those that the import makes are offered at once; words find the others. */
const mostNew = 30;

/** Another asset for a photo: its own candidates first, then what this import makes, then all of the ledger. */
function AssetChoice({ photo, task, onChoose }: { photo: PlacedPhoto; task: Import; onChoose: (choice: PhotoTarget) => void }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <AriaButton className="button button-small">{say('另选…', 'Another…')}</AriaButton>
      <Popover className="popover import-role-list" placement="bottom start">
        <Dialog aria-label={say('这张照片拍的是', 'What this photo shows')} style={{ outline: 'none', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
          <AssetOptions photo={photo} task={task} onChoose={(choice) => { setOpen(false); onChoose(choice); }} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function AssetOptions({ photo, task, onChoose }: { photo: PlacedPhoto; task: Import; onChoose: (choice: PhotoTarget) => void }) {
  const say = useSay();
  const [query, setQuery] = useState('');
  const entries = useProgram((state) => state.deskEntries);
  const words = query.trim();
  const made = useNewAssets(task.planned?.plan, words, mostNew);
  const { leaving } = task;
  const options = useMemo(() => {
    const found = new Map<string, { id: string; name: string; note: string; category?: NonNullable<typeof entries>[number]['category'] | undefined; madeBy?: PhotoTarget['madeBy'] }>();
    const isThere = ({ madeBy }: PhotoTarget) => !madeBy || !isLeft(leaving, madeBy.key, { file: madeBy.file, outcome: 'new', doubtful: madeBy.doubtful });
    const note = (metres: number | undefined) => { if (metres === undefined) return ''; const { value, unit } = metresText(metres); return `${value} ${unit}`; };
    for (const candidate of photo.photo.candidates) if (isThere(candidate)) found.set(candidate.assetId, { id: candidate.assetId, name: candidate.name, note: note(candidate.metres), madeBy: candidate.madeBy });
    for (const asset of made) if (isThere(asset)) found.set(asset.assetId, { id: asset.assetId, name: asset.name, note: found.get(asset.assetId)?.note || [asset.village, say('这次新增', 'new')].filter(Boolean).join(' · '), category: asset.category, madeBy: asset.madeBy });
    for (const entry of entries ?? []) {
      if (found.size >= mostFound) break;
      if (words !== '' && !matchesSearch(entry.search, words)) continue;
      const known = found.get(entry.id);
      found.set(entry.id, { id: entry.id, name: entry.name, note: known?.note || (entry.village ?? ''), category: entry.category });
    }
    return [...found.values()].filter((option) => words === '' || photo.photo.candidates.every((candidate) => candidate.assetId !== option.id) || option.name.includes(words));
  }, [photo, made, leaving, entries, words, say]);
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField className="search-box" aria-label={say('找资产', 'Find an asset')} autoFocus><Icon name="search" size={18} /><Input placeholder={say('名称、编号、村，或拼音首字母', 'Name, code or village')} /></SearchField>
      <ListBox className="import-role-options" aria-label={say('资产', 'Assets')} items={options} selectionMode="single" selectedKeys={[]} renderEmptyState={() => <p className="import-none">{say('没有这样的资产', 'No such asset')}</p>}
        onSelectionChange={(keys) => { const [key] = keys; const option = options.find((entry) => entry.id === key); if (option) onChoose({ assetId: option.id, name: option.name, madeBy: option.madeBy }); }}>
        {(option) => <ListBoxItem id={option.id} className="list-item" textValue={option.name}>{option.category && <CategoryBadge category={option.category} size={18} />}<span className="spacer">{option.name}</span><small className="soft figures">{option.note}</small></ListBoxItem>}
      </ListBox>
    </Autocomplete>
  );
}
