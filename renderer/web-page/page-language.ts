import { createContext, useContext } from 'react';
import { sayerOf, type Say } from '../state/say.js';

/** The sayer of the page in the language that it is read in. */
export const PageLanguage = createContext<Say>(sayerOf('zh'));
export const usePageSay = (): Say => useContext(PageLanguage);
