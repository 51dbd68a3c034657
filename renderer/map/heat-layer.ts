import type { Category } from '../../data/schema/vocabularies.js';
import type { MapPoint } from './clusters.js';
import { densityGrid, fullestSquare, heatStep, heatSteps, heatThresholds } from './heat-grid.js';
import { heatWords, type HeatMode, type HeatScale } from './heat-words.js';
import { channelsOf, type Look } from './look.js';
import type { Context2d } from './basemap/brush.js';
import { MovingCanvas, type Frame } from './moving-canvas.js';
import { latitude, worldSize, worldX, worldY } from './world.js';

export { heatFigure, heatWords, type HeatMode, type HeatScale } from './heat-words.js';

const cellPixels = 4;
/** Half the width of the bell around each asset, in CSS pixels. */
const sigmaPixels = 26;
const earth = 40_075_016.686;

/** Density of assets as a tint in five steps with thin edges, below boundaries and names. Without a mode nothing is shown. */
export class HeatLayer extends MovingCanvas {
  private mode: HeatMode | null = null;
  private xs = new Float64Array(0);
  private ys = new Float64Array(0);
  private weights = new Float32Array(0);
  private points: readonly MapPoint[] = [];
  private latitude = 0;
  private readonly tops = new Map<number, number>();

  /** `onScale` is told the scale of colours whenever it changes: with the mode, the assets, or the zoom. */
  constructor(private look: Look, private readonly onScale: (scale: HeatScale | null) => void = () => undefined) {
    super('heat', 410);
  }

  setPoints(points: readonly MapPoint[]): void {
    this.points = points;
    this.take();
  }

  setMode(mode: HeatMode | null): void {
    this.mode = mode;
    this.take();
  }

  setLook(look: Look): void {
    this.look = look;
    this.redraw();
  }

  private take(): void {
    const { mode } = this;
    this.tops.clear();
    const shown = mode ? this.points.filter((point) => (mode.category === null || point.category === mode.category) && weightOf(point, mode) > 0) : [];
    this.xs = Float64Array.from(shown, ({ lng }) => worldX(lng));
    this.ys = Float64Array.from(shown, ({ lat }) => worldY(lat));
    this.weights = Float32Array.from(shown, (point) => weightOf(point, mode!));
    this.latitude = shown.length > 0 ? latitude(this.ys[this.ys.length >> 1]!) : 0;
    if (this.isEmpty()) this.onScale(null);
    this.redraw();
  }

  protected override isEmpty(): boolean {
    return this.mode === null || this.xs.length === 0;
  }

  /** The highest density at a zoom, in weight per cell: a square as wide as the bell, filled as the fullest one is. */
  private topAt(zoom: number): number {
    let top = this.tops.get(zoom);
    if (top === undefined) {
      const side = 2.5 * sigmaPixels;
      // A lone asset's own bell is as high as this; the scale never ends below it, or one asset would be the hottest place.
      const lone = cellPixels ** 2 / (2 * Math.PI * sigmaPixels ** 2);
      top = Math.max(fullestSquare(this.xs, this.ys, this.weights, side / worldSize(zoom)) * (cellPixels / side) ** 2, 2 * lone * Math.max(...sampled(this.weights)));
      this.tops.set(zoom, top);
    }
    return top;
  }

  /** The scale as it is drawn at a zoom. */
  private scaleAt(zoom: number): HeatScale {
    const mode = this.mode!;
    const cell = (cellPixels / worldSize(zoom)) * earth * Math.cos((this.latitude * Math.PI) / 180);
    const perSquareKilometre = (this.topAt(zoom) / cell ** 2) * 1e6;
    return {
      colours: rampOf(this.look, mode.category).map(([r, g, b, a]) => `rgb(${r} ${g} ${b} / ${(a / 255).toFixed(2)})`),
      from: heatThresholds.map((share) => share * perSquareKilometre),
      ...heatWords(mode),
    };
  }

  protected override *drawn(context: Context2d, { view, width, height, zoom }: Frame): Generator<void, void, void> {
    const mode = this.mode!;
    const [columns, rows] = [Math.ceil(width / cellPixels), Math.ceil(height / cellPixels)];
    const count = this.xs.length;
    const [xs, ys] = [new Float32Array(count), new Float32Array(count)];
    for (let at = 0; at < count; at += 1) {
      xs[at] = (this.xs[at]! * view.scale - view.left) / cellPixels;
      ys[at] = (this.ys[at]! * view.scale - view.top) / cellPixels;
    }
    const top = this.topAt(zoom);
    yield;
    const { values } = densityGrid(xs, ys, this.weights, columns, rows, sigmaPixels / cellPixels);
    yield;
    const ramp = rampOf(this.look, mode.category);
    const image = document.createElement('canvas');
    // Twice as fine as the grid, so that the edges of the steps run smoothly.
    image.width = columns * 2;
    image.height = rows * 2;
    const brush = image.getContext('2d')!;
    const band = 24;
    for (let first = 0; first < rows; first += band) {
      const high = Math.min(band, rows - first);
      const data = brush.createImageData(columns * 2, high * 2);
      colourIn(data, values, columns, rows, first, top, ramp);
      brush.putImageData(data, 0, first * 2);
      yield;
    }
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, columns * cellPixels, rows * cellPixels);
    this.onScale(this.scaleAt(zoom));
  }
}

const weightOf = (point: MapPoint, { of }: HeatMode) => (of === 'assets' ? 1 : point.siteArea ?? point.floorArea ?? 0);
/** A few of many figures, the same ones each time. */
const sampled = (values: Float32Array) => Array.from({ length: Math.min(64, values.length) }, (_, at) => values[Math.floor((at * values.length) / Math.min(64, values.length))]!);

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** From a breath of the category's colour to a deep one; all categories together take ochre. The last colour is that of the edges. */
function rampOf(look: Look, category: Category | null): readonly Colour[] {
  const base = channelsOf(category ? look.category[category] : look.ochre);
  const pale: readonly number[] = look.dark ? [24, 40, 42] : [255, 250, 236];
  const deep: readonly number[] = look.dark ? [255, 246, 224] : [30, 26, 30];
  const mixed = (other: readonly number[], share: number, alpha: number): Colour => [0, 1, 2].map((at) => Math.round(base[at]! + (other[at]! - base[at]!) * share)).concat(alpha) as unknown as Colour;
  return [mixed(pale, 0.55, 96), mixed(pale, 0.3, 138), mixed(pale, 0.05, 168), mixed(deep, 0.2, 190), mixed(deep, 0.42, 208)].slice(0, heatSteps);
}

/** Colours a band of the picture, two pixels a cell each way, between whose values it goes evenly; edges of steps are a shade darker. */
function colourIn(data: ImageData, values: Float32Array, columns: number, rows: number, first: number, top: number, ramp: readonly Colour[]): void {
  const pixels = data.data;
  const valueAt = (x: number, y: number) => values[Math.min(rows - 1, Math.max(0, y)) * columns + Math.min(columns - 1, Math.max(0, x))]!;
  const wide = columns * 2;
  let above: Int8Array | null = null;
  for (let y = -1; y < data.height; y += 1) {
    const row = first + (y >> 1);
    const next = row + ((y & 1) === 0 ? -1 : 1);
    const steps = new Int8Array(wide);
    for (let x = 0; x < wide; x += 1) {
      const column = x >> 1;
      const beside = column + ((x & 1) === 0 ? -1 : 1);
      const value = (9 * valueAt(column, row) + 3 * valueAt(beside, row) + 3 * valueAt(column, next) + valueAt(beside, next)) / 16;
      const step = value === 0 ? -1 : heatStep(value / top);
      steps[x] = step;
      if (y < 0) continue;
      const before = x > 0 ? steps[x - 1]! : step;
      const over = above ? above[x]! : step;
      const highest = Math.max(step, before, over);
      if (highest < 0) continue;
      const edge = before !== step || over !== step;
      const [r, g, b, a] = ramp[highest]!;
      const at = (y * wide + x) * 4;
      pixels[at] = edge ? r * 0.72 : r;
      pixels[at + 1] = edge ? g * 0.72 : g;
      pixels[at + 2] = edge ? b * 0.72 : b;
      pixels[at + 3] = edge ? Math.min(255, a + 50) : a;
    }
    above = steps;
  }
}
