import type { Boundary, Person } from '../../schema/common.js';
import { packedRings } from '../map/boundary-rings.js';
import type { PublicAsset, PublicProject } from '../projection.js';
import { assetLine, cardsOf, categoryWords, factsOf, figuresOf, statusWords } from '../slides/asset-slide.js';
import { nameWords, wordsIn, type SlideLanguage, type Words } from '../slides/slide-words.js';
import type { BookAsset, BookPhoto } from './book.js';

/** Whom to call is said in a line of its own. */
const saidElsewhere: ReadonlySet<string> = new Set(['publicContact']);
/** More photos than these would be too small to look at. */
const photosShown = 6;

/** Names that have no translation are listed once, however the languages part them. */
function onceOf(words: Words): Words {
  const bare = (list: string) => list.replace(/[\s、，,]+/g, '');
  return words.second !== null && bare(words.main) === bare(words.second) ? { ...words, second: null } : words;
}

/** A photo as the book shows it. */
export const bookPhoto = ({ id, caption, width, height }: PublicAsset['photos'][number], language: SlideLanguage): BookPhoto =>
  ({ media: id, caption: wordsIn(caption, language), width: width ?? null, height: height ?? null });

/** 示例乡招商办公室 0000-0000000; null where neither is known. */
export const personLine = (person: Person | undefined): string | null => [person?.name, person?.phone].filter(Boolean).join(' ') || null;

/** An asset of the book, made of its public projection; `staff` is what only the staff's edition tells of it. */
export function bookAsset(asset: PublicAsset, projects: readonly Pick<PublicProject, 'id' | 'assetIds'>[], language: SlideLanguage, staff: readonly string[]): BookAsset {
  const cards = cardsOf(asset);
  const boundary = asset.boundary as Boundary | undefined;
  return {
    id: asset.id, code: asset.code ?? null, category: asset.category, categoryName: categoryWords(asset, language), village: asset.village ?? null,
    name: nameWords(asset, language), line: wordsIn(asset.highlights, language), standing: asset.status ?? null, status: statusWords(asset, language),
    size: assetLine(asset, language).size, figures: figuresOf(cards, language).filter(({ value }) => value !== '0'),
    facts: factsOf(cards, language, saidElsewhere).map(({ label, value, caution }) => ({ label, value: onceOf(value), caution })),
    photos: asset.photos.slice(0, photosShown).map((photo) => bookPhoto(photo, language)),
    place: asset.location ?? null, rings: boundary ? packedRings(boundary) : [], contact: personLine(asset.publicContact),
    projectIds: projects.filter(({ assetIds }) => assetIds.includes(asset.id)).map(({ id }) => id), staff,
  };
}
