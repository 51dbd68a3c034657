import { z } from 'zod';
import type { Edit } from '../contract.js';
import type { ChangeEntry } from '../schema/change.js';
import { FailureError } from '../schema/failure.js';
import { assetFields, profileFields, projectFields, tourFields, withValueAt, type FieldDefinition } from '../schema/fields.js';
import { profileId, recordSchemas, type LedgerData, type ListedNoun, type NounName, type RecordOf } from '../schema/ledger.js';
import type { Text } from '../schema/text.js';

/** Who edits, when, and how new records are named. The rules know no clock and no chance, so both are handed in. */
export interface EditContext { readonly at: string; readonly by: string; readonly newId: () => string }

const fieldsOf: Record<NounName, readonly FieldDefinition[]> = { asset: assetFields, project: projectFields, tour: tourFields, profile: profileFields };

/** The schema's complaint in a sentence that names the field. */
function refusal(noun: NounName, error: z.ZodError): FailureError {
  const path = error.issues[0]?.path.filter((part) => typeof part === 'string').join('.') ?? '';
  const field = fieldsOf[noun].find((entry) => path === entry.path || path.startsWith(`${entry.path}.`));
  const label: Text = field?.label ?? { zh: path || '记录', en: path || 'The record' };
  return new FailureError('wrong-input', { zh: `「${label.zh}」的内容不合要求，请改正后再保存。`, en: `“${label.en}” cannot hold this value; correct it and save again.` }, path ? { field: path } : undefined);
}

function checked<N extends NounName>(noun: N, record: unknown): RecordOf[N] {
  const parsed = recordSchemas[noun].safeParse(record);
  if (!parsed.success) throw refusal(noun, parsed.error);
  return parsed.data as RecordOf[N];
}

const goneWords: Readonly<Record<NounName, Text>> = {
  asset: { zh: '这宗资产已不在账本里，可能已被删除；可在历史里找回。', en: 'This asset is no longer in the ledger; it can be brought back from the history.' },
  project: { zh: '这个项目已不在表里，可能已被删除；可在历史里找回。', en: 'This project is no longer in the table; it can be brought back from the history.' },
  tour: { zh: '这条讲解路线已不在，可能已被删除；可在历史里找回。', en: 'This tour is no longer there; it can be brought back from the history.' },
  profile: { zh: '账本里没有乡镇概况，请重新打开账本。', en: 'The ledger has no township profile; open the ledger again.' },
};
const missing = (noun: NounName) => new FailureError('not-found', goneWords[noun]);

/** What the record says beside a field as it once came from a file; it is no longer true once the field is edited. */
function withoutOldText<R extends object>(record: R, noun: NounName, path: string): R {
  const companions = path === 'location' ? ['locationSource'] : [`${path}Text`];
  return companions.reduce((copy, name) => (fieldsOf[noun].some((entry) => entry.path === name) ? withValueAt(copy, name, undefined) : copy), record);
}

/** How a place was written may be said only where the same change sets the place itself: it is true of no other. */
const isSaidBeside = (edits: readonly Edit[], edit: Extract<Edit, { kind: 'set' }>) =>
  edit.path === 'locationSource' && edits.slice(0, edits.indexOf(edit)).some((other) => other.kind === 'set' && other.noun === edit.noun && other.id === edit.id && other.path === 'location');

type Draft = Map<string, { noun: NounName; id: string; before: unknown; after: unknown }>;

/**
 * The entries of the change that a list of edits makes, each record once, with its state before and after.
 * Refuses with a FailureError: `out-of-date` when a record has moved on since it was read, `wrong-input` when a value
 * does not fit its field, `not-found` when the record is gone.
 */
export function entriesOfEdits(edits: readonly Edit[], find: { [N in NounName]: (id: string) => RecordOf[N] | undefined }, data: LedgerData, context: EditContext): ChangeEntry[] {
  const draft: Draft = new Map();
  const touch = (noun: NounName, id: string) => {
    const key = `${noun} ${id}`;
    const known = draft.get(key);
    if (known) return known;
    const before = find[noun](id) ?? null;
    const entry = { noun, id, before, after: before as unknown };
    draft.set(key, entry);
    return entry;
  };
  const stamped = <R extends object>(noun: NounName, record: R) =>
    noun === 'profile' ? record : { ...record, revision: ((record as { revision?: number }).revision ?? 0) + 1, updatedAt: context.at, ...(context.by ? { updatedBy: context.by } : {}) };

  for (const edit of edits) {
    if (edit.kind === 'add') {
      const id = context.newId();
      const entry = touch(edit.noun, id);
      entry.after = checked(edit.noun, { ...(edit.noun === 'asset' ? { detail: {} } : {}), ...edit.record, id, revision: 1, updatedAt: context.at, ...(context.by ? { updatedBy: context.by } : {}) });
    } else if (edit.kind === 'remove') {
      const entry = touch(edit.noun, edit.id);
      if (!entry.after) throw missing(edit.noun);
      entry.after = null;
      if (edit.noun === 'asset') {
        for (const project of data.projects.filter((one) => one.assetIds.includes(edit.id))) {
          const linked = touch('project', project.id);
          const now = linked.after as RecordOf['project'];
          linked.after = stamped('project', { ...now, assetIds: now.assetIds.filter((id) => id !== edit.id) });
        }
      }
    } else {
      const entry = touch(edit.noun, edit.noun === 'profile' ? profileId : edit.id);
      const now = entry.after as (object & { revision?: number }) | null;
      if (!now) throw missing(edit.noun);
      const isFirst = entry.after === entry.before;
      if (isFirst && edit.revision !== undefined && edit.revision !== now.revision) {
        throw new FailureError('out-of-date', { zh: '这条记录刚被别处改过，已为您显示最新内容，请再改一次。', en: 'This record was changed elsewhere meanwhile; the newest is shown, please edit it again.' }, { field: edit.path });
      }
      const field = fieldsOf[edit.noun].find((one) => one.path === edit.path);
      if (!field || (field.kind === 'system' && edit.noun !== 'profile' && !isSaidBeside(edits, edit))) {
        throw new FailureError('wrong-input', { zh: '没有这个可改的字段。', en: 'There is no such field to edit.' }, { field: edit.path });
      }
      const next = withValueAt(withoutOldText(now, edit.noun, edit.path), edit.path, edit.value ?? undefined);
      entry.after = checked(edit.noun, isFirst ? stamped(edit.noun, next) : next);
    }
  }
  return [...draft.values()].filter((entry) => entry.before !== entry.after);
}

const nounWord: Readonly<Record<ListedNoun, Text>> = { asset: { zh: '资产', en: 'asset' }, project: { zh: '项目', en: 'project' }, tour: { zh: '讲解路线', en: 'tour' } };

/** What a list of edits is called in the history. */
export function labelOfEdits(edits: readonly Edit[], find: { readonly [N in ListedNoun]: (id: string) => RecordOf[N] | undefined }): Text {
  const [edit] = edits;
  if (!edit) return { zh: '修改', en: 'Edit' };
  if (edits.length > 1) return { zh: `批量修改 ${edits.length} 处`, en: `${edits.length} edits` };
  if (edit.noun === 'profile') return { zh: '修改乡镇概况', en: 'Edit the township profile' };
  const noun = nounWord[edit.noun];
  if (edit.kind === 'add') return { zh: `新增${noun.zh}「${String(edit.record['name'] ?? '')}」`, en: `Add ${noun.en} “${String(edit.record['name'] ?? '')}”` };
  const name = find[edit.noun](edit.id)?.name ?? '';
  if (edit.kind === 'remove') return { zh: `删除${noun.zh}「${name}」`, en: `Remove ${noun.en} “${name}”` };
  const label = fieldsOf[edit.noun].find((entry) => entry.path === edit.path)?.label;
  return { zh: `修改「${name}」的${label?.zh ?? ''}`, en: `Edit ${label?.en ?? ''} of “${name}”` };
}
