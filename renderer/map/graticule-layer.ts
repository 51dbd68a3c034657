import L from 'leaflet';
import { angleLabel } from './angle-label.js';
import { nameFont } from './look.js';

/** Steps between lines, in seconds of arc. */
const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_200, 3_600, 7_200, 18_000];
/** Lines stand at least so far apart, in CSS pixels. */
const closest = 110;
const second = 1 / 3_600;

/** Meridians and parallels with their degrees, for ground of which there is no map. */
export class GraticuleLayer extends L.Layer {
  private readonly canvas = L.DomUtil.create('canvas', 'map-graticule');

  constructor(private ink: string) { super({ pane: 'tilePane' }); }

  override onAdd(map: L.Map): this {
    this.canvas.setAttribute('aria-hidden', 'true');
    map.getPane('tilePane')!.append(this.canvas);
    this.draw();
    return this;
  }

  override onRemove(): this { this.canvas.remove(); return this; }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    const draw = () => this.draw();
    return { move: draw, moveend: draw, zoomend: draw, viewreset: draw, resize: draw };
  }

  setInk(ink: string): void { this.ink = ink; this.draw(); }

  private draw(): void {
    const map = (this as unknown as { _map: L.Map | null })._map;
    const context = this.canvas.getContext('2d');
    if (!map || !context) return;
    const size = map.getSize();
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(size.x * ratio);
    this.canvas.height = Math.round(size.y * ratio);
    this.canvas.style.width = `${size.x}px`;
    this.canvas.style.height = `${size.y}px`;
    L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([0, 0]));
    context.scale(ratio, ratio);
    const bounds = map.getBounds();
    const pixelsPerSecond = (256 * 2 ** map.getZoom()) / 360 / 3_600;
    const step = steps.find((one) => one * pixelsPerSecond >= closest) ?? steps.at(-1)!;
    context.strokeStyle = this.ink;
    context.fillStyle = this.ink;
    context.font = nameFont(11, 400);
    context.lineWidth = 1;
    const first = (value: number) => Math.ceil(value / second / step);
    for (let at = first(bounds.getWest()); at * step * second <= bounds.getEast(); at += 1) {
      const x = Math.round(map.latLngToContainerPoint([bounds.getCenter().lat, at * step * second]).x) + 0.5;
      line(context, x, 0, x, size.y);
      label(context, angleLabel(at * step * second, step), x + 4, 13);
    }
    for (let at = first(bounds.getSouth()); at * step * second <= bounds.getNorth(); at += 1) {
      const y = Math.round(map.latLngToContainerPoint([at * step * second, bounds.getCenter().lng]).y) + 0.5;
      line(context, 0, y, size.x, y);
      // The corners belong to the meridians' labels and to the scale.
      if (y > 34 && y < size.y - 46) label(context, angleLabel(at * step * second, step), 5, y - 4);
    }
  }
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.globalAlpha = 0.2;
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

function label(context: CanvasRenderingContext2D, words: string, x: number, y: number): void {
  context.globalAlpha = 0.7;
  context.fillText(words, x, y);
}
