import type { Category, Status } from '../../schema/vocabularies.js';
import type { Words } from './slide-words.js';

/** A number that is read from afar: 960 kW, installed capacity. */
export interface SlideFigure { readonly value: string; readonly unit: string; readonly label: Words }
/** A line of facts; `caution` marks what limits the use. */
export interface SlideFact { readonly label: Words; readonly value: Words; readonly caution: boolean }
/** An asset in one line. */
export interface SlideAsset { readonly name: Words; readonly category: Category; readonly categoryName: Words; readonly village: string; readonly size: string; readonly status: Words | null; readonly photo: string | null }
export interface SlideBar { readonly category: Category; readonly name: Words; readonly count: number }
export interface SlidePhoto { readonly media: string; readonly caption: Words | null }

/** One slide as it is to be drawn: every word is chosen, nothing has to be looked up any more. Pictures go by their media's ids. */
export type SlideFace =
  | { readonly kind: 'cover'; readonly title: Words; readonly slogan: Words | null; readonly line: Words | null; readonly picture: string | null; readonly edition: string }
  | { readonly kind: 'chapter'; readonly title: Words; readonly line: Words | null; readonly picture: string | null; readonly figures: readonly SlideFigure[] }
  | { readonly kind: 'figures'; readonly title: Words; readonly line: Words | null; readonly figures: readonly SlideFigure[]; readonly chartTitle: Words; readonly bars: readonly SlideBar[]; readonly horizons: readonly SlideFigure[] }
  | { readonly kind: 'map'; readonly title: Words; readonly line: Words | null; readonly map: number; readonly figures: readonly SlideFigure[]; readonly bars: readonly SlideBar[] }
  | { readonly kind: 'asset'; readonly name: Words; readonly category: Category; readonly categoryName: Words; readonly place: string; readonly status: Words | null; readonly standing: Status | null; readonly line: Words | null; readonly photos: readonly SlidePhoto[]; readonly figures: readonly SlideFigure[]; readonly facts: readonly SlideFact[]; readonly uses: readonly string[] }
  | { readonly kind: 'change'; readonly title: Words; readonly line: Words | null; readonly before: SlidePhoto; readonly after: SlidePhoto }
  | { readonly kind: 'project'; readonly name: Words; readonly chips: readonly Words[]; readonly line: Words | null; readonly figures: readonly SlideFigure[]; readonly facts: readonly SlideFact[]; readonly head: readonly Words[]; readonly assets: readonly SlideAsset[]; readonly more: Words | null; readonly photo: string | null }
  | { readonly kind: 'table'; readonly title: Words; readonly page: number; readonly pages: number; readonly head: readonly Words[]; readonly rows: readonly (readonly Words[])[] }
  | { readonly kind: 'comparison'; readonly title: Words; readonly line: Words | null; readonly assets: readonly SlideAsset[]; readonly rows: readonly { readonly label: Words; readonly values: readonly Words[] }[] }
  | { readonly kind: 'closing'; readonly title: Words; readonly line: Words | null; readonly picture: string | null; readonly contact: { readonly label: Words; readonly name: string; readonly phone: string; readonly scan: Words } | null };

/** What a slide is about: its stop, whether it is that stop's first, and the records that it shows. */
export interface SlideSubject { readonly stopId: string; readonly first: boolean; readonly assetIds: readonly string[]; readonly projectIds: readonly string[] }
/** `notes` is what stands in the notes page: of the staff's edition alone. */
export interface Slide { readonly face: SlideFace; readonly notes: string | null; readonly about: SlideSubject }

/** A map that a slide shows: which assets, and the part of the earth that its frame takes (west, south, east, north). */
export interface SlideMap { readonly ids: readonly string[]; readonly extent: readonly [number, number, number, number] }

/** A whole presentation. */
export interface Deck {
  readonly title: string;
  /** What stands at the foot of every slide: the township, and the marks 公开 or 内部资料, 示例数据. */
  readonly township: Words;
  readonly internal: boolean;
  readonly marks: readonly string[];
  /** The signs of the seal; none where the township's name is not written in Chinese. */
  readonly seal: readonly string[];
  /** What is said under every map, and the warning where one of its sheets has no 审图号. */
  readonly credit: string;
  readonly warning: string | null;
  readonly language: 'zh' | 'en' | 'both';
  readonly slides: readonly Slide[];
  readonly maps: readonly SlideMap[];
}
