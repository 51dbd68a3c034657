import type { Category, Status } from '../../schema/vocabularies.js';
import type { Location } from '../../schema/common.js';
import type { SlideBar, SlideFact, SlideFigure } from '../slides/slide.js';
import type { SlideLanguage, Words } from '../slides/slide-words.js';

/** A photo of the book; its sides in pixels where they are known. */
export interface BookPhoto { readonly media: string; readonly caption: Words | null; readonly width: number | null; readonly height: number | null }

/** An asset as the book tells of it. Every word is chosen; `staff` is empty but in the internal edition. */
export interface BookAsset {
  readonly id: string;
  readonly code: string | null;
  readonly category: Category;
  readonly categoryName: Words;
  readonly village: string | null;
  readonly name: Words;
  readonly line: Words | null;
  readonly standing: Status | null;
  readonly status: Words | null;
  readonly size: string;
  readonly figures: readonly SlideFigure[];
  readonly facts: readonly SlideFact[];
  readonly photos: readonly BookPhoto[];
  readonly place: Location | null;
  /** As `packedRings` gives them; empty for none. */
  readonly rings: readonly (readonly number[])[];
  /** Whom the public may call. */
  readonly contact: string | null;
  readonly projectIds: readonly string[];
  readonly staff: readonly string[];
}

export interface BookProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: Words;
  readonly chips: readonly Words[];
  readonly line: Words | null;
  readonly figures: readonly SlideFigure[];
  readonly facts: readonly SlideFact[];
  /** The assets of it that are in the book. */
  readonly assetIds: readonly string[];
  readonly photo: BookPhoto | null;
  readonly contact: string | null;
  /** Its row under the table's head. */
  readonly row: readonly Words[];
  readonly staff: readonly string[];
}

/** A line of the contents: a heading, or what is found on a page. */
export interface ContentsLine {
  readonly kind: 'section' | 'category' | 'entry';
  readonly words: Words;
  readonly note: string | null;
  readonly category: Category | null;
  /** The index of the page in the book, from 0. */
  readonly page: number;
}

/** The pages in their order. What stands on them is in the book; a page says which part of it. */
export type BookPage =
  | { readonly kind: 'cover' | 'front' | 'numbers' | 'overview' | 'contact' | 'colophon' }
  | { readonly kind: 'contents'; readonly first: boolean; readonly columns: readonly (readonly ContentsLine[])[] }
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'asset'; readonly id: string; readonly layout: AssetLayout }
  | { readonly kind: 'table'; readonly part: number; readonly parts: number; readonly projectIds: readonly string[] }
  | { readonly kind: 'project'; readonly id: string };

/** An asset on one page, or its photos at the left and its facts at the right of a spread. */
export type AssetLayout = 'page' | 'photos' | 'facts';

export interface BookCategory { readonly category: Category; readonly name: Words; readonly figures: readonly SlideFigure[]; readonly assetIds: readonly string[]; readonly photo: BookPhoto | null }

/** A whole brochure, ready to be laid out. */
export interface Book {
  readonly language: SlideLanguage;
  readonly internal: boolean;
  readonly bleed: boolean;
  readonly title: Words;
  readonly township: Words;
  readonly slogan: Words | null;
  readonly dedication: string | null;
  /** True for a book of chosen assets, for one investor. */
  readonly chosen: boolean;
  readonly sample: boolean;
  readonly seal: readonly string[];
  /** 公开 or 内部资料, then 示例数据 where it is. */
  readonly marks: readonly Words[];
  readonly madeOn: Words;
  readonly cover: string | null;
  /** The township's own story, where a tour tells it. */
  readonly story: { readonly title: Words; readonly line: Words | null; readonly picture: string | null; readonly figures: readonly SlideFigure[] } | null;
  readonly contact: { readonly name: string | null; readonly phone: string | null } | null;
  /** What has to be said of every map, and the warning where one of its sheets has no 审图号. */
  readonly credits: readonly string[];
  readonly warning: Words | null;
  readonly totals: readonly SlideFigure[];
  readonly bars: readonly SlideBar[];
  readonly horizons: readonly SlideFigure[];
  readonly villages: readonly { readonly name: string; readonly counts: readonly SlideBar[]; readonly total: number }[];
  readonly categories: readonly BookCategory[];
  readonly assets: readonly BookAsset[];
  readonly projects: readonly BookProject[];
  readonly tableHead: readonly Words[];
  readonly pages: readonly BookPage[];
}

/** What a page that draws a brochure asks for. */
export interface BrochureSheet { readonly kind: 'brochure'; readonly audience: 'internal' | 'public'; readonly language: 'zh' | 'en'; readonly book: Book }
