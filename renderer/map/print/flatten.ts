import { pressPictures } from '../../pictures/press-picture.js';

/** The stacking order of an element among its siblings, as far as the map's panes set one. */
const levelOf = (element: Element) => Number(getComputedStyle(element).zIndex) || 0;

interface Picture { readonly image: HTMLImageElement | HTMLCanvasElement; readonly opacity: number; readonly blend: GlobalCompositeOperation }

/** All that is painted below an element, from the lowest up. */
function picturesIn(element: Element, opacity: number, blend: GlobalCompositeOperation): Picture[] {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return [];
  const here = opacity * Number(style.opacity);
  const mixed = style.mixBlendMode === 'normal' ? blend : (style.mixBlendMode as GlobalCompositeOperation);
  if (element instanceof HTMLImageElement || element instanceof HTMLCanvasElement) return here > 0 ? [{ image: element, opacity: here, blend: mixed }] : [];
  return [...element.children].map((child, order) => ({ child, order, level: levelOf(child) }))
    .sort((one, other) => one.level - other.level || one.order - other.order)
    .flatMap(({ child }) => picturesIn(child, here, mixed));
}

/**
 * Paints the tiles and canvases of a map into one picture of `dots` to each CSS pixel. A document then holds one picture in place of
 * hundreds, without the hairlines that viewers of PDF draw between neighbouring tiles.
 */
export function flatten(box: HTMLElement, dots: number, ground: string): OffscreenCanvas {
  const frame = box.getBoundingClientRect();
  const scale = frame.width / box.offsetWidth || 1;
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(box.offsetWidth * dots)), Math.max(1, Math.round(box.offsetHeight * dots)));
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  const snap = (value: number) => Math.round((value / scale) * dots);
  for (const { image, opacity, blend } of picturesIn(box, 1, 'source-over')) {
    const [width, height] = image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [image.width, image.height];
    if (width === 0 || height === 0) continue;
    const { left, top, right, bottom } = image.getBoundingClientRect();
    // Neighbours share their edges: they are rounded alike, so that nothing shows between them.
    const [x0, y0, x1, y1] = [snap(left - frame.left), snap(top - frame.top), snap(right - frame.left), snap(bottom - frame.top)];
    if (x1 <= 0 || y1 <= 0 || x0 >= canvas.width || y0 >= canvas.height) continue;
    context.globalAlpha = opacity;
    context.globalCompositeOperation = blend;
    context.drawImage(image, x0, y0, x1 - x0, y1 - y0);
  }
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
  return canvas;
}

/** The picture as an address that an image can show, a JPEG: a PDF takes it in as it is. The canvas is empty afterwards. */
export async function pictureAddress(canvas: OffscreenCanvas, quality = 0.93): Promise<string> {
  const [blob] = await pressPictures({ source: canvas.transferToImageBitmap(), rooms: null, quality }) ?? [];
  if (!blob) throw new Error('The map could not be turned into a picture.');
  return URL.createObjectURL(blob);
}
