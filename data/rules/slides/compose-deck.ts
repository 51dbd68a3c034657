import { text, type Text } from '../../schema/text.js';
import { matchesFilter } from '../filter.js';
import { creditWords, type Credits } from '../map/credits.js';
import { sealSigns } from '../map/print-words.js';
import type { PublicAsset, PublicProfile, PublicProject, PublicStop, PublicTour } from '../projection.js';
import { scenesOf, type Scene, type StageFacts } from '../stage/scenes.js';
import { assetFace, changeFace, comparisonFace } from './asset-slide.js';
import { mapFrame } from './map-frame.js';
import { projectFace, projectRow, projectTableHead } from './project-slide.js';
import type { Deck, Slide, SlideFace, SlideMap, SlideSubject } from './slide.js';
import { firstLanguage, sayIn, wordsIn, type SlideLanguage, type Words } from './slide-words.js';
import { barsOf, horizonFigures, totalsOf } from './township-figures.js';
import { stopsWithoutTour } from './tour-stops.js';

/** All that a presentation is made of: public projections alone, for either edition. */
export interface DeckSources {
  readonly profile: PublicProfile;
  readonly assets: readonly PublicAsset[];
  readonly projects: readonly PublicProject[];
  /** Null where the ledger has no tour. */
  readonly tour: PublicTour | null;
  readonly credits: Credits;
  readonly today: string;
  readonly language: SlideLanguage;
  /** Writes the notes page of a slide; only the staff's edition has it. */
  readonly staff: ((about: SlideSubject) => string | null) | null;
}

/** Pages that are drawn by hand on a stage but stand still on a slide: no slide is made of them. */
const notOnSlides: ReadonlySet<Scene['view']> = new Set(['place', 'photo', 'sites', 'explore', 'video', 'categories', 'horizons']);

const filterable = (asset: PublicAsset) => ({
  category: asset.category, village: asset.village ?? null, status: asset.status ?? null, siteArea: asset.siteArea ?? null, floorArea: asset.floorArea ?? null, cooperation: asset.cooperation, utilities: asset.utilities,
});

/** Composes a presentation: which slides there are and every word on them. */
export function composeDeck(sources: DeckSources): Deck {
  const { profile, assets, projects, tour, credits, today, language, staff } = sources;
  const assetById = new Map(assets.map((asset) => [asset.id, asset]));
  const facts: StageFacts = { asset: (id) => { const found = assetById.get(id); return found && { photos: found.photos, videos: found.videos, placed: found.location !== undefined }; }, projects };
  const maps: SlideMap[] = [];
  const say = (value: Text) => sayIn(value, language);
  const edition = staff ? text('内部资料', 'Internal') : text('公开', 'Public');
  const contact = profile.publicContact;

  function faceOf(scene: Scene, stop: PublicStop): SlideFace | null {
    const title = wordsIn(stop.title, language);
    const line = wordsIn(stop.line, language);
    const picture = 'picture' in stop ? stop.picture ?? null : null;
    const name = say(profile.name);
    switch (scene.view) {
      case 'cover': return { kind: 'cover', title: title ?? name, slogan: wordsIn(profile.slogan, language), line, picture, edition: firstLanguage(language) === 'zh' ? `${edition.zh} · ${today}` : `${edition.en} · ${today}` };
      case 'chapter': return { kind: 'chapter', title: title ?? name, line, picture, figures: stop.kind === 'chapter' ? stop.figures.map(({ value, unit, label }) => ({ value, unit: unit[firstLanguage(language)] ?? '', label: wordsIn(label, language) ?? say(text('', '')) })) : [] };
      case 'totals': return { kind: 'figures', title: title ?? say(text('乡情数字', 'The township in figures')), line, figures: totalsOf(assets, projects, true, language), chartTitle: say(text('各类资产宗数', 'Assets by category')), bars: barsOf(assets, language), horizons: horizonFigures(projects, language) };
      case 'overview': {
        const found = stop.kind === 'overview' ? assets.filter((asset) => matchesFilter(filterable(asset), stop.filter)) : [];
        const extent = mapFrame(found.flatMap(({ location }) => location ?? []));
        if (!extent) return null;
        maps.push({ ids: found.map(({ id }) => id), extent });
        return { kind: 'map', title: title ?? say(text('资产总览', 'All assets')), line, map: maps.length - 1, figures: totalsOf(found, projects, found.length === assets.length, language).slice(0, 4), bars: barsOf(found, language) };
      }
      case 'card': { const asset = assetById.get(scene.assetId); return asset && stop.kind === 'asset' ? assetFace(asset, stop, language) : null; }
      case 'change': { const asset = assetById.get(scene.assetId); return asset ? changeFace(asset, scene, language) : null; }
      case 'project': { const project = projects.find(({ id }) => id === scene.projectId); return project ? projectFace(project, (id) => assetById.get(id), stop, language) : null; }
      case 'table': {
        const those = scene.projectIds.flatMap((id) => projects.find((project) => project.id === id) ?? []);
        return { kind: 'table', title: title ?? say(text('招商项目一张表', 'All projects')), page: scene.page, pages: scene.pages, head: projectTableHead.map(say), rows: those.map((project) => projectRow(project, language)) };
      }
      case 'comparison': return comparisonFace(scene.assetIds.flatMap((id) => assetById.get(id) ?? []), stop, language);
      case 'closing': return {
        kind: 'closing', title: title ?? line ?? say(text('期待与您同行', 'We look forward to working with you')), line: title ? line : wordsIn(profile.slogan, language), picture,
        contact: contact?.name || contact?.phone ? { label: say(text('招商热线', 'Investment office')), name: contact.name ?? '', phone: contact.phone ?? '', scan: say(text('扫码存下联系方式', 'Scan to keep the contact')) } : null,
      };
      default: return null;
    }
  }

  const stops = tour ? tour.stops : stopsWithoutTour(assets, projects);
  const slides = stops.flatMap((stop): Slide[] => {
    let isFirst = true;
    return scenesOf(stop, facts).filter(({ view }) => !notOnSlides.has(view)).flatMap((scene): Slide[] => {
      const face = faceOf(scene, stop);
      if (!face) return [];
      const about: SlideSubject = { stopId: stop.id, first: isFirst, assetIds: 'assetId' in scene && scene.assetId ? [scene.assetId] : 'assetIds' in scene ? scene.assetIds : [], projectIds: 'projectId' in scene ? [scene.projectId] : [] };
      isFirst = false;
      return [{ face, notes: staff?.(about) ?? null, about }];
    });
  });
  const lead = firstLanguage(language);
  const township: Words = say(profile.name);
  return {
    title: tour?.name ?? (lead === 'zh' ? `${township.main}招商推介` : `${township.main}: investment`), township, internal: staff !== null, language, slides, maps, seal: sealSigns(profile),
    marks: [edition, ...(profile.sample ? [text('示例数据', 'Sample data')] : [])].map((mark) => (language === 'both' ? `${mark.zh} ${mark.en}` : mark[lead])),
    credit: creditWords(credits, lead).join(' · '), warning: credits.warning?.[lead] ?? null,
  };
}
