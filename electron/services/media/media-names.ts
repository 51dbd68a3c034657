import type { LedgerData } from '../../../data/schema/ledger.js';

/** The name that people know an internal file by: a document's own, or that of the photo it is the original of; its id where none is known. */
export function fileNameIn(data: LedgerData, id: string): string {
  for (const asset of data.assets) {
    const found = asset.documents.find((media) => media.id === id) ?? asset.photos.find((media) => media.original === id);
    if (found?.fileName) return found.fileName;
  }
  return id;
}
