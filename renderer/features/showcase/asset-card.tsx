import { useState } from 'react';
import { cardOf, titleOf } from '../../../data/rules/card.js';
import type { PublicProject } from '../../../data/rules/projection.js';
import { categories, horizons, stages } from '../../../data/schema/vocabularies.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { openPage, selectAsset, selectProject } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { StatusTag } from '../../ui/status-tag.js';
import { shownKey } from './map-keys.js';
import { PhotoGallery } from './photo-gallery.js';
import { PhotoView } from './photo-view.js';
import type { AssetDetail } from './use-asset-detail.js';
import type { Failure } from '../../../data/schema/failure.js';

/** One asset for an investor: picture, sentence, three figures, and what else decides. Shows what the index knows until the rest has come. */
export function AssetCard({ entry, detail, failure, isPinned, onCompare, onNearby, onClose }: {
  entry: IndexEntry; detail: AssetDetail | null; failure: Failure | null;
  /** It waits for another one to be compared with. */
  isPinned: boolean; onCompare: () => void; onNearby: () => void; onClose: () => void;
}) {
  const say = useSay();
  const [photoAt, setPhotoAt] = useState<number | null>(null);
  const asset = detail?.asset;
  const card = asset ? cardOf(asset, say.language) : null;
  const title = asset ? titleOf(asset, say.language) : { name: say.language === 'en' ? entry.nameEn ?? entry.name : entry.name, second: say.language === 'en' ? null : entry.nameEn, highlight: null };
  const photos = asset?.photos ?? null;
  return (
    <aside className="showcase-card" aria-label={title.name}>
      <PhotoGallery key={entry.id} photos={photos} coverId={entry.cover} name={title.name} category={entry.category} onOpen={setPhotoAt} />
      <Button className="showcase-card-close" icon="close" label={say('关闭', 'Close')} onPress={onClose} />
      <div className="showcase-card-body" key={`${entry.id} body`}>
        <div className="showcase-kicker">
          <span style={{ color: `var(--${entry.category})` }}>{[say.word(categories, entry.category), entry.village, entry.code].filter(Boolean).map((part, order) => <span key={part}>{order > 0 && ' · '}<span className="showcase-whole">{part}</span></span>)}</span>
          <StatusTag status={entry.status} />
        </div>
        <h2 className="showcase-name" data-long={title.name.length > 14 || undefined}>{title.name}</h2>
        {title.second && <p className="showcase-second">{title.second}</p>}
        {title.highlight && <p className="showcase-highlight">{title.highlight}</p>}
        {entry.lng === null && <p className="showcase-second"><Icon name="pin" size={15} /> {say('暂无坐标，未在图上标出', 'No location yet, so not on the map')}</p>}
        {failure && <p className="fault" role="alert">{say(failure.message)}</p>}
        {!card && !failure && <CardWait />}
        {card && card.figures.length > 0 && (
          <div className="showcase-figures">
            {card.figures.map((figure) => (
              <div key={figure.path}><b className="figures">{figure.value}<small>{figure.unit}</small></b><span>{figure.label}</span></div>
            ))}
          </div>
        )}
        {card && (
          <dl className="showcase-lines">
            {card.lines.map((line) => <div key={line.path} data-caution={line.caution || undefined}><dt>{line.label}</dt><dd>{line.value}</dd></div>)}
          </dl>
        )}
        {card && (
          <div className="showcase-card-actions">
            {photos && photos.length > 0 && <Button tone="primary" icon="photo" onPress={() => setPhotoAt(0)}>{say('全屏看图', 'Full-screen photos')}</Button>}
            <Button icon="compare" aria-pressed={isPinned} aria-keyshortcuts={shownKey('compare')} className={isPinned ? 'tool-on' : ''} onPress={onCompare}>{say('对比', 'Compare')}</Button>
            {entry.lng !== null && <Button icon="nearby" aria-keyshortcuts={shownKey('nearby')} onPress={onNearby}>{say('附近', 'Nearby')}</Button>}
            <Button icon="ledger" onPress={() => { selectAsset(entry.id); openPage('ledger'); }}>{say('在一本账中打开', 'Open in the ledger')}</Button>
          </div>
        )}
        {detail && detail.projects.length > 0 && <RelatedProjects projects={detail.projects} />}
      </div>
      {photoAt !== null && photos && <PhotoView photos={photos} first={photoAt} name={title.name} onClose={() => setPhotoAt(null)} />}
    </aside>
  );
}

const CardWait = () => <div className="showcase-card-wait" aria-hidden="true">{['92%', '64%', '78%', '50%'].map((width) => <i key={width} className="showcase-wait" style={{ width }} />)}</div>;

function RelatedProjects({ projects }: { projects: readonly PublicProject[] }) {
  const say = useSay();
  return (
    <section className="showcase-related">
      <h3>{say('关联项目', 'Projects')}</h3>
      {projects.map((project) => (
        <button key={project.id} type="button" onClick={() => { selectProject(project.id); openPage('projects'); }}>
          <span>{say.language === 'en' ? project.nameEn ?? project.name : project.name}</span>
          <small>{[say.word(horizons, project.horizon), say.word(stages, project.stage)].filter(Boolean).join(' · ')}</small>
          <Icon name="right" size={16} />
        </button>
      ))}
    </section>
  );
}
