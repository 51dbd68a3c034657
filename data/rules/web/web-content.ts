import type { Boundary, Location, Person } from '../../schema/common.js';
import { fieldAt, isIn, isSeenBy, projectFields, valueAt } from '../../schema/fields.js';
import { text, type Language, type Text } from '../../schema/text.js';
import { labelOf } from '../../schema/vocabulary.js';
import { cooperations, type Category, type Status } from '../../schema/vocabularies.js';
import { cardOf, titleOf, type AssetCard } from '../card.js';
import { formatDate, formatInvestment } from '../format.js';
import { packedRings } from '../map/boundary-rings.js';
import type { PublicAsset, PublicProfile, PublicProject } from '../projection.js';
import { searchText } from '../search.js';
import type { TileFrame } from './tile-frame.js';
import type { Asset } from '../../schema/asset.js';

/** A picture of the page; addresses are those of files within its folder. */
export interface WebPhoto { readonly address: string; readonly width: number; readonly height: number; readonly caption: Text }
/** An asset as the page holds it: made of its public projection alone, in both languages. */
export interface WebAsset {
  readonly id: string;
  readonly code: string | null;
  readonly category: Category;
  readonly village: string | null;
  readonly status: Status | null;
  readonly name: Text;
  readonly highlight: Text | null;
  readonly place: Location | null;
  /** As `packedRings` gives them; empty for none. */
  readonly rings: readonly (readonly number[])[];
  readonly siteArea: number | null;
  readonly floorArea: number | null;
  readonly capacityKw: number | null;
  readonly cooperation: readonly string[];
  readonly utilities: readonly string[];
  readonly card: Readonly<Record<Language, AssetCard>>;
  readonly contact: Person | null;
  /** A small picture for the list. */
  readonly thumbnail: string | null;
  readonly photos: readonly WebPhoto[];
  readonly projectIds: readonly string[];
  /** As `searchText` gives it. */
  readonly search: string;
}
export interface WebLine { readonly label: Text; readonly value: Text }
export interface WebProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: Text;
  readonly summary: Text | null;
  readonly horizon: string | null;
  readonly scale: string | null;
  readonly stage: string | null;
  readonly sector: string | null;
  readonly location: string | null;
  readonly investment: { readonly value: Text; readonly unit: Text } | null;
  readonly lines: readonly WebLine[];
  readonly assetIds: readonly string[];
  readonly contact: Person | null;
}
/** The names of the map, as the schematic pack's own file writes them; the page sets them itself. */
export interface WebNames { readonly unit: number; readonly labels: readonly { readonly text: Text }[]; readonly streams: readonly object[] }
export interface WebMap { readonly frame: TileFrame; readonly styles: readonly ('paper' | 'night')[]; readonly names: WebNames | null }

/** Everything that the page shows: what `data.js` in its folder holds. */
export interface WebContent {
  readonly language: Language;
  readonly title: Text;
  readonly township: Text;
  readonly slogan: Text | null;
  /** True for a page that was made of chosen assets, for one investor. */
  readonly chosen: boolean;
  readonly sample: boolean;
  /** The day of making, 2026-11-23. */
  readonly madeOn: string;
  readonly contact: Person | null;
  readonly credits: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** What has to be said of a map without 审图号; null where nothing has. */
  readonly warning: Text | null;
  /** The picture of its cover. */
  readonly cover: string | null;
  readonly assets: readonly WebAsset[];
  readonly projects: readonly WebProject[];
  readonly map: WebMap | null;
}

/** The same words for both languages, where only one was written. */
const eitherOf = (given: Partial<Text> | undefined): Text | null => {
  const [zh, en] = [given?.zh || given?.en, given?.en || given?.zh];
  return zh && en ? text(zh, en) : null;
};
const inBoth = (of: (language: Language) => string): Text => text(of('zh'), of('en'));
const personOf = (person: Person | undefined): Person | null => (person && (person.name || person.phone) ? person : null);

/** The words of a cover: what the person wrote, or the township's name and what the page is. */
export const webTitle = (profile: Pick<PublicProfile, 'name'>, title: string | undefined): Text =>
  (title ? text(title, title) : text(`${profile.name.zh || profile.name.en}云招商`, `Invest in ${profile.name.en || profile.name.zh}`));

export interface AssetFiles { readonly thumbnail: string | null; readonly photos: readonly WebPhoto[] }

/** An asset of the page. `files` are its pictures as they were put into the page's folder. */
export function webAsset(asset: PublicAsset, files: AssetFiles, projects: readonly Pick<PublicProject, 'id' | 'assetIds'>[]): WebAsset {
  const capacity = valueAt(asset, 'detail.capacityKw');
  const boundary = asset.boundary as Boundary | undefined;
  return {
    id: asset.id, code: asset.code ?? null, category: asset.category, village: asset.village ?? null, status: asset.status ?? null,
    name: inBoth((language) => titleOf(asset, language).name), highlight: eitherOf(asset.highlights),
    place: asset.location ?? null, rings: boundary ? packedRings(boundary) : [],
    siteArea: asset.siteArea ?? null, floorArea: asset.floorArea ?? null, capacityKw: typeof capacity === 'number' ? capacity : null,
    cooperation: asset.cooperation, utilities: asset.utilities,
    card: { zh: withoutContact(cardOf(asset, 'zh')), en: withoutContact(cardOf(asset, 'en')) }, contact: personOf(asset.publicContact),
    ...files,
    projectIds: projects.filter(({ assetIds }) => assetIds.includes(asset.id)).map(({ id }) => id),
    // The prepared string reads public fields only, so a projection has all that it needs.
    search: searchText(asset as Asset, 'public'),
  };
}
/** The page shows whom to call as a link of its own. */
const withoutContact = ({ figures, lines }: AssetCard): AssetCard => ({ figures, lines: lines.filter(({ path }) => path !== 'publicContact') });

/** Shown as a headline, a tag or a link of the card; all others of its fields are lines. */
const apartFromLines = new Set(['summary', 'horizon', 'scale', 'stage', 'sector', 'publicContact']);

/** A project of the page; `assetIds` are those of the assets that are on it. */
export function webProject(project: PublicProject, assetIds: readonly string[]): WebProject {
  const lines = projectFields.filter((entry) => isSeenBy('public', entry) && isIn('card', entry) && !apartFromLines.has(entry.path)).flatMap((entry): WebLine[] => {
    const value = valueAt(project, entry.path);
    const written = (language: Language) => (entry.path === 'cooperation'
      ? (value as string[]).map((way) => labelOf(cooperations, way)?.[language] ?? way).join(language === 'zh' ? '、' : ', ')
      : entry.kind === 'date' ? formatDate(String(value), language) : String(value));
    return value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? [] : [{ label: fieldAt(projectFields, entry.path).label, value: inBoth(written) }];
  });
  const { investment } = project;
  const amount = investment === undefined ? null : { zh: formatInvestment(investment, 'zh'), en: formatInvestment(investment, 'en') };
  return {
    id: project.id, code: project.code ?? null, name: text(project.name, project.nameEn || project.name), summary: eitherOf(project.summary),
    horizon: project.horizon ?? null, scale: project.scale ?? null, stage: project.stage ?? null, sector: project.sector ?? null, location: project.location ?? null,
    investment: amount && { value: inBoth((language) => amount[language].value), unit: inBoth((language) => amount[language].unit) },
    lines, assetIds, contact: personOf(project.publicContact),
  };
}
