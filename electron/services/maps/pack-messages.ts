import type { PackContainer, PackDatum, TileFormat, TileScheme } from '../../../data/schema/map-pack.js';
import type { Bounds, TilePlace } from '../../../data/rules/map/tile-scheme.js';
import type { Failure } from '../../../data/schema/failure.js';
import type { Text } from '../../../data/schema/text.js';

/** How the name of a folder or file is made of a number: `L07` is prefix L, two digits at least. */
export interface NumberName { readonly prefix: string; readonly digits: number }
/** How the files of a folder of tiles are named. */
export interface FolderLayout {
  readonly level: NumberName;
  readonly first: NumberName;
  readonly second: NumberName;
  /** `folders`: level/first/second.png · otherwise level/first<joint>second.png, as 水经注 may write it. */
  readonly joint: string | 'folders';
  /** Which of the two numbers comes first. */
  readonly order: 'column-first' | 'row-first';
  /** Endings of the files, the usual one first; '' where there are none. */
  readonly endings: readonly string[];
}

/** Where the tiles of a pack lie on this machine, and what was found out about how. */
export interface PackSource {
  readonly path: string;
  readonly container: PackContainer;
  readonly layout?: FolderLayout;
  /** Length of the file when it was looked into; another length is another file. Not for folders. */
  readonly bytes?: number;
}

/** A tile as its pack counts it. */
export interface TileTask { readonly kind: 'tile'; readonly source: PackSource; readonly level: number; readonly column: number; readonly row: number }
/** Looks into a pack: `places` are longitudes and latitudes of what the ledger knows, in WGS-84. */
export interface InspectTask { readonly kind: 'inspect'; readonly path: string; readonly places: readonly (readonly [number, number])[] }
/** Closes all packs: the ledger is left, or its folder is to be moved. */
export interface CloseTask { readonly kind: 'close' }
/** Gathers a folder of tiles, counted by `scheme`, into one MBTiles file at `target`. */
export interface GatherTask { readonly kind: 'gather'; readonly source: PackSource; readonly scheme: TileScheme; readonly target: string; readonly metadata: Readonly<Record<string, string>> }
export type PackTask = TileTask | InspectTask | CloseTask | GatherTask;

/** A tile ready to be sent: a picture as it lies in the pack, or features, inflated. */
export interface FoundTile { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }

/** How a pack lies on the ground when its numbers are read by one scheme. */
export interface SchemeReading { readonly scheme: TileScheme; readonly bounds: Bounds; readonly minZoom: number; readonly maxZoom: number }
/** What a pack was found to be. */
export interface PackReport {
  readonly source: PackSource;
  readonly bytes: number;
  readonly tiles: number | null;
  readonly name: string;
  readonly format: TileFormat;
  readonly tileSize: 256 | 512;
  /** By every scheme that its numbers allow, the likeliest first; one alone where the file or the ledger's places decide. */
  readonly readings: readonly SchemeReading[];
  /** By how many of `readings`, counted from the first, the person is asked. */
  readonly undecided: number;
  readonly datums: readonly { readonly datum: PackDatum; readonly evidence: Text | null }[];
  readonly attribution: string;
  readonly approvalNumber: string;
  readonly licence: string;
  /** In the first scheme's reading. */
  readonly samples: readonly TilePlace[];
  readonly faults: readonly Text[];
  /** Tells this pack from any other, whatever its name and place. */
  readonly print: string;
}

export interface PackAnswers { readonly tile: FoundTile | undefined; readonly inspect: PackReport; readonly close: true; /** How many tiles there are. */ readonly gather: number }
export type AskedTask = { readonly number: number; readonly task: PackTask };
export type PackReply =
  | { readonly number: number; readonly kind: 'done'; readonly value: PackAnswers[keyof PackAnswers] }
  | { readonly number: number; readonly kind: 'failed'; readonly failure: Failure }
  | { readonly number: number; readonly kind: 'progress'; readonly done: number; readonly total: number | null; readonly step: Text };
