import { useState } from 'react';
import { useClient } from '../client/current-client.js';
import { failureOf } from '../client/call-failure.js';
import { useSay } from '../state/language.js';
import { answerOperator, useOperator } from '../state/operator.js';
import { tell } from '../state/program-store.js';
import { Button } from './button.js';
import { Modal } from './modal.js';

/** Asks, before the first edit, whose name the history should carry. */
export function OperatorDialog() {
  const asking = useOperator((state) => state.answer !== null);
  return asking ? <OperatorQuestion /> : null;
}

function OperatorQuestion() {
  const say = useSay();
  const client = useClient();
  const [name, setName] = useState('');
  const answer = (given: string) => { answerOperator(client, given).catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); };
  return (
    <Modal title={say('您怎么称呼？', 'Who is editing?')} width={440} onClose={() => answer('')}
      foot={<><span className="spacer" /><Button onPress={() => answer('')}>{say('先不填', 'Not now')}</Button><Button tone="primary" isDisabled={name.trim() === ''} onPress={() => answer(name)}>{say('记住', 'Remember')}</Button></>}>
      <form onSubmit={(event) => { event.preventDefault(); answer(name); }}>
        <label className="label" htmlFor="operator-name">{say('姓名', 'Name')}</label>
        <input id="operator-name" className="input" autoFocus autoComplete="off" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
        <p className="help">{say('修改记录里会写上这个名字。只问一次，以后可在「设置」里改。', 'The history will carry this name. Asked once; change it later in Settings.')}</p>
      </form>
    </Modal>
  );
}
