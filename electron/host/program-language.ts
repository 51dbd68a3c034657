import type { Language } from '../../data/schema/text.js';
import type { Program } from '../services/program.js';

/** The language that the program speaks now. */
export const languageOf = async (program: Pick<Program, 'handlers'>): Promise<Language> => (await program.handlers['settings.get']({})).language;
