import type { ImportPlanSummary } from '../../../../data/contract.js';
import type { Failure } from '../../../../data/schema/failure.js';

/** The most files that one import takes. */
export const mostFiles = 200;

/** A file that a person handed over: on its way to the program, there, or why it cannot be. */
export interface TakenFile { readonly key: string; readonly file: File; readonly sent: 'waiting' | 'sending' | 'there'; readonly failure?: Failure }

const sameFile = (one: File, other: File) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

let taken = 0;
/** The list with files added; one that is in it already is not taken twice, and no more than an import can hold. */
export function withFiles(list: readonly TakenFile[], files: readonly File[]): TakenFile[] {
  const next = [...list];
  for (const file of files) if (next.length < mostFiles && !next.some((known) => sameFile(known.file, file))) next.push({ key: String(taken += 1), file, sent: 'waiting' });
  return next;
}

/** Where each file of one plan stands in the next: old place to new place, without those that are gone. */
export const movesBetween = (before: readonly string[], after: readonly string[]): Map<number, number> =>
  new Map(before.flatMap((key, at) => { const next = after.indexOf(key); return next < 0 ? [] : [[at, next] as const]; }));

export const isPhoto = (plan: ImportPlanSummary, file: number) => plan.photos.some((photo) => photo.file === file);

/** Bytes as people say them. */
export const sizeText = (bytes: number) => (bytes >= 2 ** 20 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : bytes >= 2 ** 10 ? `${Math.round(bytes / 2 ** 10)} KB` : `${bytes} B`);
