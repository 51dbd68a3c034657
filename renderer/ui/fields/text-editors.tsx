import type { KeyboardEvent } from 'react';
import { useSay } from '../../state/language.js';
import { Segmented } from '../segmented.js';
import { areaDigits, readDraft, type AreaDraft, type AreaUnit, type PersonDraft } from './draft.js';
import type { EditorProps } from './editor-props.js';
import type { Text } from '../../../data/schema/text.js';

/** Enter saves, Esc takes back what was typed. */
export const keysOf = ({ onCommit, onReset }: Pick<EditorProps<never>, 'onCommit' | 'onReset'>, many = false) => (event: KeyboardEvent) => {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing && (!many || event.ctrlKey || event.metaKey)) { event.preventDefault(); onCommit(); }
  // Esc that has nothing to take back goes on to what is around, which closes.
  if (event.key === 'Escape' && !event.nativeEvent.isComposing && onReset()) event.stopPropagation();
};

const inputProps = ({ id, invalid, describedBy }: Pick<EditorProps, 'id' | 'invalid' | 'describedBy'>) => ({
  id, 'aria-invalid': invalid || undefined, 'aria-describedby': describedBy, ...(invalid ? { 'data-invalid': true } : {}), autoComplete: 'off', spellCheck: false,
});

const examples: Partial<Record<string, Text>> = {
  date: { zh: '2024-03，或 2024年3月', en: '2024-03' },
  point: { zh: '119.92, 29.83', en: '119.92, 29.83' },
};

/** One line: text, number with its unit, date, point. */
export function LineEditor(props: EditorProps<string>) {
  const say = useSay();
  const { entry, draft, onDraft, onCommit } = props;
  const example = examples[entry.kind];
  const figures = entry.kind === 'number' || entry.kind === 'date' || entry.kind === 'point';
  return (
    <span className="field-line">
      <input {...inputProps(props)} className={`input ${figures ? 'figures' : ''}`} value={draft} {...(entry.kind === 'number' ? { inputMode: 'decimal' as const } : {})} {...(example ? { placeholder: say(example) } : {})}
        onChange={(event) => onDraft(event.target.value)} onBlur={() => onCommit()} onKeyDown={keysOf(props)} />
      {entry.unit && say(entry.unit) !== '' && <span className="field-unit">{say(entry.unit)}</span>}
    </span>
  );
}

/** Several lines, as tall as what is in them; Ctrl+Enter saves. */
export function LongTextEditor(props: EditorProps<string>) {
  const { draft, onDraft, onCommit } = props;
  return <textarea {...inputProps(props)} className="input" rows={2} value={draft} onChange={(event) => onDraft(event.target.value)} onBlur={() => onCommit()} onKeyDown={keysOf(props, true)} />;
}

/** A text in both languages, one under the other. */
export function BilingualEditor(props: EditorProps<Text>) {
  const say = useSay();
  const { entry, draft, onDraft } = props;
  const part = (language: 'zh' | 'en', mark: string) => (
    <span className="field-line">
      <span className="field-mark" aria-hidden="true">{mark}</span>
      <textarea {...inputProps(props)} id={language === 'zh' ? props.id : `${props.id}-en`} lang={language} rows={1} className="input field-marked" value={draft[language]}
        aria-label={`${say(entry.label)} · ${language === 'zh' ? say('中文', 'Chinese') : say('英文', 'English')}`}
        onChange={(event) => onDraft({ ...draft, [language]: event.target.value })} onKeyDown={keysOf(props)} />
    </span>
  );
  return <div className="field-stack">{part('zh', '中')}{part('en', 'En')}</div>;
}

/** An area in 亩 or ㎡; changing the unit changes how it is said, not how big it is. */
export function AreaEditor(props: EditorProps<AreaDraft>) {
  const say = useSay();
  const { entry, draft, onDraft } = props;
  const turn = (unit: AreaUnit) => {
    const read = readDraft(entry, draft);
    onDraft({ unit, amount: read.ok && typeof read.value === 'number' ? areaDigits(read.value, unit) : draft.amount });
  };
  return (
    <span className="field-line">
      <input {...inputProps(props)} className="input figures" inputMode="decimal" value={draft.amount} onChange={(event) => onDraft({ ...draft, amount: event.target.value })} onKeyDown={keysOf(props)} />
      <Segmented label={say(`${entry.label.zh}的单位`, `Unit of ${entry.label.en}`)} value={draft.unit} options={[{ value: 'mu', label: say('亩', 'mu') }, { value: 'm2', label: '㎡' }]} onChange={turn} />
    </span>
  );
}

/** A person: name and phone side by side. */
export function PersonEditor(props: EditorProps<PersonDraft>) {
  const say = useSay();
  const { entry, draft, onDraft } = props;
  return (
    <span className="field-pair">
      <input {...inputProps(props)} className="input" value={draft.name} placeholder={say('姓名或单位', 'Name or office')} aria-label={`${say(entry.label)} · ${say('姓名', 'name')}`} onChange={(event) => onDraft({ ...draft, name: event.target.value })} onKeyDown={keysOf(props)} />
      <input {...inputProps(props)} id={`${props.id}-phone`} className="input figures" value={draft.phone} inputMode="tel" placeholder={say('电话', 'Phone')} aria-label={`${say(entry.label)} · ${say('电话', 'phone')}`} onChange={(event) => onDraft({ ...draft, phone: event.target.value })} onKeyDown={keysOf(props)} />
    </span>
  );
}
