import L from 'leaflet';
import { drawFeatures } from './draw-features.js';
import type { Features } from './features.js';
import type { BasemapStyle } from './palette.js';

/**
 * The vector features of a map that stands still, as one sheet of just the view: a small map that is cut out of tiles would have several
 * times its own ground drawn. It is drawn at the nearest whole zoom and scaled, as the tiles are, so that both show the same.
 */
export class FeatureSheet extends L.Layer {
  private readonly canvas = document.createElement('canvas');
  private readonly paneName: string;
  /** Drawn for the present view. */
  private drawn = false;
  private soon: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly features: Features, private style: BasemapStyle, { pane, zIndex }: { readonly pane: string; readonly zIndex: number }) {
    super();
    this.paneName = pane;
    Object.assign(this.canvas.style, { position: 'absolute', left: '0', top: '0', zIndex: String(zIndex) });
  }

  /** Changes the look and redraws. */
  setStyle(style: BasemapStyle): void {
    if (style === this.style) return;
    this.style = style;
    this.later();
  }

  /** Whether the present view is drawn. */
  isSettled(): boolean {
    return this.drawn;
  }

  /** Resolves when the present view is drawn. */
  async settled(): Promise<void> {
    if (!this.drawn) this.draw();
    return Promise.resolve();
  }

  override onAdd(map: L.Map): this {
    map.getPane(this.paneName)!.append(this.canvas);
    this.later();
    return this;
  }

  override onRemove(): this {
    clearTimeout(this.soon);
    this.canvas.remove();
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return { moveend: () => this.later(), resize: () => this.later(), viewreset: () => this.later() };
  }

  /** A change of size and one of place come together: the view is drawn after both. */
  private later(): void {
    this.drawn = false;
    this.soon ??= setTimeout(() => this.draw(), 0);
  }

  private draw(): void {
    clearTimeout(this.soon);
    this.soon = undefined;
    this.drawn = true;
    const map = this._map as L.Map | null;
    if (!map) return;
    const { x: width, y: height } = map.getSize();
    const { min } = map.getPixelBounds();
    const dots = Math.min(3, window.devicePixelRatio || 1);
    [this.canvas.width, this.canvas.height] = [Math.round(width * dots), Math.round(height * dots)];
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
    L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([0, 0]));
    const context = this.canvas.getContext('2d');
    if (!context || width === 0 || height === 0) return;
    const [zoom, world] = [Math.round(map.getZoom()), 256 * 2 ** map.getZoom()];
    const magnified = 2 ** (map.getZoom() - zoom);
    drawFeatures(context, { zoom, west: min!.x / world, north: min!.y / world, width: width / magnified, height: height / magnified, pixelRatio: dots * magnified }, this.features, this.style);
  }
}
