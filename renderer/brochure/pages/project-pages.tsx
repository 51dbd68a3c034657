import { useMemo } from 'react';
import type { BookPage, BookProject } from '../../../data/rules/brochure/book.js';
import { partWords } from '../../../data/rules/brochure/order-pages.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { pageAnchor, useBook, useBookSay } from '../book-context.js';
import { Leaf, PartHead } from '../leaf.js';
import { MapBox } from '../map-box.js';
import { extentOfAssets } from '../map-extents.js';
import { mapUnit } from '../map-unit.js';
import { Facts, Figures, Staff } from '../parts.js';
import { PhotoBox } from '../photo-box.js';
import { Said } from '../said.js';

/** 项目一张表: every project in a row that leads to its page. */
export function TablePage({ index, page }: { index: number; page: Extract<BookPage, { kind: 'table' }> }) {
  const { book, project, projectPage } = useBook();
  const say = useBookSay();
  const rows = page.projectIds.flatMap((id) => project(id) ?? []);
  const title = partWords('table', book.language);
  return (
    <Leaf index={index} kind="table" part={title}>
      <PartHead kicker={book.township} title={page.parts === 1 ? title : { main: `${title.main} ${page.part + 1}/${page.parts}`, second: title.second }}>{page.part === 0 && <Figures figures={book.horizons} />}</PartHead>
      <table className="book-table">
        <thead><tr>{book.tableHead.map((head) => <Said key={head.main} words={head} as="th" />)}<th>{say.one('页', 'Page')}</th></tr></thead>
        <tbody>{rows.map(({ id, row }) => <tr key={id}>{row.map((cell, at) => (at === 0 ? <td key={at}><a href={`#${pageAnchor(projectPage(id))}`}><Said words={cell} /></a></td> : <Said key={at} words={cell} as="td" />))}<td>{projectPage(id)}</td></tr>)}</tbody>
      </table>
      <PhotoBox media={null} seed={`${book.township.main} contents`} className="foot-picture" />
    </Leaf>
  );
}

/** Assets in a project's list; what is left over is counted. */
const assetsShown = 8;

/** One project: what it is, what it needs, the assets that it builds on and where they lie. */
export function ProjectPage({ index, project }: { index: number; project: BookProject }) {
  const { asset, assetPage, book } = useBook();
  const say = useBookSay();
  const assets = project.assetIds.flatMap((id) => asset(id) ?? []);
  const only = useMemo(() => new Set(project.assetIds), [project]);
  const extent = useMemo(() => extentOfAssets(book.assets.filter(({ id }) => only.has(id))), [book, only]);
  return (
    <Leaf index={index} kind="project" part={partWords('projects', book.language)}>
      <PhotoBox media={project.photo?.media ?? null} caption={project.photo?.caption ?? null} seed={project.id} className="edge-picture" />
      <div className="asset-words">
        <div className="asset-name">
          <p className="book-kicker"><Said words={say('招商项目', 'Project')} inline />{project.code && <span className="book-code">{project.code}</span>}{project.chips.map((chip) => <Said key={chip.main} words={chip} inline />)}</p>
          <Said words={project.name} as="h2" /><Said words={project.line} as="p" className="asset-saying" />
        </div>
        <Figures figures={project.figures} />
        <Facts facts={project.facts} className="book-facts-wide" />
        <Staff lines={project.staff} />
        {assets.length > 0 && (
          <div className="project-lower" data-map={extent !== null || undefined}>
            <ul className="project-assets">
              {assets.slice(0, assets.length > assetsShown ? assetsShown - 1 : assetsShown).map(({ id, name, category, village, size, status }) => (
                <li key={id}><CategoryBadge category={category} size={17} /><a href={`#${pageAnchor(assetPage(id))}`}><b>{name.main}</b><em>{[village, size, status?.main].filter((part) => part && part !== '—').join(' · ')}</em></a><i>{assetPage(id)}</i></li>
              ))}
              {assets.length > assetsShown && <li className="category-more">{say.one(`另有 ${assets.length - assetsShown + 1} 宗`, `and ${assets.length - assetsShown + 1} more`)}</li>}
            </ul>
            {extent && <MapBox extent={extent} only={only} margin={mapUnit * 9} />}
          </div>
        )}
        {project.contact && <div className="asset-ends"><p><span>{say.one('联系', 'Contact')}</span><b>{project.contact}</b></p></div>}
      </div>
    </Leaf>
  );
}
