import L from 'leaflet';
import type { BasemapStyle, Language } from '../basemap/basemap.js';
import type { Context2d } from '../basemap/brush.js';
import type { MapLabel } from '../basemap/features.js';
import { Occupied, type Rectangle } from '../basemap/label-placement.js';
import { labelFontsReady } from '../basemap/label-style.js';
import { writeName } from '../basemap/name-picture.js';
import { createRuler } from '../basemap/name-setting.js';
import { placeNames } from '../basemap/place-names.js';
import { createGround, groundColour, type Ground, type Sheet } from '../ground/ground.js';
import { latitude, longitude, worldSize } from '../world.js';
import { flatten, pictureAddress } from './flatten.js';
import { planBlocks, type GroundBlock } from './ground-blocks.js';
import { longestMs, stillMapOptions } from './lay-ground.js';
import type { PrintView } from './print-view.js';

export interface DrawerWishes {
  readonly sheets: readonly Sheet[];
  readonly style: BasemapStyle;
  readonly language: Language;
  readonly labelScale: number;
  /** Dots to each CSS pixel of the pictures. */
  readonly dots: number;
  /** All views that will be asked for, each once: what several of them show is drawn once, and kept until the last of them is made. */
  readonly views: readonly PrintView[];
}
export interface DrawnWishes {
  /** One of those that were told beforehand. */
  readonly view: PrintView;
  /** What the ground's own names keep clear of, in CSS pixels of the view. */
  readonly taken: readonly Rectangle[];
  /** Paints what lies under badges and names, in CSS pixels of the view. */
  readonly under: (context: Context2d, look: CSSStyleDeclaration) => void;
}

/**
 * Draws the ground of many views on one map: a hundred maps at once would need the memory of a hundred. The ground is drawn in blocks
 * without its names; each view is put together of blocks, and its names are written on it.
 */
export interface GroundDrawer {
  /** The address of a JPEG of the view. */
  draw(wishes: DrawnWishes): Promise<string>;
  close(): void;
}

interface Opened { readonly ground: Ground; readonly map: L.Map; readonly zoom: number }
interface DrawnBlock { readonly picture: ImageBitmap; readonly labels: readonly MapLabel[]; readonly land: Ground['schematic'] }

/** Names are set so far beyond the view, as a share of it, as on a map that can be dragged: of a stream's names the same ones are chosen. */
const beyond = 0.4;

export function createGroundDrawer({ sheets, style, language, labelScale, dots, views }: DrawerWishes): GroundDrawer {
  // It stands aside: in sight, every frame would be composed of what is only read.
  const box = document.createElement('div');
  Object.assign(box.style, { position: 'fixed', left: '-20000px', top: '0', overflow: 'hidden', isolation: 'isolate' });
  box.setAttribute('aria-hidden', 'true');
  box.inert = true;
  document.body.append(box);
  const plan = planBlocks(views);
  /** How many views still need a block. */
  const needed = new Map<string, number>();
  for (const blocks of plan.values()) for (const { key } of blocks) needed.set(key, (needed.get(key) ?? 0) + 1);
  const kept = new Map<string, Promise<DrawnBlock>>();
  const ruler = createRuler();
  const lettered = new Set<MapLabel>();
  let opened: Opened | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const leave = () => {
    opened?.ground.remove();
    opened?.map.remove();
    opened = null;
  };
  async function drawBlock({ left, top, width, height }: GroundBlock, zoom: number): Promise<DrawnBlock> {
    box.style.width = `${width}px`;
    box.style.height = `${height}px`;
    // A layer that a zoom leaves behind may wait for its tiles for good, so that every zoom has a map of its own.
    if (opened && opened.zoom !== zoom) leave();
    const world = worldSize(zoom);
    const centre = L.latLng(latitude((top + height / 2) / world), longitude((left + width / 2) / world));
    if (opened) {
      // Moved, without laying out anything anew, by whole pixels.
      const { map } = opened;
      map.invalidateSize({ animate: false, pan: false });
      map.panBy(map.project(centre, zoom).subtract(map.project(map.getCenter(), zoom)), { animate: false });
    } else {
      const ground = await createGround({ sheets, style, language, labelScale, graticule: false, names: false, still: true });
      const map = L.map(box, { ...stillMapOptions, center: centre, zoom });
      for (const layer of ground.layers) layer.addTo(map);
      opened = { ground, map, zoom };
    }
    const { ground } = opened;
    await ground.settled(longestMs);
    const labels = ground.namesInSight();
    const fresh = labels.filter((label) => !lettered.has(label));
    for (const label of fresh) lettered.add(label);
    const letters = fresh.length > 0 && labelFontsReady(fresh);
    // Until its file has come, a webfont is measured as another one.
    if (letters) { await letters; ruler.forget(); }
    return { picture: flatten(box, dots, groundColour(style)).transferToImageBitmap(), labels, land: ground.schematic };
  }
  /** Blocks are drawn one after another: they are taken of one map. */
  function blockOf(block: GroundBlock, zoom: number): Promise<DrawnBlock> {
    const known = kept.get(block.key);
    if (known) return known;
    const drawn = turn.then(() => drawBlock(block, zoom));
    turn = drawn.catch(() => undefined);
    kept.set(block.key, drawn);
    return drawn;
  }
  function release({ key }: GroundBlock): void {
    const left = (needed.get(key) ?? 1) - 1;
    needed.set(key, left);
    if (left > 0) return;
    // The pixels are given back now, not when the garbage is collected.
    void kept.get(key)?.then(({ picture }) => picture.close(), () => undefined);
    kept.delete(key);
  }

  function writeNames(context: Context2d, { width, height, zoom, view: { scale } }: PrintView, corner: { readonly left: number; readonly top: number }, taken: readonly Rectangle[], blocks: readonly DrawnBlock[]): void {
    const labels = [...new Set(blocks.flatMap((block) => block.labels))].sort((one, other) => other.priority - one.priority);
    const placed = placeNames({
      labels, land: blocks.find(({ land }) => land)?.land?.features, ruler: ruler.width, mayBeCut: false, occupied: new Occupied(taken), kept: [],
      view: { scale, ...corner, zoom, language, labelScale, seen: [0, 0, width, height] }, wide: [-width * beyond, -height * beyond, width * (1 + beyond), height * (1 + beyond)],
    });
    const snap = (value: number) => Math.round(value * dots);
    for (const { setting } of placed) {
      context.setTransform(dots, 0, 0, dots, snap(setting.x * scale - corner.left), snap(setting.y * scale - corner.top));
      writeName(context, setting, style);
    }
  }

  async function compose({ view, taken, under }: DrawnWishes): Promise<OffscreenCanvas> {
    const pieces = plan.get(view) ?? [];
    try {
      const blocks = await Promise.all(pieces.map(async (block) => blockOf(block, view.zoom)));
      const picture = new OffscreenCanvas(Math.max(1, Math.round(view.width * dots)), Math.max(1, Math.round(view.height * dots)));
      const context = picture.getContext('2d', { alpha: false });
      if (!context) return picture;
      // Whole dots of the world, so that nothing is drawn between two dots.
      const [left, top] = [Math.round(view.view.left * dots), Math.round(view.view.top * dots)];
      blocks.forEach(({ picture: part }, at) => context.drawImage(part, Math.round(pieces[at]!.left * dots) - left, Math.round(pieces[at]!.top * dots) - top));
      writeNames(context, view, { left: left / dots, top: top / dots }, taken, blocks);
      context.setTransform(dots, 0, 0, dots, 0, 0);
      under(context, getComputedStyle(box));
      return picture;
    } finally {
      pieces.forEach(release);
    }
  }

  return {
    async draw(wishes) { return pictureAddress(await compose(wishes)); },
    close() {
      leave();
      box.remove();
    },
  };
}
