import type { NounName } from '../../schema/ledger.js';
import type { RecordChange } from '../../schema/record-change.js';
import { bilingual } from '../export/shown-text.js';
import type { Text } from '../../schema/text.js';
import { changedCells } from './cells.js';

/** Two states of one record, `null` where it was not there, and who led from one to the other, the last first. */
export interface RecordStates {
  readonly noun: NounName;
  readonly id: string;
  readonly before: object | null;
  readonly after: object | null;
  readonly by?: readonly string[];
  readonly at?: string;
}

interface Named { readonly name?: unknown; readonly code?: unknown; readonly category?: unknown; readonly village?: unknown }

function nameOf(record: Named): string {
  if (typeof record.name === 'string') return record.name;
  return typeof record.name === 'object' && record.name !== null ? bilingual(record.name as Partial<Text>, 'zh') : '';
}

/** What became of a record, cell by cell; nothing when a person could see no difference between the two states. */
export function recordChange({ noun, id, before, after, by = [], at }: RecordStates): RecordChange | undefined {
  const head = changeHeadOf(noun, id, before, after);
  const cells = head ? changedCells(noun, before, after) : [];
  if (!head || (cells.length === 0 && before && after)) return undefined;
  return { ...head, cells, by: [...by], ...(at ? { at } : {}) };
}

/** What a record is called and whether it came, went or stayed; nothing when it was in neither state. */
export function changeHeadOf(noun: NounName, id: string, before: object | null, after: object | null): Omit<RecordChange, 'cells' | 'by' | 'at'> | undefined {
  const known = (after ?? before) as Named | null;
  if (!known) return undefined;
  return {
    noun, id, name: nameOf(known),
    ...(typeof known.code === 'string' && known.code !== '' ? { code: known.code } : {}),
    ...(typeof known.category === 'string' ? { category: known.category } : {}),
    ...(typeof known.village === 'string' && known.village !== '' ? { village: known.village } : {}),
    kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
  };
}
