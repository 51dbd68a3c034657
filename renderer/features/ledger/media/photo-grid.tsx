import { useEffect, useRef } from 'react';
import { GridList, GridListItem, useDragAndDrop, type Selection } from 'react-aria-components';
import type { MediaList } from '../../../../data/rules/media/media-list.js';
import type { Media } from '../../../../data/schema/media.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';

/** What a photo is called: its caption, or the file it came as. */
export const nameOfMedia = (media: Media, language: 'zh' | 'en') => media.caption?.[language] || media.caption?.zh || media.caption?.en || media.fileName || '';

/** The photos as prints, the cover first. Chosen by click or arrow keys, opened by Enter or double click, ordered by drag or by the handle's keys. */
export function PhotoGrid({ photos, selected, readOnly, onSelect, onOpen, onMove, onRemove }: {
  photos: MediaList; selected: ReadonlySet<string>; readOnly: boolean;
  onSelect: (ids: ReadonlySet<string>) => void; onOpen: (id: string) => void;
  onMove: (ids: ReadonlySet<string>, beside: string, side: 'before' | 'after') => void; onRemove: (ids: ReadonlySet<string>) => void;
}) {
  const say = useSay();
  const client = useClient();
  const idsOf = (keys: Iterable<string | number>) => new Set([...keys].map(String));
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: readOnly,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => { if (target.dropPosition !== 'on') onMove(idsOf(keys), String(target.key), target.dropPosition); },
  });
  const take = (selection: Selection) => onSelect(selection === 'all' ? new Set(photos.map((photo) => photo.id)) : idsOf(selection));
  const press = (event: React.KeyboardEvent) => {
    if (readOnly || selected.size === 0 || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
    event.preventDefault();
    onRemove(selected);
  };
  // The panel below the prints must not cover the one that it is about.
  const prints = useRef<HTMLDivElement>(null);
  useEffect(() => { if (selected.size === 1) prints.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' }); }, [selected]);
  return (
    <div ref={prints} onKeyDown={press}>
      <GridList
        aria-label={say('照片', 'Photos')} className="media-grid" layout="grid" items={photos} selectionMode="multiple" selectionBehavior="replace"
        selectedKeys={selected} onSelectionChange={take} onAction={(key) => onOpen(String(key))} dragAndDropHooks={dragAndDropHooks} dependencies={[say, readOnly]}
      >
        {(photo) => {
          const order = photos.indexOf(photo);
          const name = nameOfMedia(photo, say.language);
          return (
            <GridListItem id={photo.id} className="media-print" textValue={name || say(`第 ${order + 1} 张`, `Photo ${order + 1}`)}>
              <img src={client.address(`media/${photo.id}/small`)} alt={name} loading="lazy" draggable={false} width={photo.width} height={photo.height} />
              {order === 0 && <span className="media-cover">{say('封面', 'Cover')}</span>}
              {!readOnly && <Button slot="drag" className="media-handle" small icon="sort" label={say(`移动第 ${order + 1} 张`, `Move photo ${order + 1}`)} />}
              {photo.caption && <span className="media-name">{name}</span>}
            </GridListItem>
          );
        }}
      </GridList>
    </div>
  );
}
