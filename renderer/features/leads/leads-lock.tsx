import { useState } from 'react';
import type { LeadsStatus } from '../../../data/contract/lead-calls.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { PassphraseForm, PassphraseMeaning, type PassphraseUse } from '../../ui/leads/passphrase-form.js';
import { Modal } from '../../ui/modal.js';

/** Above the list: that a passphrase has to be set, that names are locked, or that some can never be read again; each with the way on. */
export function LeadsLock({ status, readOnly }: { status: LeadsStatus; readOnly: boolean }) {
  const say = useSay();
  const client = useClient();
  const [asking, setAsking] = useState<PassphraseUse | null>(null);
  const { ready, unlocked, passphrase, keystore, total, lost } = status;
  const unlock = () => {
    if (!keystore) return setAsking('unlock');
    client.call('leads.unlock', {}).catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); });
  };
  const isStuck = ready && !unlocked && !passphrase && !keystore && total > 0;
  return (
    <>
      {!ready && !readOnly && (
        <section className="leads-first">
          <Icon name="lock" size={40} />
          <div><h2>{say('先设一个口令，再收意向', 'Set a passphrase, then take leads')}</h2><PassphraseMeaning /><PassphraseForm use="set-up" onDone={() => undefined} /></div>
        </section>
      )}
      {ready && !unlocked && total > 0 && !isStuck && (
        <div className="page-notice leads-locked" role="note"><Icon name="lock" size={18} />{say('姓名、单位和电话锁着。下一步和日期照样能看、能改。', 'Names, firms and phones are locked. What is due can be seen and changed all the same.')}<span className="spacer" /><Button small tone="primary" icon="unlock" onPress={unlock}>{say('解锁', 'Unlock')}</Button></div>
      )}
      {isStuck && <div className="page-notice" role="alert"><Icon name="warning" size={18} />{say('这本账的意向是在另一台电脑上锁的，这里打不开；请到那台电脑上打开，或设过口令后再拷来。条数和资产不受影响。', 'These leads were locked on another machine and cannot be opened here; open them there, or set a passphrase there first. Counts and assets are not affected.')}<span className="spacer" /><Button small onPress={() => setAsking('start-over')}>{say('都打不开了？', 'Lost for good?')}</Button></div>}
      {lost > 0 && unlocked && <div className="page-notice" role="note"><Icon name="info" size={18} />{say(`有 ${lost} 条的姓名和电话因旧口令丢失已读不出来；条数、资产和日期还在。`, `Names and phones of ${lost} cannot be read any more, as their passphrase was lost; counts, assets and dates remain.`)}</div>}
      {unlocked && keystore && !passphrase && total > 0 && <div className="page-notice" role="note"><Icon name="info" size={18} />{say('姓名和电话由这台电脑的钥匙串保管。要把账本拷到别的电脑上用，请另设一个口令。', 'Names and phones are kept by this machine’s key store. To use the ledger on another machine, set a passphrase as well.')}<span className="spacer" /><Button small icon="lock" isDisabled={readOnly} onPress={() => setAsking('set-up')}>{say('设口令', 'Set a passphrase')}</Button></div>}
      {asking && (
        <Modal title={asking === 'unlock' ? say('解锁意向', 'Unlock the leads') : asking === 'set-up' ? say('设一个口令', 'Set a passphrase') : say('旧口令丢了，重新设？', 'Lost the passphrase: begin anew?')} width={520} onClose={() => setAsking(null)}>
          {asking === 'start-over' && <p className="leads-warning"><Icon name="warning" size={20} />{say(`没有口令，已有 ${total} 条的姓名、单位、电话和记录谁也读不出来。重新设口令会把它们永远删掉，只留条数、资产、下一步和日期。想得起旧口令，就先不要这样做。`, `Without the passphrase nobody can read names, firms, phones and notes of the ${total} leads. Beginning anew deletes them for good and keeps counts, assets, next steps and dates alone. Do not do it while the passphrase may come back to you.`)}</p>}
          {asking === 'set-up' && <PassphraseMeaning />}
          <PassphraseForm key={asking} use={asking} onDone={() => setAsking(null)}>
            {asking === 'unlock' && <Button tone="quiet" small isDisabled={readOnly} onPress={() => setAsking('start-over')}>{say('口令忘了…', 'Forgotten…')}</Button>}
          </PassphraseForm>
        </Modal>
      )}
    </>
  );
}
