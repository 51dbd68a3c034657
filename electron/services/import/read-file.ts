import { readFile } from 'node:fs/promises';
import type { Grid } from '../../../data/rules/import/cell.js';
import { pointTable } from '../../../data/rules/import/point-list.js';
import type { SourceFile } from '../../../data/rules/import/understand-files.js';
import { checkZip } from './check-zip.js';
import { decodeText } from './decode-text.js';
import { detect } from './detect.js';
import { readArchive } from './read-archive.js';
import { readGeoJson } from './read-geojson.js';
import { readKml } from './read-kml.js';
import { readTextTable } from './read-text-table.js';
import { readMarkup, readWorkbook } from './read-workbook.js';
import { kindOf } from '../media/file-kind.js';
import { refuseMedia } from '../media/media-refusals.js';
import { limits, refuse } from './refusals.js';

const isZip = (bytes: Buffer) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isWorkbook = (names: readonly string[]) => detect(Buffer.from('PK'), names).format === 'xlsx';

/** Reads a file into grids, whatever its name says. Throws a FailureError with a sentence that names the file. */
export async function readSource(name: string, path: string): Promise<SourceFile> {
  const bytes = await readFile(path).catch(() => {
    throw refuse.missing(name);
  });
  if (bytes.length > limits.inflatedBytes) throw refuse.inflated(name, name);
  return { file: name, ...(await readBytes(bytes, name, true)) };
}

/** Reads bytes by what they are. `opens`: an archive is opened; one inside another is not. */
async function readBytes(bytes: Buffer, name: string, opens: boolean): Promise<{ format: string; grids: readonly Grid[] }> {
  const { entries } = isZip(bytes) ? await checkZip(bytes, name, isWorkbook) : { entries: [] };
  const found = detect(bytes, entries);
  switch (found.format) {
    case 'empty':
      throw refuse.empty(name);
    case 'xlsx':
    case 'xls':
      return { format: found.format, grids: readWorkbook(bytes, name) };
    case 'html':
    case 'xml-table':
      return { format: 'html', grids: readMarkup(bytes, name) };
    case 'csv':
      return readText(bytes, name);
    case 'kml':
      return { format: 'kml', grids: [readKml(bytes, name)] };
    case 'geojson':
      return { format: 'geojson', grids: [readGeoJson(bytes, name)] };
    case 'exchange':
      throw refuse.exchange(name);
    case 'zip':
      if (!opens) throw refuse.unknown(name);
      return readArchive(bytes, name, async (inner, innerName) => (await readBytes(inner, innerName, false)).grids);
    case 'part':
      throw refuse.alone(name, found.kind ?? '');
    case 'later':
      throw refuse.later(name, found.kind ?? '');
    default:
      throw refusePicture(bytes, name);
  }
}

/** Why bytes of no format that can be imported are refused; for a picture of another kind the way out that the media page tells, too. */
function refusePicture(bytes: Buffer, name: string) {
  const kind = kindOf(bytes, name);
  return kind?.kind !== 'other-picture' ? refuse.unknown(name) : kind.ending === 'heic' ? refuseMedia.heic(name) : refuseMedia.otherPicture(name, kind.format);
}

/** A list of points, or any other table. */
function readText(bytes: Buffer, name: string): { format: string; grids: readonly Grid[] } {
  const decoded = decodeText(bytes);
  if (!decoded) throw refuse.unknown(name);
  const points = pointTable(decoded.text.replace(/^\ufeff/, ''), name, limits.rows);
  if (points === 'too-long') throw refuse.rows(name, '');
  return points ? { format: 'txt', grids: [points] } : { format: 'csv', grids: readTextTable(bytes, name).grids };
}
