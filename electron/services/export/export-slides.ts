import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { MapRequest, MapSheet, SlidesRequest } from '../../../data/contract.js';
import { fileNameOf } from '../../../data/rules/export/file-name.js';
import { creditsOf } from '../../../data/rules/map/credits.js';
import { sheetSize } from '../../../data/rules/map/sheet-size.js';
import { isPublished, publicAsset, publicProfile, publicProject, publicTour } from '../../../data/rules/projection.js';
import { composeDeck } from '../../../data/rules/slides/compose-deck.js';
import type { Deck, SlideSubject } from '../../../data/rules/slides/slide.js';
import { firstLanguage } from '../../../data/rules/slides/slide-words.js';
import { staffNotes } from '../../../data/rules/slides/staff-notes.js';
import { mostAssets } from '../../../data/rules/slides/tour-stops.js';
import { FailureError } from '../../../data/schema/failure.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import { mapPrintSchema } from '../../../data/schema/map-print.js';
import { text, type Text } from '../../../data/schema/text.js';
import type { Tour } from '../../../data/schema/tour.js';
import type { Printer, PrintRun } from '../print/printer.js';
import type { Sheets } from '../print/sheets.js';
import type { ExportedFile } from './export-table.js';
import { makeFile, throwIfCancelled } from './finished-file.js';
import type { FromSlidesWorker, SlidesTask } from './slides-worker.js';

export interface SlidesMeans {
  readonly data: LedgerData;
  /** What prints the maps; where it is missing, slides with a map show their words alone. */
  readonly printer: Printer | undefined;
  readonly sheets: Sheets;
  readonly layers: readonly MapSheet[];
  readonly pictureFolders: readonly string[];
  /** The folder that the finished file is put in; it must be there. */
  readonly folder: string;
  /** The day of making, 2026-11-23. */
  readonly today: string;
  /** The built `slides-worker.js`; it lies beside the program's own bundle. */
  readonly workerFile?: URL | string | undefined;
  readonly run: PrintRun;
}

/** Dots of a map to each pixel of a screen 1920 wide: its slide fills just that. */
const mapDensity = 1;

/**
 * Writes a presentation as a .pptx, from a tour or, without one, from what is published. Slides are made of public projections in either
 * edition; what only the staff know stands in the notes pages of theirs. Nothing lies under the file's name until it is whole; fails with
 * a FailureError, also when cancelled.
 */
export async function exportSlides(request: SlidesRequest, means: SlidesMeans): Promise<ExportedFile> {
  const { data, printer, layers, folder, today, run } = means;
  throwIfCancelled(run.signal);
  const tour = request.tourId === undefined ? data.tours[0] : data.tours.find(({ id }) => id === request.tourId);
  if (request.tourId !== undefined && !tour) throw new FailureError('not-found', text('这条讲解路线已经不在本账中，请另选一条。', 'This tour is no longer in the ledger; choose another one.'), { field: 'tourId' });
  const deck = deckFor(request, means, tour);
  if (deck.slides.length === 0) throw new FailureError('wrong-input', text('这条讲解路线没有可以放进幻灯片的站点。请先在「路演」里添上几站。', 'This tour has no stop that slides could show. Add some in Roadshow first.'), { field: 'tourId' });
  const steps = deck.maps.length + deck.slides.length;
  const maps: Uint8Array[] = [];
  for (const [at, map] of (printer ? deck.maps : []).entries()) {
    run.onStep(at, steps, text('绘制地图', 'Drawing the maps'));
    maps.push(await printMap(request, map, means));
    throwIfCancelled(run.signal);
  }
  const lead = firstLanguage(request.language);
  const name = fileNameOf({ title: deck.title, edition: (deck.internal ? text('内部资料', 'Internal') : text('公开', 'Public'))[lead], language: lead }, today, 'pptx');
  const file = join(folder, name);
  let missing = 0;
  const bytes = await makeFile(file, async (temporary) => {
    missing = await draw({ file: temporary, deck, pictureFolders: means.pictureFolders, maps }, means.workerFile, { ...run, onStep: (done) => run.onStep(deck.maps.length + done, steps, text('制作幻灯片', 'Making the slides')) });
  }, run.signal);
  const { warning } = creditsOf(layers);
  return { file, name, bytes, notices: noticesOf({ deck, tour, missing, cut: !tour && data.assets.filter(isPublished).length > mostAssets, mapless: !printer && deck.maps.length > 0, warning: deck.maps.length > 0 && !deck.internal ? warning : null }) };
}

function deckFor({ audience, language }: SlidesRequest, { data, layers, today }: SlidesMeans, tour: Tour | undefined): Deck {
  return composeDeck({
    profile: publicProfile(data.profile), assets: data.assets.filter(isPublished).map(publicAsset), projects: data.projects.map(publicProject), tour: tour ? publicTour(tour) : null,
    credits: creditsOf(layers), today, language, staff: audience === 'internal' ? (about) => notesFor(about, data, tour, firstLanguage(language)) : null,
  });
}

/** The presenter's own words, then what the staff know of the records shown. The library that writes slides knows no lines in notes. */
function notesFor({ stopId, first, assetIds, projectIds }: SlideSubject, { assets, projects }: LedgerData, tour: Tour | undefined, language: 'zh' | 'en'): string | null {
  const spoken = first ? tour?.stops.find(({ id }) => id === stopId)?.notes?.trim() : undefined;
  const known = [...assetIds.flatMap((id) => assets.filter((asset) => asset.id === id).map((asset) => staffNotes.asset(asset, language))), ...projectIds.flatMap((id) => projects.filter((project) => project.id === id).map((project) => staffNotes.project(project, language)))]
    .map((lines) => lines.join(language === 'zh' ? '；' : '; ')).filter((line) => line !== '');
  const parts = [...(spoken ? [spoken] : []), ...known];
  return parts.length === 0 ? null : [language === 'zh' ? '【内部资料】' : '[Internal]', ...parts].join('　');
}

async function printMap({ audience, language }: SlidesRequest, { ids, extent }: Deck['maps'][number], { printer, sheets, run }: SlidesMeans): Promise<Uint8Array> {
  const map = mapPrintSchema.parse({ paper: 'screen', bare: true, list: false, extent: [...extent] });
  const request: MapRequest = { kind: 'map', format: 'png', audience, language: firstLanguage(language), ids: [...ids], map };
  return sheets.during(request, (sheetId) => printer!.picture({ sheetId, circle: audience === 'public' ? 'public' : 'desk', page: sheetSize(map) }, mapDensity, { signal: run.signal, onStep: () => undefined }));
}

/** Draws in a thread of its own; answers with how many photos could not be had. */
function draw(task: SlidesTask, workerFile: URL | string | undefined, { signal, onStep }: PrintRun): Promise<number> {
  return new Promise((resolve, reject) => {
    throwIfCancelled(signal);
    const worker = new Worker(workerFile ?? new URL('./slides-worker.js', import.meta.url), { workerData: task });
    let over = false;
    const finish = (then: () => void) => {
      // Its end is told after its last word, too.
      if (over) return;
      over = true;
      signal.removeEventListener('abort', cancel);
      void worker.terminate().then(then, then);
    };
    const cancel = () => finish(() => { try { throwIfCancelled(signal); } catch (error) { reject(error as Error); } });
    signal.addEventListener('abort', cancel, { once: true });
    worker.on('message', (message: FromSlidesWorker) => {
      if (message.kind === 'slide') onStep(message.done, null, null);
      else if (message.kind === 'done') finish(() => resolve(message.missing));
      else finish(() => reject(Object.assign(new Error(message.message), message.code ? { code: message.code } : {})));
    });
    worker.on('error', (error) => finish(() => reject(error)));
    worker.on('exit', () => finish(() => reject(new Error('The slides worker ended before its work was done.'))));
  });
}

function noticesOf({ deck, tour, missing, cut, mapless, warning }: { deck: Deck; tour: Tour | undefined; missing: number; cut: boolean; mapless: boolean; warning: Text | null }): Text[] {
  const films = tour?.stops.filter((stop) => stop.kind === 'video' && !stop.hidden).length ?? 0;
  return [
    ...(warning ? [warning] : []),
    ...(mapless ? [text('这个程序没有打印的能力，地图没有画进幻灯片；请从溪山的窗口里再做一次。', 'This program cannot print, so the slides have no maps; make them again from the window of Xishan.')] : []),
    ...(films > 0 ? [text(`影片不放进幻灯片（${films} 站），现场请用溪山播放。`, `Films are not put into slides (${films} stops); play them from Xishan.`)] : []),
    ...(missing > 0 ? [text(`有 ${missing} 张照片读不出，没有放进去。`, `${missing} photos could not be read and were left out.`)] : []),
    ...(cut ? [text(`资产多于 ${mostAssets} 宗，只做了前 ${mostAssets} 宗；要挑选请先编一条讲解路线。`, `There are more than ${mostAssets} assets, and slides were made of the first ${mostAssets}; compose a tour to choose.`)] : []),
    ...(deck.internal ? [text('备注页里有讲解词和内部信息，外发请用对外版。', 'The notes pages hold speaker notes and internal facts; hand out the public edition.')] : []),
  ];
}
