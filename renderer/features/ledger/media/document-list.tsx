import type { MediaList } from '../../../../data/rules/media/media-list.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { sizeWords } from './photo-inspector.js';
import type { MediaEdits } from './use-media-edits.js';

/** Documents that are pictures can be looked at; the others are saved and opened with their own program. */
export const isPicture = (id: string) => /\.(jpe?g|png|webp)$/.test(id);

/** The documents: for staff alone. */
export function DocumentList({ documents, readOnly, edits, onOpen }: { documents: MediaList; readOnly: boolean; edits: MediaEdits; onOpen: (id: string) => void }) {
  const say = useSay();
  const client = useClient();
  return (
    <ul className="media-documents">
      {documents.map((document) => {
        const name = document.fileName ?? document.id;
        return (
          <li key={document.id}>
            <span className="media-kind">{document.id.slice(65).toUpperCase()}</span>
            <span className="media-document-name"><b>{name}</b>{document.bytes !== undefined && <small className="figures soft">{sizeWords(document.bytes)}</small>}</span>
            {isPicture(document.id) && <Button small tone="quiet" icon="photo" label={say(`看「${name}」`, `Look at “${name}”`)} onPress={() => onOpen(document.id)} />}
            <a className="button button-small button-quiet button-icon" href={client.address(`files/${document.id}`)} download={name} aria-label={say(`保存「${name}」`, `Save “${name}”`)}><Icon name="export" size={17} /></a>
            {!readOnly && <Button small tone="quiet" icon="remove" label={say(`移除「${name}」`, `Remove “${name}”`)} onPress={() => void edits.remove('documents', new Set([document.id]))} />}
          </li>
        );
      })}
    </ul>
  );
}
