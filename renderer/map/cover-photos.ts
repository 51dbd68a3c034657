/** Small pictures of cover photos, fetched a few at a time and kept while there is room. */
export interface CoverPhotos {
  /** The picture, if it is there. */
  get(address: string): ImageBitmap | undefined;
  /** What is wanted now, most wanted first; what was wanted before and has not begun to load is forgotten. */
  want(addresses: readonly string[]): void;
  remove(): void;
}

const atOnce = 4;
const mostKept = 200;
/** The height pictures are decoded to, in pixels: enough for the selected one's frame on a screen of twice the density. */
const decodedHeight = 168;

/** `onLoaded` is told when a picture has come; one that cannot be read is not asked for again. */
export function createCoverPhotos(onLoaded: (address: string) => void): CoverPhotos {
  const kept = new Map<string, ImageBitmap>();
  const failed = new Set<string>();
  const loading = new Set<string>();
  let queue: string[] = [];
  let removed = false;

  async function load(address: string): Promise<void> {
    loading.add(address);
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      const picture = await createImageBitmap(await response.blob(), { resizeHeight: decodedHeight, resizeQuality: 'medium' });
      if (removed) { picture.close(); return; }
      kept.set(address, picture);
      onLoaded(address);
      for (const old of kept.keys()) {
        if (kept.size <= mostKept) break;
        kept.get(old)?.close();
        kept.delete(old);
      }
    } catch {
      // A photo that is missing or broken leaves the asset its sign; the desk's check-up tells of it.
      failed.add(address);
    } finally {
      loading.delete(address);
      if (!removed) next();
    }
  }

  function next(): void {
    while (loading.size < atOnce) {
      const address = queue.shift();
      if (address === undefined) return;
      if (!kept.has(address) && !loading.has(address) && !failed.has(address)) void load(address);
    }
  }

  return {
    get(address) {
      const picture = kept.get(address);
      // The map keeps the order of use: what is looked at moves to its end.
      if (picture) { kept.delete(address); kept.set(address, picture); }
      return picture;
    },
    want(addresses) { queue = addresses.slice(0, mostKept); next(); },
    remove() {
      removed = true;
      queue = [];
      for (const picture of kept.values()) picture.close();
      kept.clear();
    },
  };
}
