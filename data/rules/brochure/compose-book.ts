import { text } from '../../schema/text.js';
import { categories } from '../../schema/vocabularies.js';
import { formatDate } from '../format.js';
import { creditWords, type Credits } from '../map/credits.js';
import { sealSigns } from '../map/print-words.js';
import { openingPicture } from '../opening-picture.js';
import type { PublicAsset, PublicProfile, PublicProject, PublicTour } from '../projection.js';
import { categoryWords } from '../slides/asset-slide.js';
import { projectTableHead } from '../slides/project-slide.js';
import { firstLanguage, sayIn, wordsIn, type SlideLanguage } from '../slides/slide-words.js';
import { barsOf, horizonFigures, totalsOf } from '../slides/township-figures.js';
import { bookAsset } from './asset-entry.js';
import type { Book, BookAsset, BookCategory } from './book.js';
import { orderPages } from './order-pages.js';
import { bookProject } from './project-entry.js';

/** All that a brochure is made of: public projections alone, in either edition. */
export interface BookSources {
  readonly profile: PublicProfile;
  readonly assets: readonly PublicAsset[];
  readonly projects: readonly PublicProject[];
  readonly tours: readonly PublicTour[];
  readonly credits: Credits;
  readonly today: string;
  readonly language: SlideLanguage;
  readonly title: string | undefined;
  readonly dedication: string | undefined;
  readonly bleed: boolean;
  readonly chosen: boolean;
  /** What only the staff know of a record, line by line; only their own edition has it. */
  readonly staff: { readonly asset: (id: string) => readonly string[]; readonly project: (id: string) => readonly string[] } | null;
}

/** What stands on the cover: what the person wrote, or the township's name and what the book is. */
export const bookTitle = (profile: Pick<PublicProfile, 'name'>, title: string | undefined) =>
  (title ? text(title, title) : text(`${profile.name.zh || profile.name.en}招商推介手册`, `Invest in ${profile.name.en || profile.name.zh}`));

/** What still waits for somebody comes first among its kind; the rest keeps the ledger's order. */
const takenStatuses = new Set(['signed', 'leased', 'operating', 'revived']);
const isTaken = ({ status }: PublicAsset) => status !== undefined && takenStatuses.has(status);

/** Puts a brochure together: which pages there are, and every word on them. */
export function composeBook(sources: BookSources): Book {
  const { profile, projects, tours, credits, today, language, title, dedication, bleed, chosen, staff } = sources;
  const assets = sources.assets.toSorted((one, other) => Number(isTaken(one)) - Number(isTaken(other)));
  const assetById = new Map(assets.map((asset) => [asset.id, asset]));
  const entries = assets.map((asset) => bookAsset(asset, projects, language, staff?.asset(asset.id) ?? []));
  const lead = firstLanguage(language);
  const contact = profile.publicContact;
  const parts = {
    language, assets: entries, categories: categoriesOf(assets, entries, projects, language),
    projects: projects.map((project) => bookProject(project, (id) => assetById.get(id), language, staff?.project(project.id) ?? [])),
  };
  return {
    ...parts, internal: staff !== null, bleed, chosen, sample: profile.sample, title: sayIn(bookTitle(profile, title), language), township: sayIn(profile.name, language),
    slogan: wordsIn(profile.slogan, language), dedication: dedication || null, seal: sealSigns(profile),
    marks: [staff ? text('内部资料', 'Internal') : text('公开', 'Public'), ...(profile.sample ? [text('示例数据', 'Sample data')] : [])].map((mark) => sayIn(mark, language)),
    madeOn: sayIn(text(formatDate(today, 'zh'), formatDate(today, 'en')), language), cover: openingPicture(tours), story: storyOf(tours, language),
    contact: contact?.name || contact?.phone ? { name: contact.name ?? null, phone: contact.phone ?? null } : null,
    credits: creditWords(credits, lead, { sample: profile.sample }), warning: credits.warning && sayIn(credits.warning, language),
    totals: totalsOf(assets, projects, true, language), bars: barsOf(assets, language), horizons: horizonFigures(projects, language), villages: villagesOf(assets, language),
    tableHead: projectTableHead.map((head) => sayIn(head, language)), pages: orderPages(parts),
  };
}

function categoriesOf(assets: readonly PublicAsset[], entries: readonly BookAsset[], projects: readonly PublicProject[], language: SlideLanguage): BookCategory[] {
  return categories.values.flatMap((category): BookCategory[] => {
    const those = entries.filter((entry) => entry.category === category);
    if (those.length === 0) return [];
    const linked = totalsOf(assets.filter((asset) => asset.category === category), projects, false, language);
    return [{ category, name: categoryWords({ category }, language), figures: linked, assetIds: those.map(({ id }) => id), photo: pictureOf(those) }];
  });
}

/** A picture for a category's first page: not the one that opens the first asset, which follows at once. */
function pictureOf(entries: readonly BookAsset[]): BookCategory['photo'] {
  const pictured = entries.filter(({ photos }) => photos.length > 0);
  const [first, ...others] = pictured;
  const shown = others[others.length >> 1] ?? first;
  return shown?.photos.at(shown === first ? -1 : 0) ?? null;
}

/** The first chapter of a tour that has a line or figures: the township tells of itself. */
function storyOf(tours: readonly PublicTour[], language: SlideLanguage): Book['story'] {
  const chapter = tours.flatMap(({ stops }) => stops).find((stop) => stop.kind === 'chapter' && (stop.line || stop.figures.length > 0));
  if (chapter?.kind !== 'chapter') return null;
  const title = wordsIn(chapter.title, language);
  return title && {
    title, line: wordsIn(chapter.line, language), picture: chapter.picture ?? null,
    figures: chapter.figures.map(({ value, unit, label }) => ({ value, unit: unit[firstLanguage(language)] ?? unit.zh ?? '', label: wordsIn(label, language) ?? sayIn(text('', ''), language) })),
  };
}

/** How many of each category every village has, the most first. */
function villagesOf(assets: readonly PublicAsset[], language: SlideLanguage): Book['villages'] {
  const names = [...new Set(assets.flatMap(({ village }) => village ?? []))];
  return names.map((name) => {
    const those = assets.filter(({ village }) => village === name);
    return { name, counts: barsOf(those, language), total: those.length };
  }).toSorted((one, other) => other.total - one.total || one.name.localeCompare(other.name, 'zh'));
}
