import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

/** The parts of a zip file (a workbook, say) by name, unpacked. */
export async function unpacked(file: string): Promise<Map<string, Buffer>> {
  const bytes = await readFile(file);
  const zip = await new Promise<ZipFile>((resolve, reject) => fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))));
  const parts = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        buffer(stream).then((content) => { parts.set(entry.fileName, content); zip.readEntry(); }, reject);
      });
    });
    zip.readEntry();
  });
  return parts;
}
