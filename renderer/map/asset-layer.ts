import L from 'leaflet';
import { arrange, nothingArranged, type Arrangement } from './arrange.js';
import { createPointing } from './asset-pointing.js';
import { loadLetters, createWordMeasure } from './asset-words.js';
import type { Obstacle } from './basemap/basemap.js';
import { createBoundaryPaint, type BoundaryPaint } from './boundary-paint.js';
import type { BoundarySet } from './boundary-set.js';
import { createClusters, type ClusterMark, type Clusters, type MapPoint, type Mark } from './clusters.js';
import { createCoverPhotos } from './cover-photos.js';
import { marksOnMap, onCrowded } from './covers.js';
import { coveredUnderWay, drawnBoxes, isMark, type DrawnBox } from './drawn-boxes.js';
import type { Look } from './look.js';
import type { Box } from './name-places.js';
import { paintAssets, type AssetPicture } from './paint-assets.js';
import { photosInSight } from './photos-in-sight.js';
import { createSprites, type Sprites } from './sprites.js';
import { latitude, longitude, worldSize, type View } from './world.js';
import { ZoomTransition } from './zoom-transition.js';

export type { DrawnBox } from './drawn-boxes.js';

/** What the layer tells: an asset or a cluster was pressed, an asset is pointed at, the picture has come to rest. */
export interface AssetLayerListener {
  onSelect(id: string): void;
  onCluster(cluster: ClusterMark, expansionZoom: number): void;
  onHover(id: string | null): void;
  /** The rectangles of what is drawn, so that the base map's names keep clear: at rest, and whenever the marks change under way. */
  onRest(obstacles: readonly Obstacle[]): void;
}

/** How large and how wordy the layer is drawn; a page on a desk needs none of it. */
export interface AssetLayerManner {
  /** Enlarges everything drawn, for a wall; 1 if absent. Places, marks and words are reckoned in the smaller pixels and drawn in the larger. */
  readonly scale?: number;
  /** The selected asset's name is written elsewhere. */
  readonly quietName?: boolean;
  /** The zoom from which assets are named, where it is not the usual one. */
  readonly namedFrom?: number;
}

/** Share of the view drawn beyond each edge: a short pan then only moves the picture. */
const beyond = 0.15;
const fadeMs = 200;
const wordFadeMs = 240;
/** How long the map must stand still before names are placed. */
const settleMs = 60;
const paneName = 'assets';

/** All assets on one canvas: clusters, pins, photos, names, areas, the selected one on top. Moves with the map, repaints while it zooms. */
export class AssetLayer extends L.Layer {
  private readonly canvas = L.DomUtil.create('canvas', 'map-assets');
  private readonly screen = this.canvas.getContext('bitmaprenderer')!;
  /** Where the next picture is drawn. What is shown is a finished bitmap: without a graphics card a browser keeps a canvas that can be drawn on several times over. */
  private readonly easel = new OffscreenCanvas(1, 1);
  private readonly context = this.easel.getContext('2d') as unknown as CanvasRenderingContext2D;
  private readonly words = createWordMeasure(this.context);
  private readonly covers = createCoverPhotos(() => this.schedule());
  private sprites: Sprites;
  private boundaryPaint: BoundaryPaint;
  private clusters: Clusters | null = null;
  private boundaries: BoundarySet | null = null;
  private marks: readonly Mark[] = [];
  private leaving: readonly Mark[] = [];
  private entering: ReadonlySet<string> = new Set();
  private scene: Arrangement = nothingArranged;
  private readonly pointing = createPointing();
  private selected: MapPoint | null = null;
  private hovered: string | null = null;
  private drawn: View = { scale: 1, left: 0, top: 0 };
  private painted: View = this.drawn;
  private margin = L.point(0, 0);
  private ratio = 1;
  private zooming: ZoomTransition | null = null;
  private fadeStart = -Infinity;
  /** Names are not shown while the map zooms or flies; since when they are shown again. */
  private wordsHidden = true;
  private wordsStart = -Infinity;
  private lightStart = -Infinity;
  private evenLight = false;
  private covered: () => readonly Box[] = () => [];
  private namedElsewhere: ReadonlySet<string> = new Set();
  private frame = 0;
  private asleep = false;
  private settling: ReturnType<typeof setTimeout> | null = null;

  private readonly scale: number;

  constructor(private readonly listener: AssetLayerListener, private look: Look, private chinese: boolean, private readonly still: boolean, private manner: AssetLayerManner = {}) {
    super({ pane: paneName });
    this.scale = manner.scale ?? 1;
    this.sprites = createSprites(look, 1, chinese);
    this.boundaryPaint = createBoundaryPaint(look);
  }

  /** The assets to show; the clusters are made anew. */
  setPoints(points: readonly MapPoint[]): void {
    this.clusters = createClusters(points);
    this.refresh();
  }

  /** The boundaries that can be pointed at; the layer draws those that are selected or pointed at, and writes areas into them. */
  setBoundaries(boundaries: BoundarySet): void {
    this.boundaries = boundaries;
    this.pointing.takeBoundaries(boundaries);
    if (this.mapOrNull()) this.settle();
  }

  /** The least zoom, from the one given, at which an asset is not part of a cluster. */
  zoomApart(place: Pick<MapPoint, 'id' | 'lng' | 'lat'>, from: number): number {
    return (this.clusters?.zoomApart(place, from - this.magnified()) ?? from - this.magnified()) + this.magnified();
  }

  setSelected(point: MapPoint | null): void {
    if (point?.id !== this.selected?.id) this.lightStart = this.still ? -Infinity : performance.now();
    this.selected = point;
    if (this.mapOrNull()) this.rest();
  }

  /** Says otherwise what is named; the scale stays. */
  setManner(manner: Omit<AssetLayerManner, 'scale'>): void {
    this.manner = manner;
    if (this.mapOrNull()) this.settle();
  }

  /** No asset is lit above the others, selected or not: something else is looked at. */
  setEvenLight(even: boolean): void {
    if (this.evenLight === even) return;
    this.evenLight = even;
    this.schedule();
  }

  /** What lies over the map, asked for whenever names are placed: none stands half below it. */
  setCovers(covered: () => readonly Box[]): void { this.covered = covered; }

  /** Assets that a tool has written the names of: they are not written twice. */
  setNamedElsewhere(ids: ReadonlySet<string>): void {
    this.namedElsewhere = ids;
    if (this.mapOrNull()) this.settle();
  }

  /** Highlights an asset that is pointed at elsewhere, in the list say. */
  setHovered(key: string | null): void {
    if (this.hovered === key) return;
    this.hovered = key;
    this.schedule();
  }

  setLook(look: Look, chinese: boolean): void {
    this.look = look;
    this.chinese = chinese;
    this.sprites = createSprites(look, this.dots(), chinese);
    this.boundaryPaint = createBoundaryPaint(look);
    this.words.forget();
    if (this.mapOrNull()) this.rest();
  }

  /** The boxes of everything as drawn at this moment: names only while they are shown. */
  drawnBoxes(): readonly DrawnBox[] {
    if (!this.mapOrNull()) return [];
    const now = this.viewNow();
    // A pan moves the whole picture; a zoom paints it anew in each frame.
    const [x, y] = this.zooming ? [0, 0] : [this.drawn.left - now.left, this.drawn.top - now.top];
    const view = { ...this.painted, left: this.painted.left - x, top: this.painted.top - y };
    return drawnBoxes({ marks: this.marks, scene: this.scene, selected: this.selected, view }, !this.wordsHidden, this.chinese)
      .map((drawn) => ({ ...drawn, box: [drawn.box[0] * this.scale, drawn.box[1] * this.scale, drawn.box[2] * this.scale, drawn.box[3] * this.scale] }));
  }

  /** Paints the assets on another canvas as they stand in a view (CSS pixels) under way, without names and light; `dots` to each CSS pixel. */
  paintUnderWay(context: CanvasRenderingContext2D, view: View, dots: number, size: { readonly x: number; readonly y: number }): void {
    const { scale } = this;
    const own = { scale: view.scale / scale, left: view.left / scale, top: view.top / scale };
    this.takeMarks(own, Math.log2(own.scale / 256), false);
    const fade = Math.min(1, (performance.now() - this.fadeStart) / fadeMs);
    context.setTransform(dots * scale, 0, 0, dots * scale, 0, 0);
    this.paintOn(context, own, dots * scale, false, [0, 0, size.x / scale, size.y / scale], { fade, words: 0, light: 0 });
  }

  /** Asleep it paints nothing: something else lies over the whole map. Awake it shows what has changed meanwhile. */
  setAsleep(asleep: boolean): void {
    if (this.asleep === asleep) return;
    this.asleep = asleep;
    if (!asleep) this.refresh();
  }

  override onAdd(map: L.Map): this {
    const pane = map.getPane(paneName) ?? map.createPane(paneName);
    pane.style.zIndex = '460';
    pane.style.pointerEvents = 'none';
    this.canvas.setAttribute('aria-hidden', 'true');
    pane.append(this.canvas);
    marksOnMap.set(map, () => this.drawnBoxes().filter(isMark).map(({ box }) => box));
    this.resize();
    this.refresh();
    return this;
  }

  override onRemove(map: L.Map): this {
    marksOnMap.delete(map);
    cancelAnimationFrame(this.frame);
    if (this.settling) clearTimeout(this.settling);
    this.frame = 0;
    this.settling = null;
    this.covers.remove();
    this.canvas.remove();
    map.getContainer().classList.remove('map-pointing');
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      zoomstart: () => this.hideWords(),
      move: () => this.follow(),
      moveend: () => this.ended(),
      viewreset: () => this.refresh(),
      resize: () => { this.resize(); this.refresh(); },
      zoomanim: (event) => this.zoom(event as L.ZoomAnimEvent),
      click: (event) => this.press((event as L.LeafletMouseEvent).containerPoint),
      mousemove: (event) => this.point((event as L.LeafletMouseEvent).containerPoint),
      mouseout: () => this.point(null),
      ...onCrowded(() => this.settle()),
    };
  }

  private mapOrNull(): L.Map | null {
    return this._map as L.Map | null;
  }

  /** What is in sight, in the layer's own pixels: as many as the screen has, by its scale. */
  private viewNow(): View {
    const { min } = this._map.getPixelBounds();
    return { scale: worldSize(this._map.getZoom()) / this.scale, left: min!.x / this.scale, top: min!.y / this.scale };
  }

  /** By how many zooms the layer is enlarged, and the dots of the screen to each of its pixels. */
  private magnified(): number {
    return Math.log2(this.scale);
  }

  private dots(): number {
    return this.ratio * this.scale;
  }

  private zoomNow(): number {
    return this._map.getZoom() - this.magnified();
  }

  private sizeNow(): L.Point {
    return this._map.getSize().divideBy(this.scale);
  }

  private tellRest(obstacles: readonly Obstacle[]): void {
    const { scale } = this;
    this.listener.onRest(scale === 1 ? obstacles : obstacles.map(({ lng, lat, left, top, right, bottom }) => ({ lng, lat, left: left * scale, top: top * scale, right: right * scale, bottom: bottom * scale })));
  }

  private resize(): void {
    const size = this._map.getSize();
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    if (ratio !== this.ratio || this.scale !== 1) this.sprites = createSprites(this.look, ratio * this.scale, this.chinese);
    this.ratio = ratio;
    const around = size.multiplyBy(beyond).round();
    this.margin = around.divideBy(this.scale);
    const [width, height] = [size.x + 2 * around.x, size.y + 2 * around.y];
    this.canvas.width = this.easel.width = Math.round(width * ratio);
    this.canvas.height = this.easel.height = Math.round(height * ratio);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
  }

  /** Takes the marks of a view; what changes fades, what stays stays. A flight over pictures has no names to be kept clear of them. */
  private takeMarks(view: View, zoom: number, tell = true): void {
    if (!this.clusters) return;
    const size = this.sizeNow();
    const edge = 80;
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
    if (!this.still && before.size > 0 && (leaving.length > 0 || entering.length > 0)) {
      this.leaving = leaving;
      this.entering = new Set(entering.map((mark) => mark.key));
      this.fadeStart = performance.now();
    }
    // No frame may show a name of the base map under a mark.
    if (tell) this.tellRest(coveredUnderWay({ marks: next, scene: this.scene, selected: this.selected, view }, this.leaving, !this.wordsHidden));
  }

  /** New marks for where the map is now, placed and painted at once. */
  private refresh(): void {
    if (!this.mapOrNull() || this.asleep) return;
    this.takeMarks(this.viewNow(), this.zoomNow());
    this.rest();
  }

  /** The map has stopped: marks at once where the picture does not reach; names once it stays so. */
  private ended(): void {
    if (this.asleep) return;
    if (this.zooming) { this.zooming = null; this.takeMarks(this.viewNow(), this.zoomNow()); this.paint(); } else this.follow();
    this.settle();
  }

  private settle(): void {
    if (this.settling) clearTimeout(this.settling);
    this.settling = setTimeout(() => { this.settling = null; if (!this.zooming) this.refresh(); }, settleMs);
  }

  private hideWords(): void {
    if (this.settling) clearTimeout(this.settling);
    this.settling = null;
    if (this.wordsHidden) return;
    this.wordsHidden = true;
    this.schedule();
  }

  /** The map moves: the canvas goes along by itself until its edge comes near, or the zoom changes. */
  private follow(): void {
    if (this.zooming || this.asleep) return;
    const view = this.viewNow();
    const moved = Math.max(Math.abs(view.left - this.drawn.left) / this.margin.x, Math.abs(view.top - this.drawn.top) / this.margin.y);
    if (view.scale === this.drawn.scale && moved < 0.8) return;
    if (view.scale !== this.drawn.scale) this.wordsHidden = true;
    this.takeMarks(view, this.zoomNow());
    this.paint();
  }

  /** The tiles' zoom transition begins: the same way is gone here frame by frame, with pins that keep their size. */
  private zoom({ center, zoom }: L.ZoomAnimEvent): void {
    const map = this._map;
    const corner = map.project(center, zoom).subtract(map.getSize().divideBy(2)).round();
    const to = { scale: worldSize(zoom) / this.scale, left: corner.x / this.scale, top: corner.y / this.scale };
    this.zooming = new ZoomTransition(this.viewNow(), to);
    this.hideWords();
    this.takeMarks(to, zoom - this.magnified());
    this.schedule();
  }

  private schedule(): void {
    if (this.frame === 0 && this.mapOrNull() && !this.asleep) this.frame = requestAnimationFrame(() => { this.frame = 0; this.paint(); });
  }

  private paint(): void {
    // A map without a size, as one whose page is being left, has no picture; a change of size paints anew.
    if (this.easel.width === 0 || this.easel.height === 0) return;
    const now = performance.now();
    const { context, margin } = this;
    const ratio = this.dots();
    const view = this.zooming?.viewNow() ?? this.viewNow();
    if (!this.zooming) {
      this.drawn = view;
      L.DomUtil.setPosition(this.canvas, this._map.containerPointToLayerPoint(margin.multiplyBy(-this.scale)));
    }
    this.painted = view;
    const shareOf = (start: number, length: number) => Math.min(1, (now - start) / length);
    const shares = { fade: shareOf(this.fadeStart, fadeMs), words: this.wordsHidden ? 0 : shareOf(this.wordsStart, wordFadeMs), light: this.evenLight ? 0 : shareOf(this.lightStart, 2 * fadeMs) };
    if (shares.fade === 1) this.leaving = [];
    const [width, height] = [this.easel.width / ratio, this.easel.height / ratio];
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.translate(margin.x, margin.y);
    this.paintOn(context, view, ratio, !this.zooming, [-margin.x, -margin.y, width - margin.x, height - margin.y], shares);
    this.screen.transferFromImageBitmap(this.easel.transferToImageBitmap());
    if (this.zooming || shares.fade < 1 || (shares.words > 0 && shares.words < 1) || (!this.evenLight && shares.light < 1)) this.schedule();
  }

  private paintOn(context: CanvasRenderingContext2D, view: View, ratio: number, atRest: boolean, canvas: Box, shares: Pick<AssetPicture, 'fade' | 'words' | 'light'>): void {
    paintAssets({ context, view, sprites: this.sprites, look: this.look, ratio, atRest, photoOf: (point) => this.covers.get(point.cover!) }, {
      marks: this.marks, leaving: this.leaving, entering: this.entering, scene: this.scene, selected: this.selected, hovered: this.hovered,
      pointed: this.hovered !== null && this.hovered !== this.selected?.id ? this.pointOf(this.hovered) : undefined,
      boundaries: this.boundaries, boundaryPaint: this.boundaryPaint, canvas, seen: this.sizeNow(),
      widthOf: (words) => this.words.width(words, 'name'), ...shares,
    });
  }

  private pointOf(id: string): MapPoint | undefined {
    const mark = this.marks.find((candidate) => candidate.key === id);
    return mark?.kind === 'pin' ? mark.point : this.clusters?.get(id);
  }

  /** The map stands still: places everything, prepares pointing, tells what is covered, asks for photos, and paints. */
  private rest(): void {
    if (this.asleep) return;
    const view = this.viewNow();
    const { margin } = this;
    const size = this.sizeNow();
    const before = new Set(this.scene.labels.map(({ id }) => id));
    this.scene = arrange({
      view, zoom: this.zoomNow(), quietName: this.manner.quietName ?? false, ...(this.manner.namedFrom === undefined ? {} : { namedFrom: this.manner.namedFrom }), seen: [-margin.x, -margin.y, size.x + margin.x, size.y + margin.y], marks: this.marks, selected: this.selected,
      boundaries: this.boundaries, chinese: this.chinese, widthOf: (words, kind) => this.words.width(words, kind), named: before, covered: this.covered(), namedElsewhere: this.namedElsewhere,
    });
    this.pointing.take(this.scene, view);
    this.covers.want(photosInSight({ marks: this.marks, scene: this.scene, selected: this.selected, view }, size));
    loadLetters(this.scene.labels.filter(({ id }) => !before.has(id)), () => this.schedule());
    if (this.wordsHidden) { this.wordsHidden = false; this.wordsStart = this.still ? -Infinity : performance.now(); }
    this.tellRest(this.scene.obstacles);
    this.paint();
  }

  /** The mark, the area or the boundary under a place on the screen. */
  private under(place: L.Point): Mark | MapPoint | undefined {
    return this.pointing.at(this.viewNow(), place.x / this.scale, place.y / this.scale);
  }

  private press(place: L.Point): void {
    const hit = this.under(place);
    if (!hit) return;
    if (!('kind' in hit)) this.listener.onSelect(hit.id);
    else if (hit.kind === 'pin') this.listener.onSelect(hit.point.id);
    else this.listener.onCluster(hit, this.clusters!.expansionZoom(hit.clusterId) + this.magnified());
  }

  private point(place: L.Point | null): void {
    if (this.zooming) return;
    const hit = place ? this.under(place) : undefined;
    const key = !hit ? null : 'kind' in hit ? hit.key : hit.id;
    if (key === this.hovered) return;
    this.hovered = key;
    this._map.getContainer().classList.toggle('map-pointing', key !== null);
    this.listener.onHover(hit && (!('kind' in hit) || hit.kind === 'pin') ? key : null);
    this.schedule();
  }
}
