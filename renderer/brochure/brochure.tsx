import { useMemo } from 'react';
import type { Book } from '../../data/rules/brochure/book.js';
import { pageIndexes } from '../../data/rules/brochure/order-pages.js';
import { bleedWidth } from '../../data/rules/brochure/page-size.js';
import { BookContext, type BookSetting } from './book-context.js';
import type { Drawing } from './drawing.js';
import { AssetPage, CategoryPage } from './pages/asset-pages.js';
import { ColophonPage, ContactPage } from './pages/closing-pages.js';
import { ContentsPage } from './pages/contents-page.js';
import { CoverPage, FrontPage } from './pages/opening-pages.js';
import { ProjectPage, TablePage } from './pages/project-pages.js';
import { NumbersPage, OverviewPage } from './pages/township-pages.js';
import './brochure.css';
import './brochure-art.css';
import './brochure-pages.css';
import './brochure-opening.css';

/** The whole book, page under page. With a `drawing` its boxes fill; until then they only take their room. */
export function Brochure({ book, drawing }: { book: Book; drawing: Drawing | null }) {
  const setting = useMemo((): BookSetting => {
    const [assets, projects, pages] = [new Map(book.assets.map((asset) => [asset.id, asset])), new Map(book.projects.map((project) => [project.id, project])), pageIndexes(book.pages)];
    return { book, drawing, asset: (id) => assets.get(id), project: (id) => projects.get(id), assetPage: (id) => (pages.asset.get(id) ?? 0) + 1, projectPage: (id) => (pages.project.get(id) ?? 0) + 1 };
  }, [book, drawing]);
  return (
    <BookContext.Provider value={setting}>
      <main className="book" data-language={book.language} data-theme="light" style={{ '--bleed': `${book.bleed ? bleedWidth : 0}mm` } as React.CSSProperties}>
        {book.pages.map((_, index) => <PageOf key={index} setting={setting} index={index} />)}
      </main>
    </BookContext.Provider>
  );
}

function PageOf({ setting: { book, asset, project }, index }: { setting: BookSetting; index: number }) {
  const page = book.pages[index]!;
  switch (page.kind) {
    case 'cover': return <CoverPage index={index} />;
    case 'front': return <FrontPage index={index} />;
    case 'contents': return <ContentsPage index={index} page={page} />;
    case 'numbers': return <NumbersPage index={index} />;
    case 'overview': return <OverviewPage index={index} />;
    case 'category': return <CategoryPage index={index} category={book.categories.find(({ category }) => category === page.category)!} />;
    case 'asset': return <AssetPage index={index} asset={asset(page.id)!} layout={page.layout} />;
    case 'table': return <TablePage index={index} page={page} />;
    case 'project': return <ProjectPage index={index} project={project(page.id)!} />;
    case 'contact': return <ContactPage index={index} />;
    case 'colophon': return <ColophonPage index={index} />;
  }
}
