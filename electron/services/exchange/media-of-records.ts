import { join } from 'node:path';
import type { Asset } from '../../../data/schema/asset.js';
import type { Media } from '../../../data/schema/media.js';
import type { Tour } from '../../../data/schema/tour.js';
import { mediaFile, type Shelf } from '../media/media-folder.js';

/** A stored file that a record shows: its shelf, and its name there. */
export interface ShelvedMedium { readonly shelf: Extract<Shelf, 'shown' | 'originals' | 'documents'>; readonly id: string }

/** Every stored file that records refer to, each once. Without `internal` only what may be shown to anybody. */
export function mediaOfRecords(assets: readonly Pick<Asset, 'photos' | 'videos' | 'documents'>[], tours: readonly Tour[], internal: boolean): ShelvedMedium[] {
  const found = new Map<string, ShelvedMedium>();
  const add = (shelf: ShelvedMedium['shelf'], id: string | undefined) => { if (id !== undefined) found.set(`${shelf} ${id}`, { shelf, id }); };
  for (const { photos = [], videos = [], documents = [] } of assets as readonly { photos?: readonly Media[]; videos?: readonly Media[]; documents?: readonly Media[] }[]) {
    for (const medium of [...photos, ...videos]) {
      add('shown', medium.id);
      if (internal) add('originals', medium.original);
    }
    if (internal) for (const document of documents) add('documents', document.id);
  }
  for (const stop of tours.flatMap((tour) => tour.stops)) for (const id of ['picture' in stop ? stop.picture : undefined, 'video' in stop ? stop.video : undefined]) add('shown', id);
  return [...found.values()];
}

/** What a medium is called in an exchange file. */
export const entryOfMedium = ({ shelf, id }: ShelvedMedium) => `media/${shelf === 'shown' ? '' : `${shelf}/`}${id}`;

/** Where a medium may lie: in the ledger's folder, or, of the sample's pictures, where they are shipped. */
export const placesOfMedium = ({ shelf, id }: ShelvedMedium, folder: string, shippedMedia: string | undefined): string[] => [mediaFile(folder, shelf, id), ...(shelf === 'shown' && shippedMedia !== undefined ? [join(shippedMedia, id)] : [])];
