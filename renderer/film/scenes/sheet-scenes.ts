import type { FilmRow } from '../../../data/rules/film/film-plan.js';
import type { SlideBar } from '../../../data/rules/slides/slide.js';
import type { Words } from '../../../data/rules/slides/slide-words.js';
import { brushBar, barShares } from '../../stage/pure/shares.js';
import { paintBadge, sayingBlock, titleBlock } from '../blocks.js';
import { figureRow, usualFigures } from '../figure-row.js';
import type { FilmTools, Prepare, PreparedShot } from '../film-tools.js';
import { setWords, stacked, type Block } from '../letters.js';
import { movingPicture } from '../moving-picture.js';
import { closeAll, drawLayers, drawnOnce, easeOut, wordsLayer, type Context, type Layer, type Sprite } from '../sprites.js';

/** Plain paper with hills at its foot: what words and figures stand on. Drawn once. */
async function hillSheet(tools: FilmTools, seed: string): Promise<Sprite> {
  const { scale, width, height, look, upright } = tools;
  const painting = await tools.painting(seed, 'forest');
  return drawnOnce(scale, width, height, (context) => {
    context.fillStyle = look.paper;
    context.fillRect(0, 0, width, height);
    const high = height * (upright ? 0.24 : 0.36);
    const hills = drawnOnce(scale, width, high, (under) => {
      const wide = painting.width;
      const cut = Math.min(painting.height, (wide * high) / width);
      under.drawImage(painting, 0, (painting.height - cut) * 0.72, wide, cut, 0, 0, width, high);
      under.globalCompositeOperation = 'destination-in';
      const fade = under.createLinearGradient(0, 0, 0, high);
      fade.addColorStop(0, '#0000');
      fade.addColorStop(0.75, '#000');
      under.fillStyle = fade;
      under.fillRect(0, 0, width, high);
    });
    context.globalAlpha = 0.3;
    context.drawImage(hills.image, 0, height - high, width, high);
  });
}

const marginOf = ({ upright }: FilmTools) => (upright ? 84 : 110);
/** Title and line at the head of a sheet: the layers, and where what follows begins. */
function head(tools: FilmTools, title: Words, line: Words | null): { readonly layers: Layer[]; readonly bottom: number } {
  const { scale, width, upright } = tools;
  const margin = marginOf(tools);
  const words = stacked([titleBlock(title, tools, { width: width - 2 * margin, size: 88, lines: 2, least: 60 }), sayingBlock(line, tools, { width: width - 2 * margin, size: 36, lines: 2, colour: tools.look.soft })], 10);
  const top = upright ? 170 : 84;
  return { layers: [wordsLayer(scale, words, margin, top, 5)], bottom: top + words.height };
}

/** Frames after which all figures have counted up and all words have come in, but for one row after another. */
const lastEntrance = 80;
type Part = (context: Context, frame: number) => void;
const sheetShot = (sheet: Sprite, layers: readonly Layer[], parts: readonly Part[], stillFrom: number | undefined): PreparedShot => ({
  stillFrom,
  draw(context, frame) {
    context.drawImage(sheet.image, 0, 0, sheet.width, sheet.height);
    drawLayers(context, layers, frame);
    for (const part of parts) part(context, frame);
  },
  close: () => closeAll([sheet, ...layers.map(({ sprite }) => sprite)]),
});

/** The township in figures: the first of them large, the others beside it, its assets by category as bars that grow. */
export const prepareFigures: Prepare<'figures'> = async ({ title, line, figures, bars }, tools) => {
  const { width, height, upright } = tools;
  const margin = marginOf(tools);
  const { layers, bottom } = head(tools, title, line);
  const [first, ...rest] = figures;
  const usual = usualFigures(tools);
  const left = upright ? width - 2 * margin : 760;
  const top = bottom + (upright ? 70 : 56);
  const set = (share: number) => ({
    big: figureRow(tools, first ? [first] : [], left, { ...usual, value: 250 * share, unit: 60 * share, label: 42 * share, soft: tools.look.ink }),
    others: figureRow(tools, rest.slice(0, 4), left, { ...usual, value: (upright ? 84 : 80) * share, unit: 32 * share, label: Math.max(22, 28 * share) }),
  });
  // With translations under every label all of it has to be a little smaller.
  const heightOf = ({ big, others }: ReturnType<typeof set>) => (big?.height ?? 0) + (others ? others.height + 56 : 0);
  const { big, others } = [1, 0.85, 0.72].map(set).find((one) => upright || top + heightOf(one) <= height - 80) ?? set(0.62);
  const parts: Part[] = [];
  if (big) parts.push((context, frame) => big.draw(context, margin, Math.round(top), frame - 10));
  const othersAt = Math.round(top + (big ? big.height + 56 : 0));
  if (others) parts.push((context, frame) => others.draw(context, margin, othersAt, frame - 26));
  const barsTop = upright ? othersAt + (others?.height ?? 0) + 70 : top + 20;
  const barsLeft = upright ? margin : 1010;
  if (bars.length > 0) parts.push(barsPart(tools, bars, { x: barsLeft, y: barsTop, width: width - margin - barsLeft, height: (upright ? height - 190 : height - 130) - barsTop }));
  return sheetShot(await hillSheet(tools, title.main), layers, parts, lastEntrance + bars.length * 4);
};

function barsPart(tools: FilmTools, bars: readonly SlideBar[], box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): Part {
  const { look } = tools;
  const step = Math.min(112, box.height / bars.length);
  const longest = box.width - 72 - 210 - 110;
  const shares = barShares(bars.map(({ count }) => count));
  const rows = bars.map(({ category, name, count }, at) => ({
    category, outline: new Path2D(brushBar(shares[at]! * longest, Math.min(44, step * 0.42))), length: shares[at]! * longest,
    name: stacked([setWords(name.main, { family: 'brush', weight: 700, size: Math.min(40, step * 0.42), colour: look.ink }, { width: 200, lines: 1 }), name.second ? setWords(name.second, { family: 'text', weight: 400, size: 24, colour: look.soft }, { width: 200, lines: 1 }) : null], 0),
    count: setWords(String(count), { family: 'text', weight: 300, size: Math.min(56, step * 0.6), colour: look.ink }, { width: 110, lines: 1 }),
  }));
  return (context, frame) => rows.forEach((row, at) => {
    const share = easeOut((frame - 22 - at * 4) / 26);
    if (share <= 0) return;
    const middle = box.y + (at + 0.5) * step;
    context.globalAlpha = Math.min(1, share * 2);
    paintBadge(context, tools, row.category, box.x, middle - 28, 56);
    row.name.paint(context, box.x + 76, middle - row.name.height / 2);
    context.save();
    context.beginPath();
    context.rect(box.x + 290, middle - step / 2, row.length * share, step);
    context.clip();
    context.translate(box.x + 290, middle - Math.min(44, step * 0.42) / 2);
    context.fillStyle = look.category[row.category];
    context.fill(row.outline);
    context.restore();
    row.count.paint(context, box.x + 290 + row.length * share + 18, middle - row.count.height / 2);
    context.globalAlpha = 1;
  });
}

/** The project table, row by row. */
export const prepareTable: Prepare<'table'> = async ({ title, rows }, tools) => {
  const { scale, width, height, upright } = tools;
  const margin = marginOf(tools);
  const { layers, bottom } = head(tools, title, null);
  const top = bottom + (upright ? 60 : 40);
  const step = Math.min(upright ? 190 : 132, (height - (upright ? 200 : 110) - top) / rows.length);
  rows.forEach((row, at) => layers.push(wordsLayer(scale, rowBlock(tools, row, width - 2 * margin, step), margin, top + at * step, 12 + at * 5)));
  return sheetShot(await hillSheet(tools, title.main), layers, [], lastEntrance + rows.length * 5);
};

function rowBlock({ look, upright }: FilmTools, { name, place, investment, stage }: FilmRow, width: number, height: number): Block {
  const moneyWide = upright ? 250 : 330;
  const stageWide = upright ? 0 : 230;
  const nameWide = width - moneyWide - stageWide - 40;
  const called = stacked([
    setWords(name.main, { family: 'brush', weight: 700, size: 44, colour: look.ink, leading: 1.2 }, { width: nameWide, lines: upright ? 2 : 1, least: 32 }),
    setWords([name.second, place, upright ? stage : ''].filter(Boolean).join(' · '), { family: 'text', weight: 400, size: 26, colour: look.soft }, { width: nameWide, lines: 1, least: 22 }),
  ], 4);
  const [, amount = investment, unit = ''] = /^(.*\d)\s*(\D*)$/.exec(investment) ?? [];
  const money = setWords(amount, { family: 'text', weight: 300, size: 60, colour: look.ink, spacing: -1 }, { width: moneyWide - 90, lines: 1 });
  const after = setWords(unit, { family: 'text', weight: 400, size: 28, colour: look.ink }, { width: 120, lines: 1 });
  const how = setWords(stage, { family: 'text', weight: 400, size: 30, colour: look.kicker }, { width: stageWide, lines: 1, least: 22 });
  return {
    width, height: height - 4,
    paint(context, x, y) {
      context.fillStyle = look.hair;
      context.fillRect(x, y, width, 1.5);
      called.paint(context, x, y + (height - called.height) / 2);
      if (!upright) how.paint(context, x + nameWide + 20, y + (height - how.height) / 2);
      const base = y + height / 2;
      after.paint(context, x + width - after.width, base - after.height / 2 + 8);
      money.paint(context, x + width - after.width - 12 - money.width, base - money.height / 2);
    },
  };
}

/** Two or three assets side by side. */
export const prepareComparison: Prepare<'comparison'> = async ({ title, line, assets, rows }, tools, frames) => {
  const { scale, width, height, upright, look } = tools;
  const margin = marginOf(tools);
  const { layers, bottom } = head(tools, title, line);
  const gap = upright ? 36 : 56;
  const wide = (width - 2 * margin - gap * (assets.length - 1)) / assets.length;
  const top = bottom + (upright ? 60 : 44);
  const pictureHigh = upright ? 420 : 300;
  const lines = rows.slice(0, upright ? 5 : 4);
  const pictures = await Promise.all(assets.map(({ id, photo, category }, at) => movingPicture(tools, { media: photo, seed: id, category, box: { x: margin + at * (wide + gap), y: Math.round(top), width: wide, height: pictureHigh }, frames })));
  const step = Math.min(upright ? 150 : 84, (height - (upright ? 200 : 110) - top - pictureHigh - 100) / Math.max(1, lines.length));
  assets.forEach(({ name }, at) => {
    const x = margin + at * (wide + gap);
    layers.push(wordsLayer(scale, setWords(name.main, { family: 'brush', weight: 700, size: 44, colour: look.ink }, { width: wide, lines: 1, least: 28 }), x, top + pictureHigh + 22, 12 + at * 4));
    lines.forEach(({ label, values }, row) => {
      const [words, value] = [setWords(label.main, { family: 'text', weight: 400, size: 24, colour: look.soft }, { width: upright ? wide : wide * 0.3, lines: 1, least: 20 }), setWords(values[at] ?? '—', { family: 'text', weight: 400, size: 32, colour: look.ink }, { width: upright ? wide : wide * 0.66, lines: upright ? 2 : 1, least: 24 })];
      const block: Block = {
        width: wide, height: step,
        paint(context, left, y) {
          context.fillStyle = look.hair;
          context.fillRect(left, y, wide, 1.5);
          words.paint(context, left, upright ? y + 10 : y + (step - words.height) / 2);
          value.paint(context, upright ? left : left + wide - value.width, upright ? y + 12 + words.height : y + (step - value.height) / 2);
        },
      };
      layers.push(wordsLayer(scale, block, x, top + pictureHigh + 96 + row * step, 18 + at * 4 + row * 4));
    });
  });
  const sheet = sheetShot(await hillSheet(tools, title.main), layers, [(context, frame) => {
    context.globalAlpha = easeOut((frame - 6) / 16);
    for (const picture of pictures) picture.draw(context, frame);
    context.globalAlpha = 1;
  }], undefined);
  return { ...sheet, close() { sheet.close(); for (const picture of pictures) picture.close(); } };
};
