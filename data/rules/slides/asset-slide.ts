import { labelOf } from '../../schema/vocabulary.js';
import { text } from '../../schema/text.js';
import { categories, statuses } from '../../schema/vocabularies.js';
import { cardOf, titleOf, type AssetCard, type Figure } from '../card.js';
import { areaOf } from '../filter.js';
import { formatArea } from '../format.js';
import type { PublicAsset, PublicStop } from '../projection.js';
import type { SlideAsset, SlideFace, SlideFact, SlideFigure, SlidePhoto } from './slide.js';
import { firstLanguage, nameWords, plainWords, sayIn, wordsIn, type SlideLanguage, type Words } from './slide-words.js';

/** Facts beside a photo: more cannot be read at one glance. */
const factsShown = 5;
const photosShown = 3;
const usesShown = 4;
/** Said elsewhere on the slide, or of no use to a room. */
const leftOutOnSlides: ReadonlySet<string> = new Set(['suggestedUses', 'publicContact', 'address', 'idleSince']);

const nothing = plainWords('—');
export const categoryWords = (asset: Pick<PublicAsset, 'category'>, language: SlideLanguage) => sayIn(labelOf(categories, asset.category) ?? text(asset.category, asset.category), language);
export const statusWords = ({ status }: Pick<PublicAsset, 'status'>, language: SlideLanguage): Words | null => (status ? wordsIn(labelOf(statuses, status), language) : null);

interface Cards { readonly zh: AssetCard; readonly en: AssetCard }
/** The card of an asset in both languages. */
export const cardsOf = (asset: PublicAsset): Cards => ({ zh: cardOf(asset, 'zh'), en: cardOf(asset, 'en') });

/** A figure in both languages; an English reader is told what the unit above means where it is a Chinese one. */
export function figureIn(zh: Pick<Figure, 'label' | 'value' | 'unit'>, en: Pick<Figure, 'label' | 'value' | 'unit'>, language: SlideLanguage): SlideFigure {
  if (language !== 'both') { const { value, unit, label } = language === 'zh' ? zh : en; return { value, unit, label: plainWords(label) }; }
  const differs = zh.unit !== en.unit && en.unit !== '';
  return { value: zh.value, unit: zh.unit, label: { main: zh.label, second: differs ? `${en.label}, ${zh.value === en.value ? '' : `${en.value} `}${en.unit}` : en.label } };
}

/** The big figures of a card. */
export const figuresOf = ({ zh, en }: Cards, language: SlideLanguage): SlideFigure[] => zh.figures.flatMap((figure) => {
  const other = en.figures.find(({ path }) => path === figure.path);
  return other ? [figureIn(figure, other, language)] : [];
});

/** The lines of a card without those that are said elsewhere. */
export function factsOf({ zh, en }: Cards, language: SlideLanguage, leftOut = leftOutOnSlides): (SlideFact & { readonly path: string })[] {
  return zh.lines.flatMap((line) => {
    const other = en.lines.find(({ path }) => path === line.path);
    const label = wordsIn({ zh: line.label, ...(other ? { en: other.label } : {}) }, language);
    const value = wordsIn({ zh: line.value, ...(other ? { en: other.value } : {}) }, language);
    return label && value && !leftOut.has(line.path) ? [{ path: line.path, label, value, caution: line.caution }] : [];
  });
}
const isCaution = ({ caution }: SlideFact) => caution;
/** The first facts, among them always one that limits the use: a slide must not promise what may not be. */
function chosenFacts(facts: readonly SlideFact[]): SlideFact[] {
  const first = facts.slice(0, factsShown);
  const limit = facts.find(isCaution);
  return limit && !first.some(isCaution) ? [...first.slice(0, factsShown - 1), limit] : first;
}

/** The photos of a slide: those that the tour chose, or else the asset's first ones. */
function photosOf(asset: PublicAsset, wanted: readonly string[] | undefined, language: SlideLanguage): SlidePhoto[] {
  const chosen = wanted ? wanted.flatMap((id) => asset.photos.find((photo) => photo.id === id) ?? []) : asset.photos;
  return (chosen.length > 0 ? chosen : asset.photos).slice(0, photosShown).map((photo) => ({ media: photo.id, caption: wordsIn(photo.caption, language) }));
}

/** The slide of one asset. */
export function assetFace(asset: PublicAsset, stop: Pick<Extract<PublicStop, { kind: 'asset' }>, 'title' | 'line' | 'photos'>, language: SlideLanguage): SlideFace {
  const cards = cardsOf(asset);
  return {
    kind: 'asset', category: asset.category, categoryName: categoryWords(asset, language), place: asset.village ?? '', standing: asset.status ?? null, status: statusWords(asset, language),
    name: nameWords(asset, language),
    line: wordsIn(stop.line, language) ?? wordsIn(asset.highlights, language) ?? (titleOf(asset, firstLanguage(language)).highlight ? wordsIn({ zh: titleOf(asset, 'zh').highlight ?? '' }, language) : null),
    photos: photosOf(asset, stop.photos, language), figures: figuresOf(cards, language), facts: chosenFacts(factsOf(cards, language)), uses: asset.suggestedUses.slice(0, usesShown),
  };
}

/** Before and after, where a tour has both pictures. */
export function changeFace(asset: PublicAsset, { before, after }: { readonly before: string; readonly after: string }, language: SlideLanguage): SlideFace {
  const photo = (media: string, words: Words): SlidePhoto => ({ media, caption: words });
  return {
    kind: 'change', title: nameWords(asset, language), line: wordsIn(asset.photos.find(({ id }) => id === after)?.caption, language),
    before: photo(before, sayIn(text('现在', 'Now'), language)), after: photo(after, sayIn(text('将来', 'To come'), language)),
  };
}

/** An asset as a line of a list. */
export function assetLine(asset: PublicAsset, language: SlideLanguage): SlideAsset {
  const area = areaOf({ category: asset.category, siteArea: asset.siteArea ?? null, floorArea: asset.floorArea ?? null });
  const shown = area === null ? null : formatArea(area, asset.category, firstLanguage(language));
  return {
    name: nameWords(asset, language), category: asset.category, categoryName: categoryWords(asset, language), village: asset.village ?? '', size: shown ? `${shown.value} ${shown.unit}` : '—',
    status: statusWords(asset, language), photo: asset.photos[0]?.id ?? null,
  };
}

const comparedRows = 8;
/** Two or three assets side by side: what all of them say, then what only some do. */
export function comparisonFace(assets: readonly PublicAsset[], stop: Pick<PublicStop, 'title' | 'line'>, language: SlideLanguage): SlideFace {
  const columns = assets.map((asset) => {
    const cards = cardsOf(asset);
    const figures = cards.zh.figures.flatMap((figure) => {
      const other = cards.en.figures.find(({ path }) => path === figure.path);
      const said = ({ value, unit }: Figure) => (unit ? `${value} ${unit}` : value);
      return other ? [{ path: figure.path, label: sayIn(text(figure.label, other.label), language), value: sayIn(text(said(figure), said(other)), language), caution: false }] : [];
    });
    return new Map([...figures, ...factsOf(cards, language)].map((fact) => [fact.path, fact]));
  });
  const paths = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  const known = (path: string) => columns.filter((column) => column.has(path)).length;
  const chosen = new Set(paths.toSorted((one, other) => known(other) - known(one)).slice(0, comparedRows));
  return {
    kind: 'comparison', title: wordsIn(stop.title, language) ?? sayIn(text('资产对比', 'Side by side'), language), line: wordsIn(stop.line, language), assets: assets.map((asset) => assetLine(asset, language)),
    rows: paths.filter((path) => chosen.has(path)).map((path) => ({ label: columns.find((column) => column.has(path))!.get(path)!.label, values: columns.map((column) => column.get(path)?.value ?? nothing) })),
  };
}
