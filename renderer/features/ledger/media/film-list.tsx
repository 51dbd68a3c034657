import { useState } from 'react';
import type { MediaList } from '../../../../data/rules/media/media-list.js';
import type { Media } from '../../../../data/schema/media.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { CaptionFields } from './caption-fields.js';
import { sizeWords } from './photo-inspector.js';
import type { MediaEdits } from './use-media-edits.js';

/** A length in seconds as 2:05. */
const lengthWords = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
/** The picture that stands for a film: an instant after its start, which is often black. In seconds. */
const posterAt = 0.5;

/** The films, each played where it stands. */
export function FilmList({ films, readOnly, edits }: { films: MediaList; readOnly: boolean; edits: MediaEdits }) {
  return <ul className="media-films">{films.map((film) => <Film key={film.id} film={film} readOnly={readOnly} edits={edits} />)}</ul>;
}

function Film({ film, readOnly, edits }: { film: Media; readOnly: boolean; edits: MediaEdits }) {
  const say = useSay();
  const client = useClient();
  const [length, setLength] = useState<number | null>(null);
  const [cannotPlay, setCannotPlay] = useState(false);
  const facts = [length === null ? undefined : lengthWords(length), film.width && film.height ? `${film.width} × ${film.height}` : undefined, film.bytes ? sizeWords(film.bytes) : undefined, film.fileName].filter(Boolean).join(' · ');
  return (
    <li className="media-film">
      {cannotPlay
        ? <p className="media-film-mute">{say('这段视频的编码在这里播不了。请转成 MP4（H.264）再添加一次。', 'The coding of this film cannot be played here. Convert it to MP4 (H.264) and add it again.')}</p>
        : <video controls preload="metadata" src={`${client.address(`media/${film.id}`)}#t=${posterAt}`} aria-label={film.caption?.[say.language] || film.fileName || say('视频', 'Film')}
            onLoadedMetadata={(event) => { const { duration } = event.currentTarget; if (Number.isFinite(duration)) setLength(duration); }} onError={() => setCannotPlay(true)} />}
      <div className="media-line">
        <span className="media-facts figures">{facts}</span>
        {!readOnly && <Button small tone="danger" icon="remove" label={say('移除这段视频', 'Remove this film')} onPress={() => void edits.remove('videos', new Set([film.id]))} />}
      </div>
      <CaptionFields media={film} readOnly={readOnly} save={(language, words) => edits.caption('videos', film.id, language, words)} />
    </li>
  );
}
