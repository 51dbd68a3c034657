import type { Language, Text } from '../../data/schema/text.js';

/** How the command line speaks: Chinese, English, or both where the environment names neither. */
export type Speech = Language | 'both';

/** The language that LC_ALL, LC_MESSAGES or LANG asks for, in the order of POSIX. */
export function speechOf(env: Readonly<Record<string, string | undefined>>): Speech {
  const wanted = (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').toLowerCase();
  return wanted.startsWith('zh') ? 'zh' : wanted.startsWith('en') ? 'en' : 'both';
}

/** A sentence for the terminal. */
export const said = ({ zh, en }: Text, speech: Speech): string => (speech === 'both' ? (zh === en ? zh : `${zh} ${en}`) : speech === 'zh' ? zh : en);

/** A sentence for a field of JSON, where one language is enough: Chinese unless English is asked for. */
export const sentence = (text: Text, speech: Speech): string => text[speech === 'en' ? 'en' : 'zh'];
