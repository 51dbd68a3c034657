import { useCallback, useEffect, useMemo, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { Asset } from '../../../data/schema/asset.js';
import type { Media } from '../../../data/schema/media.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Lightbox, type LightboxPicture } from '../../ui/media/lightbox.js';
import { useFileDrop } from './file-drop.js';
import { DocumentList, isPicture } from './media/document-list.js';
import { FilmList } from './media/film-list.js';
import { IntakeNotes } from './media/intake-notes.js';
import './media/media.css';
import { MediaEmpty } from './media/media-empty.js';
import { nameOfMedia, PhotoGrid } from './media/photo-grid.js';
import { PhotoInspector } from './media/photo-inspector.js';
import { useMediaEdits } from './media/use-media-edits.js';
import { useMediaIntake } from './media/use-media-intake.js';

const nobody: ReadonlySet<string> = new Set();
/** What a photo is a version of; the file that came is the first. */
const originalOf = (photo: Media) => photo.original ?? photo.id;
const accepted = ['image/jpeg', 'image/png', 'image/webp', 'video/mp4', 'video/webm', 'video/quicktime'];

/** Photos, films and documents of an asset: added by drop, paste or choice; ordered, captioned, turned, taken away, each as one undoable change. */
export function MediaPanel({ record, readOnly }: { record: Asset; readOnly: boolean; save: (path: string, value: unknown) => Promise<void> }) {
  const say = useSay();
  const client = useClient();
  const edits = useMediaEdits(record);
  const { photos } = edits;
  const [chosen, setOriginals] = useState<ReadonlySet<string>>(nobody);
  const choose = (ids: ReadonlySet<string>) => setOriginals(new Set(photos.filter((photo) => ids.has(photo.id)).map(originalOf)));
  const [turning, setTurning] = useState(false);
  const [open, setOpen] = useState<{ readonly of: 'photos' | 'documents'; readonly id: string } | null>(null);
  const chooseAdded = useCallback((media: readonly Media[]) => setOriginals(new Set(media.slice(0, 1).map(originalOf))), []);
  const intake = useMediaIntake(record, edits.run, chooseAdded);
  const isBusy = intake.state.running !== null;
  const { over, handlers } = useFileDrop(readOnly || isBusy, intake.add);
  usePastedFiles(readOnly || isBusy, intake.add);

  // What was removed elsewhere is chosen no more; a photo whose turn was undone is another file of the same original and stays chosen.
  const selected = useMemo(() => new Set(photos.filter((photo) => chosen.has(originalOf(photo))).map((photo) => photo.id)), [photos, chosen]);
  const [single] = selected.size === 1 ? selected : [];
  const photo = photos.find((one) => one.id === single);
  const turn = (step: 1 | -1) => {
    if (!photo || turning) return;
    setTurning(true);
    void edits.turn(photo, step).finally(() => setTurning(false));
  };
  const remove = (ids: ReadonlySet<string>) => { void edits.remove('photos', ids); setOriginals(nobody); };
  const pick = (words: string, as?: 'document', tone?: 'primary') => (
    <FileTrigger allowsMultiple {...(as ? {} : { acceptedFileTypes: accepted })} onSelect={(list) => intake.add([...(list ?? [])], as)}>
      <Button small icon="add" isDisabled={isBusy} {...(tone ? { tone } : {})}>{words}</Button>
    </FileTrigger>
  );
  const pictures = (of: 'photos' | 'documents'): LightboxPicture[] => (of === 'photos'
    ? photos.map((one) => ({ id: one.id, address: client.address(`media/${one.id}`), words: nameOfMedia(one, say.language) }))
    : record.documents.filter((one) => isPicture(one.id)).map((one) => ({ id: one.id, address: client.address(`files/${one.id}/view`), words: one.fileName ?? '' })));
  const isEmpty = photos.length + record.videos.length + record.documents.length === 0;

  return (
    <div className="media-panel" data-testid="media-panel" onDragEnterCapture={handlers.onDragEnter} onDragLeaveCapture={handlers.onDragLeave} onDragOverCapture={handlers.onDragOver} onDropCapture={handlers.onDrop}>
      <IntakeNotes state={intake.state} record={record} edits={edits} onCancel={intake.cancel} onDismiss={intake.dismiss} onPlaceTaken={intake.forgetPlace} />
      {isEmpty && !isBusy && <MediaEmpty category={record.category} readOnly={readOnly}>{pick(say('选择照片或视频', 'Choose photos or films'), undefined, 'primary')}{pick(say('添加附件', 'Add documents'), 'document')}</MediaEmpty>}
      {!isEmpty && (
        <>
          <section className="media-section">
            <header><h3>{say('照片', 'Photos')}</h3><span className="soft figures">{photos.length > 0 && photos.length}</span><span className="spacer" />{!readOnly && pick(say('添加照片或视频', 'Add photos or films'))}</header>
            {photos.length === 0
              ? <p className="help">{say('还没有照片。把照片拖进来，第一张就是封面。', 'No photos yet. Drop some here; the first one becomes the cover.')}</p>
              : <PhotoGrid photos={photos} selected={selected} readOnly={readOnly} onSelect={choose} onOpen={(id) => setOpen({ of: 'photos', id })} onMove={(ids, beside, side) => void edits.move(ids, beside, side)} onRemove={remove} />}
            {photo && <PhotoInspector photo={photo} isCover={photos[0] === photo} order={photos.indexOf(photo)} readOnly={readOnly} busy={turning} edits={edits} onOpen={() => setOpen({ of: 'photos', id: photo.id })} onTurn={turn} onRemove={() => remove(selected)} />}
            {selected.size > 1 && (
              <div className="media-inspector media-line"><span>{say(`已选 ${selected.size} 张`, `${selected.size} chosen`)}</span>{!readOnly && <Button small tone="danger" icon="remove" onPress={() => remove(selected)}>{say('移除', 'Remove')}</Button>}</div>
            )}
            {!readOnly && photos.length > 0 && selected.size === 0 && <p className="help">{say('点一张照片可写图注、转向、设封面；拖动可排序，也可按移动钮后用方向键。', 'Choose a photo to caption it, turn it or make it the cover; drag to reorder, or press its handle and use the arrow keys.')}</p>}
          </section>
          {record.videos.length > 0 && (
            <section className="media-section">
              <header><h3>{say('视频', 'Films')}</h3><span className="soft figures">{record.videos.length}</span></header>
              <FilmList films={record.videos} readOnly={readOnly} edits={edits} />
            </section>
          )}
          <section className="media-section">
            <header><h3>{say('附件', 'Documents')}</h3><span className="tag tag-warn">{say('内部', 'Internal')}</span><span className="spacer" />{!readOnly && pick(say('添加附件', 'Add documents'), 'document')}</header>
            {record.documents.length > 0 && <DocumentList documents={record.documents} readOnly={readOnly} edits={edits} onOpen={(id) => setOpen({ of: 'documents', id })} />}
            <p className="help">{say('权证扫描、合同、评估报告等。不上大屏，也不进任何对外资料。', 'Certificates, contracts, valuations. Never on a screen and never in anything public.')}</p>
          </section>
        </>
      )}
      {over && <div className="media-veil" aria-hidden="true"><div><Icon name="photo" size={40} /><b>{say('松手即添加到这宗资产', 'Drop to add to this asset')}</b></div></div>}
      {open && <Lightbox title={(say.language === 'en' && record.nameEn) || record.name} pictures={pictures(open.of)} first={open.id} onTurn={(id) => { if (open.of === 'photos') choose(new Set([id])); }} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** Takes files that are pasted anywhere while the panel is shown; words pasted into a field stay there. */
function usePastedFiles(disabled: boolean, add: (files: readonly File[]) => void): void {
  useEffect(() => {
    if (disabled) return;
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      add(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [disabled, add]);
}
