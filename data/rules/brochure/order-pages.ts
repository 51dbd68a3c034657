import { text, type Text } from '../../schema/text.js';
import type { Category } from '../../schema/vocabularies.js';
import { sayIn, type SlideLanguage } from '../slides/slide-words.js';
import type { Book, BookPage, ContentsLine } from './book.js';
import { contentsInColumns, contentsPages } from './contents-columns.js';
import { orderAssets } from './order-assets.js';
import { tablePages } from './table-pages.js';

/** How the parts of the book are called, in the contents and at the foot of their pages. */
export const partNames = {
  numbers: text('乡情数字', 'The township in figures'),
  overview: text('资产分布图', 'Where the assets lie'),
  assets: text('资产推介', 'The assets'),
  table: text('项目一张表', 'The project table'),
  projects: text('招商项目', 'The projects'),
  contact: text('联系我们', 'How to get in touch'),
  colophon: text('版本说明', 'About this book'),
} as const satisfies Readonly<Record<string, Text>>;

/** A category of fewer assets than these has no page before them: it would be a page for a word. */
const leastForPlate = 3;

export type BookParts = Pick<Book, 'assets' | 'categories' | 'projects' | 'language'>;

/** All pages of the book in their order, the contents among them with the pages that they lead to. */
export function orderPages({ assets, categories, projects, language }: BookParts): BookPage[] {
  // The contents' length shifts what they point at, but does not depend on it.
  const draft = pagesAfter({ assets, categories, projects, language }, 0);
  const length = contentsPages(linesOf(draft, { assets, categories, projects, language }));
  const before: BookPage[] = [{ kind: 'cover' }, { kind: 'front' }];
  const start = before.length + length;
  const rest = pagesAfter({ assets, categories, projects, language }, start);
  const columns = contentsInColumns(linesOf(rest, { assets, categories, projects, language }).map((line) => ({ ...line, page: line.page + start })));
  const contents = Array.from({ length }, (_, at): BookPage => ({ kind: 'contents', first: at === 0, columns: columns.slice(at * 2, at * 2 + 2) }));
  return [...before, ...contents, ...rest];
}

function pagesAfter({ assets, categories, projects }: BookParts, start: number): BookPage[] {
  const pages: BookPage[] = [{ kind: 'numbers' }];
  if (assets.some(({ place }) => place)) pages.push({ kind: 'overview' });
  const assetById = new Map(assets.map((asset) => [asset.id, asset]));
  for (const { category, assetIds } of categories) {
    if (assetIds.length >= leastForPlate) pages.push({ kind: 'category', category });
    const those = assetIds.flatMap((id) => assetById.get(id) ?? []);
    pages.push(...orderAssets(those, start + pages.length).map((page) => ({ kind: 'asset', ...page }) as const));
  }
  const tables = tablePages(projects);
  pages.push(...tables.map((rows, part): BookPage => ({ kind: 'table', part, parts: tables.length, projectIds: rows.map(({ id }) => id) })));
  pages.push(...projects.map(({ id }): BookPage => ({ kind: 'project', id })));
  pages.push({ kind: 'contact' }, { kind: 'colophon' });
  return pages;
}

function linesOf(pages: readonly BookPage[], { assets, categories, projects, language }: BookParts): ContentsLine[] {
  const assetById = new Map(assets.map((asset) => [asset.id, asset]));
  const projectById = new Map(projects.map((project) => [project.id, project]));
  const categoryOf = new Map(categories.map((category) => [category.category, category]));
  const section = (name: keyof typeof partNames, page: number): ContentsLine => ({ kind: 'section', words: sayIn(partNames[name], language), note: null, category: null, page });
  const lines: ContentsLine[] = [];
  let begun: Category | null = null;
  const beginCategory = (category: Category, at: number) => {
    if (category === begun) return;
    if (begun === null) lines.push(section('assets', at));
    begun = category;
    lines.push({ kind: 'category', words: categoryOf.get(category)!.name, note: null, category, page: at });
  };
  let isAmongProjects = false;
  pages.forEach((page, at) => {
    switch (page.kind) {
      case 'numbers': case 'overview': case 'contact': case 'colophon': lines.push(section(page.kind, at)); break;
      case 'category': beginCategory(page.category, at); break;
      case 'asset': {
        const asset = assetById.get(page.id)!;
        beginCategory(asset.category, at);
        if (page.layout !== 'facts') lines.push({ kind: 'entry', words: asset.name, note: asset.village, category: asset.category, page: at });
        break;
      }
      case 'table': if (page.part === 0) lines.push(section('table', at)); break;
      case 'project':
        if (!isAmongProjects) lines.push(section('projects', at));
        isAmongProjects = true;
        lines.push({ kind: 'entry', words: projectById.get(page.id)!.name, note: null, category: null, page: at });
        break;
      default: break;
    }
  });
  return lines;
}

/** The first page of everything that other pages refer to, as an index from 0. */
export function pageIndexes(pages: readonly BookPage[]): { readonly asset: ReadonlyMap<string, number>; readonly project: ReadonlyMap<string, number> } {
  const asset = new Map<string, number>();
  const project = new Map<string, number>();
  pages.forEach((page, at) => {
    if (page.kind === 'asset' && !asset.has(page.id)) asset.set(page.id, at);
    if (page.kind === 'project') project.set(page.id, at);
  });
  return { asset, project };
}

/** How a part of the book is called in its languages. */
export const partWords = (name: keyof typeof partNames, language: SlideLanguage) => sayIn(partNames[name], language);
