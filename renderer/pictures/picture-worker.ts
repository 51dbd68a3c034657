import { coveredPart } from './covered-part.js';
import type { PictureAnswer, PictureQuestion } from './picture-work.js';

/** Pictures are cut, scaled and compressed here: in the page the engine would do so only in its idle moments, of which a page that draws has none. */
async function pressed({ source, room, quality }: PictureQuestion): Promise<Blob> {
  const picture = source instanceof Blob ? await createImageBitmap(source) : source;
  try {
    const part = room ? coveredPart(picture, room) : { left: 0, top: 0, width: picture.width, height: picture.height };
    // Never more pixels than it has.
    const share = Math.min(1, room ? room.width / part.width : 1);
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(part.width * share)), Math.max(1, Math.round(part.height * share)));
    const context = canvas.getContext('2d', { alpha: false })!;
    context.imageSmoothingQuality = 'high';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, part.left, part.top, part.width, part.height, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality });
  } finally {
    picture.close();
  }
}

self.addEventListener('message', ({ data }: MessageEvent<PictureQuestion>) => {
  void pressed(data).catch(() => null).then((blob) => { self.postMessage({ id: data.id, blob } satisfies PictureAnswer); });
});
