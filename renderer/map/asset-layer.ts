import L from 'leaflet';
import type { Obstacle } from './basemap/basemap.js';
import { createClusters, type ClusterMark, type Clusters, type MapPoint, type Mark } from './clusters.js';
import { zoomCurve, zoomMs } from './flight.js';
import { createHitGrid, type HitGrid, type Target } from './hit-grid.js';
import { nameFont, type Look } from './look.js';
import { placeNames, type Box, type Placed } from './name-places.js';
import { markX, markY, nameSize, paintArea, paintMark, paintNames, paintSelected, pinBox, selectedBox, type Area } from './paint-scene.js';
import { clusterRadius, createSprites, pinRadius, type Sprites } from './sprites.js';
import { latitude, longitude, screenX, screenY, viewBetween, worldSize, worldX, worldY, type View } from './world.js';

/** What the layer tells: an asset or a cluster was pressed, an asset is pointed at, the picture has come to rest. */
export interface AssetLayerListener {
  onSelect(id: string): void;
  onCluster(cluster: ClusterMark, expansionZoom: number): void;
  onHover(id: string | null): void;
  /** The rectangles of what is drawn, so that the base map's names keep clear. */
  onRest(obstacles: readonly Obstacle[]): void;
}

/** Share of the view drawn beyond each edge: a short pan then only moves the picture. */
const beyond = 0.15;
const fadeMs = 200;
const namedFromZoom = 13.5;
const namedAtMost = 260;
const paneName = 'assets';

/** All assets on one canvas: clusters, pins, names, boundaries, the selected one on top. Moves with the map, repaints while it zooms. */
export class AssetLayer extends L.Layer {
  private readonly canvas = L.DomUtil.create('canvas', 'map-assets');
  private readonly context = this.canvas.getContext('2d')!;
  private readonly nameWidths = new Map<string, number>();
  private sprites: Sprites;
  private clusters: Clusters | null = null;
  private marks: readonly Mark[] = [];
  private leaving: readonly Mark[] = [];
  private entering: ReadonlySet<string> = new Set();
  private names: readonly Placed<MapPoint>[] = [];
  private areas: readonly Area[] = [];
  private grid: HitGrid<Mark | MapPoint> | null = null;
  private selected: MapPoint | null = null;
  private hovered: string | null = null;
  private drawn: View = { scale: 1, left: 0, top: 0 };
  private gridView: View = this.drawn;
  private margin = L.point(0, 0);
  private ratio = 1;
  private zooming: { readonly from: View; readonly to: View; start: number } | null = null;
  private fadeStart = -Infinity;
  private frame = 0;

  constructor(private readonly listener: AssetLayerListener, private look: Look, private chinese: boolean, private readonly still: boolean) {
    super({ pane: paneName });
    this.sprites = createSprites(look, 1, chinese);
  }

  /** The assets to show; the clusters are made anew. */
  setPoints(points: readonly MapPoint[]): void {
    this.clusters = createClusters(points);
    this.refresh();
  }

  /** The least zoom, from the one given, at which an asset is not part of a cluster. */
  zoomApart(place: Pick<MapPoint, 'id' | 'lng' | 'lat'>, from: number): number {
    return this.clusters?.zoomApart(place, from) ?? from;
  }

  setSelected(point: MapPoint | null): void {
    this.selected = point;
    if (this.mapOrNull()) this.rest();
  }

  /** Highlights an asset that is pointed at elsewhere, in the list say. */
  setHovered(key: string | null): void {
    if (this.hovered === key) return;
    this.hovered = key;
    this.schedule();
  }

  setAreas(areas: readonly Area[]): void {
    this.areas = areas;
    this.schedule();
  }

  setLook(look: Look, chinese: boolean): void {
    this.look = look;
    this.chinese = chinese;
    this.sprites = createSprites(look, this.ratio, chinese);
    this.nameWidths.clear();
    if (this.mapOrNull()) this.rest();
  }

  override onAdd(map: L.Map): this {
    const pane = map.getPane(paneName) ?? map.createPane(paneName);
    pane.style.zIndex = '460';
    pane.style.pointerEvents = 'none';
    this.canvas.setAttribute('aria-hidden', 'true');
    pane.append(this.canvas);
    this.resize();
    this.refresh();
    return this;
  }

  override onRemove(map: L.Map): this {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.canvas.remove();
    map.getContainer().classList.remove('map-pointing');
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      move: () => this.follow(),
      moveend: () => { this.zooming = null; this.refresh(); },
      viewreset: () => this.refresh(),
      resize: () => { this.resize(); this.refresh(); },
      zoomanim: (event) => this.zoom(event as L.ZoomAnimEvent),
      click: (event) => this.press((event as L.LeafletMouseEvent).containerPoint),
      mousemove: (event) => this.point((event as L.LeafletMouseEvent).containerPoint),
      mouseout: () => this.point(null),
    };
  }

  private mapOrNull(): L.Map | null {
    return this._map as L.Map | null;
  }

  private viewNow(): View {
    const { min } = this._map.getPixelBounds();
    return { scale: worldSize(this._map.getZoom()), left: min!.x, top: min!.y };
  }

  private resize(): void {
    const size = this._map.getSize();
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    if (ratio !== this.ratio) this.sprites = createSprites(this.look, ratio, this.chinese);
    this.ratio = ratio;
    this.margin = size.multiplyBy(beyond).round();
    const [width, height] = [size.x + 2 * this.margin.x, size.y + 2 * this.margin.y];
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
  }

  /** Takes the marks of a view; what changes fades, what stays stays. */
  private takeMarks(view: View, zoom: number): void {
    if (!this.clusters) return;
    const size = this._map.getSize();
    const edge = 60;
    const x = (value: number) => longitude((view.left + value) / view.scale);
    const y = (value: number) => latitude((view.top + value) / view.scale);
    const next = this.clusters.marksIn({
      west: Math.max(-180, x(-this.margin.x - edge)), east: Math.min(180, x(size.x + this.margin.x + edge)),
      north: y(-this.margin.y - edge), south: y(size.y + this.margin.y + edge),
    }, zoom);
    const before = new Set(this.marks.map((mark) => mark.key));
    const after = new Set(next.map((mark) => mark.key));
    const leaving = this.marks.filter((mark) => !after.has(mark.key));
    const entering = next.filter((mark) => !before.has(mark.key));
    this.marks = next;
    if (this.still || before.size === 0 || (leaving.length === 0 && entering.length === 0)) return;
    this.leaving = leaving;
    this.entering = new Set(entering.map((mark) => mark.key));
    this.fadeStart = performance.now();
  }

  /** New marks for where the map is now, painted at once. */
  private refresh(): void {
    if (!this.mapOrNull()) return;
    this.takeMarks(this.viewNow(), this._map.getZoom());
    this.rest();
  }

  /** The map moves: the canvas goes along by itself until its edge comes near, or the zoom changes. */
  private follow(): void {
    if (this.zooming) return;
    const view = this.viewNow();
    const moved = Math.max(Math.abs(view.left - this.drawn.left) / this.margin.x, Math.abs(view.top - this.drawn.top) / this.margin.y);
    if (view.scale === this.drawn.scale && moved < 0.8) return;
    if (view.scale !== this.drawn.scale) this.names = [];
    this.takeMarks(view, this._map.getZoom());
    this.paint();
  }

  /** The tiles' zoom transition begins: the same way is gone here frame by frame, with pins that keep their size. */
  private zoom({ center, zoom }: L.ZoomAnimEvent): void {
    const map = this._map;
    const corner = map.project(center, zoom).subtract(map.getSize().divideBy(2)).round();
    const to = { scale: worldSize(zoom), left: corner.x, top: corner.y };
    this.zooming = { from: this.viewNow(), to, start: 0 };
    this.names = [];
    this.takeMarks(to, zoom);
    this.schedule();
  }

  private schedule(): void {
    if (this.frame === 0 && this.mapOrNull()) this.frame = requestAnimationFrame(() => { this.frame = 0; this.paint(); });
  }

  private paint(): void {
    const now = performance.now();
    const { context, ratio, margin, look } = this;
    let view: View;
    if (this.zooming) {
      if (this.zooming.start === 0) this.zooming.start = now;
      const share = Math.min(1, (now - this.zooming.start) / zoomMs);
      view = viewBetween(this.zooming.from, this.zooming.to, zoomCurve(share));
    } else {
      view = this.viewNow();
      this.drawn = view;
      L.DomUtil.setPosition(this.canvas, this._map.containerPointToLayerPoint(margin.multiplyBy(-1)));
    }
    const fade = Math.min(1, (now - this.fadeStart) / fadeMs);
    const moving = this.zooming !== null || view.scale !== worldSize(this._map.getZoom());

    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, this.canvas.width / ratio, this.canvas.height / ratio);
    context.translate(margin.x, margin.y);
    for (const area of this.areas) paintArea(context, area, view, look, area.id === this.selected?.id);
    if (fade < 1) {
      context.globalAlpha = 1 - fade;
      for (const mark of this.leaving) paintMark(context, mark, view, this.sprites, false, ratio, false);
      context.globalAlpha = 1;
    } else this.leaving = [];
    for (const mark of this.marks) {
      if (mark.key === this.selected?.id) continue;
      if (fade < 1) context.globalAlpha = this.entering.has(mark.key) ? fade : 1;
      paintMark(context, mark, view, this.sprites, mark.key === this.hovered, ratio, !moving);
    }
    context.globalAlpha = 1;
    paintNames(context, this.names, look);
    this.paintPointed(view, !moving);
    if (this.zooming || fade < 1) this.schedule();
  }

  /** The selected asset and the one pointed at, over all others. */
  private paintPointed(view: View, atRest: boolean): void {
    const at = (point: MapPoint) => {
      const mark = this.marks.find((candidate) => candidate.key === point.id);
      return mark ? [markX(view, mark), markY(view, mark)] as const : [screenX(view, worldX(point.lng)), screenY(view, worldY(point.lat))] as const;
    };
    const hovered = this.hovered !== null && this.hovered !== this.selected?.id ? this.clusters?.points.find((point) => point.id === this.hovered) : undefined;
    if (hovered) {
      const [x, y] = at(hovered);
      paintMark(this.context, { kind: 'pin', key: hovered.id, x: (x + view.left) / view.scale, y: (y + view.top) / view.scale, point: hovered }, view, this.sprites, true, this.ratio, atRest);
      if (!this.names.some((name) => name.value.id === hovered.id)) {
        paintNames(this.context, [{ value: hovered, x, y: y + 5, box: [0, 0, 0, 0] }], this.look);
      }
    }
    if (this.selected) paintSelected(this.context, this.selected, ...at(this.selected), this.sprites, this.look, this.ratio, atRest);
  }

  private widthOf(name: string): number {
    let width = this.nameWidths.get(name);
    if (width === undefined) {
      this.context.font = nameFont(nameSize.plain);
      width = this.context.measureText(name).width;
      this.nameWidths.set(name, width);
    }
    return width;
  }

  /** The map stands still: places names, prepares pointing, tells what is covered, and paints. */
  private rest(): void {
    const view = this.viewNow();
    const targets: Target<Mark | MapPoint>[] = [];
    const boxes: { readonly mark: { readonly x: number; readonly y: number }; readonly box: Box }[] = [];
    for (const mark of this.marks) {
      const [x, y] = [markX(view, mark), markY(view, mark)];
      if (mark.kind === 'cluster') {
        const radius = clusterRadius(mark.count);
        targets.push({ x, y, radius: radius + 3, value: mark });
        boxes.push({ mark, box: [x - radius, y - radius, x + radius, y + radius] });
      } else {
        targets.push({ x, y: y - pinRadius.plain * 1.3, radius: pinRadius.plain + 6, value: mark });
        boxes.push({ mark, box: pinBox(x, y, pinRadius.plain) });
      }
    }
    if (this.selected) {
      const mark = this.marks.find((candidate) => candidate.key === this.selected!.id);
      const place = mark ?? { x: worldX(this.selected.lng), y: worldY(this.selected.lat) };
      const [x, y] = mark ? [markX(view, mark), markY(view, mark)] : [screenX(view, place.x), screenY(view, place.y)];
      targets.push({ x, y: y - pinRadius.selected * 1.4, radius: pinRadius.selected + 5, value: this.selected });
      boxes.push({ mark: place, box: selectedBox(x, y, this.widthOf(this.selected.name) * (nameSize.strong / nameSize.plain)) });
    }
    this.grid = createHitGrid(targets);
    this.gridView = view;
    this.placeNames(view, boxes.map(({ box }) => box));
    const placeOf = ({ x, y }: { x: number; y: number }, box: Box): Obstacle => {
      const [px, py] = [screenX(view, x), screenY(view, y)];
      return { lng: longitude(x), lat: latitude(y), left: box[0] - px, top: box[1] - py, right: box[2] - px, bottom: box[3] - py };
    };
    this.listener.onRest([
      ...boxes.map(({ mark, box }) => placeOf(mark, box)),
      ...this.names.map((name) => placeOf({ x: worldX(name.value.lng), y: worldY(name.value.lat) }, name.box)),
    ]);
    this.paint();
  }

  private placeNames(view: View, taken: readonly Box[]): void {
    const pins = this.marks.filter((mark) => mark.kind === 'pin');
    if (this._map.getZoom() < namedFromZoom || pins.length > namedAtMost) { this.names = []; return; }
    const height = nameSize.plain + 4;
    const before = this.names.map((name) => name.value.id);
    this.names = placeNames(pins.filter((mark) => mark.key !== this.selected?.id).map((mark) => {
      const [x, y, width] = [markX(view, mark), markY(view, mark), this.widthOf(mark.point.name) + 6];
      const side = pinRadius.plain + 5 + width / 2;
      return { value: mark.point, width, height, places: [[x, y + 4], [x + side, y - 30], [x - side, y - 30]] as const };
    }), taken);
    // A webfont comes in pieces, by the characters used; once they are there, the names are drawn again in it.
    const fresh = this.names.filter((name) => !before.includes(name.value.id)).map((name) => name.value.name).join('');
    if (fresh) void document.fonts.load(nameFont(nameSize.plain), fresh).then((faces) => { if (faces.length > 0) this.schedule(); }, () => undefined);
  }

  private under(place: L.Point): Mark | MapPoint | undefined {
    const view = this.viewNow();
    return this.grid?.at(place.x + view.left - this.gridView.left, place.y + view.top - this.gridView.top);
  }

  private press(place: L.Point): void {
    const hit = this.under(place);
    if (!hit) return;
    if (!('kind' in hit)) this.listener.onSelect(hit.id);
    else if (hit.kind === 'pin') this.listener.onSelect(hit.point.id);
    else this.listener.onCluster(hit, this.clusters!.expansionZoom(hit.clusterId));
  }

  private point(place: L.Point | null): void {
    const hit = place ? this.under(place) : undefined;
    const key = !hit ? null : 'kind' in hit ? hit.key : hit.id;
    if (key === this.hovered) return;
    this.hovered = key;
    this._map.getContainer().classList.toggle('map-pointing', key !== null);
    this.listener.onHover(hit && (!('kind' in hit) || hit.kind === 'pin') ? key : null);
    this.schedule();
  }
}
