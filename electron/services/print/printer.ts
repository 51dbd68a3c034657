import type { CallCircle } from '../../../data/contract.js';
import type { PageSize } from '../../../data/rules/map/sheet-size.js';
import type { Text } from '../../../data/schema/text.js';
import type { Program } from '../program.js';

/** A page of the program that is to be printed: which, with whose rights it asks for its content, and how large it is. */
export interface PrintTask {
  readonly sheetId: string;
  /** A print for the public is opened as the public opens the program, so that it cannot even ask for anything else. */
  readonly circle: CallCircle;
  /** In millimetres. A document of many pages says its first page's. */
  readonly page: PageSize;
  /** False for a document of very many parts: the engine would hold a tag for each of them, and gigabytes in all. */
  readonly tagged?: boolean;
  /** Dots to each CSS pixel that a PDF's maps are drawn with, where they are not to be a paper map's. */
  readonly dots?: number;
}
export interface PrintRun {
  readonly signal: AbortSignal;
  /** Hears what the page says of itself while it draws: how much is done, of how much. */
  onStep(done: number, total: number | null, step: Text | null): void;
}

/** Prints pages of the program in an engine of the host's own. Fails with a FailureError; a cancelled print leaves nothing behind. */
export interface Printer {
  pdf(task: PrintTask, run: PrintRun): Promise<Uint8Array>;
  /** A PNG of the page at `density` dots to each CSS pixel. */
  picture(task: PrintTask, density: number, run: PrintRun): Promise<Uint8Array>;
  /**
   * Lets a page draw a film of `density` dots to each CSS pixel and hands on its files piece by piece, so that none is ever held whole.
   * Answers with what the page says of the finished film.
   */
  film(task: PrintTask, density: number, take: TakePiece, run: PrintRun): Promise<unknown>;
}

/** Takes a stretch of one of the files that a page makes: the film, or the picture that stands for it. */
export type TakePiece = (part: FilmPart, bytes: Uint8Array, position: number) => Promise<void>;
export const filmParts = ['film', 'poster'] as const;
export type FilmPart = (typeof filmParts)[number];

/** Makes a printer for a program; every host has its own. */
export type CreatePrinter = (program: Program) => Printer;
