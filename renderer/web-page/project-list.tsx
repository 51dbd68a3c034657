import type { WebContent, WebProject } from '../../data/rules/web/web-content.js';
import { horizons, scales, stages } from '../../data/schema/vocabularies.js';
import { Icon } from '../ui/icon.js';
import { CallKey } from './call-key.js';
import { usePageSay } from './page-language.js';

/** 项目一张表 for an investor: near-term projects first, each opening to what it is to become, its assets, and whom to call. */
export function ProjectList({ content, onOpen }: { content: WebContent; onOpen: (id: string) => void }) {
  const say = usePageSay();
  const groups = [...horizons.values, null].map((horizon) => ({ horizon, projects: content.projects.filter((project) => project.horizon === horizon) })).filter(({ projects }) => projects.length > 0);
  return (
    <section id="projects" className="web-projects" aria-labelledby="projects-title" tabIndex={-1}>
      <header className="web-head"><h2 id="projects-title">{say('招商项目', 'Projects')}</h2><p>{say(`${content.projects.length} 个项目，点开看建设内容与关联资产`, `${content.projects.length} ${content.projects.length === 1 ? 'project' : 'projects'}; open one for its content and assets`)}</p></header>
      {groups.map(({ horizon, projects }) => (
        <div key={horizon ?? ''} className="web-project-group">
          <h3>{horizon ? say.word(horizons, horizon) : say('其他', 'Others')}<i>{projects.length}</i></h3>
          {projects.map((project) => <ProjectItem key={project.id} project={project} content={content} onOpen={onOpen} />)}
        </div>
      ))}
    </section>
  );
}

function ProjectItem({ project, content, onOpen }: { project: WebProject; content: WebContent; onOpen: (id: string) => void }) {
  const say = usePageSay();
  const { name, summary, investment, scale, stage, sector, location, lines, assetIds, contact } = project;
  const assets = assetIds.flatMap((id) => content.assets.find((asset) => asset.id === id) ?? []);
  return (
    <details className="web-project">
      <summary>
        <span className="web-project-name"><b>{say(name)}</b>{summary && <small>{say(summary)}</small>}</span>
        <span className="web-project-facts">{[sector, scale && say.word(scales, scale), location].filter(Boolean).join(' · ')}</span>
        <span className="web-project-sum">{investment && <><b>{say(investment.value)}</b> {say(investment.unit)}</>}</span>
        <span className="web-project-stage">{stage && <i>{say.word(stages, stage)}</i>}</span>
        <Icon name="down" size={20} />
      </summary>
      <div className="web-project-body">
        <dl className="web-view-lines">{lines.map(({ label, value }) => <div key={label.en}><dt>{say(label)}</dt><dd>{say(value)}</dd></div>)}</dl>
        {assets.length > 0 && <><h4>{say(`关联资产 ${assets.length} 宗`, `${assets.length} linked ${assets.length === 1 ? 'asset' : 'assets'}`)}</h4><p className="web-links">{assets.map((asset) => <button key={asset.id} type="button" onClick={() => onOpen(asset.id)}>{say(asset.name)}</button>)}</p></>}
        {contact && <CallKey contact={contact} />}
      </div>
    </details>
  );
}
