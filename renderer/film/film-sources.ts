import type { FilmPlan, FilmScene } from '../../data/rules/film/film-plan.js';
import { firstLanguage } from '../../data/rules/slides/slide-words.js';
import { text, type Text } from '../../data/schema/text.js';
import type { Client } from '../client/client.js';
import { openFilmMap, type FilmMap } from '../map/film/film-map.js';
import { loadBoundaries, loadSheets } from '../sheet/map-content.js';
import { landscape, seedOf } from '../stage/parts/paint-landscape.js';
import { readIndex } from '../state/index-entries.js';
import { createFilmDrawing, type FilmDrawing } from './film-drawing.js';
import { openFilmFrames } from './film-frames.js';
import { readFilmLook } from './film-look.js';
import type { FilmTools } from './film-tools.js';
import { filmFaces } from './letters.js';
import type { FilmDot } from './map-marks.js';
import { shotPreparer } from './prepare-shot.js';

export interface OpenedFilm { readonly drawing: FilmDrawing; close(): void }

/** What letters are always wanted, whatever a plan says. */
const always = '0123456789.,:·…—';
const isOnMap = ({ kind }: FilmScene) => kind === 'place' || kind === 'overview';

/** The map where a film has one: opening it reads the whole pack's features. */
async function openMap(client: Client, plan: FilmPlan): Promise<FilmMap> {
  const none: FilmMap = { still: () => Promise.reject(new Error('This film has no map.')), close: () => undefined };
  return plan.shots.some(({ scene }) => isOnMap(scene)) ? openFilmMap(await loadSheets(client), 'paper', firstLanguage(plan.language)) : none;
}

async function loadDots(client: Client, plan: FilmPlan): Promise<readonly FilmDot[]> {
  if (!plan.shots.some(({ scene }) => isOnMap(scene))) return [];
  return readIndex(await client.call('public.index', {})).flatMap(({ id, category, lng, lat }) => (lng === null || lat === null ? [] : [{ id, category, lng, lat }]));
}

/** Opens a film for drawing on so many canvases in turn, of public calls alone. `scale` is the drawing's pixels to a stage unit; notices are told once each. */
export async function openFilm(client: Client, plan: FilmPlan, scale: number, tell: (notice: Text) => void, canvases = 1): Promise<OpenedFilm> {
  const upright = plan.width < plan.height;
  const [width, height] = upright ? [1080, 1920] : [1920, 1080];
  const look = readFilmLook();
  const placed = plan.shots.flatMap(({ scene }) => (scene.kind === 'place' ? [scene.asset.id] : []));
  const [map, dots, boundaries] = await Promise.all([openMap(client, plan), loadDots(client, plan), placed.length === 0 ? new Map<string, readonly Float64Array[]>() : loadBoundaries(client, [...new Set(placed)]), Promise.allSettled(filmFaces.map((face) => document.fonts.load(face, always + JSON.stringify(plan))))]);
  const fetched = async (media: string): Promise<Blob | null> => {
    const response = await fetch(client.address(`media/${media}`)).catch(() => null);
    return response?.ok ? response.blob() : null;
  };
  const said = new Set<string>();
  const tellOnce = (notice: Text) => { if (!said.has(notice.en)) { said.add(notice.en); tell(notice); } };
  const tools: FilmTools = {
    width, height, upright, scale, look, plan, map,
    async picture(media) {
      const blob = await fetched(media);
      const picture = blob && await createImageBitmap(blob).catch(() => null);
      if (!picture) tellOnce(text('有照片读不出来，影片里用画的山水代替。', 'Some photos could not be read; painted landscapes stand for them in the film.'));
      return picture;
    },
    painting: (seed, category) => landscape(seedOf(seed), category, look.landscape, false),
    async video(media) {
      const blob = await fetched(media);
      const film = blob && await openFilmFrames(blob);
      if (!film) tellOnce(text('路线里的视频在这台机器上解不开，影片里用照片代替。', 'A video of the tour cannot be decoded on this machine; a photo stands for it in the film.'));
      return film ?? null;
    },
  };
  const prepare = shotPreparer(tools, { dots, ringsOf: (id) => boundaries.get(id) });
  const drawing = createFilmDrawing({ plan, width: Math.round(width * scale), height: Math.round(height * scale), scale, canvases, look, prepare });
  return { drawing, close() { drawing.close(); map.close(); } };
}
