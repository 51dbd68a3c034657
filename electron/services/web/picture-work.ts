/** What the worker that makes a web page's pictures is asked for, one thing after the other. */
export type PictureWork =
  /** A photo at most `bytes` large and `edge` pixels long, and a small one of it where wanted. Nothing but the picture is in them. */
  | { readonly kind: 'photo'; readonly path: string; readonly edge: number; readonly bytes: number; readonly small: boolean }
  /** The ground of a map, a PNG, cut into tiles of two levels, each with twice as many dots as it has CSS pixels. */
  | { readonly kind: 'ground'; readonly png: Uint8Array; readonly columns: number; readonly rows: number };

export interface MadePhoto { readonly large: Uint8Array; readonly width: number; readonly height: number; readonly small: Uint8Array | null }
/** Tiles row by row from the north-west: those of the closest level, and those of the one above it. */
export interface MadeGround { readonly near: readonly Uint8Array[]; readonly far: readonly Uint8Array[] }
export interface PictureWorkResults { readonly photo: MadePhoto; readonly ground: MadeGround }

/** Longest edge of a small picture, in pixels. */
export const smallEdge = 480;
/** Dots on a tile's side. */
export const tileDots = 512;

/** What the worker answers to each, in order. `broken` for what cannot be read. */
export type PictureWorkAnswer =
  | { readonly kind: 'made'; readonly result: MadePhoto | MadeGround }
  | { readonly kind: 'broken' };
