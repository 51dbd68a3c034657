import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ledger } from '../storage/ledger.js';
import { mediaFile, type Shelf } from './media/media-folder.js';
import { fileNameIn } from './media/media-names.js';
import { thumbnailOf } from './media/thumbnail.js';
import type { Imports } from './import-calls.js';
import type { MapStore } from './maps/map-store.js';
import type { Outputs } from './output-calls.js';
import type { Resource } from './program.js';

const pictureTypes: Readonly<Record<string, string>> = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };
const mediaTypes: Readonly<Record<string, string>> = { ...pictureTypes, mp4: 'video/mp4', webm: 'video/webm', mov: 'video/quicktime' };
const mapTypes: Readonly<Record<string, string>> = { json: 'application/json; charset=utf-8', webp: 'image/webp' };
/** Whatever is saved and never shown has no type that a browser would open. */
const plainBytes = 'application/octet-stream';

const mediaAddress = /^media\/([a-f0-9]{64}\.([a-z0-9]{2,4}))(\/small)?$/;
const fileAddress = /^files\/([a-f0-9]{64}\.([a-z0-9]{2,4}))(\/view)?$/;
const outputAddress = /^outputs\/([\w-]{10,40})$/;
/** The music of a film that is being drawn, by the id of its sheet. */
const musicAddress = /^music\/([\w-]{10,40})$/;
/** A photo of an import that waits for a decision. */
const uploadAddress = /^uploads\/([\w-]{10,40})$/;
/** The shipped pack's files: the pack, its features, and relief tiles by style, level, column and row. */
const mapAddress = /^maps\/shili\/((?:pack|features)\.json|relief\/(?:paper|night)\/\d{1,2}\/\d{1,7}\/\d{1,7}\.webp)$/;

const whenThere = async (file: string, type: string, saveAs?: string): Promise<Resource | undefined> =>
  access(file).then(() => ({ file, type, ...(saveAs === undefined ? {} : { saveAs }) }), () => undefined);
const endingOf = (file: string) => file.slice(file.lastIndexOf('.') + 1);

/** A tile of any other pack; the scheme is part of the address, so that a tile may be kept for good. */
const tileAddress = /^maps\/([a-z0-9]{4,40})\/tiles\/(xyz|tms|from-one)\/(\d{1,2})\/(\d{1,8})\/(\d{1,8})$/;

/** The one resolver of files by id. Whatever does not match one of the forms does not exist; no path is ever built from free text. */
export function resources(ledger: () => Ledger, outputs: Outputs, imports: Pick<Imports, 'picture'>, maps: Pick<MapStore, 'tile'>, shipped: string, mediaWorker?: string): (address: string) => Promise<Resource | undefined> {
  /** What may be shown in public: pictures and films as they lie in `media/`, and pictures' thumbnails. */
  async function shownMedia(id: string, ending: string, small: boolean): Promise<Resource | undefined> {
    const type = (small ? pictureTypes : mediaTypes)[ending];
    if (!type) return undefined;
    const { folder, readOnly, data } = ledger();
    const thumbnail = small ? await thumbnailOf(folder, id, { canWrite: !readOnly, workerFile: mediaWorker }) : undefined;
    if (thumbnail) return { file: thumbnail, type: 'image/webp' };
    // The sample's pictures are shipped once and not copied into its working copy.
    return await whenThere(mediaFile(folder, 'shown', id), type) ?? (data.profile.sample ? whenThere(join(shipped, 'sample', 'media', id), type) : undefined);
  }
  /** What stays inside: originals and documents, always saved and never opened by the browser, but for pictures that are asked for to look at. */
  async function internalFile(id: string, ending: string, view: boolean): Promise<Resource | undefined> {
    const { folder, data } = ledger();
    const type = view ? pictureTypes[ending] : plainBytes;
    if (!type) return undefined;
    const name = view ? undefined : fileNameIn(data, id);
    for (const shelf of ['originals', 'documents'] satisfies Shelf[]) {
      const found = await whenThere(mediaFile(folder, shelf, id), type, name);
      if (found) return found;
    }
    return undefined;
  }
  /** What is not here yet may lie on the ledger's server. */
  const fetched = async (id: string, find: () => Promise<Resource | undefined>) => await find() ?? ((await ledger().fetchFile?.(id)) ? find() : undefined);
  return async (address) => {
    const [, mediaId, mediaEnding, small] = mediaAddress.exec(address) ?? [];
    if (mediaId && mediaEnding) return fetched(mediaId, () => shownMedia(mediaId, mediaEnding, small !== undefined));
    const [, fileId, fileEnding, view] = fileAddress.exec(address) ?? [];
    if (fileId && fileEnding) return fetched(fileId, () => internalFile(fileId, fileEnding, view !== undefined));
    const [, mapFile] = mapAddress.exec(address) ?? [];
    if (mapFile) return whenThere(join(shipped, 'basemap', ...mapFile.split('/')), mapTypes[endingOf(mapFile)] ?? plainBytes);
    const [, packId, scheme, ...numbers] = tileAddress.exec(address) ?? [];
    const [z, x, y] = numbers.map(Number);
    if (packId && scheme && z !== undefined && x !== undefined && y !== undefined) return maps.tile(packId, scheme, z, x, y);
    const [, outputId] = outputAddress.exec(address) ?? [];
    if (outputId) return outputs.file(outputId);
    const [, sheetId] = musicAddress.exec(address) ?? [];
    const music = sheetId === undefined ? undefined : outputs.music(sheetId);
    if (music !== undefined) return { file: music, type: plainBytes };
    const [, uploadId] = uploadAddress.exec(address) ?? [];
    return uploadId ? imports.picture(uploadId) : undefined;
  };
}
