import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FinishedOutput, MapSheet, OutputFile, OutputRequest } from '../../data/contract.js';
import { nounNames } from '../../data/schema/ledger.js';
import { text } from '../../data/schema/text.js';
import type { TableChanges } from '../../data/rules/export/changes-table.js';
import type { Ledger } from '../storage/ledger.js';
import type { ChangesSince, ExportedFile } from './export/export-table.js';
import type { ExportedFilm } from './film/export-film.js';
import { compareDays, type Period } from './history/compare-days.js';
import { changesOf, countOf } from './history/compared.js';
import type { JobContext, Jobs } from './jobs.js';
import { shelves } from './media/media-folder.js';
import { newKey } from './new-id.js';
import type { Printer } from './print/printer.js';
import type * as PrintTables from './print/print-table.js';
import { createSheets, type Sheets } from './print/sheets.js';
import type { Handlers, FileResource } from './program.js';
import { makeTemporary } from './temporary-folder.js';
import type { Uploads } from './uploads.js';

// What makes an output is loaded when one is made: it is a third of the services, and no start needs it.
const makers = {
  map: () => import('./print/print-map.js'), poster: () => import('./print/print-poster.js'), tables: () => import('./print/print-table.js'), table: () => import('./export/export-table.js'),
  slides: () => import('./export/export-slides.js'), geo: () => import('./export/export-geo.js'), brochure: () => import('./brochure/export-brochure.js'), web: () => import('./web/export-web.js'),
  film: () => import('./film/export-film.js'), exchange: () => import('./exchange/export-exchange.js'), slice: () => import('./exchange/export-slice.js'), filmPlan: () => import('./film/film-plan-of.js'),
} as const;

type OutputCalls = Pick<Handlers, 'output.start' | 'output.film'> & Sheets['calls'];
export interface Outputs {
  readonly calls: OutputCalls;
  /** A finished file by its id. */
  file(fileId: string): FileResource | undefined;
  /** Makes an output into a folder, within a job that is under way. */
  makeInto(request: OutputRequest, folder: string, context: JobContext): Promise<ExportedFile | ExportedFilm>;
  /** Begins a job that makes one file into a folder of its own; it ends in a FinishedOutput. */
  begin(make: (folder: string, context: JobContext) => Promise<ExportedFile | ExportedFilm>): { jobId: string };
  /** Keeps a finished file under an id, by which a page may save it. */
  keep(made: Pick<ExportedFile, 'file' | 'name' | 'bytes'>): OutputFile;
  /** The file of a film's music while the film is drawn, by the id of its sheet. */
  music(sheetId: string): string | undefined;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv', pdf: 'application/pdf', png: 'image/png', geojson: 'application/geo+json', kml: 'application/vnd.google-earth.kml+xml', xishanpart: 'application/zip', pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', zip: 'application/zip', mp4: 'video/mp4', webm: 'video/webm', jpg: 'image/jpeg' };
const endingOf = (name: string) => name.slice(name.lastIndexOf('.') + 1);

export interface OutputMeans {
  readonly ledger: () => Ledger;
  readonly jobs: Jobs;
  readonly today: () => string;
  /** Who works here; a copy for another desk says who made it. */
  readonly by: () => string;
  /** The built export worker, where it does not lie beside this bundle. */
  readonly workerFile?: string | undefined;
  /** What prints pages, where the host has it. */
  readonly printer: () => Printer | undefined;
  /** The folder of what ships with the program, where the sample's pictures and `basemap/` lie. */
  readonly shipped: string;
  /** The built exchange worker, where it does not lie beside this bundle. */
  readonly exchangeWorkerFile?: string | undefined;
  /** The built slides worker, where it does not lie beside this bundle. */
  readonly slidesWorkerFile?: string | undefined;
  readonly layers: () => readonly MapSheet[] | Promise<readonly MapSheet[]>;
  /** The file of a picture as it is shown, by its id. */
  readonly picture: (id: string) => Promise<string | undefined>;
  /** How many leads each project has; nothing of whose they are. */
  readonly leadCounts?: () => Promise<Readonly<Record<string, number>>>;
  /** Where the music of a film was received. */
  readonly uploads: Pick<Uploads, 'files'>;
  /** The built web page and the worker that makes its pictures, where they do not lie beside this bundle. */
  readonly web?: { readonly pageFolder?: string | undefined; readonly fontsFolder?: string | undefined; readonly workerFile?: string | undefined };
}

/** Makes outputs as jobs; finished files wait in a folder of their own until the program ends. */
export function createOutputs({ ledger, jobs, today, by, workerFile, exchangeWorkerFile, printer, layers, picture, shipped, slidesWorkerFile, uploads, leadCounts, web }: OutputMeans): Outputs {
  const sheets = createSheets();
  const finished = new Map<string, FileResource>();
  let root: Promise<string> | undefined;
  async function make(request: OutputRequest, folder: string, { signal, progress }: JobContext): Promise<ExportedFile | ExportedFilm> {
    if (request.kind === 'map') {
      const step = { zh: '绘制图幅', en: 'Drawing the sheet' };
      return (await makers.map()).printMap(request, { printer: printer(), sheets, layers: await layers(), data: ledger().data, folder, today: today(), run: { signal, onStep: (done, total, said) => progress(done, total, said ?? step) } });
    }
    if (request.kind === 'slides') {
      const { data, folder: home } = ledger();
      // The sample's pictures are shipped once and not copied into its working copy.
      const pictureFolders = [join(home, ...shelves.shown), ...(data.profile.sample ? [join(shipped, 'sample', 'media')] : [])];
      const step = { zh: '制作幻灯片', en: 'Making the slides' };
      return (await makers.slides()).exportSlides(request, { data, printer: printer(), sheets, layers: await layers(), pictureFolders, folder, today: today(), workerFile: slidesWorkerFile, run: { signal, onStep: (done, total, said) => progress(done, total, said ?? step) } });
    }
    if (request.kind === 'film') {
      const [music] = request.music === undefined ? [] : await uploads.files([request.music]);
      const step = text('绘制影片', 'Drawing the film');
      return (await makers.film()).exportFilm(request, { data: ledger().data, printer: printer(), sheets, layers: await layers(), music: music?.path, folder, today: today(), run: { signal, onStep: (done, total, said) => progress(done, total, said ?? step) } });
    }
    if (request.kind === 'exchange') return (await makers.exchange()).exportExchange(request, { ledger: ledger(), folder, today: today(), by: by(), now: new Date(), shippedMedia: join(shipped, 'sample', 'media'), workerFile: exchangeWorkerFile, run: { signal, progress } });
    if (request.kind === 'slice') return (await makers.slice()).exportSlice(request, { data: ledger().data, folder, today: today(), workerFile: exchangeWorkerFile, run: { signal, progress } });
    if (request.kind === 'geo') return (await makers.geo()).exportGeo(request, ledger().data, { folder, today: today(), onProgress: (done, total) => progress(done, total, { zh: '写出图层', en: 'Writing the layer' }), signal });
    if (request.kind === 'brochure') return (await makers.brochure()).exportBrochure(request, { printer: printer(), sheets, layers: await layers(), data: ledger().data, folder, today: today(), run: { signal, onStep: (done, total, said) => progress(done, total, said ?? { zh: '制作手册', en: 'Making the brochure' }) } });
    if (request.kind === 'web') return (await makers.web()).exportWeb(request, { printer: printer(), sheets, layers: await layers(), data: ledger().data, picture, shipped, folder, today: today(), signal, progress, ...web });
    if (request.kind === 'poster') {
      const step = { zh: '绘制海报', en: 'Drawing the poster' };
      return (await makers.poster()).printPoster(request, { printer: printer(), sheets, layers: await layers(), data: ledger().data, folder, today: today(), run: { signal, onStep: (done, total, said) => progress(done, total, said ?? step) } });
    }
    const step = { zh: '写出表格', en: 'Writing the table' };
    const running = { signal, progress };
    const changes = request.kind === 'changes' && request.period ? await changesBetween(ledger(), request.period, running) : undefined;
    const since = request.since !== undefined && request.kind !== 'changes' ? await changesSince(ledger(), { from: request.since, to: today() }, running) : undefined;
    const leads = request.kind === 'projects' && request.audience === 'internal' ? await leadCounts?.() : undefined;
    const print = async (tables: Parameters<typeof PrintTables.printTables>[0]) => (await makers.tables()).printTables(tables, { printer: printer(), sheets, audience: request.audience, run: { signal, onStep: (done, total, said) => progress(done, total, said ?? step) } });
    return (await makers.table()).exportTable(request, ledger().data, { folder, changes, since, leads, print, today: today(), onProgress: (done, total) => progress(done, total, step), signal, workerFile });
  }
  /** Keeps a finished file under an id of its own. */
  function keep({ file, name, bytes }: Pick<ExportedFile, 'file' | 'name' | 'bytes'>, fileId = newKey()): OutputFile {
    finished.set(fileId, { file, type: types[endingOf(name)] ?? 'application/octet-stream', saveAs: name });
    return { fileId, name, bytes };
  }
  const begin: Outputs['begin'] = (makeIn) => ({
    jobId: jobs.start(async (context): Promise<FinishedOutput> => {
      root ??= makeTemporary('output');
      const fileId = newKey();
      const folder = join(await root, fileId);
      await mkdir(folder, { recursive: true });
      const made = await makeIn(folder, context).catch(async (error: unknown) => {
        // A folder for nothing would wait until the program ends.
        await rm(folder, { recursive: true, force: true });
        throw error;
      });
      return { ...keep(made, fileId), notices: made.notices, ...('poster' in made ? { poster: keep(made.poster) } : {}) };
    }),
  });
  return {
    calls: {
      ...sheets.calls,
      'output.film': async (request) => (await makers.filmPlan()).filmPlanOf(request, ledger().data, await layers(), today()),
      'output.start': (request) => begin((folder, context) => make(request, folder, context)),
    },
    makeInto: make, begin, keep: (made) => keep(made),
    file: (fileId) => finished.get(fileId),
    music: (sheetId) => sheets.music(sheetId),
    close: async () => { if (root) await rm(await root, { recursive: true, force: true }); },
  };
}

/** What changed since the beginning of a day, to be marked. */
async function changesSince(ledger: Ledger, period: Period, running: Pick<JobContext, 'signal' | 'progress'>): Promise<ChangesSince> {
  const compared = await compareDays(ledger, period, running);
  return { day: period.from, notice: compared.notice, changes: () => changesOf(ledger, compared.rows) };
}

/** What changed between two days, as a table takes it. */
async function changesBetween(ledger: Ledger, period: Period, running: Pick<JobContext, 'signal' | 'progress'>): Promise<TableChanges> {
  const compared = await compareDays(ledger, period, running);
  return {
    period, added: countOf(compared, 'added'), changed: countOf(compared, 'changed'), removed: countOf(compared, 'removed'), notice: compared.notice,
    counts: Object.fromEntries(nounNames.map((noun) => [noun, compared.rows.filter((row) => row.noun === noun).length])) as TableChanges['counts'],
    nameOf: (id) => ledger.asset(id)?.name, changes: () => changesOf(ledger, compared.rows),
  };
}
