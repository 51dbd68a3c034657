import type { Category } from '../../../data/schema/vocabularies.js';

/** The colours of one painting, as CSS writes them in six digits. */
export interface LandscapePaint {
  readonly night: boolean; readonly sky: readonly [high: string, middle: string, low: string];
  readonly far: string; readonly near: string; readonly foot: string; readonly mist: string; readonly ochre: string; readonly sun: string;
  readonly water: readonly [far: string, near: string]; readonly pine: string; readonly wall: string; readonly roof: string; readonly foam: string;
}

/** The number that a painting of a name is painted by: the same name has the same landscape everywhere. */
export const seedOf = (text: string) => [...text].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 9_973, 7);

/** The colours of a painting, from the theme in force on a part of the page. */
export function paintOf(node: Element): LandscapePaint {
  const style = getComputedStyle(node);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return { night: style.colorScheme === 'dark', sky: [token('sky-high'), token('sky-middle'), token('sky-low')], far: token('mountain-far'), near: token('mountain-near'), foot: token('mountain-foot'), mist: token('mist'), ochre: token('earth'), sun: token('sun'), water: [token('water-far'), token('water-near')], pine: token('pine'), wall: token('wall'), roof: token('roof'), foam: token('foam') };
}

const [width, height] = [1920, 1080];
const ranges = 6;
/** So many strokes, or rows of grain, are painted before the page may draw a frame. */
const strokesAtOnce = 150;
const rowsAtOnce = 90;
const kept = new Map<string, Promise<HTMLCanvasElement>>();
type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
const mostKept = 6;

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
const between = (one: string, other: string, share: number) => {
  const [a, b] = [channels(one), channels(other)];
  return `#${a.map((value, at) => Math.round(value + (b[at]! - value) * share).toString(16).padStart(2, '0')).join('')}`;
};
const thin = (colour: string, alpha: number) => `rgb(${channels(colour).join(' ')} / ${alpha})`;

/** Repeatable chance and a soft waver from it. */
function chanceOf(seed: number) {
  let state = (seed * 2_654_435_761) % 2_147_483_647 || 1;
  const chance = () => { state = (state * 16_807) % 2_147_483_647; return state / 2_147_483_647; };
  const table = Float64Array.from({ length: 1024 }, chance);
  const soft = (at: number) => { const whole = Math.floor(at); const share = at - whole; const eased = share * share * (3 - 2 * share); return table[whole & 1023]! * (1 - eased) + table[(whole + 1) & 1023]! * eased; };
  const rough = (at: number) => { let [sum, strength, step] = [0, 0.5, at]; for (let turn = 0; turn < 6; turn += 1) { sum += strength * soft(step + turn * 57); strength *= 0.5; step *= 2.07; } return sum; };
  return { chance, rough };
}

/** A painting is so much smaller for a thumbnail, and has a third of the strokes. */
const smallShare = 1 / 3;

/** A painting 1920 × 1080, painted once for a seed and a theme, a part at a time so that no frame waits for it; `small` for a thumbnail, which costs a tenth. */
export function landscape(seed: number, category: Category | null, paint: LandscapePaint, small: boolean): Promise<HTMLCanvasElement> {
  const key = `${seed} ${category} ${paint.night} ${small}`;
  const known = kept.get(key);
  if (known) return known;
  const share = small ? smallShare : 1;
  const canvas = Object.assign(document.createElement('canvas'), { width: width * share, height: height * share });
  const made = inTurns(paintInParts(canvas.getContext('2d', { willReadFrequently: true })!, seed, category, paint, share)).then(() => canvas);
  kept.set(key, made);
  for (const oldest of kept.keys()) { if (kept.size <= mostKept) break; kept.delete(oldest); }
  return made;
}

/** A painting's own size in pixels. */
export const landscapeSize = { width, height } as const;
/** Columns of a painting, in its own pixels. */
export interface LandscapeColumns { readonly left: number; readonly right: number }

/** The same painting at once, for a thread that draws no frames; beside the columns that are wanted nothing is painted. */
export function paintLandscape(seed: number, category: Category | null, paint: LandscapePaint, { left, right }: LandscapeColumns): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  keepTo(context, left, right);
  for (const _ of paintInParts(context, seed, category, paint, 1, { left, right }));
  return canvas;
}

function keepTo(context: Context, left: number, right: number): void {
  context.beginPath();
  context.rect(Math.floor(left), 0, Math.ceil(right) - Math.floor(left), height);
  context.clip();
}

/** Lets the page draw a frame between two parts of a work. */
async function inTurns(work: Generator<void, void, void>): Promise<void> {
  do await new Promise((turned) => { setTimeout(turned, 0); }); while (!work.next().done);
}

function* paintInParts(context: Context, seed: number, category: Category | null, paint: LandscapePaint, share: number, columns: LandscapeColumns = { left: 0, right: width }): Generator<void, void, void> {
  context.scale(share, share);
  const random = chanceOf(seed + 11);
  paintSky(context, paint, 0.2 + 0.55 * random.chance(), 0.17 + 0.07 * random.chance());
  yield;
  for (let range = 0; range < ranges; range += 1) {
    yield* paintRange(context, paint, random, { range, strokes: Math.round(900 * share), columns });
    if (range < ranges - 1) paintMist(context, paint, random, range);
    yield;
  }
  paintStream(context, paint, random);
  yield;
  if (category === null || category === 'house' || category === 'hall' || category === 'hydropower') paintHouses(context, paint, random);
  paintPines(context, paint, random);
  yield;
  yield* paintGrain(context, random);
}

type Chance = ReturnType<typeof chanceOf>;

function paintSky(context: Context, { sky, sun, night }: LandscapePaint, x: number, y: number): void {
  const wash = context.createLinearGradient(0, 0, 0, height);
  wash.addColorStop(0, sky[0]);
  wash.addColorStop(0.4, sky[1]);
  wash.addColorStop(1, sky[2]);
  context.fillStyle = wash;
  context.fillRect(0, 0, width, height);
  const [cx, cy] = [x * width, y * height];
  const glow = context.createRadialGradient(cx, cy, 40, cx, cy, 460);
  glow.addColorStop(0, thin(sun, night ? 0.3 : 0.62));
  glow.addColorStop(1, thin(sun, 0));
  context.fillStyle = glow;
  context.fillRect(0, 0, width, height);
  context.fillStyle = sun;
  context.beginPath();
  context.arc(cx, cy, 54, 0, 2 * Math.PI);
  context.fill();
}

/** One range: its outline, its mineral wash, the brush's short strokes down its slopes, and ochre at its foot. */
function* paintRange(context: Context, { far, near, foot, ochre, night }: LandscapePaint, { chance, rough }: Chance, { range, strokes, columns }: { readonly range: number; readonly strokes: number; readonly columns: LandscapeColumns }): Generator<void, void, void> {
  const depth = range / (ranges - 1);
  const base = height * (0.36 + 0.105 * range);
  const tall = height * (0.27 + 0.05 * Math.sin(range * 2.1 + 1)) * (1 - 0.25 * depth);
  const grain = 0.0036 + 0.0011 * range;
  const shift = range * 311;
  const crest: number[] = [];
  for (let x = 0; x <= width; x += 3) {
    const peak = rough(x * grain + shift);
    const tooth = Math.max(0, 1 - Math.abs(2 * rough(x * grain * 0.52 + shift + 90) - 1) * 2.4);
    crest.push(base + 110 - tall * (peak ** 1.4 * 1.15 + tooth ** 1.6 * 0.72));
  }
  const top = Math.min(...crest);
  const layer = layerBelow(context, top);
  const slopes = layer.context;
  if (columns.right - columns.left < width) keepTo(slopes, columns.left, columns.right);
  slopes.globalAlpha = 0.5 + 0.5 * Math.min(1, depth * 1.7);
  const wash = slopes.createLinearGradient(0, top, 0, base + 260);
  wash.addColorStop(0, between(far, near, depth));
  wash.addColorStop(0.55, between(between(far, near, depth), foot, 0.55));
  wash.addColorStop(1, foot);
  slopes.fillStyle = wash;
  slopes.fillRect(0, top, width, height - top);
  const ground = slopes.createLinearGradient(0, base + 10, 0, base + 300);
  ground.addColorStop(0, thin(ochre, 0));
  ground.addColorStop(0.5, thin(ochre, night ? 0.14 : 0.3));
  ground.addColorStop(1, thin(ochre, 0));
  slopes.fillStyle = ground;
  slopes.fillRect(0, base - 40, width, 420);
  slopes.strokeStyle = night ? '#000' : '#0d3437';
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    if (stroke % strokesAtOnce === strokesAtOnce - 1) yield;
    const at = Math.floor(chance() * crest.length);
    const down = chance() ** 1.8 * 240;
    const [x, y] = [at * 3 + (chance() - 0.5) * 26, crest[at]! + down];
    const lean = (crest[Math.min(crest.length - 1, at + 6)]! - crest[Math.max(0, at - 6)]!) * 0.5;
    slopes.globalAlpha = (0.05 + 0.09 * depth) * (1 - down / 280);
    slopes.lineWidth = 0.8 + chance() * 1.3;
    slopes.beginPath();
    slopes.moveTo(x, y);
    slopes.quadraticCurveTo(x + (chance() - 0.5) * 16 + lean * 0.2, y + 14 + chance() * 18, x + (chance() - 0.5) * 26 + lean * 0.55, y + 28 + chance() * 46);
    slopes.stroke();
  }
  // The crest catches the light, as mineral pigment does.
  slopes.globalAlpha = night ? 0.16 : 0.2 + 0.12 * depth;
  slopes.strokeStyle = between(near, '#ffffff', night ? 0.4 : 0.55);
  slopes.lineWidth = 3;
  slopes.beginPath();
  crest.forEach((y, at) => (at === 0 ? slopes.moveTo(0, y + 2) : slopes.lineTo(at * 3, y + 2)));
  slopes.stroke();
  // The sky is cut away at last: cutting every one of a thousand strokes takes many times as long.
  slopes.globalAlpha = 1;
  slopes.globalCompositeOperation = 'destination-out';
  slopes.fillStyle = '#000';
  slopes.beginPath();
  slopes.moveTo(0, top - 8);
  crest.forEach((y, at) => slopes.lineTo(at * 3, y));
  slopes.lineTo(width, top - 8);
  slopes.closePath();
  slopes.fill();
  layer.lay();
}

/** A clear sheet over the lower part of a painting, from a height down, with the same measures; `lay` puts what is on it onto the painting. */
function layerBelow(context: Context, top: number): { readonly context: OffscreenCanvasRenderingContext2D; lay(): void } {
  const { a: share } = context.getTransform();
  const from = Math.max(0, Math.floor(top * share));
  const sheet = new OffscreenCanvas(context.canvas.width, Math.max(1, context.canvas.height - from));
  const own = sheet.getContext('2d', { willReadFrequently: true })!;
  own.setTransform(share, 0, 0, share, 0, -from);
  return {
    context: own,
    lay() {
      context.save();
      context.resetTransform();
      context.drawImage(sheet, 0, from);
      context.restore();
    },
  };
}

function paintMist(context: Context, { mist, night }: LandscapePaint, { chance }: Chance, range: number): void {
  const base = height * (0.36 + 0.105 * range);
  for (let bank = 0; bank < 6; bank += 1) {
    const [x, y, w, h] = [chance() * width, base + 120 + chance() * 90, 260 + chance() * 460, 24 + chance() * 44];
    context.save();
    context.translate(x, y);
    context.scale(w, h);
    const veil = context.createRadialGradient(0, 0, 0, 0, 0, 1);
    veil.addColorStop(0, thin(mist, night ? 0.2 : 0.5 - 0.05 * range));
    veil.addColorStop(1, thin(mist, 0));
    context.fillStyle = veil;
    context.beginPath();
    context.arc(0, 0, 1, 0, 2 * Math.PI);
    context.fill();
    context.restore();
  }
}

/** The stream winds out of the hills; a weir laid in scales breaks it once. */
function paintStream(context: Context, { water, foam }: LandscapePaint, { chance }: Chance): void {
  const middle = width * (0.36 + 0.22 * chance());
  context.save();
  const wash = context.createLinearGradient(0, 850, 0, height);
  wash.addColorStop(0, water[0]);
  wash.addColorStop(1, water[1]);
  context.fillStyle = wash;
  context.beginPath();
  context.moveTo(middle + 150, 846);
  context.bezierCurveTo(middle + 40, 868, middle + 190, 892, middle + 60, 918);
  context.bezierCurveTo(middle + 10, 930, middle - 20, 940, middle - 60, 956);
  context.bezierCurveTo(middle - 260, 990, middle - 420, 1020, middle - 560, height);
  context.lineTo(middle + 520, height);
  context.bezierCurveTo(middle + 430, 1020, middle + 340, 985, middle + 290, 950);
  context.bezierCurveTo(middle + 262, 922, middle + 250, 906, middle + 236, 892);
  context.bezierCurveTo(middle + 216, 872, middle + 150, 866, middle + 158, 846);
  context.closePath();
  context.fill();
  context.clip();
  context.strokeStyle = foam;
  for (let ripple = 0; ripple < 220; ripple += 1) {
    const [x, y, w] = [middle - 560 + chance() * 1_100, 880 + chance() * 200, 14 + chance() * 70];
    context.globalAlpha = 0.06 + (0.3 * chance() * (y - 860)) / 220;
    context.lineWidth = 0.8 + chance() * 1.5;
    context.beginPath();
    context.moveTo(x, y);
    context.quadraticCurveTo(x + w / 2, y + 3, x + w, y);
    context.stroke();
  }
  context.globalAlpha = 0.75;
  context.lineWidth = 2;
  for (let row = 0; row < 4; row += 1)
    for (let scale = 0; scale < 34; scale += 1) {
      context.beginPath();
      context.arc(middle - 250 + scale * 24 + (row % 2) * 12 - row * 10, 962 + row * 12, 12, 0, Math.PI);
      context.stroke();
    }
  context.restore();
}

function paintHouses(context: Context, { wall, roof, ochre }: LandscapePaint, { chance }: Chance): void {
  const [left, foot] = [width * (0.6 + 0.12 * chance()), 900];
  for (const [shift, size] of [[0, 1], [118, 0.72], [-96, 0.62]] as const) {
    const [w, h] = [128 * size, 62 * size];
    const [x, y] = [left + shift, foot - h + (1 - size) * 14];
    context.fillStyle = wall;
    context.fillRect(x, y, w, h);
    context.fillStyle = roof;
    context.beginPath();
    context.moveTo(x - 14 * size, y + 3);
    context.quadraticCurveTo(x + w * 0.22, y - 8 * size, x + w / 2, y - 38 * size);
    context.quadraticCurveTo(x + w * 0.78, y - 8 * size, x + w + 14 * size, y + 3);
    context.closePath();
    context.fill();
    for (let window = 0; window < 3; window += 1) context.fillRect(x + w * (0.14 + window * 0.3), y + h * 0.36, 14 * size, 17 * size);
    context.fillStyle = ochre;
    context.fillRect(x + w * 0.43, y + h * 0.5, 18 * size, h * 0.5);
  }
}

function paintPines(context: Context, { pine, near }: LandscapePaint, { chance }: Chance): void {
  for (let tree = 0; tree < 64; tree += 1) {
    const right = tree % 2 === 0;
    const x = right ? width * (0.72 + 0.3 * chance()) : width * 0.32 * chance();
    const y = 900 + chance() * 120;
    const tall = 34 + chance() * 58;
    context.strokeStyle = pine;
    context.globalAlpha = 0.9;
    context.lineWidth = 2.2;
    context.beginPath();
    context.moveTo(x, y + 14);
    context.quadraticCurveTo(x + (chance() - 0.5) * 12, y - tall / 2, x + (chance() - 0.5) * 8, y - tall);
    context.stroke();
    for (let crown = 0; crown < 4; crown += 1) {
      context.fillStyle = between(pine, near, chance() * 0.4);
      context.globalAlpha = 0.9;
      context.beginPath();
      context.ellipse(x + (chance() - 0.5) * 18, y - tall + crown * tall * 0.21, 15 + crown * 4.5, 6 + crown * 1.4, 0, 0, 2 * Math.PI);
      context.fill();
    }
  }
  context.globalAlpha = 1;
}

/** As many specks as no eye finds again, made once. */
let specks: Int8Array | undefined;
const speckCount = 1_048_573;
function specksOfPaper(): Int8Array {
  const { chance } = chanceOf(speckCount);
  specks ??= Int8Array.from({ length: speckCount }, () => Math.round((chance() - 0.5) * 9));
  return specks;
}

/** The tooth of the paper. */
function* paintGrain(context: Context, { chance }: Chance): Generator<void, void, void> {
  const { width: across, height: down } = context.canvas;
  const grain = specksOfPaper();
  let speck = Math.floor(chance() * grain.length);
  for (let top = 0; top < down; top += rowsAtOnce) {
    const picture = context.getImageData(0, top, across, Math.min(rowsAtOnce, down - top));
    const { data } = picture;
    for (let at = 0; at < data.length; at += 4) {
      speck = speck + 1 === grain.length ? 0 : speck + 1;
      data[at]! += grain[speck]!;
      data[at + 1]! += grain[speck]!;
      data[at + 2]! += grain[speck]!;
    }
    context.putImageData(picture, 0, top);
    yield;
  }
}
