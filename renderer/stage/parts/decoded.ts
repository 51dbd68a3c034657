/** So many pictures are kept decoded: those of the scene before, of this one and of the next ones. */
const most = 14;
const kept = new Map<string, { readonly image: HTMLImageElement; readonly ready: Promise<boolean>; done: boolean }>();

/** Loads and decodes a picture and keeps it at hand; true once it can be shown in the next frame, false where it cannot be read. */
export function whenDecoded(address: string): Promise<boolean> {
  const known = kept.get(address);
  if (known) {
    kept.delete(address);
    kept.set(address, known);
    return known.ready;
  }
  const image = new Image();
  image.src = address;
  const entry = { image, done: false, ready: image.decode().then(() => { entry.done = true; return true; }, () => { kept.delete(address); return false; }) };
  kept.set(address, entry);
  for (const oldest of kept.keys()) { if (kept.size <= most) break; kept.delete(oldest); }
  return entry.ready;
}

export const isDecoded = (address: string) => kept.get(address)?.done === true;
