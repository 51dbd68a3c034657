import L from 'leaflet';
import type { Context2d } from './basemap/brush.js';
import { worldSize, type View } from './world.js';

/** What a picture is drawn for: the view its corner stands at (margins included), its size in CSS pixels, its zoom. */
export interface Frame { readonly view: View; readonly width: number; readonly height: number; readonly zoom: number }

/** Share of the view drawn beyond each edge. */
const beyond = 0.3;
/** Pictures of more device pixels than this get a narrower margin: memory is not endless. */
const mostPixels = 14_000_000;
/** Time per frame for drawing the next picture, in ms: the map goes on moving meanwhile. */
const sliceMs = 4;
/** The picture is redrawn during a movement once it is this many zooms away, or its edge comes into sight. */
const zoomsAway = 0.9;

/**
 * A layer drawn on one canvas that goes along with the map by a transform, and is drawn anew at rest. The new picture is drawn aside, a
 * slice at each frame, and takes the place of the old one when it is done: nothing is ever blank, and no frame waits. What is shown is a
 * finished bitmap: without a graphics card, a browser copies a canvas that can be drawn on once more for every frame of a pan.
 */
export abstract class MovingCanvas extends L.Layer {
  private readonly shown = L.DomUtil.create('canvas', 'map-moving leaflet-zoom-animated');
  private readonly screen = this.shown.getContext('bitmaprenderer')!;
  private next: OffscreenCanvas | null = null;
  private frameShown: Frame | null = null;
  private frameNext: Frame | null = null;
  private strokes: Generator<void, void, void> | null = null;
  private tick = 0;
  private asleep = false;
  private waiting: (() => void)[] = [];
  protected readonly paneName: string;

  constructor(paneName: string, private readonly zIndex: number) {
    super({ pane: paneName });
    this.paneName = paneName;
  }

  /** Draws the picture, yielding wherever it may be interrupted. */
  protected abstract drawn(context: Context2d, frame: Frame): Generator<void, void, void>;
  /** True when there is nothing to draw: no memory is taken then. */
  protected abstract isEmpty(): boolean;

  /** Resolves when the picture of the present view is shown. */
  settled(): Promise<void> {
    return this.strokes ? new Promise((ready) => this.waiting.push(ready)) : Promise.resolve();
  }

  /** Asleep it draws nothing: something else lies over the whole map. Awake it draws what has changed meanwhile. */
  setAsleep(asleep: boolean): void {
    if (this.asleep === asleep) return;
    this.asleep = asleep;
    if (!asleep) this.redraw();
    else { this.strokes = null; this.told(); }
  }

  override onAdd(map: L.Map): this {
    const pane = map.getPane(this.paneName) ?? map.createPane(this.paneName);
    pane.style.zIndex = String(this.zIndex);
    pane.style.pointerEvents = 'none';
    this.shown.setAttribute('aria-hidden', 'true');
    this.shown.style.display = 'none';
    pane.append(this.shown);
    this.redraw();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.tick);
    this.tick = 0;
    this.strokes = null;
    this.frameShown = null;
    this.shown.remove();
    this.next = null;
    this.told();
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      zoomanim: (event) => {
        const { center, zoom } = event as L.ZoomAnimEvent;
        // A picture that came in the midst of the transition would stand still in it; a new one is begun at its end.
        this.strokes = null;
        this.place(center, zoom);
      },
      move: () => this.follow(),
      moveend: () => this.rested(),
      viewreset: () => this.redraw(),
      resize: () => this.redraw(),
    };
  }

  /** Begins a new picture for where the map is now. */
  protected redraw(): void {
    const map = this._map as L.Map | null;
    if (!map || this.asleep) return;
    if (this.isEmpty()) {
      this.strokes = null;
      this.frameShown = null;
      this.shown.style.display = 'none';
      this.shown.width = 0;
      this.next = null;
      this.told();
      return;
    }
    const size = map.getSize();
    if (size.x === 0 || size.y === 0) return;
    let ratio = Math.min(2, window.devicePixelRatio || 1);
    let share = beyond;
    if (size.x * size.y * ratio ** 2 * (1 + 2 * share) ** 2 > mostPixels) share = 0.12;
    if (size.x * size.y * ratio ** 2 * (1 + 2 * share) ** 2 > mostPixels) ratio = Math.max(1, Math.sqrt(mostPixels / (size.x * size.y)) / (1 + 2 * share));
    const margin = size.multiplyBy(share).round();
    const { min } = map.getPixelBounds();
    const [width, height] = [size.x + 2 * margin.x, size.y + 2 * margin.y];
    const zoom = map.getZoom();
    this.frameNext = { view: { scale: worldSize(zoom), left: min!.x - margin.x, top: min!.y - margin.y }, width, height, zoom };
    const [deviceWidth, deviceHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
    const canvas = this.next?.width === deviceWidth && this.next.height === deviceHeight ? this.next : new OffscreenCanvas(deviceWidth, deviceHeight);
    this.next = canvas;
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, deviceWidth, deviceHeight);
    context.setTransform(deviceWidth / width, 0, 0, deviceHeight / height, 0, 0);
    this.strokes = this.drawn(context, this.frameNext);
    if (this.tick === 0) this.tick = requestAnimationFrame(() => this.slice());
  }

  /** Draws on for a few milliseconds; shows the picture when it is done. */
  private slice(): void {
    this.tick = 0;
    const end = performance.now() + sliceMs;
    const context = this.next?.getContext('2d');
    while (this.strokes && context) {
      const { done } = this.strokes.next();
      // A browser puts strokes off until somebody looks: reading a pixel has them drawn now, within this slice, and not all at the end.
      context.getImageData(0, 0, 1, 1);
      if (done) { this.strokes = null; this.swap(); break; }
      if (performance.now() > end) break;
    }
    if (this.strokes && context) this.tick = requestAnimationFrame(() => this.slice());
  }

  private swap(): void {
    if (!this.next || !this.frameNext) return;
    const bitmap = this.next.transferToImageBitmap();
    // The bitmap does not tell the element its size, by which others copy the picture.
    if (this.shown.width !== bitmap.width || this.shown.height !== bitmap.height) Object.assign(this.shown, { width: bitmap.width, height: bitmap.height });
    this.screen.transferFromImageBitmap(bitmap);
    const { width, height } = this.frameNext;
    this.shown.style.width = `${width}px`;
    this.shown.style.height = `${height}px`;
    this.frameShown = this.frameNext;
    this.place(this._map.getCenter(), this._map.getZoom());
    this.shown.style.display = '';
    this.told();
  }

  private told(): void {
    const waiting = this.waiting;
    this.waiting = [];
    waiting.forEach((ready) => ready());
  }

  private rested(): void {
    const map = this._map;
    this.place(map.getCenter(), map.getZoom());
    // A picture on its way that will do is not begun anew.
    if (this.strokes && this.frameNext?.zoom === map.getZoom() && !this.outgrown(0.5, this.frameNext)) return;
    if (this.frameShown?.zoom !== map.getZoom() || this.outgrown(0.5)) this.redraw();
  }

  private follow(): void {
    const map = this._map;
    // During a zoom transition the style sheet moves the picture.
    if ((map as unknown as { _animatingZoom?: boolean })._animatingZoom) return;
    if (this.frameShown && this.frameShown.zoom !== map.getZoom()) this.place(map.getCenter(), map.getZoom());
    if (!this.strokes && this.frameShown && (Math.abs(this.frameShown.zoom - map.getZoom()) > zoomsAway || this.outgrown(0.15))) this.redraw();
  }

  /** True when less than a share of the margin is left at one edge. */
  private outgrown(share: number, frame = this.frameShown): boolean {
    if (!frame) return true;
    const scale = worldSize(this._map.getZoom()) / frame.view.scale;
    const { min, max } = this._map.getPixelBounds();
    const [left, top] = [frame.view.left * scale, frame.view.top * scale];
    const size = this._map.getSize();
    const [roomX, roomY] = [((frame.width - size.x) / 2) * share, ((frame.height - size.y) / 2) * share];
    return min!.x - left < roomX || min!.y - top < roomY || left + frame.width * scale - max!.x < roomX || top + frame.height * scale - max!.y < roomY;
  }

  /** Puts the picture where it belongs when the map looks at a centre and a zoom. */
  private place(center: L.LatLng, zoom: number): void {
    const frame = this.frameShown;
    if (!frame) return;
    const map = this._map;
    const scale = worldSize(zoom) / frame.view.scale;
    const corner = map.project(center, zoom).subtract(map.getSize().divideBy(2));
    const pane = L.DomUtil.getPosition(map.getPane('mapPane')!);
    const at = L.point(frame.view.left * scale, frame.view.top * scale).subtract(corner).subtract(pane);
    const ratio = window.devicePixelRatio || 1;
    // At its own zoom it lies on whole device pixels: crisp, and copied instead of resampled in every frame.
    L.DomUtil.setTransform(this.shown, Math.abs(scale - 1) < 1e-9 ? at.multiplyBy(ratio).round().divideBy(ratio) : at, scale);
  }
}
