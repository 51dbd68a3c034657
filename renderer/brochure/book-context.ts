import { createContext, useContext } from 'react';
import type { Book, BookAsset, BookProject } from '../../data/rules/brochure/book.js';
import { text } from '../../data/schema/text.js';
import { firstLanguage, sayIn, type Words } from '../../data/rules/slides/slide-words.js';
import type { Drawing } from './drawing.js';

/** What every page of the book knows. */
export interface BookSetting {
  readonly book: Book;
  readonly asset: (id: string) => BookAsset | undefined;
  readonly project: (id: string) => BookProject | undefined;
  /** The number that is printed on the first page of an asset or a project. */
  readonly assetPage: (id: string) => number;
  readonly projectPage: (id: string) => number;
  /** Draws maps and pictures; null while the pages are still being laid out, when their rooms are not yet known. */
  readonly drawing: Drawing | null;
}

export const BookContext = createContext<BookSetting | null>(null);

export function useBook(): BookSetting {
  const setting = useContext(BookContext);
  if (!setting) throw new Error('A page of the book stands outside of it.');
  return setting;
}

export interface BookSay {
  (zh: string, en: string): Words;
  /** The first language alone, where there is no room for two. */
  one(zh: string, en: string): string;
}

/** Says the program's own words in the languages of the book. */
export function useBookSay(): BookSay {
  const { book: { language } } = useBook();
  const say = (zh: string, en: string): Words => sayIn(text(zh, en), language);
  return Object.assign(say, { one: (zh: string, en: string) => text(zh, en)[firstLanguage(language)] });
}

/** What links lead to: a page by the number that is printed on it. */
export const pageAnchor = (number: number) => `page-${number}`;
