import { useCallback } from 'react';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import type { DeskEntry } from '../../state/index-entries.js';

/** More different words than this are names rather than a habit, and are not offered again. */
const mostWords = 200;

/** Words that stand in a column of the index already, offered while one types there: villages first of all. */
export function useKnownWords(entries: readonly DeskEntry[], paths: readonly string[], villages: readonly string[] | undefined) {
  return useCallback((field: FieldDefinition): readonly string[] => {
    if (field.kind !== 'text') return [];
    const words = new Set(field.path === 'village' ? villages : []);
    const at = paths.indexOf(field.path);
    if (at < 0) return [...words];
    for (const entry of entries) {
      const value = entry.cells[at];
      if (typeof value === 'string' && value !== '') words.add(value);
      if (words.size > mostWords) return field.path === 'village' ? [...(villages ?? [])] : [];
    }
    return words.size > entries.length * 0.7 ? [] : [...words];
  }, [entries, paths, villages]);
}
