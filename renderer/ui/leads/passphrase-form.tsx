import { useState, type FormEvent } from 'react';
import type { LeadsStatus } from '../../../data/contract/lead-calls.js';
import { passphraseSchema } from '../../../data/schema/lead.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { Button } from '../button.js';
import './leads.css';

/** What a passphrase is asked for: to set one, to unlock, or to begin anew after the old one was lost. */
export type PassphraseUse = 'set-up' | 'unlock' | 'start-over';

/** Asks for the passphrase, twice where it is a new one. What is wrong is said beside it; the box keeps nothing afterwards. */
export function PassphraseForm({ use, onDone, children }: { use: PassphraseUse; onDone: (status: LeadsStatus) => void; children?: React.ReactNode }) {
  const say = useSay();
  const client = useClient();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const isNew = use !== 'unlock';
  const fits = isNew ? passphraseSchema.safeParse(passphrase).success && passphrase === again : passphrase !== '';
  const names = { 'set-up': say('设好口令', 'Set the passphrase'), unlock: say('解锁', 'Unlock'), 'start-over': say('放弃旧的，重新设', 'Give up the old, begin anew') } as const;
  const calls = { 'set-up': 'leads.setUp', unlock: 'leads.unlock', 'start-over': 'leads.startOver' } as const;
  const go = async (event: FormEvent) => {
    event.preventDefault();
    if (!fits || isAsking) return;
    setIsAsking(true);
    try {
      const status = await client.call(calls[use], { passphrase });
      setPassphrase('');
      setAgain('');
      onDone(status);
    } catch (error) {
      setFault(say(failureOf(error).message));
      if (!isNew) setPassphrase('');
    } finally {
      setIsAsking(false);
    }
  };
  const box = (label: string, value: string, onValue: (value: string) => void, first: boolean) => (
    <label className="passphrase-box"><span className="label">{label}</span>
      <input className="input" type="password" autoFocus={first} autoComplete="off" spellCheck={false} maxLength={200} value={value} onChange={({ target }) => { setFault(null); onValue(target.value); }} />
    </label>
  );
  return (
    <form className="passphrase" onSubmit={(event) => void go(event)}>
      {box(isNew ? say('新口令（至少 8 个字）', 'New passphrase (8 letters at least)') : say('口令', 'Passphrase'), passphrase, setPassphrase, true)}
      {isNew && box(say('再写一遍', 'Once more'), again, setAgain, false)}
      {isNew && again !== '' && again !== passphrase && <p className="fault" role="alert">{say('两遍不一样。', 'The two differ.')}</p>}
      {fault && <p className="fault" role="alert">{fault}</p>}
      {children}
      <Button type="submit" tone={use === 'start-over' ? 'danger' : 'primary'} icon={isNew ? 'lock' : 'unlock'} isDisabled={!fits || isAsking}>{isAsking ? say('请稍等…', 'One moment…') : names[use]}</Button>
    </form>
  );
}

/** What setting a passphrase means, before it is done. */
export function PassphraseMeaning() {
  const say = useSay();
  return (
    <ul className="passphrase-meaning">
      <li>{say('姓名、单位、电话和跟进记录加密存在账本里，没有口令谁也打不开。', 'Names, firms, phones and notes lie encrypted in the ledger; without the passphrase nobody opens them.')}</li>
      <li>{say('登记不用口令：展台和讲解台随时能收，收下就锁上。', 'Taking a lead needs no passphrase: booth and console take them at any time, and what is taken is locked at once.')}</li>
      <li>{say('口令忘了，没有人能找回；登记的条数和资产还在，姓名和电话就永远打不开了。请记在稳妥的地方。', 'A passphrase that is forgotten cannot be had back by anybody: counts and assets stay, names and phones are gone. Keep it in a safe place.')}</li>
    </ul>
  );
}
