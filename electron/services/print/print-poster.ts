import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PosterRequest } from '../../../data/contract.js';
import { fileNameOf } from '../../../data/rules/export/file-name.js';
import { creditsOf } from '../../../data/rules/map/credits.js';
import { posterTitle } from '../../../data/rules/map/print-words.js';
import { posterDots, posterSize } from '../../../data/rules/map/sheet-size.js';
import { publicProfile } from '../../../data/rules/projection.js';
import { FailureError } from '../../../data/schema/failure.js';
import { text } from '../../../data/schema/text.js';
import { makeFile, throwIfCancelled } from '../export/finished-file.js';
import type { ExportedFile } from '../export/export-table.js';
import type { MapPrinting } from './print-map.js';

/** A CSS pixel is a ninety-sixth of an inch. */
const pixelsToInch = 96;

/** Prints the map poster, as a PDF of one page or as a PNG, from what the public may see. Nothing lies under the file's name until it is whole; fails with a FailureError, also when cancelled. */
export async function printPoster(request: PosterRequest, { printer, sheets, layers, data, folder, today, run }: MapPrinting): Promise<ExportedFile> {
  if (!printer) throw new FailureError('not-found', text('这个程序没有打印的能力，请从溪山的窗口里制作海报。', 'This program cannot print; make the poster from the window of Xishan.'));
  const { format, language, paper } = request;
  throwIfCancelled(run.signal);
  const bytes = await sheets.during(request, (sheetId) => {
    const task = { sheetId, circle: 'public', page: posterSize(paper) } as const;
    return format === 'pdf' ? printer.pdf(task, run) : printer.picture(task, posterDots[paper] / pixelsToInch, run);
  });
  const { warning } = creditsOf(layers);
  const name = fileNameOf({ title: `${posterTitle(publicProfile(data.profile), request, language)} ${paper}`, edition: text('公开', 'Public')[language], language }, today, format);
  const file = join(folder, name);
  const size = await makeFile(file, (temporary) => writeFile(temporary, bytes), run.signal);
  return { file, name, bytes: size, notices: warning ? [warning] : [] };
}
