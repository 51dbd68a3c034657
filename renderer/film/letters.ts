import { pieces } from '../stage/pure/pieces.js';

/** How words are set; sizes in stage units, of which a wide film is 1920 across. */
export interface LetterStyle {
  readonly family: 'brush' | 'text';
  readonly weight: number;
  readonly size: number;
  readonly colour: string;
  /** Height of a line, as a multiple of the size. */
  readonly leading?: number;
  readonly spacing?: number;
  readonly align?: 'left' | 'centre';
}
/** Words set in lines: how much room they take, and how they are written with their upper left corner at a place. */
export interface Block { readonly width: number; readonly height: number; readonly paint: (context: OffscreenCanvasRenderingContext2D, x: number, y: number) => void }
export interface SettingWish { readonly width: number; readonly lines: number; /** The smallest size that will do. */ readonly least?: number }

const families = { brush: "'LXGW WenKai', 'Noto Serif SC', serif", text: "'Noto Sans SC Variable', 'Noto Sans SC', sans-serif" } as const;
export const fontOf = ({ family, weight, size }: Pick<LetterStyle, 'family' | 'weight' | 'size'>) => `${weight} ${size}px ${families[family]}`;
/** The faces that a film is set in. */
export const filmFaces = ["700 40px 'LXGW WenKai'", "300 40px 'Noto Sans SC Variable'", "400 40px 'Noto Sans SC Variable'", "600 40px 'Noto Sans SC Variable'"];

const usualLeading = 1.3;
const ruler = new OffscreenCanvas(1, 1).getContext('2d')!;

function ready(context: OffscreenCanvasRenderingContext2D, style: LetterStyle): void {
  context.font = fontOf(style);
  context.letterSpacing = `${style.spacing ?? 0}px`;
  context.textBaseline = 'alphabetic';
}
/** The width of words in a style. */
export function widthOf(words: string, style: LetterStyle): number {
  ready(ruler, style);
  return ruler.measureText(words).width;
}

const han = /\p{Script=Han}/u;
/** The parts of a text between which a line may end. */
const partsOf = (words: string): readonly string[] => (han.test(words) ? pieces(words, 'zh').flatMap((piece) => piece.split(/(?<=\s)/)) : words.split(/(?<=[\s—–/-])/));

/** Lines filled one after another up to a width; a part wider than that is broken where it must be. */
function filled(parts: readonly string[], width: number, style: LetterStyle): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts.flatMap((one) => (widthOf(one.trimEnd(), style) > width ? [...one] : [one]))) {
    if (line !== '' && widthOf((line + part).trimEnd(), style) > width) { lines.push(line.trim()); line = part.trimStart(); } else line += part;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

/** As few lines as there can be, and these as even as they can be. */
function balanced(words: string, width: number, style: LetterStyle): string[] {
  const parts = partsOf(words);
  const widest = filled(parts, width, style);
  let [low, high] = [width / Math.max(1, widest.length), width];
  for (let turn = 0; turn < 7 && widest.length > 1; turn += 1) {
    const middle = (low + high) / 2;
    if (filled(parts, middle, style).length > widest.length) low = middle; else high = middle;
  }
  return widest.length > 1 ? filled(parts, high, style) : widest;
}

/** Sets words in at most so many lines, as large as the style says or smaller; what does not even then fit is cut, and ends in a sign that says so. */
export function setWords(words: string, style: LetterStyle, { width, lines: most, least = style.size * 0.7 }: SettingWish): Block {
  let size = style.size;
  let lines = balanced(words, width, style);
  for (; lines.length > most && size > least; lines = balanced(words, width, { ...style, size })) size = Math.max(least, size * 0.94);
  const set = { ...style, size };
  if (lines.length > most) {
    lines = filled(partsOf(words), width, set).slice(0, most);
    let last = lines[most - 1]!;
    while (last.length > 1 && widthOf(`${last}…`, set) > width) last = last.slice(0, -1);
    lines[most - 1] = `${last}…`;
  }
  const widths = lines.map((line) => widthOf(line, set));
  const step = size * (style.leading ?? usualLeading);
  const wide = Math.max(0, ...widths);
  return {
    width: wide, height: lines.length * step,
    paint(context, x, y) {
      ready(context, set);
      context.fillStyle = style.colour;
      lines.forEach((line, at) => context.fillText(line, x + (style.align === 'centre' ? (wide - widths[at]!) / 2 : 0), y + at * step + step / 2 + size * 0.36));
    },
  };
}

/** Words from above to below, as on a scroll; `advance` is from one to the next, as a multiple of the size. */
export function setUpright(words: string, style: LetterStyle, advance = 1.1): Block {
  const letters = [...words].filter((letter) => letter.trim() !== '');
  return {
    width: style.size, height: letters.length * style.size * advance,
    paint(context, x, y) {
      ready(context, { ...style, spacing: 0 });
      context.fillStyle = style.colour;
      letters.forEach((letter, at) => {
        const [left, middle] = [x + (style.size - context.measureText(letter).width) / 2, y + (at + 0.5) * style.size * advance];
        // Stops and commas stand in the upper right corner of their square.
        const isStop = /[，。、；：！？]/.test(letter);
        context.fillText(letter, left + (isStop ? style.size * 0.5 : 0), middle + style.size * (isStop ? -0.12 : 0.36));
      });
    },
  };
}

/** Blocks under one another. */
export function stacked(blocks: readonly (Block | null)[], gap: number): Block {
  const shown = blocks.filter((block): block is Block => block !== null && block.height > 0);
  return {
    width: Math.max(0, ...shown.map(({ width }) => width)), height: shown.reduce((sum, { height }) => sum + height, 0) + Math.max(0, shown.length - 1) * gap,
    paint(context, x, y) {
      let top = y;
      for (const block of shown) { block.paint(context, x, top); top += block.height + gap; }
    },
  };
}
