import type { Draft } from '../../../data/rules/import/draft.js';
import type { ReadPhoto } from '../../../data/rules/import/match-photos.js';
import type { Decided, LedgerHints, ShapeDecisions, UnderstoodFile } from '../../../data/rules/import/understand-files.js';
import type { Failure } from '../../../data/schema/failure.js';

/** What the worker is told to do. A file that brought an earlier worker down comes with its `lost`, and is not read again. */
export interface ImportTask {
  readonly files: readonly { readonly name: string; readonly path: string; readonly lost?: Failure | undefined }[];
  readonly hints: LedgerHints;
  readonly decided: Decided;
}

/** What the worker found out before the rows. */
export interface FilesRead {
  readonly files: readonly (UnderstoodFile & { readonly refusal?: Failure })[];
  readonly rows: number;
  /** Of each file what was read from it as a photo, if it is one. */
  readonly photos: readonly (ReadPhoto | undefined)[];
  readonly decisions: readonly ShapeDecisions[];
  readonly township?: string;
}

/** What the worker says. Rows come in portions; it goes a few ahead of the `next` that each is answered with, so that the main thread never has much to catch up. */
export type WorkerMessage =
  | { readonly kind: 'reading'; readonly file: number }
  | { readonly kind: 'understanding'; readonly done: number; readonly total: number }
  | ({ readonly kind: 'files' } & FilesRead)
  | { readonly kind: 'rows'; readonly drafts: readonly Draft[] }
  | { readonly kind: 'done' };
export type MainMessage = 'next' | ImportTask;
