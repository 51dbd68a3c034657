import { formatNumber } from '../../../../data/rules/format.js';
import type { Media } from '../../../../data/schema/media.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { CaptionFields } from './caption-fields.js';
import type { MediaEdits } from './use-media-edits.js';

/** A size in bytes as people say it. */
export const sizeWords = (bytes: number) => (bytes >= 1_048_576 ? `${formatNumber(bytes / 1_048_576, 1)} MB` : `${formatNumber(Math.max(1, Math.round(bytes / 1024)), 0)} KB`);

/** What can be done with the chosen photo: its words, its turn, its place in the row, its original. */
export function PhotoInspector({ photo, isCover, order, readOnly, busy, edits, onOpen, onTurn, onRemove }: {
  photo: Media; isCover: boolean; order: number; readOnly: boolean; busy: boolean; edits: MediaEdits; onOpen: () => void; onTurn: (step: 1 | -1) => void; onRemove: () => void;
}) {
  const say = useSay();
  const client = useClient();
  const facts = [
    photo.width && photo.height ? `${photo.width} × ${photo.height}` : undefined,
    photo.takenAt ? say(`摄于 ${photo.takenAt.slice(0, 16).replace('T', ' ')}`, `taken ${photo.takenAt.slice(0, 16).replace('T', ' ')}`) : undefined,
    photo.fileName,
  ].filter(Boolean).join(' · ');
  return (
    <section className="media-inspector" aria-label={say(`第 ${order + 1} 张照片`, `Photo ${order + 1}`)}>
      <CaptionFields key={photo.id} media={photo} readOnly={readOnly} save={(language, words) => edits.caption('photos', photo.id, language, words)} />
      <div className="media-actions">
        <Button small icon="photo" onPress={onOpen}>{say('看大图', 'View')}</Button>
        {!readOnly && (
          <>
            <Button small icon="star" isDisabled={isCover} onPress={() => void edits.makeCover(photo.id)}>{isCover ? say('已是封面', 'Is the cover') : say('设为封面', 'Make cover')}</Button>
            <Button small icon="turn" className="media-turn-left" isDisabled={busy} label={say('左转', 'Turn left')} onPress={() => onTurn(-1)} />
            <Button small icon="turn" isDisabled={busy} label={say('右转', 'Turn right')} onPress={() => onTurn(1)} />
          </>
        )}
        {photo.original && (
          <a className="button button-small" href={client.address(`files/${photo.original}`)} download={photo.fileName ?? ''}>
            <Icon name="export" size={17} />{say('原图', 'Original')}{photo.bytes ? <small className="figures soft">{sizeWords(photo.bytes)}</small> : null}
          </a>
        )}
        <span className="spacer" />
        {!readOnly && <Button small tone="danger" icon="remove" label={say('移除这张照片', 'Remove this photo')} onPress={onRemove} />}
      </div>
      {facts && <p className="media-facts figures">{facts}</p>}
    </section>
  );
}
