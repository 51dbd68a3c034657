import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrochureRequest, MapSheet } from '../../../data/contract.js';
import type { Book, BrochureSheet } from '../../../data/rules/brochure/book.js';
import { composeBook } from '../../../data/rules/brochure/compose-book.js';
import { brochurePage } from '../../../data/rules/brochure/page-size.js';
import { fileNameOf } from '../../../data/rules/export/file-name.js';
import { creditsOf } from '../../../data/rules/map/credits.js';
import { isPublished, publicAsset, publicProfile, publicProject, publicTour } from '../../../data/rules/projection.js';
import { firstLanguage } from '../../../data/rules/slides/slide-words.js';
import { staffNotes } from '../../../data/rules/slides/staff-notes.js';
import type { Asset } from '../../../data/schema/asset.js';
import { FailureError } from '../../../data/schema/failure.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import { text, type Text } from '../../../data/schema/text.js';
import type { ExportedFile } from '../export/export-table.js';
import { makeFile, throwIfCancelled } from '../export/finished-file.js';
import type { Printer, PrintRun } from '../print/printer.js';
import type { Sheets } from '../print/sheets.js';
import { withTrimBoxes } from './trim-boxes.js';

export interface BrochureMeans {
  readonly printer: Printer | undefined;
  readonly sheets: Sheets;
  readonly layers: readonly MapSheet[];
  readonly data: LedgerData;
  /** The folder that the finished file is put in; it must be there. */
  readonly folder: string;
  /** The day of making, 2026-11-23. */
  readonly today: string;
  readonly run: PrintRun;
}

/** Dots to a CSS pixel of the maps: 200 to the inch, since their finest lines are vectors and text. */
const mapDots = 2.1;

/** Thicker than this nobody binds it: the rest of a large ledger is left to a choice, to the table and to the web page. */
export const mostAssets = 300;

/**
 * Makes 招商推介手册 as a PDF, printed by the host's own engine. Both editions are made of public projections; the internal one adds, record by
 * record, what only the staff know. Nothing lies under the file's name until it is whole; fails with a FailureError, also when cancelled.
 */
export async function exportBrochure(request: BrochureRequest, { printer, sheets, layers, data, folder, today, run }: BrochureMeans): Promise<ExportedFile> {
  if (!printer) throw new FailureError('not-found', text('这个程序没有打印的能力，请从溪山的窗口里生成手册。', 'This program cannot print; make the brochure from the window of Xishan.'));
  throwIfCancelled(run.signal);
  const { assets, notices } = chosenAssets(data.assets, request.ids);
  const credits = creditsOf(layers);
  const book = bookOf(request, { assets, data, credits, today });
  const language = firstLanguage(request.language);
  const sheet: BrochureSheet = { kind: 'brochure', audience: request.audience, language, book };
  const page = brochurePage(request.bleed);
  const printed = await sheets.during(sheet, (sheetId) => printer.pdf({ sheetId, circle: request.audience === 'public' ? 'public' : 'desk', page, dots: mapDots }, run));
  const bytes = request.bleed ? withTrimBoxes(printed) : printed;
  const edition = request.audience === 'internal' ? text('内部资料', 'Internal') : request.ids ? text('专送', 'Selection') : text('公开', 'Public');
  const name = fileNameOf({ title: book.title.main, edition: edition[language], language }, today, request.format);
  const file = join(folder, name);
  const size = await makeFile(file, (temporary) => writeFile(temporary, bytes), run.signal);
  return { file, name, bytes: size, notices: [...notices, ...(request.audience === 'public' && credits.warning ? [credits.warning] : [])] };
}

/** The published assets that are asked for, and what is to be said of those that are left out. */
function chosenAssets(all: readonly Asset[], ids: readonly string[] | undefined): { assets: readonly Asset[]; notices: Text[] } {
  const wanted = ids ? new Set(ids) : null;
  const found = all.filter((asset) => isPublished(asset) && (!wanted || wanted.has(asset.id)));
  if (found.length === 0) throw new FailureError('wrong-input', text('没有可以对外的资产，手册里会是空的。请先在一本账里添加资产，或另选几宗。', 'No asset may be shown in public, so the brochure would be empty. Add assets to the ledger first, or choose others.'), { field: 'ids' });
  const gone = wanted ? wanted.size - found.length : 0;
  const placeless = found.filter(({ location }) => !location).length;
  return {
    assets: found.slice(0, mostAssets),
    notices: [
      ...(gone > 0 ? [text(`所选资产中有 ${gone} 宗已下架或已删除，未列入。`, `${gone} of the chosen assets were withdrawn or removed, and were left out.`)] : []),
      ...(found.length > mostAssets ? [text(`资产多于 ${mostAssets} 宗，只做了前 ${mostAssets} 宗；请用「专送」挑选。`, `There are more than ${mostAssets} assets, and the brochure has the first ${mostAssets}; choose some instead.`)] : []),
      ...(placeless > 0 ? [text(`有 ${placeless} 宗资产没有坐标，页上没有位置图。`, `${placeless} assets have no location, so their pages have no map.`)] : []),
    ],
  };
}

function bookOf({ audience, language, title, dedication, bleed, ids }: BrochureRequest, { assets, data, credits, today }: { assets: readonly Asset[]; data: LedgerData; credits: ReturnType<typeof creditsOf>; today: string }): Book {
  const shown = new Map(assets.map((asset) => [asset.id, asset]));
  const linked = data.projects.map((project) => ({ ...publicProject(project), assetIds: project.assetIds.filter((id) => shown.has(id)) }));
  const projectById = new Map(data.projects.map((project) => [project.id, project]));
  const lead = firstLanguage(language);
  return composeBook({
    profile: publicProfile(data.profile), assets: assets.map(publicAsset), tours: data.tours.map(publicTour), credits, today, language, title, dedication, bleed, chosen: ids !== undefined,
    // A book for one investor tells of the projects that its assets belong to.
    projects: ids ? linked.filter(({ assetIds }) => assetIds.length > 0) : linked,
    staff: audience === 'internal' ? {
      asset: (id) => { const asset = shown.get(id); return asset ? staffNotes.asset(asset, lead) : []; },
      project: (id) => { const project = projectById.get(id); return project ? staffNotes.project(project, lead) : []; },
    } : null,
  });
}
