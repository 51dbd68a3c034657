import { paintBadge, sayingBlock, sealSprite, titleBlock } from '../blocks.js';
import { figureAt } from '../../stage/pure/shares.js';
import { arrival, flightCameras, overviewCameras, placeCamera, startCamera } from '../camera-path.js';
import type { FilmTools, Prepare } from '../film-tools.js';
import { flownGround } from '../flown-ground.js';
import { fontOf, setWords, stacked, widthOf, type Block, type LetterStyle } from '../letters.js';
import { creditLayer, landOf, litDots, placePin, quietDots, type FilmDot } from '../map-marks.js';
import { closeAll, drawLayers, drawnOnce, easeOut, type Layer } from '../sprites.js';
import type { SlideBar } from '../../../data/rules/slides/slide.js';
import { worldX, worldY, screenX, screenY } from '../../map/world.js';

/** What words cover, by which the map keeps clear; in stage units. */
const insetsOf = ({ upright }: FilmTools) => ({
  place: upright ? { left: 40, top: 140, right: 40, bottom: 520 } : { left: 40, top: 40, right: 40, bottom: 300 },
  overview: upright ? { left: 30, top: 110, right: 30, bottom: 900 } : { left: 660, top: 50, right: 50, bottom: 80 },
});

/** A sheet of paper on the map, drawn once with what stands on it. */
function paperLayer(tools: FilmTools, width: number, height: number, x: number, y: number, at: number, paint: (context: Parameters<Block['paint']>[0], left: number, top: number) => void): Layer {
  const { scale, look } = tools;
  const room = 60;
  const sprite = drawnOnce(scale, width + 2 * room, height + 2 * room, (context) => {
    context.save();
    context.shadowColor = look.shadow;
    context.shadowBlur = 40 * scale;
    context.shadowOffsetY = 14 * scale;
    context.fillStyle = look.sheet.slice(0, 7);
    context.beginPath();
    context.roundRect(room, room, width, height, 18);
    context.fill();
    context.restore();
    paint(context, room, room);
  });
  return { sprite, x: Math.round(x - room), y: Math.round(y - room), at };
}

/** The map comes to a place; its name on a slip when it is there. */
export function placeScene(dots: readonly FilmDot[], ringsOf: (id: string) => readonly Float64Array[] | undefined): Prepare<'place'> {
  return async ({ asset, to, camera, from }, tools, frames) => {
    const { width, height, upright } = tools;
    const end = placeCamera(to, camera, tools, insetsOf(tools).place);
    const cameras = flightCameras(startCamera(from, end, tools), end, width, frames);
    const arrived = arrival(frames);
    const pin = placePin(tools, asset.category);
    const place = { x: worldX(to.lng), y: worldY(to.lat) };
    const ground = await flownGround(tools, cameras, [{ lng: to.lng, lat: to.lat, left: -60, top: -pin.height - 10, right: 60, bottom: 10 }]);
    const quiet = quietDots(tools, dots.filter(({ id }) => id !== asset.id));
    const land = landOf(tools, asset.category, ringsOf(asset.id));
    const credit = creditLayer(tools);
    const layers = [slip(tools, asset, Math.max(8, arrived - 16)), ...(credit ? [credit] : [])];
    return {
      draw(context, frame) {
        const view = ground.viewAt(frame);
        ground.draw(context, frame);
        if (from) trace(context, tools, [screenX(view, worldX(from.lng)), screenY(view, worldY(from.lat))], [screenX(view, place.x), screenY(view, place.y)], easeOut((frame - 2) / (arrived - 8)), 1 - easeOut((frame - arrived) / 16));
        land?.draw(context, view, easeOut((frame - arrived + 20) / 20));
        quiet.draw(context, view);
        pin.draw(context, view, place, easeOut((frame - 4) / 16));
        drawLayers(context, layers, frame);
      },
      stillFrom: arrived + 30,
      close() { ground.close(); closeAll(layers.map(({ sprite }) => sprite)); },
    };
    function slip({ look }: FilmTools, { kicker, name, category, status, standing }: typeof asset, at: number): Layer {
      const badge = 104;
      const seal = status && sealSprite(tools, status.main, standing);
      const room = (upright ? width - 128 : 1180) - badge - 36 - 88 - (seal ? seal.width + 36 : 0);
      const words = stacked([setWords(kicker.second ? `${kicker.main}  ${kicker.second}` : kicker.main, { family: 'text', weight: 400, size: 30, colour: look.kicker, spacing: 1 }, { width: room, lines: 1 }), titleBlock(name, tools, { width: room, size: 84, lines: 2, least: 56 })], 4);
      const wide = 88 + badge + 36 + words.width + (seal ? seal.width + 36 : 0);
      const high = Math.max(words.height, badge, seal?.height ?? 0) + 60;
      return paperLayer(tools, wide, high, upright ? (width - wide) / 2 : 64, height - high - (upright ? 190 : 92), at, (context, left, top) => {
        paintBadge(context, tools, category, left + 44, top + (high - badge) / 2, badge);
        words.paint(context, left + 44 + badge + 36, top + (high - words.height) / 2);
        if (seal) context.drawImage(seal.image, left + wide - 44 - seal.width, top + (high - seal.height) / 2, seal.width, seal.height);
      });
    }
  };
}

/** The way from the place before: a dashed line that grows ahead of the flight and fades when it has come. */
function trace(context: Parameters<Block['paint']>[0], { look }: FilmTools, [x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number], share: number, strength: number): void {
  if (share <= 0 || strength <= 0) return;
  const [middleX, middleY] = [(x0 + x1) / 2 + (y1 - y0) * 0.12, (y0 + y1) / 2 - (x1 - x0) * 0.12];
  const at = (from: number, by: number, to: number) => (1 - share) ** 2 * from + 2 * share * (1 - share) * by + share ** 2 * to;
  context.save();
  context.lineCap = 'round';
  context.setLineDash([2, 18]);
  for (const [colour, wide] of [[look.raised, 10], [look.focus, 6]] as const) {
    context.globalAlpha = strength * 0.9;
    context.strokeStyle = colour;
    context.lineWidth = wide;
    context.beginPath();
    context.moveTo(x0, y0);
    // The first part of the curve alone.
    context.quadraticCurveTo(x0 + (middleX - x0) * share, y0 + (middleY - y0) * share, at(x0, middleX, x1), at(y0, middleY, y1));
    context.stroke();
  }
  context.restore();
}

/** All assets, or those of a filter, come up on the map, and are counted. */
export function overviewScene(dots: readonly FilmDot[]): Prepare<'overview'> {
  return async ({ title, line, figures, bars, ids, extent }, tools) => {
    const { width, height, upright, look } = tools;
    const those = new Set(ids);
    const lit = dots.filter(({ id }) => those.has(id));
    const ground = await flownGround(tools, overviewCameras(extent, tools, insetsOf(tools).overview), lit.map(({ lng, lat }) => ({ lng, lat, left: -22, top: -22, right: 22, bottom: 22 })));
    const [quiet, shown] = [quietDots(tools, dots.filter(({ id }) => !those.has(id))), litDots(tools, lit, 12)];
    const wide = upright ? width - 96 : 560;
    const inner = wide - 92;
    const heading = titleBlock(title, tools, { width: inner, size: 72, lines: 2, least: 50 });
    const saying = sayingBlock(line, tools, { width: inner, size: 34, lines: 2 });
    const [first] = figures;
    const bigSize = 150;
    const big: LetterStyle = { family: 'text', weight: 200, size: bigSize, colour: look.ink, spacing: -bigSize * 0.03 };
    const unit: LetterStyle = { family: 'text', weight: 400, size: 38, colour: look.ink };
    const counted = first ? bigSize * 0.95 : 0;
    const legend = legendBlock(tools, bars, inner, upright ? 2 : 1);
    const gap = 26;
    const parts = [heading.height, saying?.height, counted || undefined, legend?.height].filter((part) => part !== undefined);
    const high = parts.reduce((sum, part) => sum + part, 0) + gap * (parts.length - 1) + 92;
    const [panelX, panelY] = upright ? [48, height - high - 150] : [64, Math.max(64, (height - high) / 2 - 30)];
    let countTop = 0;
    const panel = paperLayer(tools, wide, high, panelX, panelY, 6, (context, left, top) => {
      let y = top + 46;
      heading.paint(context, left + 46, y);
      y += heading.height + gap;
      if (saying) { saying.paint(context, left + 46, y); y += saying.height + gap; }
      if (first) { countTop = y - top; y += counted + gap; }
      legend?.paint(context, left + 46, y);
    });
    const credit = creditLayer(tools);
    const layers = [panel, ...(credit ? [credit] : [])];
    return {
      draw(context, frame) {
        const view = ground.viewAt(frame);
        ground.draw(context, frame);
        quiet.draw(context, view);
        shown.draw(context, view, frame);
        drawLayers(context, layers, frame);
        const share = easeOut((frame - 10) / 20);
        if (!first || share <= 0) return;
        const value = figureAt(first.value, easeOut((frame - 12) / 46));
        context.globalAlpha = share;
        context.fillStyle = look.ink;
        context.font = fontOf(big);
        context.letterSpacing = `${big.spacing}px`;
        const [x, y] = [panelX + 46, panelY + countTop + bigSize * 0.82];
        context.fillText(value, x, y);
        context.font = fontOf(unit);
        context.letterSpacing = '0px';
        context.fillText([first.unit, first.label.main].filter(Boolean).join(' '), x + widthOf(first.value, big) + 18, y);
        context.globalAlpha = 1;
      },
      stillFrom: 96,
      close() { ground.close(); closeAll(layers.map(({ sprite }) => sprite)); },
    };
  };
}

/** The categories with their signs and how many there are of each, in columns. */
function legendBlock(tools: FilmTools, bars: readonly SlideBar[], width: number, columns: number): Block | null {
  if (bars.length === 0) return null;
  const { look } = tools;
  const [row, between] = [58, 40];
  const wide = (width - between * (columns - 1)) / columns;
  const rows = Math.ceil(bars.length / columns);
  const count: LetterStyle = { family: 'text', weight: 400, size: 36, colour: look.ink };
  return {
    width, height: rows * row + 20,
    paint(context, x, y) {
      context.fillStyle = look.hair;
      context.fillRect(x, y, width, 1.5);
      bars.forEach(({ category, name, count: number }, at) => {
        const [left, top] = [x + Math.floor(at / rows) * (wide + between), y + 20 + (at % rows) * row];
        paintBadge(context, tools, category, left, top + 7, 44);
        const words = setWords(name.second ? `${name.main} ${name.second}` : name.main, { family: 'text', weight: 400, size: 32, colour: look.ink }, { width: wide - 62 - 90, lines: 1, least: 22 });
        words.paint(context, left + 62, top + (row - words.height) / 2);
        const value = setWords(String(number), count, { width: 90, lines: 1 });
        value.paint(context, left + wide - value.width, top + (row - value.height) / 2);
      });
    },
  };
}
