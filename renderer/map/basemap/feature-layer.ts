import L from 'leaflet';
import { drawFeatures } from './draw-features.js';
import type { Features } from './features.js';
import type { BasemapStyle } from './palette.js';
import { tilesSettled } from './tiles-settled.js';

/** Milliseconds of one frame that tiles may take. */
const budget = 8;

interface Job {
  canvas: HTMLCanvasElement;
  draw: () => void;
  done: () => void;
}

/** The vector features as Leaflet tiles: a few in every frame, so that a pan never waits for them. */
export class FeatureLayer extends L.GridLayer {
  private readonly queue: Job[] = [];
  private frame = 0;
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
    const draw = () => {
      if (this.easel?.width !== pixels) this.easel = new OffscreenCanvas(pixels, pixels);
      const context = this.easel.getContext('2d');
      if (!context) return;
      const side = size / (256 * 2 ** coords.z);
      drawFeatures(context, { zoom: coords.z, west: coords.x * side, north: coords.y * side, width: size, height: size, pixelRatio }, this.features, this.style);
      // Shown as a finished bitmap: a canvas that can be drawn on is copied for every frame of a pan where there is no graphics card.
      canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(this.easel.transferToImageBitmap());
    };
    this.queue.push({ canvas, draw, done: () => done(undefined, canvas) });
    if (this.frame === 0) this.frame = requestAnimationFrame(this.work);
    return canvas;
  }

  private readonly work = (): void => {
    const start = performance.now();
    while (this.queue.length > 0 && performance.now() - start < budget) {
      const job = this.queue.shift();
      // A tile that a pan has already thrown away is not worth the time.
      if (!job || job.canvas.parentElement === null) continue;
      job.draw();
      job.done();
    }
    this.frame = this.queue.length > 0 ? requestAnimationFrame(this.work) : 0;
  };
}
