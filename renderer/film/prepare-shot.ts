import type { FilmScene, Shot } from '../../data/rules/film/film-plan.js';
import type { FilmTools, Prepare, PreparedShot } from './film-tools.js';
import type { FilmDot } from './map-marks.js';
import { prepareCover } from './scenes/cover-scene.js';
import { prepareChange, preparePhoto, prepareStory, prepareVideo } from './scenes/full-scenes.js';
import { overviewScene, placeScene } from './scenes/map-scenes.js';
import { prepareAsset, prepareClosing, prepareProject } from './scenes/record-scenes.js';
import { prepareComparison, prepareFigures, prepareTable } from './scenes/sheet-scenes.js';

export interface MapMarks { readonly dots: readonly FilmDot[]; readonly ringsOf: (id: string) => readonly Float64Array[] | undefined }

/** Composes shots: everything that they are made of is drawn once, so that a frame of them is only put together. */
export function shotPreparer(tools: FilmTools, { dots, ringsOf }: MapMarks): (shot: Pick<Shot, 'scene' | 'frames'>) => Promise<PreparedShot> {
  const scenes: { readonly [K in FilmScene['kind']]: Prepare<K> } = {
    cover: prepareCover, story: prepareStory, figures: prepareFigures, overview: overviewScene(dots), place: placeScene(dots, ringsOf), asset: prepareAsset, photo: preparePhoto,
    change: prepareChange, project: prepareProject, table: prepareTable, comparison: prepareComparison, video: prepareVideo, closing: prepareClosing,
  };
  return ({ scene, frames }) => (scenes[scene.kind] as Prepare<FilmScene['kind']>)(scene, tools, frames);
}
