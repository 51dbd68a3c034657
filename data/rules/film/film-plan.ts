import type { StageCamera } from '../../schema/tour.js';
import type { Category, Status } from '../../schema/vocabularies.js';
import type { Extent } from '../map/extent.js';
import type { SlideBar, SlideFigure, SlidePhoto } from '../slides/slide.js';
import type { SlideLanguage, Words } from '../slides/slide-words.js';

export interface FilmPoint { readonly lng: number; readonly lat: number }

/** An asset as a film tells of it. `kicker` is its kind and its village. */
export interface FilmAsset { readonly id: string; readonly category: Category; readonly kicker: Words; readonly name: Words; readonly standing: Status | null; readonly status: Words | null }

/** One row of the project table: its name, where it is and in which trade, how much it takes, how far it is. */
export interface FilmRow { readonly name: Words; readonly place: string; readonly investment: string; readonly stage: string }

/** What one shot shows: every word is chosen, nothing has to be looked up any more but pictures, by their media's ids. */
export type FilmScene =
  | { readonly kind: 'cover'; readonly title: Words; readonly slogan: Words | null; readonly line: Words | null; readonly picture: string | null }
  | { readonly kind: 'story'; readonly title: Words; readonly line: Words | null; readonly picture: string | null; readonly figures: readonly SlideFigure[] }
  | { readonly kind: 'figures'; readonly title: Words; readonly line: Words | null; readonly figures: readonly SlideFigure[]; readonly bars: readonly SlideBar[] }
  /** All of `extent` is in view. */
  | { readonly kind: 'overview'; readonly title: Words; readonly line: Words | null; readonly figures: readonly SlideFigure[]; readonly bars: readonly SlideBar[]; readonly ids: readonly string[]; readonly extent: Extent }
  /** The map comes to one asset, from the one before. */
  | { readonly kind: 'place'; readonly asset: FilmAsset; readonly to: FilmPoint; readonly camera: StageCamera | null; readonly from: FilmPoint | null }
  | { readonly kind: 'asset'; readonly asset: FilmAsset; readonly line: Words | null; readonly photo: SlidePhoto | null; readonly figures: readonly SlideFigure[]; readonly chips: readonly string[] }
  | { readonly kind: 'photo'; readonly asset: FilmAsset; readonly photo: SlidePhoto }
  | { readonly kind: 'change'; readonly title: Words; readonly line: Words | null; readonly before: SlidePhoto; readonly after: SlidePhoto }
  | { readonly kind: 'project'; readonly id: string; readonly name: Words; readonly chips: readonly Words[]; readonly line: Words | null; readonly figures: readonly SlideFigure[]; readonly photo: string | null }
  | { readonly kind: 'table'; readonly title: Words; readonly rows: readonly FilmRow[]; readonly page: number; readonly pages: number }
  | { readonly kind: 'comparison'; readonly title: Words; readonly line: Words | null; readonly assets: readonly { readonly id: string; readonly category: Category; readonly name: Words; readonly photo: string | null }[]; readonly rows: readonly { readonly label: Words; readonly values: readonly string[] }[] }
  /** The user's own film, from its beginning; where it cannot be decoded, `photo` stands for it. */
  | { readonly kind: 'video'; readonly media: string; readonly title: Words; readonly line: Words | null; readonly photo: string | null }
  | { readonly kind: 'closing'; readonly title: Words; readonly line: Words | null; readonly picture: string | null; readonly contact: { readonly label: Words; readonly name: string; readonly phone: string } | null; readonly credits: readonly string[] };

/** One shot: `from` is its first frame in the film, `frames` how many it has; over its first `fade` frames the shot before is still seen. */
export interface Shot { readonly id: string; readonly from: number; readonly frames: number; readonly fade: number; readonly scene: FilmScene }

/** A whole film as it is to be drawn: the same plan gives the same frames. */
export interface FilmPlan {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly language: SlideLanguage;
  readonly title: string;
  /** The signs of the seal; none where the township's name is not written in Chinese. */
  readonly seal: readonly string[];
  /** What stands on every frame: 内部资料, 示例数据; null where it is not so. */
  readonly internal: string | null;
  readonly sample: string | null;
  /** What stands under every map: whose it is, 审图号 or that there is none. */
  readonly credit: string;
  readonly shots: readonly Shot[];
}
