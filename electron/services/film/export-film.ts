import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { FilmRequest, FilmSheet, MapSheet } from '../../../data/contract.js';
import { fileNameOf } from '../../../data/rules/export/file-name.js';
import type { FilmPlan } from '../../../data/rules/film/film-plan.js';
import { creditsOf } from '../../../data/rules/map/credits.js';
import { firstLanguage } from '../../../data/rules/slides/slide-words.js';
import { FailureError } from '../../../data/schema/failure.js';
import { filmFormats } from '../../../data/schema/film.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import { text, type Text } from '../../../data/schema/text.js';
import { textSchema } from '../../../data/schema/text-schema.js';
import type { ExportedFile } from '../export/export-table.js';
import { asFailure, makeFile, throwIfCancelled } from '../export/finished-file.js';
import type { FilmPart, Printer, PrintRun } from '../print/printer.js';
import type { Sheets } from '../print/sheets.js';
import { filmPlanOf } from './film-plan-of.js';

export interface FilmMeans {
  readonly data: LedgerData;
  readonly printer: Printer | undefined;
  readonly sheets: Sheets;
  readonly layers: readonly MapSheet[];
  /** The file of the user's music. */
  readonly music: string | undefined;
  /** The folder that the finished files are put in; it must be there. */
  readonly folder: string;
  /** The day of making, 2026-11-23. */
  readonly today: string;
  readonly run: PrintRun;
}
export interface ExportedFilm extends ExportedFile { readonly poster: Omit<ExportedFile, 'notices'> }

/** A page is laid out so large, in CSS pixels, whatever the film's own size: letters and lines keep their proportions. */
const laidOut = { wide: { width: 1920, height: 1080 }, upright: { width: 1080, height: 1920 } } as const;
const millimetresPerPixel = 25.4 / 96;
const endings: Readonly<Record<FilmPart, string>> = { film: 'film', poster: 'jpg' };

/** What the page says of a film that it has made. */
const madeSchema = z.object({ container: z.enum(filmFormats), frames: z.number().int().positive(), notices: z.array(textSchema) });

/**
 * Draws a film of a tour with a picture that stands for it. It is made of public projections in either edition; the staff's is marked on every
 * frame. Nothing lies under the files' names until they are whole; fails with a FailureError, also when cancelled.
 */
export async function exportFilm(request: FilmRequest, means: FilmMeans): Promise<ExportedFilm> {
  const { data, printer, layers, folder, today, run } = means;
  if (!printer) throw new FailureError('not-found', text('这个程序没有绘制影片的能力，请从溪山的窗口里做。', 'This program cannot draw a film; make it from the window of Xishan.'));
  throwIfCancelled(run.signal);
  const plan = filmPlanOf(request, data, layers, today);
  const lead = firstLanguage(request.language);
  const nameWith = (ending: string) => fileNameOf({ title: plan.title, edition: (request.audience === 'public' ? text('公开', 'Public') : text('内部资料', 'Internal'))[lead], language: lead }, today, ending);
  const drafts = (part: FilmPart) => join(folder, `.xishan-drawing-${endings[part]}`);
  try {
    const made = await drawInto(drafts, printer, request, plan, means);
    if (made.frames !== plan.frames) throw new Error(`The film has ${made.frames} frames and should have ${plan.frames}.`);
    const finish = async (part: FilmPart, name: string) => {
      const file = join(folder, name);
      return { file, name, bytes: await makeFile(file, (temporary) => rename(drafts(part), temporary), run.signal) };
    };
    const poster = await finish('poster', nameWith('jpg'));
    const film = await finish('film', nameWith(made.container));
    const { warning } = creditsOf(layers);
    const hasMap = plan.shots.some(({ scene }) => scene.kind === 'place' || scene.kind === 'overview');
    return { ...film, poster, notices: [...(warning && hasMap && request.audience === 'public' ? [warning] : []), ...noticesOf(request, made)] };
  } catch (error) {
    await Promise.all((['film', 'poster'] as const).map((part) => rm(drafts(part), { force: true }).catch(() => undefined)));
    throw asFailure(error, { file: nameWith(request.format) });
  }
}

function noticesOf({ format }: FilmRequest, { container, notices }: z.infer<typeof madeSchema>): Text[] {
  return [
    ...(container === format ? [] : [text('本机的浏览器引擎写不了 H.264，影片改存为 WebM（VP9）。要放进 PPT 或发微信，请换一台装有 Chrome 或 Edge 的电脑再做一次。', 'The browser engine of this machine cannot write H.264, so the film was saved as WebM (VP9). For slides and chats, make it again on a machine with Chrome or Edge.')]),
    ...notices,
  ];
}

/** Draws the film in the printer's page and writes its pieces where they belong. */
async function drawInto(drafts: (part: FilmPart) => string, printer: Printer, { audience, format, language }: FilmRequest, plan: FilmPlan, { sheets, music, run }: FilmMeans) {
  const handles = new Map<FilmPart, FileHandle>();
  const page = laidOut[plan.width < plan.height ? 'upright' : 'wide'];
  const sheet: FilmSheet = { kind: 'film', format, audience, language: firstLanguage(language), plan, music: music !== undefined };
  const write = async (part: FilmPart, bytes: Uint8Array, position: number) => {
    let handle = handles.get(part);
    if (!handle) handles.set(part, handle = await open(drafts(part), 'w'));
    for (let done = 0; done < bytes.length;) done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  };
  try {
    return madeSchema.parse(await sheets.during(sheet, (sheetId) => printer.film(
      { sheetId, circle: audience === 'public' ? 'public' : 'desk', page: { width: page.width * millimetresPerPixel, height: page.height * millimetresPerPixel } }, plan.width / page.width, write, run,
    ), { music }));
  } finally {
    await Promise.all([...handles.values()].map((handle) => handle.close()));
  }
}
