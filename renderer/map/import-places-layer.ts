import L from 'leaflet';
import type { Location } from '../../data/schema/common.js';
import type { Category } from '../../data/schema/vocabularies.js';
import { nameFont, type Look } from './look.js';
import { latitude, longitude, screenX, screenY, worldSize, worldX, worldY, type View } from './world.js';

/** One place of an import: where it would stand, where it stands as read, and where the ledger has the same asset. */
export interface ImportMark {
  readonly key: string;
  readonly name: string;
  readonly category?: Category | undefined;
  readonly at: Location | null;
  readonly plain?: Location | null;
  readonly before?: Location | null;
}
/** Colours beyond the look of the map: of what was read, of what is known, and of the graticule. */
export interface ImportInk { readonly read: string; readonly known: string; readonly grid: string; readonly words: string }

interface Spot { readonly mark: ImportMark; readonly at: XY | null; readonly plain: XY | null; readonly before: XY | null; readonly from: XY | null }
interface XY { readonly x: number; readonly y: number }

/** Above the names of the base map: no point may hide under one. */
const paneName = 'markerPane';
const moveMs = 700;
const reach = 11;
const radius = { filled: 5.5, hollow: 5, diamond: 6 } as const;
const gridSteps = [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
const widestCells = 9;

const spotOf = (place: Location | null | undefined): XY | null => (place ? { x: worldX(place.lng), y: worldY(place.lat) } : null);
const ease = (share: number) => (share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) ** 2);

/** The places of an import on one canvas: hollow as read, filled as they would stand, diamonds where the ledger has them, thin lines between. */
export class ImportPlacesLayer extends L.Layer {
  private readonly canvas = L.DomUtil.create('canvas', 'map-assets');
  private readonly context = this.canvas.getContext('2d')!;
  private spots: readonly Spot[] = [];
  private active: string | null = null;
  private graticule = true;
  private moved = 0;
  private frame = 0;

  constructor(private look: Look, private ink: ImportInk, private readonly still: () => boolean, private readonly onHover: (key: string | null, place: { x: number; y: number } | null) => void, private readonly onPress: (key: string) => void) {
    super({ pane: paneName });
  }

  /** The places to show; those that were shown before move to where they now stand. */
  setMarks(marks: readonly ImportMark[]): void {
    const before = new Map(this.spots.map((spot) => [spot.mark.key, this.now(spot)]));
    this.spots = marks.map((mark) => ({ mark, at: spotOf(mark.at), plain: spotOf(mark.plain), before: spotOf(mark.before), from: before.get(mark.key) ?? null }));
    this.moved = this.still() ? -Infinity : performance.now();
    this.schedule();
  }

  setActive(key: string | null): void { this.active = key; this.schedule(); }
  setLook(look: Look, ink: ImportInk): void { this.look = look; this.ink = ink; this.schedule(); }
  /** Lines of latitude and longitude on plain paper, where there is no map below. */
  setGraticule(shown: boolean): void { this.graticule = shown; this.schedule(); }

  override onAdd(map: L.Map): this {
    map.getPane(paneName)!.append(this.canvas);
    map.on('move zoom viewreset resize zoomend moveend', this.schedule, this);
    map.on('mousemove', this.point, this);
    map.on('mouseout', this.leave, this);
    map.on('click', this.press, this);
    this.schedule();
    return this;
  }

  override onRemove(map: L.Map): this {
    cancelAnimationFrame(this.frame);
    map.off('move zoom viewreset resize zoomend moveend', this.schedule, this);
    map.off('mousemove', this.point, this);
    map.off('mouseout', this.leave, this);
    map.off('click', this.press, this);
    this.canvas.remove();
    return this;
  }

  private share(): number { return Math.min(1, (performance.now() - this.moved) / moveMs); }
  private now({ at, from }: Spot): XY | null {
    const share = this.share();
    if (!at || !from || share >= 1) return at;
    const part = ease(share);
    return { x: from.x + (at.x - from.x) * part, y: from.y + (at.y - from.y) * part };
  }

  private readonly schedule = () => { if (this.frame === 0 && this._map) this.frame = requestAnimationFrame(() => this.paint()); };

  private view(): View {
    const corner = this._map.containerPointToLatLng([0, 0]);
    const scale = worldSize(this._map.getZoom());
    return { scale, left: worldX(corner.lng) * scale, top: worldY(corner.lat) * scale };
  }

  private paint(): void {
    this.frame = 0;
    const map = this._map as L.Map | null;
    if (!map) return;
    const { x: width, y: height } = map.getSize();
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
    }
    L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([0, 0]));
    const context = this.context;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const view = this.view();
    if (this.graticule) this.paintGraticule(view, width, height);
    for (const spot of this.spots) this.paintLines(view, spot);
    for (const spot of this.spots) if (spot.plain && !same(spot.plain, spot.at)) this.ring(view, spot.plain);
    for (const spot of this.spots) if (spot.before) this.diamond(view, spot.before);
    for (const spot of this.spots) this.dot(view, spot, false);
    const active = this.spots.find((spot) => spot.mark.key === this.active);
    if (active) this.dot(view, active, true);
    if (this.share() < 1) this.schedule();
  }

  private at(view: View, spot: XY): [number, number] { return [screenX(view, spot.x), screenY(view, spot.y)]; }

  private paintLines(view: View, spot: Spot): void {
    const now = this.now(spot);
    const context = this.context;
    const line = (one: XY | null, other: XY | null, colour: string, dash: number[]) => {
      if (!one || !other) return;
      const [ax, ay] = this.at(view, one);
      const [bx, by] = this.at(view, other);
      context.beginPath();
      context.moveTo(ax, ay);
      context.lineTo(bx, by);
      context.setLineDash(dash);
      context.strokeStyle = this.look.halo;
      context.globalAlpha = 0.7;
      context.lineWidth = 3.5;
      context.stroke();
      context.globalAlpha = 0.9;
      context.strokeStyle = colour;
      context.lineWidth = 1.3;
      context.stroke();
      context.setLineDash([]);
      context.globalAlpha = 1;
    };
    line(spot.plain, now, this.ink.read, []);
    line(now, spot.before, this.ink.known, [3, 3]);
  }

  private ring(view: View, spot: XY): void {
    const [x, y] = this.at(view, spot);
    const context = this.context;
    context.beginPath();
    context.arc(x, y, radius.hollow, 0, 2 * Math.PI);
    context.fillStyle = this.look.raised;
    context.globalAlpha = 0.75;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = 2;
    context.strokeStyle = this.ink.read;
    context.stroke();
  }

  private diamond(view: View, spot: XY): void {
    const [x, y] = this.at(view, spot);
    const context = this.context;
    const size = radius.diamond;
    context.beginPath();
    context.moveTo(x, y - size);
    context.lineTo(x + size, y);
    context.lineTo(x, y + size);
    context.lineTo(x - size, y);
    context.closePath();
    context.fillStyle = this.look.raised;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = this.ink.known;
    context.stroke();
  }

  private dot(view: View, spot: Spot, strong: boolean): void {
    const now = this.now(spot);
    if (!now) return;
    const [x, y] = this.at(view, now);
    const context = this.context;
    context.beginPath();
    context.arc(x, y, radius.filled + (strong ? 3.5 : 0), 0, 2 * Math.PI);
    context.fillStyle = this.look.category[spot.mark.category ?? 'other'];
    context.fill();
    context.lineWidth = strong ? 3 : 1.8;
    context.strokeStyle = this.look.raised;
    context.stroke();
    if (!strong) return;
    context.lineWidth = 1.5;
    context.strokeStyle = this.look.focus;
    context.beginPath();
    context.arc(x, y, radius.filled + 6.5, 0, 2 * Math.PI);
    context.stroke();
  }

  private paintGraticule(view: View, width: number, height: number): void {
    const context = this.context;
    const [west, east] = [longitude(view.left / view.scale), longitude((view.left + width) / view.scale)];
    const [north, south] = [latitude(view.top / view.scale), latitude((view.top + height) / view.scale)];
    const step = gridSteps.findLast((size) => (east - west) / size <= widestCells) ?? 10;
    const digits = Math.max(0, Math.ceil(-Math.log10(step)));
    context.strokeStyle = this.ink.grid;
    context.lineWidth = 1;
    context.fillStyle = this.ink.words;
    context.font = nameFont(11, 400);
    context.beginPath();
    for (let at = Math.ceil(west / step); at * step <= east; at += 1) {
      const x = Math.round(screenX(view, worldX(at * step))) + 0.5;
      context.moveTo(x, 0);
      context.lineTo(x, height);
    }
    for (let at = Math.ceil(south / step); at * step <= north; at += 1) {
      const y = Math.round(screenY(view, worldY(at * step))) + 0.5;
      context.moveTo(0, y);
      context.lineTo(width, y);
    }
    context.stroke();
    context.textAlign = 'left';
    context.textBaseline = 'top';
    for (let at = Math.ceil(west / step); at * step <= east; at += 1) context.fillText(`${(at * step).toFixed(digits)}°E`, screenX(view, worldX(at * step)) + 4, 4);
    context.textBaseline = 'bottom';
    for (let at = Math.ceil(south / step); at * step <= north; at += 1) context.fillText(`${(at * step).toFixed(digits)}°N`, 4, screenY(view, worldY(at * step)) - 3);
  }

  private under(point: L.Point): { spot: Spot; x: number; y: number } | null {
    const view = this.view();
    let best: { spot: Spot; x: number; y: number } | null = null;
    let nearest = reach;
    for (const spot of this.spots) {
      for (const place of [this.now(spot), spot.plain, spot.before]) {
        if (!place) continue;
        const [x, y] = this.at(view, place);
        const distance = Math.hypot(x - point.x, y - point.y);
        if (distance < nearest) { nearest = distance; best = { spot, x, y }; }
      }
    }
    return best;
  }

  private point(event: L.LeafletMouseEvent): void {
    const found = this.under(event.containerPoint);
    this._map.getContainer().classList.toggle('map-pointing', found !== null);
    this.onHover(found?.spot.mark.key ?? null, found ? { x: found.x, y: found.y } : null);
  }
  private leave(): void { this.onHover(null, null); }
  private press(event: L.LeafletMouseEvent): void {
    const found = this.under(event.containerPoint);
    if (found) this.onPress(found.spot.mark.key);
  }
}

const same = (one: XY, other: XY | null) => other !== null && one.x === other.x && one.y === other.y;
