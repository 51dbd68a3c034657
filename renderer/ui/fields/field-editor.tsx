import { useId, type FocusEvent, type ReactElement } from 'react';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import type { Language } from '../../../data/schema/text.js';
import type { Category } from '../../../data/schema/vocabularies.js';
import { useSay } from '../../state/language.js';
import { Button } from '../button.js';
import { Icon } from '../icon.js';
import { BooleanEditor, ChoiceEditor, ChoicesEditor, PriceEditor, TagsEditor } from './choice-editors.js';
import { isEditable, type EditableKind } from './draft.js';
import type { EditorProps } from './editor-props.js';
import { isRequired } from './field-fault.js';
import './fields.css';
import { ShownValue } from './shown-values.js';
import { AreaEditor, BilingualEditor, LineEditor, LongTextEditor, PersonEditor } from './text-editors.js';
import { useField, type FieldHandle } from './use-field.js';
import { numberWords } from './value-text.js';

/** Each kind's editor. The draft that `draftOf` makes for a kind is the one that its editor takes. */
export const editors = {
  text: LineEditor, number: LineEditor, date: LineEditor, point: LineEditor, 'long-text': LongTextEditor, bilingual: BilingualEditor, area: AreaEditor,
  person: PersonEditor, price: PriceEditor, choice: ChoiceEditor, choices: ChoicesEditor, tags: TagsEditor, links: TagsEditor, boolean: BooleanEditor,
} as unknown as Record<EditableKind, (props: EditorProps) => ReactElement>;

/** Kinds whose editor has several parts: they are saved when the cursor leaves the last of them. */
const composite: ReadonlySet<string> = new Set(['bilingual', 'area', 'person', 'price']);

/** A number as people say it, where that is in another unit than it is stored in: 192 万度. */
function asSaid(entry: FieldDefinition, value: number, language: Language): string | null {
  const { value: amount, unit } = numberWords(entry, value, language);
  return unit === entry.unit?.[language] || unit === '' ? null : `= ${amount} ${unit}`;
}

/** Marks what the public never sees. */
export function AudienceMark({ entry }: { entry: Pick<FieldDefinition, 'audience'> }) {
  const say = useSay();
  if (entry.audience === 'public') return null;
  return entry.audience === 'internal'
    ? <span className="field-audience" title={say('只给工作人员看，不会出现在对外材料里', 'Staff only; never in public material')}>{say('内部', 'Internal')}</span>
    : <span className="field-audience field-audience-personal" title={say('个人信息，不会出现在对外材料里', 'Personal data; never in public material')}>{say('个人', 'Personal')}</span>;
}

interface FieldEditorProps {
  readonly entry: FieldDefinition;
  readonly value: unknown;
  readonly category?: Category | undefined;
  readonly readOnly?: boolean;
  /** The value as it once came from a file, shown beneath. */
  readonly written?: string | undefined;
  readonly save: (value: unknown) => Promise<void>;
  /** Asks for the newest record, when the one shown turned out to be old. */
  readonly onReload?: () => void;
}

/** One field of a record with its label: validated while typing, saved on leaving it or with Enter. */
export function FieldEditor({ entry, value, category, readOnly = false, written, save, onReload }: FieldEditorProps) {
  const say = useSay();
  const id = useId();
  const handle = useField(entry, value, category, save);
  const { fault, state } = handle;
  const editable = !readOnly && isEditable(entry.kind);
  const Editor = editable ? editors[entry.kind as EditableKind] : null;
  const below = `${id}-below`;
  const said = entry.kind === 'number' && typeof value === 'number' && !fault ? asSaid(entry, value, say.language) : null;
  const leave = (event: FocusEvent<HTMLDivElement>) => {
    if (composite.has(entry.kind) && !event.currentTarget.contains(event.relatedTarget)) handle.commit();
  };
  const pointsAtControl = editable && entry.kind !== 'choice' && entry.kind !== 'choices' && entry.kind !== 'boolean';
  return (
    <div className={`field field-kind-${entry.kind}`} data-field={entry.path} onBlur={leave}>
      <div className="field-head">
        <label className="label" {...(pointsAtControl ? { htmlFor: id } : {})}>{say(entry.label)}</label>
        {editable && isRequired(entry) && <span className="field-required" aria-hidden="true">*</span>}
        <AudienceMark entry={entry} />
        <FieldTick state={state} />
      </div>
      {Editor ? <Editor entry={entry} id={id} draft={handle.draft} invalid={fault !== undefined || state.at === 'failed'} describedBy={below} onDraft={handle.change} onCommit={handle.commit} onReset={handle.reset} /> : <ShownValue entry={entry} value={value} category={category} />}
      <div id={below} aria-live="polite">
        <FieldTrouble handle={handle} {...(onReload ? { onReload } : {})} />
        {said && <p className="help figures">{said}</p>}
        {entry.help && !fault && <p className="help">{say(entry.help)}</p>}
        {written && <p className="help field-written">{say('原文', 'As written')} <q>{written}</q></p>}
      </div>
    </div>
  );
}

/** The quiet sign beside the label: being saved, saved. */
function FieldTick({ state }: { state: FieldHandle['state'] }) {
  const say = useSay();
  if (state.at === 'saving') return <span className="field-tick field-tick-busy" role="status"><span className="visually-hidden">{say('正在保存', 'Saving')}</span></span>;
  if (state.at === 'saved') return <span className="field-tick" role="status"><Icon name="check" size={16} /><span className="visually-hidden">{say('已保存', 'Saved')}</span></span>;
  return null;
}

/** Why it cannot be stored or was not, with a way on; what was typed stays in the editor. */
function FieldTrouble({ handle, onReload }: { handle: FieldHandle; onReload?: () => void }) {
  const say = useSay();
  const { fault, state } = handle;
  if (fault) return <p className="fault" role="alert">{say(fault)}</p>;
  if (state.at !== 'failed') return null;
  return (
    <div className="field-failure" role="alert">
      <p className="fault">{say('没有保存：', 'Not saved: ')}{say(state.failure.message)}</p>
      <Button small onPress={() => handle.commit()}>{say('再存一次', 'Try again')}</Button>
      {state.failure.code === 'out-of-date' && onReload && <Button small onPress={() => { handle.reset(); onReload(); }}>{say('看最新的', 'Show the newest')}</Button>}
    </div>
  );
}
