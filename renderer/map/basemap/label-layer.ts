import L from 'leaflet';
import { afterFrame } from '../after-frame.js';
import { worldSize, type View } from '../world.js';
import { ZoomTransition } from '../zoom-transition.js';
import type { MapLabel } from './features.js';
import { moved, Occupied, type Rectangle } from './label-placement.js';
import type { Language } from './label-style.js';
import { pictureOf, type NamePicture } from './name-picture.js';
import { createRuler, type SettingView } from './name-setting.js';
import type { BasemapStyle } from './palette.js';
import { placeNames, type NamedLand, type PlacedName } from './place-names.js';
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

/** A name as it stands on the page. */
export interface DrawnName { readonly text: string; readonly boxes: readonly Rectangle[] }

interface Shown extends PlacedName {
  readonly picture: NamePicture;
  /** False once it has met something while the map zooms: it comes back when the map rests. */
  visible: boolean;
}

/** Share of the view beyond each edge where names are set as well, so that a short pan finds them there. */
const beyond = 0.4;
const paneName = 'basemap-labels';
/** How long the map must stand still before names are placed: a little longer than the markers wait, whose names come first. */
const settleMs = 75;
const arriveMs = 200;
const leaveMs = 140;

/**
 * The names of the map, each a small picture of its own above the tiles and below the markers.
 * They are placed when the map rests. A pan moves them all together; while the zoom changes each keeps its size and its place,
 * and leaves as soon as it would touch a mark or a name that matters more, so that no frame shows two over one another.
 */
export class LabelLayer extends L.Layer {
  private readonly ruler = createRuler();
  /** Resolves when the letters of all names placed so far are there, in their own fonts. */
  private fonts: Promise<unknown> = Promise.resolve();
  private readonly lettersAsked = new Set<string>();
  private obstacles: readonly Obstacle[] = [];
  private covered: () => readonly Rectangle[] = () => [];
  private shown: readonly Shown[] = [];
  private leaving: { readonly shown: Shown; readonly animation: Animation }[] = [];
  /** What the present pictures were drawn for: with anything else they are drawn anew. */
  private drawnFor = '';
  private waiting = false;
  /** True from the beginning of a movement until the map has stood still for a moment. */
  private moving = false;
  private settling: ReturnType<typeof setTimeout> | undefined;
  private calledOff: () => void = () => undefined;
  private zooming: ZoomTransition | null = null;
  private frame = 0;

  constructor(
    private labels: readonly MapLabel[],
    private style: BasemapStyle,
    private language: Language,
    private readonly labelScale: number,
    private land?: NamedLand,
  ) {
    super();
  }

  setStyle(style: BasemapStyle): void {
    this.style = style;
    this.schedule();
  }

  /** Other names, those that matter most first, and the land whose heights are written: sheets of vector tiles bring theirs as they come. */
  setLabels(labels: readonly MapLabel[], land?: NamedLand): void {
    this.labels = labels;
    if (land) this.land = land;
    else delete this.land;
    this.schedule();
  }

  setLanguage(language: Language): void {
    this.language = language;
    this.schedule();
  }

  /** Gives the rectangles of markers and the like, at any time; names move away or leave. */
  setObstacles(obstacles: readonly Obstacle[]): void {
    this.obstacles = obstacles;
    this.schedule();
  }

  /** What lies over the map, in CSS pixels of its container; asked for whenever names are placed at rest. */
  setCovers(covered: () => readonly Rectangle[]): void {
    this.covered = covered;
    this.schedule();
  }

  /** Resolves when the names of the present view stand, in their own fonts. */
  async settled(): Promise<void> {
    for (;;) {
      const { fonts } = this;
      await fonts;
      if (this.mapOrNull() && (this.waiting || this.moving)) this.stand();
      // Names that found a place just now may need letters of their own.
      if (fonts === this.fonts) return;
    }
  }

  /** The boxes of every name as it stands on the page at this moment, those included that are fading; in CSS pixels of the window. */
  drawnBoxes(): readonly DrawnName[] {
    return [...this.shown.filter(({ visible }) => visible), ...this.leaving.map(({ shown }) => shown)].map(({ setting, picture: { canvas, left, top } }) => {
      const place = canvas.getBoundingClientRect();
      return { text: setting.glyphs.map(({ text }) => text).join(''), boxes: setting.boxes.map((box) => moved(box, place.left - left, place.top - top)) };
    });
  }

  override onAdd(map: L.Map): this {
    const pane = map.getPane(paneName) ?? map.createPane(paneName);
    pane.style.zIndex = '450';
    pane.style.pointerEvents = 'none';
    pane.setAttribute('aria-hidden', 'true');
    // The ground is shown first; its names follow a moment later.
    this.waiting = true;
    this.calledOff = afterFrame(() => { this.settling = setTimeout(() => this.stand(), settleMs); });
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.calledOff();
    clearTimeout(this.settling);
    this.moving = false;
    this.zooming = null;
    this.clear();
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      movestart: () => { this.moving = true; clearTimeout(this.settling); },
      move: () => { if (!this.zooming && (this.zoomed() || this.farFromRest())) this.schedule(); },
      moveend: () => this.ended(),
      resize: () => this.schedule(),
      viewreset: () => this.schedule(),
      zoomanim: (event) => this.zoom(event as L.ZoomAnimEvent),
    };
  }

  private mapOrNull(): L.Map | null {
    return this._map as L.Map | null;
  }

  /** Asks for the letters of names that have found a place: a webfont comes in pieces, and most names of a pack are not seen. */
  private loadLetters(shown: readonly Shown[]): void {
    const wanted = new Map<string, string>();
    for (const { setting: { lettering: { font }, glyphs } } of shown) {
      // Of the first family alone: what it lacks is drawn in whichever of the others the machine has.
      const [own = font] = font.split(',');
      const family = own.slice(own.indexOf('px') + 2);
      for (const { text } of glyphs) for (const letter of text) {
        if (this.lettersAsked.has(letter + family)) continue;
        this.lettersAsked.add(letter + family);
        wanted.set(own, (wanted.get(own) ?? '') + letter);
      }
    }
    const missing = [...wanted].filter(([font, letters]) => !document.fonts.check(font, letters));
    if (missing.length === 0) return;
    this.fonts = Promise.allSettled([this.fonts, ...missing.map(([font, letters]) => document.fonts.load(font, letters))]).then(() => {
      // Until its file has come, a webfont is measured and drawn as another one.
      this.ruler.forget();
      this.drawnFor = '';
      this.schedule();
    });
  }

  /** After this task, but before the frame is shown: the markers of the same move are known by then. */
  private schedule(): void {
    if (this.waiting || !this.mapOrNull()) return;
    this.waiting = true;
    queueMicrotask(() => { if (this.waiting && this.mapOrNull()) this.renew(); });
  }

  private renew(): void {
    this.waiting = false;
    if (this.zooming) this.follow(this.zooming.viewNow());
    else if (this.moving && (this.zoomed() || !this.farFromRest())) this.follow(this.viewNow());
    else this.rest();
  }

  /** A movement is over; another may begin at once, as when the map is pushed by the keyboard, so placing waits a little. */
  private ended(): void {
    this.zooming = null;
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.stand(), settleMs);
    if (this.zoomed()) this.schedule();
  }

  private stand(): void {
    clearTimeout(this.settling);
    this.moving = this.waiting = false;
    if (this.mapOrNull()) this.rest();
  }

  private viewNow(): View {
    const { min } = this._map.getPixelBounds();
    return { scale: worldSize(this._map.getZoom()), left: min!.x, top: min!.y };
  }

  private restView: View = { scale: 0, left: 0, top: 0 };
  private zoomed(): boolean {
    return this.restView.scale !== worldSize(this._map.getZoom());
  }

  private farFromRest(): boolean {
    const { left, top } = this.viewNow();
    const size = this._map.getSize();
    return Math.abs(left - this.restView.left) > size.x * beyond * 0.8 || Math.abs(top - this.restView.top) > size.y * beyond * 0.8;
  }

  private blocked({ scale, left, top }: View): Rectangle[] {
    return this.obstacles.map((box) => moved([box.left, box.top, box.right, box.bottom], worldX(box.lng) * scale - left, worldY(box.lat) * scale - top));
  }

  /** Puts a name where its place is in a view. At rest it stands on whole device pixels, to be crisp. */
  private put({ setting, picture }: Shown, { scale, left, top }: View, atRest: boolean): void {
    const corner = this._map.containerPointToLayerPoint([0, 0]);
    const ratio = atRest ? window.devicePixelRatio || 1 : 0;
    const snap = (value: number) => (ratio ? Math.round(value * ratio) / ratio : value);
    L.DomUtil.setTransform(picture.canvas, L.point(snap(setting.x * scale - left + corner.x) + picture.left, snap(setting.y * scale - top + corner.y) + picture.top), 1);
  }

  /** A zoom transition of the tiles begins: the names go the same way frame by frame, at the frame's own time, as the markers do. */
  private zoom({ center, zoom }: L.ZoomAnimEvent): void {
    const map = this._map;
    const corner = map.project(center, zoom).subtract(map.getSize().divideBy(2)).round();
    this.zooming = new ZoomTransition(this.viewNow(), { scale: worldSize(zoom), left: corner.x, top: corner.y });
    const step = () => {
      this.frame = 0;
      if (!this.zooming) return;
      this.follow(this.zooming.viewNow());
      if (!this.zooming.isOver()) this.frame = requestAnimationFrame(step);
    };
    if (this.frame === 0) this.frame = requestAnimationFrame(step);
  }

  /** One frame of a change of zoom: every name in its place, those that would now touch something gone. */
  private follow(view: View): void {
    this.endLeaving();
    const occupied = new Occupied(this.blocked(view));
    for (const shown of this.shown) {
      if (!shown.visible) continue;
      const { setting } = shown;
      const [x, y] = [setting.x * view.scale - view.left, setting.y * view.scale - view.top];
      if (occupied.isFree(setting.boxes, x, y)) {
        occupied.take(setting.boxes, x, y);
        this.put(shown, view, false);
      } else {
        shown.visible = false;
        shown.picture.canvas.style.display = 'none';
      }
    }
  }

  /** The map stands still, or is dragged at one zoom: places all names. What still fits where it was stays there. */
  private rest(): void {
    const map = this._map;
    const view = this.viewNow();
    const size = map.getSize();
    const zoom = map.getZoom();
    const seen: Rectangle = [0, 0, size.x, size.y];
    const wide: Rectangle = [-size.x * beyond, -size.y * beyond, size.x * (1 + beyond), size.y * (1 + beyond)];
    const settingView: SettingView = { ...view, zoom, language: this.language, labelScale: this.labelScale, seen: this.moving ? wide : seen };
    const lookNow = `${zoom} ${this.language} ${this.style} ${window.devicePixelRatio}`;
    const kept = lookNow === this.drawnFor ? this.shown.filter(({ visible }) => visible) : [];
    this.drawnFor = lookNow;
    this.restView = view;

    const placed = placeNames({
      labels: this.labels, land: this.land, view: settingView, wide, mayBeCut: this.moving, ruler: this.ruler.width, kept,
      occupied: new Occupied([...this.blocked(view), ...(this.moving ? [] : this.covered())]),
    });
    const next = placed.map((one): Shown => ('picture' in one ? one : { ...one, picture: pictureOf(one.setting, this.style, Math.min(4, window.devicePixelRatio || 1)), visible: true }));
    this.show(next, view);
    this.loadLetters(next);
  }

  /** Takes the new set: what is new fades in, what is gone fades out unless something else stands there now. */
  private show(next: readonly Shown[], view: View): void {
    this.endLeaving();
    const pane = this._map.getPane(paneName)!;
    const fades = this._map.options.fadeAnimation === true;
    const stays = new Set(next);
    const sizeOf = ({ setting }: Shown) => setting.boxes.map((box) => moved(box, setting.x * view.scale - view.left, setting.y * view.scale - view.top));
    const occupied = new Occupied([...this.blocked(view), ...next.flatMap(sizeOf)]);
    for (const shown of this.shown) {
      if (stays.has(shown)) continue;
      const boxes = sizeOf(shown);
      if (fades && shown.visible && occupied.isFree(boxes)) {
        occupied.take(boxes);
        this.letGo(shown, view);
      } else shown.picture.canvas.remove();
    }
    const before = new Set(this.shown);
    for (const shown of next) {
      this.put(shown, view, true);
      if (before.has(shown)) continue;
      pane.append(shown.picture.canvas);
      if (fades) shown.picture.canvas.animate([{ opacity: 0 }, { opacity: 1 }], { duration: arriveMs, easing: 'ease-out' });
    }
    this.shown = next;
  }

  private letGo(shown: Shown, view: View): void {
    const { canvas } = shown.picture;
    this.put(shown, view, true);
    const animation = canvas.animate([{ opacity: 1 }, { opacity: 0 }], { duration: leaveMs, easing: 'ease-in', fill: 'forwards' });
    animation.onfinish = () => { canvas.remove(); this.leaving = this.leaving.filter((one) => one.shown !== shown); };
    this.leaving.push({ shown, animation });
  }

  private endLeaving(): void {
    for (const { shown, animation } of this.leaving) {
      animation.onfinish = null;
      animation.cancel();
      shown.picture.canvas.remove();
    }
    this.leaving = [];
  }

  private clear(): void {
    this.endLeaving();
    for (const { picture } of this.shown) picture.canvas.remove();
    this.shown = [];
    this.drawnFor = '';
  }
}
