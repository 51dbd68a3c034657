/** Dots to a CSS pixel on paper at 300 to the inch. */
const paperDensity = 300 / 96;
const quality = 0.86;
/** Photos of places have their matter a little below the middle. */
const focus = { x: 0.5, y: 0.56 };

export interface PictureRoom {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The part of a picture that fills a room, as `object-fit: cover` would, in pixels of the picture. */
export function coveredPart(picture: PictureRoom, room: PictureRoom): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const scale = Math.max(room.width / picture.width, room.height / picture.height);
  const [width, height] = [room.width / scale, room.height / scale];
  return { left: (picture.width - width) * focus.x, top: (picture.height - height) * focus.y, width, height };
}

/**
 * A picture cut to its room, with 300 dots to the inch where it has them and never more than it has, as a JPEG: a document takes that in as
 * it is, and nothing of what a camera noted is in it.
 */
export async function printPicture(source: CanvasImageSource & PictureRoom, room: PictureRoom): Promise<Blob> {
  const part = coveredPart(source, room);
  const share = Math.min(1, (room.width * paperDensity) / part.width);
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(part.width * share)), Math.max(1, Math.round(part.height * share)));
  const context = canvas.getContext('2d', { alpha: false })!;
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, part.left, part.top, part.width, part.height, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}

/** A photo of the ledger for its room; null where its file is gone or broken. */
export async function printPhoto(address: string, room: PictureRoom): Promise<Blob | null> {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return null;
  const bitmap = await createImageBitmap(await answer.blob()).catch(() => null);
  if (!bitmap) return null;
  try {
    return await printPicture(bitmap, room);
  } finally {
    bitmap.close();
  }
}
