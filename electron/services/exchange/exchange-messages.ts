import type { SliceBook } from '../../../data/rules/slice/slice-book.js';
import type { Failure } from '../../../data/schema/failure.js';
import type { ExchangeHead, ExchangeRecord } from './exchange-format.js';

/** What the worker is told to do, once. */
export type ExchangeTask =
  | { readonly kind: 'pack'; readonly file: string; readonly head: string; readonly records: string; readonly media: readonly { readonly name: string; readonly path: string }[] }
  | { readonly kind: 'slice'; readonly file: string; readonly book: SliceBook }
  | { readonly kind: 'unpack'; readonly file: string; readonly name: string; /** An empty folder that media are put in. */ readonly folder: string };

/** What the worker says: how far it is, the records in portions, and in the end how it went. */
export type ExchangeAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'records'; readonly records: readonly ExchangeRecord[] }
  | { readonly kind: 'done'; readonly head?: ExchangeHead; readonly media?: readonly string[] }
  | { readonly kind: 'failed'; readonly failure?: Failure; readonly code?: string; readonly message: string };
