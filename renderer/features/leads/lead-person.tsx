import { useEffect, useEffectEvent, useState } from 'react';
import type { LeadRow } from '../../../data/contract/lead-calls.js';
import { leadPersonFields } from '../../../data/schema/fields.js';
import { phoneSchema, type LeadPerson } from '../../../data/schema/lead.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { PersonFields } from '../../ui/leads/lead-fields.js';

/** So long a name and a phone stay on the screen before they are masked again, in milliseconds. */
const shownMs = 120_000;

/** Whom a lead is from: masked until it is asked for, and again after two minutes; then to be read, corrected, and noted on. */
export function LeadPersonPart({ row, person, readOnly, unlocked, onPerson, onSave }: { row: LeadRow; person: LeadPerson | null; readOnly: boolean; unlocked: boolean; onPerson: (person: LeadPerson | null) => void; onSave: (person: LeadPerson) => Promise<unknown> }) {
  const say = useSay();
  const client = useClient();
  const [draft, setDraft] = useState<LeadPerson | null>(null);
  const mask = useEffectEvent(() => onPerson(null));
  useEffect(() => {
    if (!person || draft) return;
    const timer = setTimeout(() => mask(), shownMs);
    return () => clearTimeout(timer);
  }, [person, draft]);
  const reveal = () => { client.call('leads.reveal', { id: row.id }).then(onPerson, (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); };
  if (row.lost) return <section><p className="soft">{say('旧口令丢失，这条的姓名、单位、电话和记录已读不出来。', 'Its passphrase was lost: name, firm, phone and notes cannot be read any more.')}</p></section>;
  if (!unlocked || !row.masked) return <section><p className="soft">{say('姓名、单位、电话和记录锁着；在上方解锁后可看。', 'Name, firm, phone and notes are locked; unlock above to see them.')}</p></section>;
  if (draft) {
    const fits = Boolean(draft.name?.trim() || draft.organisation?.trim()) && (draft.phone === undefined || phoneSchema.safeParse(draft.phone).success);
    return (
      <section>
        <form className="leads-person-form" onSubmit={(event) => { event.preventDefault(); if (fits) onSave(draft).then(() => { onPerson(draft); setDraft(null); }, () => undefined); }}>
          <PersonFields person={draft} keys={['name', 'phone', 'organisation', 'words', 'note']} onChange={setDraft} first />
          <div className="leads-person-keys"><Button type="submit" tone="primary" icon="check" isDisabled={!fits}>{say('存好', 'Save')}</Button><Button onPress={() => setDraft(null)}>{say('不改了', 'Leave it')}</Button></div>
        </form>
      </section>
    );
  }
  return (
    <section aria-live="polite">
      {person
        ? <dl className="leads-person" data-testid="lead-person">{leadPersonFields.flatMap(({ path, label }) => { const words = person[path as keyof LeadPerson]; return words ? [<div key={path} data-field={path}><dt>{say(label)}</dt><dd>{words}</dd></div>] : []; })}</dl>
        : <dl className="leads-person">{(['name', 'organisation', 'phone'] as const).flatMap((key) => { const words = row.masked?.[key]; const entry = leadPersonFields.find(({ path }) => path === key); return words && entry ? [<div key={key} data-field={key}><dt>{say(entry.label)}</dt><dd>{words}</dd></div>] : []; })}</dl>}
      <div className="leads-person-keys">
        {person ? <Button icon="hidden" onPress={() => onPerson(null)}>{say('遮起来', 'Mask')}</Button> : <Button icon="shown" onPress={reveal}>{say('显示姓名和电话', 'Show name and phone')}</Button>}
        {person && <Button icon="edit" isDisabled={readOnly} onPress={() => setDraft(person)}>{say('改或记一笔', 'Correct or note')}</Button>}
      </div>
    </section>
  );
}
