import { useProgram } from './program-store.js';
import { sayerOf, type Say } from './say.js';

export { sayerOf, type Say } from './say.js';

/** The sayer for the language in use. */
export const useSay = (): Say => sayerOf(useProgram((state) => state.settings.language));
