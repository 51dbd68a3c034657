import type { Obstacle } from '../map/ground/ground.js';
import type { Camera } from '../map/flight.js';
import { mixFor, stillLevels, viewOf, type Area, type StillLevel } from '../map/film/still-levels.js';
import { worldSize, type View } from '../map/world.js';
import type { FilmTools } from './film-tools.js';
import type { Context } from './sprites.js';

/** The ground of a flight: how it is drawn at a frame, and where things on it are. */
export interface FlownGround {
  readonly viewAt: (frame: number) => View;
  readonly draw: (context: Context, frame: number) => void;
  readonly close: () => void;
}

/** While the map moves it need not be as fine as at rest: the stills of a flight are so much smaller, in zooms. */
const coarser = 0.45;
/** A still has so many pixels at most to a side. */
const mostPixels = 4_096;
/** At rest the fine picture with its names comes in over so many frames. */
const settling = 12;

interface Still { readonly level: StillLevel; readonly image: ImageBitmap }

async function stillOf(tools: FilmTools, level: StillLevel): Promise<Still> {
  const side = Math.max(level.area.right - level.area.left, level.area.bottom - level.area.top);
  const zoom = Math.min(level.zoom - coarser, Math.log2(mostPixels / tools.scale / side / 256));
  return { level, image: await tools.map.still(level.area, zoom, tools.scale, null) };
}

/** Draws the stills that a row of cameras needs, and the picture where the last of them comes to rest. */
export async function flownGround(tools: FilmTools, cameras: readonly Camera[], obstacles: readonly Obstacle[]): Promise<FlownGround> {
  const { width, height, scale } = tools;
  const end = cameras.at(-1)!;
  const levels = stillLevels(cameras, width, height);
  const nearest = levels[0]!.zoom;
  const stills: Still[] = [];
  for (const level of levels) stills.push(await stillOf(tools, level));
  const rest = await tools.map.still(viewOf(end, width, height), end.zoom, scale, { obstacles });
  const cameraAt = (frame: number) => cameras[Math.min(cameras.length - 1, Math.max(0, Math.round(frame)))]!;
  const arrived = cameras.length - 1;
  const drawStill = (context: Context, { level: { area }, image }: Still, view: Area) => {
    const [perX, perY] = [image.width / (area.right - area.left), image.height / (area.bottom - area.top)];
    context.drawImage(image, (view.left - area.left) * perX, (view.top - area.top) * perY, (view.right - view.left) * perX, (view.bottom - view.top) * perY, 0, 0, width, height);
  };
  return {
    viewAt(frame) {
      const { x, y, zoom } = cameraAt(frame);
      const world = worldSize(zoom);
      return { scale: world, left: x * world - width / 2, top: y * world - height / 2 };
    },
    draw(context, frame) {
      const share = Math.min(1, Math.max(0, (frame - arrived + 2) / settling));
      if (share < 1) {
        const camera = cameraAt(frame);
        const view = viewOf(camera, width, height);
        for (const part of mixFor(camera.zoom, nearest, stills.length)) {
          if (part.share <= 0) continue;
          context.globalAlpha = part.share;
          drawStill(context, stills[part.level]!, view);
        }
      }
      if (share > 0) {
        context.globalAlpha = share;
        context.drawImage(rest, 0, 0, width, height);
      }
      context.globalAlpha = 1;
    },
    close() { rest.close(); for (const { image } of stills) image.close(); },
  };
}
