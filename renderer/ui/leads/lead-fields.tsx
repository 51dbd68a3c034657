import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { fieldAt, leadPersonFields } from '../../../data/schema/fields.js';
import { nextSteps, type LeadPerson, type NextStep } from '../../../data/schema/lead.js';
import { useSay } from '../../state/language.js';
import { Select } from '../select.js';
import './leads.css';

/** How long nobody types before a date counts as written, in milliseconds. */
const pauseMs = 700;

type PersonKey = keyof LeadPerson;
const longest: Readonly<Record<PersonKey, number>> = { name: 60, organisation: 80, phone: 40, words: 600, note: 1_000 };

/** The boxes for what is about a person, by the registry's labels. */
export function PersonFields({ person, keys, onChange, first = false }: { person: LeadPerson; keys: readonly PersonKey[]; onChange: (person: LeadPerson) => void; first?: boolean }) {
  const say = useSay();
  return keys.map((key, at) => {
    const entry = fieldAt(leadPersonFields, key);
    const value = person[key] ?? '';
    const change = (words: string) => { const { [key]: _old, ...rest } = person; onChange(words === '' ? rest : { ...rest, [key]: words }); };
    const shared = { className: 'input', autoComplete: 'off', maxLength: longest[key], value, autoFocus: first && at === 0 } as const;
    return (
      <label key={key} className={entry.kind === 'long-text' || key === 'organisation' ? 'lead-field lead-field-wide' : 'lead-field'}><span className="label">{say(entry.label)}</span>
        {entry.kind === 'long-text' ? <textarea {...shared} rows={3} onChange={({ target }) => change(target.value)} /> : <input {...shared} inputMode={key === 'phone' ? 'tel' : 'text'} onChange={({ target }) => change(target.value)} />}
      </label>
    );
  });
}

/** A day that is stored as it stands: a date is typed part by part, so it is told only once nobody has typed for a moment, or the box is left. */
function StoredDay({ value, isDisabled, onDay }: { value: string | undefined; isDisabled: boolean; onDay: (day: string | null) => void }) {
  const [draft, setDraft] = useState<string | null>(null);
  const told = useRef<string | null>(null);
  const known = value ?? '';
  if (draft !== null && draft === known) setDraft(null);
  const tellDay = () => {
    if (draft === null || draft === known || told.current === draft) return;
    told.current = draft;
    onDay(draft || null);
  };
  const tellLater = useEffectEvent(tellDay);
  useEffect(() => {
    if (draft === null) { told.current = null; return; }
    const timer = setTimeout(() => tellLater(), pauseMs);
    return () => clearTimeout(timer);
  }, [draft]);
  return <input type="date" className="input figures" disabled={isDisabled} value={draft ?? known} onChange={({ target }) => setDraft(target.value)} onBlur={tellDay} />;
}

/** What is to be done next, and by when. */
export function NextFields({ nextStep, nextAt, onStep, onDay, isDisabled = false, isStored = false }: { nextStep: NextStep | undefined; nextAt: string | undefined; onStep: (step: NextStep | null) => void; onDay: (day: string | null) => void; isDisabled?: boolean;
  /** Each choice is stored at once, not with a form. */
  isStored?: boolean;
}) {
  const say = useSay();
  const none = 'none';
  return (
    <div className="lead-next">
      <div className="lead-field"><span className="label">{say('下一步', 'Next step')}</span>
        {isDisabled ? <span>{say.word(nextSteps, nextStep) || '—'}</span> : <Select label={say('下一步', 'Next step')} value={nextStep ?? none} onChange={(value) => onStep(nextSteps.values.find((one) => one === value) ?? null)}
          options={[{ value: none, label: say('还没定', 'Not set') }, ...nextSteps.words.map(({ value, label }) => ({ value, label: say(label) }))]} />}
      </div>
      <label className="lead-field"><span className="label">{say('什么时候', 'Due')}</span>{isStored ? <StoredDay value={nextAt} isDisabled={isDisabled} onDay={onDay} /> : <input type="date" className="input figures" value={nextAt ?? ''} onChange={({ target }) => onDay(target.value || null)} />}</label>
    </div>
  );
}
