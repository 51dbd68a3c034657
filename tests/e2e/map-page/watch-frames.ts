import type { DrawnBox } from '../../../renderer/map/asset-layer.js';
import type { DrawnName } from '../../../renderer/map/basemap/label-layer.js';

declare global {
  interface Window {
    /** Called by frame-steps.js when all that a frame does is done: what is in the document then is what is shown. */
    afterFrame?: () => void;
  }
}

type Rectangle = readonly [left: number, top: number, right: number, bottom: number];

/** What was seen in all frames between the beginning and the end. */
export interface Watched {
  readonly frames: number;
  /** The most names of the base map, and boxes of assets, that stood in one frame: a watch that sees nothing proves nothing. */
  readonly mostNames: number;
  readonly mostAssets: number;
  readonly overlaps: readonly string[];
  readonly blanks: readonly string[];
}

/** The view is looked at in so many columns and rows. */
const columns = 32;
const rows = 18;
/** Rounding to device pixels may let two boxes meet by less than this. */
const slack = 1;
const mostTold = 12;

const overlapOf = (one: Rectangle, other: Rectangle) => Math.min(Math.min(one[2], other[2]) - Math.max(one[0], other[0]), Math.min(one[3], other[3]) - Math.max(one[1], other[1]));

/** A picture of the relief that is there and hides what is under it. */
function isOpaque(picture: HTMLImageElement): boolean {
  if (!picture.complete || picture.naturalWidth === 0) return false;
  if (picture.classList.contains('leaflet-tile') && !picture.classList.contains('leaflet-tile-loaded')) return false;
  for (let part: HTMLElement | null = picture; part && !part.classList.contains('leaflet-map-pane'); part = part.parentElement) {
    if (part.style.opacity !== '' && Number(part.style.opacity) < 1) return false;
  }
  return true;
}

/** Places of the view that no opaque picture of the relief covers. */
function bareSpots(): number {
  const rectangles = [...document.querySelectorAll<HTMLImageElement>('.basemap-relief img')].filter(isOpaque).map((picture) => picture.getBoundingClientRect());
  let bare = 0;
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [((column + 0.5) / columns) * innerWidth, ((row + 0.5) / rows) * innerHeight];
      if (!rectangles.some(({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom)) bare += 1;
    }
  return bare;
}

/** Looks at every animation frame until it is ended: at boxes of names as they stand on the page, and at the tiles of the relief in the document. */
export function watchFrames(sources: { readonly names: () => readonly DrawnName[]; readonly assets: () => readonly DrawnBox[] }): { end(): Watched } {
  const overlaps = new Set<string>();
  const blanks: string[] = [];
  let [frames, mostNames, mostAssets] = [0, 0, 0];
  let ended = false;
  const inView = ([left, top, right, bottom]: Rectangle) => right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;

  window.afterFrame = () => {
    if (!ended) {
      frames += 1;
      const names = sources.names().map(({ text, boxes }) => ({ text, boxes: boxes.filter(inView) })).filter(({ boxes }) => boxes.length > 0);
      const assets = sources.assets().filter(({ box }) => inView(box));
      mostNames = Math.max(mostNames, names.length);
      mostAssets = Math.max(mostAssets, assets.length);
      names.forEach(({ text, boxes }, at) => {
        for (const other of names.slice(at + 1)) if (boxes.some((box) => other.boxes.some((its) => overlapOf(box, its) > slack))) overlaps.add(`${text} / ${other.text} (frame ${frames}) ${JSON.stringify([boxes, other.boxes])}`);
        for (const asset of assets) if (boxes.some((box) => overlapOf(box, asset.box) > slack)) overlaps.add(`${text} / ${asset.kind} ${asset.text} (frame ${frames})`);
      });
      const words = assets.filter(({ kind }) => kind !== 'cluster' && kind !== 'pin' && kind !== 'photo' && kind !== 'selected');
      words.forEach((word, at) => {
        for (const other of words.slice(at + 1)) if (overlapOf(word.box, other.box) > slack) overlaps.add(`${word.text} / ${other.text} (frame ${frames})`);
      });
      const bare = bareSpots();
      if (bare > 0) blanks.push(`frame ${frames}: ${bare} of ${columns * rows}`);
    }
  };
  return {
    end() {
      ended = true;
      return { frames, mostNames, mostAssets, overlaps: [...overlaps].slice(0, mostTold), blanks: blanks.slice(0, mostTold) };
    },
  };
}
