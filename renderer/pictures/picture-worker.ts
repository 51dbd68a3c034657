import { landscapeSize, paintLandscape } from '../stage/parts/paint-landscape.js';
import { coveredPart, type PictureSize } from './covered-part.js';
import type { PictureAnswer, PictureQuestion, PictureWork } from './picture-work.js';

type Source = ImageBitmap | OffscreenCanvas;

async function sourceOf({ source, rooms }: Pick<PictureWork, 'source' | 'rooms'>): Promise<Source> {
  if (source instanceof ImageBitmap) return source;
  if (source instanceof Blob) return createImageBitmap(source);
  const parts = rooms?.map((room) => coveredPart(landscapeSize, room)) ?? [{ left: 0, ...landscapeSize }];
  return paintLandscape(source.seed, source.category, source.paint, { left: Math.min(...parts.map(({ left }) => left)), right: Math.max(...parts.map(({ left, width }) => left + width)) });
}

/** A picture as it is, on a canvas that takes its pixels over without a copy. */
function whole(picture: Source): OffscreenCanvas {
  if (picture instanceof OffscreenCanvas) return picture;
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('bitmaprenderer')!.transferFromImageBitmap(picture);
  return canvas;
}

/** The part of a picture that fills a room: made smaller where it has more pixels than the room takes, else dot for dot. */
function cut(picture: Source, room: PictureSize): OffscreenCanvas {
  const { left, top, width, height } = coveredPart(picture, room);
  // Never more pixels than it has.
  const share = Math.min(1, room.width / width);
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * share)), Math.max(1, Math.round(height * share)));
  const context = canvas.getContext('2d', { alpha: false })!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (share === 1) {
    // From whole pixels to whole pixels: nothing is blurred by a fraction of one, and it costs a third.
    context.imageSmoothingEnabled = false;
    const corner = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)));
    context.drawImage(picture, -corner(left, picture.width - canvas.width), -corner(top, picture.height - canvas.height));
  } else {
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, left, top, width, height, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

/** Pictures are cut, scaled and compressed here: in the page the engine would do so only in its idle moments, of which a page that draws has none. */
async function pressed({ source, rooms, quality }: PictureQuestion): Promise<Blob[]> {
  const asJpeg = (canvas: OffscreenCanvas) => canvas.convertToBlob({ type: 'image/jpeg', quality });
  const picture = await sourceOf({ source, rooms });
  if (!rooms) return [await asJpeg(whole(picture))];
  const blobs: Blob[] = [];
  for (const room of rooms) blobs.push(await asJpeg(cut(picture, room)));
  if (picture instanceof ImageBitmap) picture.close();
  return blobs;
}

self.addEventListener('message', ({ data }: MessageEvent<PictureQuestion>) => {
  void pressed(data).catch(() => null).then((blobs) => { self.postMessage({ id: data.id, blobs } satisfies PictureAnswer); });
});
