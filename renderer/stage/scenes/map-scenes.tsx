import { creditsOf, creditWords } from '../../../data/rules/map/credits.js';
import type { PublicStop } from '../../../data/rules/projection.js';
import type { Scene } from '../../../data/rules/stage/scenes.js';
import type { StageCommand, StageShow } from '../../../data/schema/stage.js';
import { categories, type Category } from '../../../data/schema/vocabularies.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Icon } from '../../ui/icon.js';
import { Fit } from '../parts/fit.js';
import { Picture } from '../parts/picture.js';
import { Seal } from '../parts/seal.js';
import { Words } from '../parts/words.js';
import type { MapView } from '../map-view.js';
import { nameSize } from '../pure/pieces.js';
import type { StageContent } from '../stage-content.js';
import type { StageSay } from '../stage-say.js';
import { stageUnits } from '../stage-units.js';
import { AssetFacts, assetName, kickerOf } from './asset-scenes.js';
import { MatchWords } from './match-words.js';
import { projectName } from './project-scenes.js';

export interface MapWordsProps {
  readonly content: StageContent;
  readonly stop: PublicStop | null;
  readonly scene: Scene;
  readonly view: MapView;
  readonly show: Pick<StageShow, 'finding' | 'assetId'>;
  readonly say: StageSay;
  readonly still: boolean;
  readonly onCommand?: ((command: StageCommand) => void) | undefined;
}

/** The words that stand on the map: what it shows, and whose map it is. */
export function MapWords(props: MapWordsProps) {
  return (
    <section className={`scene scene-map scene-map-${props.scene.view}`}>
      {props.scene.view === 'overview' && <OverviewWords {...props} />}
      {props.scene.view === 'place' && <PlaceWords {...props} />}
      {props.scene.view === 'sites' && <SitesWords {...props} projectId={props.scene.projectId} />}
      {props.scene.view === 'explore' && <ExploreWords {...props} />}
    </section>
  );
}

/** The sheets of the map with their 审图号, 示意图, 示例数据. */
export function StageCredits({ content, say }: { content: StageContent; say: StageSay }) {
  const credits = creditsOf(content.sheets ?? []);
  const words = creditWords({ ...credits, lines: credits.lines.map((line) => ({ ...line, attribution: line.schematic ? { zh: '', en: '' } : line.attribution })) }, say.first, { sample: content.sample });
  return words.length === 0 ? null : <p className="stage-credits" lang={say.first}>{words.join(' · ')}</p>;
}

function OverviewWords({ content, stop, view, say }: MapWordsProps) {
  const titled = stop ? say.of(stop.title) : [];
  const counts = new Map<Category, number>();
  for (const { category } of view.lit) counts.set(category, (counts.get(category) ?? 0) + 1);
  const shown = categories.values.filter((category) => counts.has(category));
  return (
    <Fit className="map-panel">
      <Words lines={say.of(content.profile.name)} className="kicker" inline />
      <Words lines={titled.length > 0 ? titled : say('全乡一张图', 'The whole township')} as="h1" className="map-title" style={{ fontSize: stageUnits(nameSize(titled[0]?.text ?? '全乡一张图', 470, 3, 84)) }} />
      {stop && <Words lines={say.of(stop.line)} className="saying" />}
      <p className="map-count"><b>{view.lit.length}</b><small>{say.one('处', view.lit.length === 1 ? 'asset' : 'assets')}</small></p>
      <ul className="map-legend">
        {shown.map((category) => <li key={category}><CategoryBadge category={category} size={40} /><Words lines={say.word(categories, category)} as="span" inline /><b>{counts.get(category)}</b></li>)}
      </ul>
    </Fit>
  );
}

function PlaceWords({ content, view, say }: MapWordsProps) {
  const { chosen } = view;
  if (!chosen) return null;
  const whole = content.asset(chosen.id);
  const name = assetName(whole ?? chosen, say);
  return (
    <div className="map-slip">
      <span className="map-slip-badge"><CategoryBadge category={chosen.category} size={96} /></span>
      <div>
        <Words lines={kickerOf(chosen, say)} className="kicker" inline whole />
        <Words lines={name} as="h1" className="map-name" style={{ fontSize: stageUnits(nameSize(name[0]?.text ?? '', 1_150, 1, 104)) }} />
      </div>
      <Seal status={chosen.status ?? undefined} say={say} />
    </div>
  );
}

function SitesWords({ content, stop, view, say, projectId }: MapWordsProps & { projectId: string }) {
  const row = content.project(projectId);
  if (!row) return null;
  const name = projectName(row.project, say);
  return (
    <Fit className="map-panel">
      <Words lines={say('项目落在这里', 'Where the project stands')} className="kicker" inline />
      <Words lines={name} as="h1" className="map-title" style={{ fontSize: stageUnits(nameSize(name[0]?.text ?? '', 470, 3, 84)) }} />
      {stop && <Words lines={say.of(stop.line)} className="saying" />}
      <p className="map-count"><b>{view.lit.length}</b><small>{say.one('处资产', view.lit.length === 1 ? 'asset' : 'assets')}</small></p>
    </Fit>
  );
}

function ExploreWords({ content, stop, view, show, say, still, onCommand }: MapWordsProps) {
  if (show.finding?.match && !view.chosen) return <MatchWords content={content} match={show.finding.match} say={say} />;
  const asset = view.chosen ? content.asset(view.chosen.id) : undefined;
  const line = stop?.kind === 'explore' ? say.of(stop.title ?? stop.line) : [];
  const title = show.finding
    ? say(`找到 ${view.lit.length} 处`, `${view.lit.length} found`)
    : line.length > 0 ? line : say('想看哪里，请讲', 'Where shall we go?');
  return (
    <>
      {!view.chosen && <div className="map-ribbon"><Words lines={title} as="h1" className="map-ribbon-words" inline /></div>}
      {view.chosen && (
        <article className="map-card">
          <Picture address={view.chosen.cover ? content.media(view.chosen.cover) : null} seed={view.chosen.id} category={view.chosen.category} />
          <Fit className="map-card-facts">
            {asset ? <AssetFacts asset={asset} say={say} still={still} /> : <><Words lines={kickerOf(view.chosen, say)} className="kicker" inline whole /><Words lines={assetName(view.chosen, say)} as="h1" className="title" style={{ fontSize: stageUnits(72) }} /></>}
          </Fit>
          {onCommand && <button type="button" className="map-card-close" aria-label={say.one('关闭', 'Close')} onClick={() => onCommand({ do: 'open', assetId: null })}><Icon name="close" /></button>}
        </article>
      )}
    </>
  );
}
