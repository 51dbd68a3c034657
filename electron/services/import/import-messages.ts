import type { Draft } from '../../../data/rules/import/draft.js';
import type { LedgerHints, UnderstoodFile } from '../../../data/rules/import/understand-files.js';
import type { Failure } from '../../../data/schema/failure.js';

/** What the worker is started with. */
export interface ImportTask { readonly files: readonly { readonly name: string; readonly path: string }[]; readonly hints: LedgerHints }

/** What the worker says. Rows come in portions; it waits for `next` after each, so that the main thread never has to catch up. */
export type WorkerMessage =
  | { readonly kind: 'reading'; readonly file: number }
  | { readonly kind: 'understanding'; readonly done: number; readonly total: number }
  | { readonly kind: 'files'; readonly files: readonly (UnderstoodFile & { readonly refusal?: Failure })[]; readonly rows: number }
  | { readonly kind: 'rows'; readonly drafts: readonly Draft[] }
  | { readonly kind: 'done' };
export type MainMessage = 'next';
