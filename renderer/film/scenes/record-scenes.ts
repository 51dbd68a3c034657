import type { FilmScene } from '../../../data/rules/film/film-plan.js';
import type { SlideFigure } from '../../../data/rules/slides/slide.js';
import { plainWords, type Words } from '../../../data/rules/slides/slide-words.js';
import type { Status } from '../../../data/schema/vocabularies.js';
import { chipsSprite, kickerBlock, sayingBlock, sealSprite, spriteLayer, titleBlock } from '../blocks.js';
import { figureRow, usualFigures } from '../figure-row.js';
import type { FilmTools, Prepare, PreparedShot } from '../film-tools.js';
import { setWords } from '../letters.js';
import { closeAll, drawLayers, wordsLayer, type Layer } from '../sprites.js';
import { spread, type Spread } from './spread.js';

interface Told { readonly kicker: Words; readonly name: Words; readonly line: Words | null; readonly figures: readonly SlideFigure[]; readonly chips: readonly string[]; readonly seal: { readonly word: string; readonly standing: Status | null } | null; readonly caption: Words | null }

/** Gaps between the parts of a column, in stage units; where it would be too high they close, then its letters grow smaller. */
const manners = [{ gap: 40, name: 100, line: 38, value: 76 }, { gap: 30, name: 88, line: 36, value: 70 }, { gap: 24, name: 76, line: 32, value: 62 }, { gap: 18, name: 66, line: 28, value: 54 }];

/** Lays out what is said of a record beside its picture. */
function column(tools: FilmTools, { words }: Spread, told: Told): { readonly layers: Layer[]; readonly figures: ((context: Parameters<PreparedShot['draw']>[0], frame: number) => void) | null } {
  const { scale } = tools;
  const seal = told.seal && sealSprite(tools, told.seal.word, told.seal.standing);
  const chips = chipsSprite(tools, told.chips, words.width);
  const set = (manner: (typeof manners)[number]) => {
    const parts = {
      kicker: kickerBlock(told.kicker, tools, words.width - (seal ? seal.width + 24 : 0)),
      name: titleBlock(told.name, tools, { width: words.width - (seal ? seal.width + 24 : 0), size: manner.name, lines: 3, least: 60 }),
      line: sayingBlock(told.line, tools, { width: words.width, size: manner.line, lines: 4 }),
      figures: figureRow(tools, told.figures, words.width, { ...usualFigures(tools), value: manner.value }),
    };
    const heights = [parts.kicker.height + manner.gap * 0.4 + parts.name.height, parts.line?.height, parts.figures?.height, chips?.height].filter((height) => height !== undefined);
    return { ...parts, gap: manner.gap, height: heights.reduce((sum, height) => sum + height, 0) + manner.gap * (heights.length - 1) };
  };
  const { kicker, name, line, figures, gap, height } = manners.map(set).find((one) => one.height <= words.height) ?? set(manners.at(-1)!);
  let y = words.y + Math.max(0, (words.height - height) / 2) * (tools.upright ? 0.3 : 0.8);
  const layers: Layer[] = [];
  if (seal) layers.push(spriteLayer(tools, seal, words.x + words.width - seal.width, tools.upright ? y : Math.min(y, words.y) - 12, 12));
  layers.push(wordsLayer(scale, kicker, words.x, y, 4));
  y += kicker.height + gap * 0.4;
  layers.push(wordsLayer(scale, name, words.x, y, 7));
  y += name.height + gap;
  if (line) { layers.push(wordsLayer(scale, line, words.x, y, 12)); y += line.height + gap; }
  const figuresAt = Math.round(y);
  if (figures) y += figures.height + gap;
  if (chips) layers.push(spriteLayer(tools, chips, words.x, y, 26));
  return { layers, figures: figures && ((context, frame) => figures.draw(context, words.x, figuresAt, frame - 18)) };
}

/** A record with its picture: an asset, or a project. */
async function recordShot(tools: FilmTools, picture: Parameters<typeof spread>[1], told: Told, frames: number): Promise<PreparedShot> {
  const sheet = await spread(tools, picture, frames);
  const { layers, figures } = column(tools, sheet, told);
  if (told.caption && !tools.upright) layers.push(captionLayer(tools, told.caption));
  return {
    draw(context, frame) {
      sheet.draw(context, frame);
      drawLayers(context, layers, frame);
      figures?.(context, frame);
    },
    close: () => { sheet.close(); closeAll(layers.map(({ sprite }) => sprite)); },
  };
}

/** What a picture shows, on a slip at its foot. */
function captionLayer(tools: FilmTools, { main }: Words): Layer {
  const { look } = tools;
  const words = setWords(main, { family: 'text', weight: 400, size: 28, colour: look.ink }, { width: 700, lines: 1 });
  const [padX, padY] = [24, 10];
  const block = {
    width: words.width + 2 * padX, height: words.height + 2 * padY,
    paint(context: Parameters<typeof words.paint>[0], x: number, y: number) {
      context.fillStyle = look.sheet;
      context.beginPath();
      context.roundRect(x, y, words.width + 2 * padX, words.height + 2 * padY, 10);
      context.fill();
      words.paint(context, x + padX, y + padY);
    },
  };
  return wordsLayer(tools.scale, block, 64, tools.height - 64 - block.height, 24);
}

/** The picture of an asset with its facts. */
export const prepareAsset: Prepare<'asset'> = ({ asset, line, photo, figures, chips }, tools, frames) => recordShot(tools, { media: photo?.media ?? null, seed: asset.id, category: asset.category }, {
  kicker: asset.kicker, name: asset.name, line, figures, chips, seal: asset.status && { word: asset.status.main, standing: asset.standing }, caption: photo?.caption ?? null,
}, frames);

const kickerOfProject = (scene: Extract<FilmScene, { kind: 'project' }>): Words => {
  const [first, ...others] = scene.chips;
  return first ? { main: [first.main, ...others.map(({ main }) => main)].join(' · '), second: null } : plainWords('');
};
/** A project: how much it takes and what it has. */
export const prepareProject: Prepare<'project'> = (scene, tools, frames) => recordShot(tools, { media: scene.photo, seed: scene.id }, {
  kicker: kickerOfProject(scene), name: scene.name, line: scene.line, figures: scene.figures, chips: [], seal: null, caption: null,
}, frames);

/** The end: the sentence that stays, whom to call, and whose map and pictures these were. */
export const prepareClosing: Prepare<'closing'> = async ({ title, line, picture, contact, credits }, tools, frames) => {
  const { scale, look, upright } = tools;
  const sheet = await spread(tools, { media: picture, seed: `${title.main} closing` }, frames);
  const { words } = sheet;
  const name = titleBlock(title, tools, { width: words.width, size: 104, lines: 3, least: 64 });
  const saying = sayingBlock(line, tools, { width: words.width, lines: 3 });
  const call = contact && {
    label: kickerBlock(contact.label, tools, words.width),
    who: contact.name ? setWords(contact.name, { family: 'text', weight: 600, size: 40, colour: look.ink }, { width: words.width, lines: 2 }) : null,
    phone: contact.phone ? setWords(contact.phone, { family: 'text', weight: 300, size: 76, colour: look.ink, spacing: -1 }, { width: words.width, lines: 1 }) : null,
  };
  const small = setWords(credits.join(' · '), { family: 'text', weight: 400, size: 24, colour: look.soft, leading: 1.5 }, { width: words.width, lines: 5 });
  const body = [name, saying].reduce((sum, block) => sum + (block ? block.height + 34 : 0), 0) + (call ? [call.label, call.who, call.phone].reduce((sum, block) => sum + (block ? block.height + 10 : 0), 40) : 0);
  let y = words.y + Math.max(0, words.height - body - small.height - 40) * (upright ? 0.25 : 0.45);
  const layers: Layer[] = [];
  const put = (block: Parameters<typeof wordsLayer>[1] | null, at: number, gap: number) => { if (block) { layers.push(wordsLayer(scale, block, words.x, y, at)); y += block.height + gap; } };
  put(name, 6, 34);
  put(saying, 12, 34);
  if (call) { y += 40; put(call.label, 20, 10); put(call.who, 24, 10); put(call.phone, 28, 10); }
  layers.push(wordsLayer(scale, small, words.x, words.y + words.height - small.height + (upright ? 40 : 30), 36));
  return {
    draw(context, frame) { sheet.draw(context, frame); drawLayers(context, layers, frame); },
    close: () => { sheet.close(); closeAll(layers.map(({ sprite }) => sprite)); },
  };
};
