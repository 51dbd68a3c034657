import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { priceBases } from '../../../data/schema/vocabularies.js';
import { useSay } from '../../state/language.js';
import { Icon } from '../icon.js';
import { Segmented } from '../segmented.js';
import { Select } from '../select.js';
import type { PriceDraft } from './draft.js';
import type { EditorProps } from './editor-props.js';
import { isRequired } from './field-fault.js';
import { keysOf } from './text-editors.js';

/** Stands for “nothing chosen” in a list of choices. */
const none = '—';

/** One word of the field's vocabulary. */
export function ChoiceEditor({ entry, draft, onCommit }: EditorProps<string>) {
  const say = useSay();
  const words = entry.vocabulary?.words ?? [];
  const options = [...(isRequired(entry) ? [] : [{ value: none, label: say('未填', 'Not given') }]), ...words.map((word) => ({ value: word.value, label: say(word.label) }))];
  return <Select label={say(entry.label)} value={draft || none} options={options} onChange={(value) => onCommit(value === none ? '' : value)} />;
}

/** Any number of words of the vocabulary, all in sight. */
export function ChoicesEditor({ entry, draft, onCommit }: EditorProps<readonly string[]>) {
  const say = useSay();
  const words = entry.vocabulary?.words ?? [];
  return (
    <ToggleButtonGroup className="field-choices" aria-label={say(entry.label)} selectionMode="multiple" selectedKeys={draft}
      onSelectionChange={(keys) => onCommit(words.filter((word) => keys.has(word.value)).map((word) => word.value))}>
      {words.map((word) => <ToggleButton key={word.value} id={word.value} className="field-choice">{say(word.label)}</ToggleButton>)}
    </ToggleButtonGroup>
  );
}

/** Yes, no, or not known. */
export function BooleanEditor({ entry, draft, onCommit }: EditorProps<'' | 'yes' | 'no'>) {
  const say = useSay();
  const options = [{ value: 'yes' as const, label: say('是', 'Yes') }, { value: 'no' as const, label: say('否', 'No') }, { value: '' as const, label: say('未填', 'Not given') }];
  return <Segmented label={say(entry.label)} value={draft || 'unknown'} options={options.map(({ value, label }) => ({ value: value || 'unknown', label }))} onChange={(value) => onCommit(value === 'unknown' ? '' : (value as 'yes' | 'no'))} />;
}

/** Free words, each a small slip; Enter or a comma adds one, Backspace in an empty box takes the last. */
export function TagsEditor({ entry, id, draft, invalid, describedBy, onCommit, onReset }: EditorProps<readonly string[]>) {
  const say = useSay();
  const [word, setWord] = useState('');
  const add = () => {
    const fresh = word.split(/[,，、;；\n]/).map((part) => part.trim()).filter((part) => part !== '' && !draft.includes(part));
    setWord('');
    if (fresh.length > 0) onCommit([...draft, ...fresh]);
  };
  return (
    <div className="input field-tags" {...(invalid ? { 'data-invalid': true } : {})}>
      {draft.map((tag) => (
        <span key={tag} className="field-tag">
          {tag}
          <button type="button" aria-label={say(`去掉「${tag}」`, `Remove “${tag}”`)} onClick={() => onCommit(draft.filter((other) => other !== tag))}><Icon name="close" size={13} /></button>
        </span>
      ))}
      <input id={id} value={word} aria-label={say(entry.label)} aria-describedby={describedBy} placeholder={draft.length === 0 ? say('写一个，按回车', 'Type one, press Enter') : ''} autoComplete="off" onChange={(event) => setWord(event.target.value)} onBlur={add}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' || event.key === ',' || event.key === '，' || event.key === '、') { event.preventDefault(); add(); }
          else if (event.key === 'Backspace' && word === '' && draft.length > 0) onCommit(draft.slice(0, -1));
          else if (event.key === 'Escape') { const typed = word !== ''; setWord(''); if (onReset() || typed) event.stopPropagation(); }
        }} />
    </div>
  );
}

/** An amount and what it is for. */
export function PriceEditor(props: EditorProps<PriceDraft>) {
  const say = useSay();
  const { entry, id, draft, invalid, describedBy, onDraft, onCommit } = props;
  const open = draft.basis === 'negotiable';
  const options = [{ value: none, label: say('未填', 'Not given') }, ...priceBases.words.map((word) => ({ value: word.value, label: say(word.label) }))];
  const choose = (value: string) => onCommit({ amount: value === 'negotiable' || value === none ? '' : draft.amount, basis: value === none ? '' : value });
  return (
    <span className="field-pair field-price">
      <input id={id} className="input figures" inputMode="decimal" value={open ? '' : draft.amount} readOnly={open} placeholder={open ? '' : say('金额，可写 39万', 'Amount')} aria-describedby={describedBy} aria-invalid={invalid || undefined} {...(invalid ? { 'data-invalid': true } : {})} autoComplete="off"
        onChange={(event) => onDraft({ ...draft, amount: event.target.value })} onKeyDown={keysOf(props)} />
      <Select label={`${say(entry.label)} · ${say('计价方式', 'basis')}`} value={draft.basis || none} options={options} onChange={choose} />
    </span>
  );
}
