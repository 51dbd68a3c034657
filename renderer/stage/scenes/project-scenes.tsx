import { formatInvestment } from '../../../data/rules/format.js';
import { cooperations, horizons, scales, stages } from '../../../data/schema/vocabularies.js';
import { labelOf } from '../../../data/schema/vocabulary.js';
import { Figure } from '../parts/figure.js';
import { Fit } from '../parts/fit.js';
import { Picture } from '../parts/picture.js';
import { Words } from '../parts/words.js';
import { nameSize } from '../pure/pieces.js';
import type { StageSay } from '../stage-say.js';
import { stageUnits } from '../stage-units.js';
import { assetName } from './asset-scenes.js';
import type { SceneProps } from './scene-props.js';

/** So many pictures of its assets can be told apart from the back of a room. */
const mostPictures = 4;

export const projectName = (project: { readonly name: string; readonly nameEn?: string | undefined }, say: StageSay) => say.of({ zh: project.name, ...(project.nameEn ? { en: project.nameEn } : {}) });

/** What a project is: its name and sentence, what it costs and how far it is, the assets it stands on. */
export function ProjectScene({ content, stop, scene, say, still }: SceneProps<'project'>) {
  const row = content.project(scene.projectId);
  if (!row) return null;
  const { project } = row;
  const name = projectName(project, say);
  const money = project.investment === undefined ? null : formatInvestment(project.investment, say.first);
  const assets = project.assetIds.flatMap((id) => content.entry(id) ?? []);
  const shown = assets.slice(0, mostPictures);
  const line = say.of(stop.line);
  const saying = line.length > 0 ? line : say.of(project.summary);
  const ways = project.cooperation.map((way) => labelOf(cooperations, way)?.[say.first] ?? way).join(say.one('、', ', '));
  const chips = [project.scale && labelOf(scales, project.scale)?.[say.first], project.sector, ways, say.first === 'zh' ? project.landUse : undefined].filter((chip): chip is string => Boolean(chip));
  return (
    <section className="scene scene-project">
      <Fit className="project-side">
        <Words lines={project.horizon ? say.word(horizons, project.horizon) : say('招商项目', 'Project on offer')} className="kicker" inline />
        <Words lines={name} as="h1" className="title" style={{ fontSize: stageUnits(nameSize(name[0]?.text ?? '', 860, 2, 96)) }} />
        <Words lines={saying} className="saying" />
        <div className="figure-row figures-project">
          {money && <Figure value={money.value} unit={money.unit} label={say('总投资', 'Investment')} still={still} />}
          {project.stage && <div className="figure figure-word"><Words lines={say.word(stages, project.stage)} className="figure-value" inline /><Words lines={say('目前阶段', 'Stage')} className="figure-label" /></div>}
          <Figure value={String(assets.length)} unit={say.one('处', '')} label={say('关联资产', 'Linked assets')} still={still} />
        </div>
        {say.first === 'zh' && project.content && <p className="project-content" lang="zh">{project.content}</p>}
        <ul className="chips">{chips.map((chip) => <li key={chip}>{chip}</li>)}</ul>
      </Fit>
      <ul className="project-pictures" data-count={shown.length}>
        {shown.map((entry) => (
          <li key={entry.id}>
            <Picture address={entry.cover ? content.media(entry.cover) : null} seed={entry.id} category={entry.category} />
            <p className="project-picture-name" lang={assetName(entry, say)[0]?.language}>{assetName(entry, say)[0]?.text}</p>
          </li>
        ))}
        {shown.length === 0 && <li><Picture address={null} seed={project.id} /></li>}
      </ul>
    </section>
  );
}

/** 项目一张表: six rows, one after the other, near ones before far ones. */
export function TableScene({ content, stop, scene, say }: SceneProps<'table'>) {
  const rows = scene.projectIds.flatMap((id) => content.project(id) ?? []);
  const titled = say.of(stop.title);
  return (
    <section className="scene scene-table">
      <header className="scene-head">
        <Words lines={titled.length > 0 ? titled : say('项目一张表', 'Projects at a glance')} as="h1" className="title title-small" inline />
        {scene.pages > 1 && <p className="table-page" aria-label={say.one(`第 ${scene.page + 1} 页，共 ${scene.pages} 页`, `Page ${scene.page + 1} of ${scene.pages}`)}>{scene.page + 1}<small>/ {scene.pages}</small></p>}
      </header>
      <ol className="rows">
        {rows.map(({ project }, at) => {
          const name = projectName(project, say);
          const money = project.investment === undefined ? null : formatInvestment(project.investment, say.first);
          return (
            <li key={project.id} data-horizon={project.horizon} style={{ animationDelay: `${150 + at * 240}ms` }}>
              <span className="rows-horizon">{project.horizon ? say.one(project.horizon === 'near' ? '近期' : '远期', project.horizon === 'near' ? 'Near' : 'Later') : '—'}</span>
              <Fit className="rows-name"><Words lines={name} as="b" /></Fit>
              <Words lines={say.first === 'zh' ? say.of({ zh: [project.location, project.sector].filter(Boolean).join(' · ') }) : []} as="span" className="rows-place" whole />
              <span className="rows-money">{money ? <>{money.value}<small>{money.unit}</small></> : <small>{say.one('面议', 'Open')}</small>}</span>
              <Words lines={say.word(stages, project.stage)} as="span" className="rows-stage" />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
