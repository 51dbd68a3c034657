import { readFile } from 'node:fs/promises';
import type { SourceFile } from '../../../data/rules/import/understand-files.js';
import { checkZip } from './check-zip.js';
import { detect, type Detected } from './detect.js';
import { readTextTable } from './read-text-table.js';
import { readMarkup, readWorkbook } from './read-workbook.js';
import { limits, refuse } from './refusals.js';

const isZip = (bytes: Buffer) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isWorkbook = (names: readonly string[]) => detect(Buffer.from('PK'), names).format === 'xlsx';

/** Reads a file into grids, whatever its name says. Throws a FailureError with a sentence that names the file. */
export async function readSource(name: string, path: string): Promise<SourceFile> {
  const bytes = await readFile(path).catch(() => {
    throw refuse.missing(name);
  });
  if (bytes.length > limits.inflatedBytes) throw refuse.inflated(name, name);
  const found: Detected = detect(bytes, isZip(bytes) ? (await checkZip(bytes, name, isWorkbook)).entries : []);
  switch (found.format) {
    case 'empty':
      throw refuse.empty(name);
    case 'xlsx':
    case 'xls':
      return { file: name, format: found.format, grids: readWorkbook(bytes, name) };
    case 'html':
    case 'xml-table':
      return { file: name, format: 'html', grids: readMarkup(bytes, name) };
    case 'csv':
      return { file: name, format: 'csv', grids: readTextTable(bytes, name).grids };
    case 'later':
      throw refuse.later(name, found.kind ?? '');
    default:
      throw refuse.unknown(name);
  }
}
