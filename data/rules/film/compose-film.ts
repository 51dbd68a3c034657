import { filmSizes, type FilmSize } from '../../schema/film.js';
import { text, type Language } from '../../schema/text.js';
import { cardOf } from '../card.js';
import { creditWords, marksOf, type Credits } from '../map/credits.js';
import { extentOf } from '../map/extent.js';
import type { PublicAsset, PublicProfile, PublicProject, PublicStop, PublicTour } from '../projection.js';
import { composeDeck } from '../slides/compose-deck.js';
import type { Slide, SlideFace } from '../slides/slide.js';
import { firstLanguage, nameWords, plainWords, sayIn, wordsIn, type SlideLanguage, type Words } from '../slides/slide-words.js';
import { stopsWithoutTour } from '../slides/tour-stops.js';
import type { FilmAsset, FilmPlan, FilmPoint, FilmRow, FilmScene } from './film-plan.js';
import { timeShots, type StopWishes, type Wish } from './timing.js';

/** All that a film is made of: public projections alone, for either edition. */
export interface FilmSources {
  readonly profile: PublicProfile;
  readonly assets: readonly PublicAsset[];
  readonly projects: readonly PublicProject[];
  /** Null where the ledger has no tour. */
  readonly tour: PublicTour | null;
  readonly credits: Credits;
  readonly today: string;
  readonly language: SlideLanguage;
  readonly internal: boolean;
  readonly size: FilmSize;
  /** The length wanted in seconds; null where the film may take what it needs. */
  readonly seconds: number | null;
}

/** How long each kind of shot is when nobody is in a hurry, in seconds. */
const usual = { cover: 6, story: 6, figures: 6.5, overview: 6.5, place: 3.4, asset: 5, photo: 2.6, change: 4.5, project: 6, table: 6, comparison: 6.5, video: 8, closing: 6.5 } as const satisfies Record<FilmScene['kind'], number>;
const chipsShown = 3;
const rowsCompared = 5;

/** Facts that stand as chips beside a photo, by their fields: how one may take part, for how much, what is laid on. */
const chipPaths = ['cooperation', 'price', 'utilities'];

/** The scenes of one slide, in their order. */
function scenesOfSlide({ face, about }: Slide, known: { readonly asset: (id: string) => PublicAsset | undefined; readonly from: FilmPoint | null; readonly stop: PublicStop; readonly maps: readonly { readonly ids: readonly string[] }[]; readonly language: Language; readonly endCredits: readonly string[] }): Wish<FilmScene>[] {
  const one = (scene: FilmScene, extra = false): Wish<FilmScene> => ({ scene, seconds: usual[scene.kind], extra });
  switch (face.kind) {
    case 'cover': return [one({ kind: 'cover', title: face.title, slogan: face.slogan, line: face.line, picture: face.picture })];
    case 'chapter': return [one({ kind: 'story', title: face.title, line: face.line, picture: face.picture, figures: face.figures })];
    case 'figures': return [one({ kind: 'figures', title: face.title, line: face.line, figures: face.figures, bars: face.bars })];
    case 'map': {
      const ids = known.maps[face.map]?.ids ?? [];
      const extent = extentOf(ids.flatMap((id) => known.asset(id)?.location ?? []));
      return extent ? [one({ kind: 'overview', title: face.title, line: face.line, figures: face.figures, bars: face.bars, ids, extent })] : [];
    }
    case 'asset': return scenesOfAsset(face, about.assetIds[0] ?? '', known).map(({ scene, extra }) => one(scene, extra));
    case 'change': return [one({ kind: 'change', title: face.title, line: face.line, before: face.before, after: face.after }, true)];
    case 'project': return [one({ kind: 'project', id: about.projectIds[0] ?? '', name: face.name, chips: face.chips, line: face.line, figures: face.figures, photo: face.photo })];
    case 'table': return [one({ kind: 'table', title: face.title, page: face.page, pages: face.pages, rows: face.rows.map(rowOf) }, face.page > 0)];
    case 'comparison': return [one({
      kind: 'comparison', title: face.title, line: face.line, assets: face.assets.map(({ category, name, photo }, at) => ({ id: about.assetIds[at] ?? name.main, category, name, photo })),
      rows: face.rows.slice(0, rowsCompared).map(({ label, values }) => ({ label, values: values.map(({ main }) => main) })),
    })];
    case 'closing': return [one({ kind: 'closing', title: face.title, line: face.line, picture: face.picture, contact: face.contact, credits: known.endCredits })];
  }
}

const rowOf = (cells: readonly Words[]): FilmRow => {
  const [name, place, sector, investment, , stage] = cells;
  return { name: name ?? plainWords(''), place: [place?.main, sector?.main].filter((word) => word && word !== '—').join(' · '), investment: investment?.main ?? '', stage: stage?.main === '—' ? '' : stage?.main ?? '' };
};

function scenesOfAsset(face: Extract<SlideFace, { kind: 'asset' }>, id: string, { asset, from, stop, language }: { readonly asset: (id: string) => PublicAsset | undefined; readonly from: FilmPoint | null; readonly stop: PublicStop; readonly language: Language }): { readonly scene: FilmScene; readonly extra: boolean }[] {
  const kicker = (words: Words): Words => (face.place ? { ...words, main: `${words.main} · ${face.place}` } : words);
  const shown: FilmAsset = { id, category: face.category, kicker: kicker(face.categoryName), name: face.name, standing: face.standing, status: face.status };
  const found = asset(id);
  const place = found?.location;
  const [first, ...others] = face.photos;
  const lines = found ? cardOf(found, language).lines : [];
  const chips = chipPaths.flatMap((path) => lines.find((line) => line.path === path)?.value ?? []);
  const caution = lines.find((line) => line.caution);
  return [
    ...(place ? [{ scene: { kind: 'place', asset: shown, to: { lng: place.lng, lat: place.lat }, camera: stop.camera ?? null, from } as const, extra: false }] : []),
    // What limits the use stands among the chips: a film must not promise what may not be.
    { scene: { kind: 'asset', asset: shown, line: face.line, photo: first ?? null, figures: face.figures, chips: caution ? [...chips.slice(0, chipsShown - 1), caution.value] : chips }, extra: false },
    ...others.map((photo) => ({ scene: { kind: 'photo', asset: shown, photo } as const, extra: true })),
  ];
}

/** Composes a film from a tour, or from what is published where there is none: which shots there are, for how many frames, and every word in them. */
export function composeFilm(sources: FilmSources): FilmPlan {
  const { profile, assets, projects, tour, credits, today, language, internal, size } = sources;
  const lead = firstLanguage(language);
  const stops: readonly PublicStop[] = tour ? tour.stops : stopsWithoutTour(assets, projects);
  const deck = composeDeck({ profile, assets, projects, tour: tour ?? null, credits, today, language, staff: null });
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const asset = (id: string) => byId.get(id);
  const endCredits = [...creditWords(credits, lead, { sample: profile.sample }), ...(credits.warning ? [credits.warning[lead]] : [])];
  const known = { asset, maps: deck.maps, endCredits, language: lead };
  let from: FilmPoint | null = profile.centre ? { lng: profile.centre.lng, lat: profile.centre.lat } : null;
  const seen = new Set<string>();
  /** A picture of a project that the film has not shown yet, where it has one. */
  const unseen = ({ id, photo }: Extract<FilmScene, { kind: 'project' }>): string | null => {
    if (photo === null || !seen.has(photo)) return photo;
    const others = projects.find((project) => project.id === id)?.assetIds.flatMap((assetId) => asset(assetId)?.photos.map((one) => one.id) ?? []) ?? [];
    return others.find((media) => !seen.has(media)) ?? photo;
  };

  const wishes = stops.flatMap((stop): StopWishes<FilmScene>[] => {
    const shots = stop.kind === 'video' ? filmOf(stop, asset, language, profile) : deck.slides.filter(({ about }) => about.stopId === stop.id).flatMap((slide) => scenesOfSlide(slide, { ...known, stop, from }));
    for (const { scene } of shots) if (scene.kind === 'place') from = scene.to;
    const varied = shots.map((shot) => (shot.scene.kind === 'project' ? { ...shot, scene: { ...shot.scene, photo: unseen(shot.scene) } } : shot));
    for (const { scene } of varied) for (const media of mediaOf(scene)) seen.add(media);
    return varied.length === 0 ? [] : [{ id: stop.id, talkSeconds: stop.seconds, shots: varied }];
  });
  // Whose map it is and that it is sample data is said at the end, whether the tour has one or not.
  const isClosed = wishes.some(({ shots }) => shots.some(({ scene }) => scene.kind === 'closing'));
  const end: Wish<FilmScene> = { scene: { kind: 'closing', title: sayIn(profile.name, language), line: wordsIn(profile.slogan, language), picture: null, contact: null, credits: endCredits }, seconds: usual.closing, extra: false };
  const shots = timeShots(wishes.length === 0 || isClosed ? wishes : [...wishes, { id: 'end', talkSeconds: 30, shots: [end] }], sources.seconds);
  return {
    ...filmSizes[size], frames: shots.reduce((sum, { frames }) => sum + frames, 0), language, title: deck.title, seal: deck.seal,
    internal: internal ? sayIn(text('内部资料', 'Internal'), language).main : null, sample: profile.sample ? sayIn(text('示例数据', 'Sample data'), language).main : null,
    credit: credits.lines.map((line) => marksOf(line, lead).join(lead === 'zh' ? ' ' : ', ')).join(' · '), shots,
  };
}

function filmOf(stop: Extract<PublicStop, { kind: 'video' }>, asset: (id: string) => PublicAsset | undefined, language: SlideLanguage, profile: PublicProfile): Wish<FilmScene>[] {
  const shown = stop.assetId ? asset(stop.assetId) : undefined;
  if (stop.assetId && !shown?.videos.some(({ id }) => id === stop.video)) return [];
  const title = wordsIn(stop.title, language) ?? (shown ? nameWords(shown, language) : sayIn(profile.name, language));
  return [{ scene: { kind: 'video', media: stop.video, title, line: wordsIn(stop.line, language), photo: shown?.photos[0]?.id ?? null }, seconds: usual.video, extra: false }];
}

/** The media that a scene shows, by their ids: pictures, and films. */
export function mediaOf(scene: FilmScene): readonly string[] {
  switch (scene.kind) {
    case 'cover': case 'story': case 'closing': return scene.picture ? [scene.picture] : [];
    case 'asset': return scene.photo ? [scene.photo.media] : [];
    case 'photo': return [scene.photo.media];
    case 'change': return [scene.before.media, scene.after.media];
    case 'project': return scene.photo ? [scene.photo] : [];
    case 'comparison': return scene.assets.flatMap(({ photo }) => photo ?? []);
    case 'video': return [scene.media, ...(scene.photo ? [scene.photo] : [])];
    default: return [];
  }
}
