import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MapRequest, MapSheet } from '../../../data/contract.js';
import { fileNameOf } from '../../../data/rules/export/file-name.js';
import { creditsOf } from '../../../data/rules/map/credits.js';
import { mapTitle } from '../../../data/rules/map/print-words.js';
import { sheetSize } from '../../../data/rules/map/sheet-size.js';
import { publicProfile } from '../../../data/rules/projection.js';
import { FailureError } from '../../../data/schema/failure.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import { text } from '../../../data/schema/text.js';
import { makeFile, throwIfCancelled } from '../export/finished-file.js';
import type { ExportedFile } from '../export/export-table.js';
import type { Printer, PrintRun } from './printer.js';
import type { Sheets } from './sheets.js';

/** Dots of a picture to each CSS pixel. */
export const pictureDensity = 2;

export interface MapPrinting {
  readonly printer: Printer | undefined;
  readonly sheets: Sheets;
  readonly layers: readonly MapSheet[];
  readonly data: Pick<LedgerData, 'profile'>;
  /** The folder that the finished file is put in; it must be there. */
  readonly folder: string;
  /** The day of making, 2026-11-23. */
  readonly today: string;
  readonly run: PrintRun;
}

/** Prints a map as a PDF of one page, or as a PNG. Nothing lies under the file's name until it is whole; fails with a FailureError, also when cancelled. */
export async function printMap(request: MapRequest, { printer, sheets, layers, data, folder, today, run }: MapPrinting): Promise<ExportedFile> {
  if (!printer) throw new FailureError('not-found', text('这个程序没有打印的能力，请从溪山的窗口里打印。', 'This program cannot print; print from the window of Xishan.'));
  const { format, audience, language, map } = request;
  throwIfCancelled(run.signal);
  // A map that is handed out by itself says whose it is and for whom.
  const whole: MapRequest = { ...request, map: { ...map, bare: false } };
  const bytes = await sheets.during(whole, (sheetId) => {
    const task = { sheetId, circle: audience === 'public' ? 'public' : 'desk', page: sheetSize(map) } as const;
    return format === 'pdf' ? printer.pdf(task, run) : printer.picture(task, pictureDensity, run);
  });
  const { warning } = creditsOf(layers);
  const name = fileNameOf({ title: mapTitle(publicProfile(data.profile), map, language), edition: (audience === 'public' ? text('公开', 'Public') : text('内部资料', 'Internal'))[language], language }, today, format);
  const file = join(folder, name);
  const size = await makeFile(file, (temporary) => writeFile(temporary, bytes), run.signal);
  return { file, name, bytes: size, notices: audience === 'public' && warning ? [warning] : [] };
}
