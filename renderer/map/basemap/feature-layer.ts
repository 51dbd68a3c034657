import L from 'leaflet';
import { afterFrame } from '../after-frame.js';
import { featureStrokes } from './draw-features.js';
import type { Features } from './features.js';
import type { BasemapStyle } from './palette.js';
import { tilesSettled } from './tiles-settled.js';

/** Milliseconds of one frame that tiles may take. */
const budget = 12;

interface Job {
  readonly canvas: HTMLCanvasElement;
  /** Begins the tile; it may be interrupted wherever it yields. */
  readonly strokes: () => Generator<void, void, void>;
  readonly done: () => void;
}

/** The vector features as Leaflet tiles: a few in every frame, and each of them in pieces, so that a pan never waits for them. */
export class FeatureLayer extends L.GridLayer {
  private readonly queue: Job[] = [];
  private frame = 0;
  /** The tile that is being drawn: nothing else is drawn on the easel meanwhile. */
  private present: { readonly job: Job; readonly strokes: Generator<void, void, void> } | null = null;
  private easel: OffscreenCanvas | null = null;

  constructor(
    private readonly features: Features,
    private style: BasemapStyle,
    options: L.GridLayerOptions,
  ) {
    super({ ...options, tileSize: 512, keepBuffer: 3, updateInterval: 100 });
  }

  /** Changes the look and redraws. */
  setStyle(style: BasemapStyle): void {
    if (style === this.style) return;
    this.style = style;
    this.redraw();
  }

  /** Resolves when all tiles of the present view are drawn. */
  settled(): Promise<void> {
    return tilesSettled(this);
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const size = 512;
    const pixelRatio = Math.min(3, window.devicePixelRatio || 1);
    const canvas = document.createElement('canvas');
    const pixels = canvas.width = canvas.height = Math.round(size * pixelRatio);
    const { features, style } = this;
    const easelNow = () => (this.easel = this.easel?.width === pixels ? this.easel : new OffscreenCanvas(pixels, pixels));
    const strokes = function* () {
      const easel = easelNow();
      const context = easel.getContext('2d');
      if (!context) return;
      const side = size / (256 * 2 ** coords.z);
      yield* featureStrokes(context, { zoom: coords.z, west: coords.x * side, north: coords.y * side, width: size, height: size, pixelRatio }, features, style);
      // Shown as a finished bitmap: a canvas that can be drawn on is copied for every frame of a pan where there is no graphics card.
      canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(easel.transferToImageBitmap());
    };
    this.queue.push({ canvas, strokes, done: () => done(undefined, canvas) });
    if (this.frame === 0) this.frame = requestAnimationFrame(this.begin);
    return canvas;
  }

  /** New tiles begin when a frame has shown what lies below them. */
  private readonly begin = (): void => { afterFrame(() => { this.frame = requestAnimationFrame(this.work); }); };

  private readonly work = (): void => {
    const start = performance.now();
    while (performance.now() - start < budget) {
      if (!this.present) {
        const job = this.queue.shift();
        if (!job) break;
        this.present = { job, strokes: job.strokes() };
      }
      const { job, strokes } = this.present;
      // A tile that a pan has already thrown away is not worth the time.
      if (job.canvas.parentElement === null) { strokes.return(); this.present = null; continue; }
      if (!strokes.next().done) continue;
      this.present = null;
      job.done();
    }
    this.frame = this.present || this.queue.length > 0 ? requestAnimationFrame(this.work) : 0;
  };
}
