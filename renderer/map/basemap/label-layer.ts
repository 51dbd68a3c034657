import L from 'leaflet';
import { drawLabels } from './draw-labels.js';
import type { MapLabel } from './features.js';
import type { Rectangle } from './label-placement.js';
import { labelFonts, type Language } from './label-style.js';
import type { BasemapStyle } from './palette.js';
import { worldX, worldY } from './world.js';

/** A rectangle that names keep clear of, in CSS pixels from a place on the map: it stays true while the map moves. */
export interface Obstacle {
  lng: number;
  lat: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Part of the view drawn beyond each edge, so that a short pan does not show a bare rim. */
const padding = 0.2;

/** The names of the map on one canvas above the tiles, below the markers. */
export class LabelLayer extends L.Layer {
  private readonly canvas = L.DomUtil.create('canvas', 'basemap-labels leaflet-zoom-animated');
  private obstacles: readonly Obstacle[] = [];
  private frame = 0;
  private centre = L.latLng(0, 0);
  private zoom = 0;

  constructor(
    private readonly labels: readonly MapLabel[],
    private style: BasemapStyle,
    private language: Language,
    private readonly scale: number,
  ) {
    super({ pane: 'basemap-labels' });
  }

  setStyle(style: BasemapStyle): void {
    this.style = style;
    this.schedule();
  }

  setLanguage(language: Language): void {
    this.language = language;
    this.schedule();
  }

  /** Gives the rectangles of markers and the like; names move away or leave. */
  setObstacles(obstacles: readonly Obstacle[]): void {
    this.obstacles = obstacles;
    this.schedule();
  }

  override onAdd(map: L.Map): this {
    const pane = map.getPane('basemap-labels') ?? map.createPane('basemap-labels');
    pane.style.zIndex = '450';
    pane.style.pointerEvents = 'none';
    pane.append(this.canvas);
    this.draw();
    const text = this.labels.map(({ text: { zh, en } }) => zh + en).join('');
    // Until its file has come, a webfont is drawn as another one: draw again when all are there.
    void Promise.allSettled(labelFonts.map((font) => document.fonts.load(font, text))).then(() => this.schedule());
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.canvas.remove();
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      moveend: () => this.draw(),
      resize: () => this.draw(),
      move: () => this.refresh(),
      zoom: () => this.follow(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (event) => {
        const { center, zoom } = event as L.ZoomAnimEvent;
        this.follow(center, zoom);
      },
    };
  }

  /** Draws anew during a flight, once the map has left the drawn picture or outgrown its letters. */
  private refresh(): void {
    const map = this._map;
    const away = map.project(map.getCenter(), this.zoom).subtract(map.project(this.centre, this.zoom));
    const room = map.getSize().multiplyBy(padding);
    if (Math.abs(map.getZoom() - this.zoom) > 0.7 || Math.abs(away.x) > room.x || Math.abs(away.y) > room.y) this.schedule();
  }

  private schedule(): void {
    if (this.frame === 0 && this._map as L.Map | null) this.frame = requestAnimationFrame(() => this.draw());
  }

  /** Moves the drawn picture with a zoom in progress, as Leaflet's own renderers do. */
  private follow(center: L.LatLng, zoom: number): void {
    const map = this._map;
    const scale = map.getZoomScale(zoom, this.zoom);
    const half = map.getSize().divideBy(2);
    const picture = map.getSize().multiplyBy(padding).round().add(half);
    const pane = map.getPane('mapPane');
    const moved = pane ? L.DomUtil.getPosition(pane) : L.point(0, 0);
    const shift = map.project(this.centre, zoom).subtract(map.project(center, zoom));
    L.DomUtil.setTransform(this.canvas, half.add(shift).subtract(picture.multiplyBy(scale)).subtract(moved), scale);
  }

  private draw(): void {
    this.frame = 0;
    const map = this._map as L.Map | null;
    if (!map) return;
    const size = map.getSize();
    const margin = size.multiplyBy(padding).round();
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    const [width, height] = [size.x + margin.x * 2, size.y + margin.y * 2];
    this.centre = map.getCenter();
    this.zoom = map.getZoom();
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    L.DomUtil.setTransform(this.canvas, map.containerPointToLayerPoint(margin.multiplyBy(-1)), 1);
    const context = this.canvas.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const scale = 256 * 2 ** this.zoom;
    const corner = map.project(this.centre, this.zoom).subtract(size.divideBy(2)).subtract(margin);
    const project = (x: number, y: number) => [x * scale - corner.x, y * scale - corner.y] as const;
    drawLabels(context, this.labels, {
      zoom: this.zoom, language: this.language, style: this.style, scale: this.scale, width, height, project,
      seen: [margin.x, margin.y, margin.x + size.x, margin.y + size.y],
      obstacles: this.obstacles.map(({ lng, lat, left, top, right, bottom }): Rectangle => {
        const [x, y] = project(worldX(lng), worldY(lat));
        return [x + left, y + top, x + right, y + bottom];
      }),
    });
  }
}
