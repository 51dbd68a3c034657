import { useEffect, useMemo, useState } from 'react';
import { matchesSearch } from '../../../../data/rules/search-query.js';
import { failureOf } from '../../../client/call-failure.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { tell } from '../../../state/program-store.js';
import { fetchStageAssets } from '../../../state/stage-store.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Modal } from '../../../ui/modal.js';

/** So many assets are asked for their pictures; the others are found by typing. */
const assetsAsked = 120;
const picturesShown = 240;

/** Chooses a photo or a film of the ledger; typing a name, a village or its pinyin narrows to those assets. */
export function MediaPicker({ kind, content, onClose, onChoose }: { kind: 'photos' | 'videos'; content: StageContent; onClose: () => void; onChoose: (media: string, assetId: string) => void }) {
  const say = useSay();
  const client = useClient();
  const [query, setQuery] = useState('');
  const wanted = useMemo(() => content.entries.filter((entry) => matchesSearch(entry.search, query)).slice(0, assetsAsked), [content.entries, query]);
  const key = wanted.map(({ id }) => id).join(' ');
  useEffect(() => {
    const timer = setTimeout(() => fetchStageAssets(client, key.split(' ').filter(Boolean)).catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }), 200);
    return () => clearTimeout(timer);
  }, [client, key]);
  const found = wanted.flatMap(({ id, name }) => (content.asset(id)?.[kind] ?? []).map((media) => ({ media, id, name }))).slice(0, picturesShown);
  return (
    <Modal title={kind === 'photos' ? say('选一张照片', 'Choose a photo') : say('选一段视频', 'Choose a film')} width={900} onClose={onClose}>
      <input className="input" type="search" autoFocus aria-label={say('找资产', 'Find an asset')} placeholder={say('资产、村或拼音首字母', 'Asset, village or pinyin')} value={query} onChange={(event) => setQuery(event.target.value)} />
      <ul className="media-choice">
        {found.map(({ media, id, name }) => (
          <li key={`${id}${media.id}`}>
            <button type="button" onClick={() => onChoose(media.id, id)}>
              {kind === 'photos' ? <img src={content.media(media.id, true)} alt="" loading="lazy" /> : <video src={content.media(media.id)} preload="metadata" muted />}
              <span>{media.caption?.[say.language] || media.caption?.zh || name}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="console-none">{kind === 'photos' ? say('这里没有照片。先在一本账里给资产添加。', 'There are no photos here. Add some to an asset in the ledger.') : say('这里没有视频。先在一本账里给资产添加。', 'There are no films here. Add one to an asset in the ledger.')}</p>}
    </Modal>
  );
}
