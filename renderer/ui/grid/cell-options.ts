import { latinSpellings } from '../../../data/rules/pinyin-readings.js';
import { isLatin, plainText } from '../../../data/rules/search-query.js';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import type { Say } from '../../state/language.js';
import { isRequired } from '../fields/field-fault.js';

/** One line of the list under a cell that is being edited. */
export interface CellOption { readonly value: string; readonly label: string; readonly also: readonly string[] }

/** How a cell is edited: words alone, one of a list, any number of a list. */
export type HandMode = 'words' | 'one' | 'many';
export const modeOf = (entry: FieldDefinition): HandMode => (entry.kind === 'choice' || entry.kind === 'boolean' ? 'one' : entry.kind === 'choices' ? 'many' : 'words');

/** The list of a field with a vocabulary; other words that mean the same are found too. */
export function optionsOf(entry: FieldDefinition, say: Say): CellOption[] {
  const none: CellOption[] = isRequired(entry) || entry.kind === 'choices' ? [] : [{ value: '', label: say('未填', 'Not given'), also: [] }];
  if (entry.kind === 'boolean') return [{ value: 'yes', label: say('是', 'Yes'), also: ['y', '1', '√'] }, { value: 'no', label: say('否', 'No'), also: ['n', '0', '×'] }, ...none];
  return [...(entry.vocabulary?.words ?? []).map((word) => ({ value: word.value as string, label: say(word.label), also: [word.label.zh, word.label.en, ...word.synonyms] })), ...none];
}

/** Words that stand in a column already, offered again while typing. */
export const offered = (words: readonly string[]): CellOption[] => words.map((word) => ({ value: word, label: word, also: [] }));

/** The options that the typed words may mean, best first: the label's beginning, then anything in it, then pinyin and other names. */
export function narrowed(options: readonly CellOption[], typed: string): CellOption[] {
  const wanted = plainText(typed);
  if (wanted === '') return [...options];
  const rank = ({ label, also }: CellOption): number => {
    const own = plainText(label);
    if (own.startsWith(wanted)) return 0;
    if (own.includes(wanted)) return 1;
    if (also.some((word) => plainText(word).startsWith(wanted))) return 2;
    if (!isLatin(wanted) || isLatin(own)) return 9;
    const { full, initials } = latinSpellings(own);
    return [...full, ...initials].some((spelling) => spelling.startsWith(wanted)) ? 3 : 9;
  };
  return options.map((option, at) => ({ option, at, rank: rank(option) })).filter((one) => one.rank < 9).sort((one, other) => one.rank - other.rank || one.at - other.at).map(({ option }) => option);
}
