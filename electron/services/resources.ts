import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ledger } from '../storage/ledger.js';
import type { Outputs } from './output-calls.js';
import type { Resource } from './program.js';

const mediaTypes: Readonly<Record<string, string>> = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', mp4: 'video/mp4', webm: 'video/webm' };
const mapTypes: Readonly<Record<string, string>> = { json: 'application/json; charset=utf-8', webp: 'image/webp' };

const mediaAddress = /^media\/([a-f0-9]{64}\.([a-z0-9]{2,4}))$/;
const outputAddress = /^outputs\/([\w-]{10,40})$/;
/** The shipped pack's files: the pack, its features, and relief tiles by style, level, column and row. */
const mapAddress = /^maps\/shili\/((?:pack|features)\.json|relief\/(?:paper|night)\/\d{1,2}\/\d{1,7}\/\d{1,7}\.webp)$/;

/** The one resolver of files by id. Whatever does not match one of the three forms does not exist; no path is ever built from free text. */
export function resources(ledger: () => Ledger, outputs: Outputs, shipped: string): (address: string) => Promise<Resource | undefined> {
  const whenThere = async (file: string, type: string): Promise<Resource | undefined> => access(file).then(() => ({ file, type }), () => undefined);
  return async (address) => {
    const [, mediaName, ending] = mediaAddress.exec(address) ?? [];
    if (mediaName && ending) {
      const type = mediaTypes[ending];
      if (!type) return undefined;
      const own = await whenThere(join(ledger().folder, 'media', mediaName), type);
      // The sample's pictures are shipped once and not copied into its working copy.
      return own ?? (ledger().data.profile.sample ? whenThere(join(shipped, 'sample', 'media', mediaName), type) : undefined);
    }
    const [, mapFile] = mapAddress.exec(address) ?? [];
    if (mapFile) return whenThere(join(shipped, 'basemap', ...mapFile.split('/')), mapTypes[mapFile.slice(mapFile.lastIndexOf('.') + 1)] ?? 'application/octet-stream');
    const [, fileId] = outputAddress.exec(address) ?? [];
    return fileId ? outputs.file(fileId) : undefined;
  };
}
