import { useState } from 'react';
import { failureOf } from '../client/call-failure.js';
import { useClient } from '../client/current-client.js';
import { useSay } from '../state/language.js';
import { tell, useProgram } from '../state/program-store.js';
import { Button } from './button.js';
import { Icon } from './icon.js';
import './page-head.css';

/** Says, above a desk page, that the ledger cannot be written, what was mended at opening, or that it is the sample. */
export function LedgerNotice() {
  const say = useSay();
  const status = useProgram((state) => state.status);
  if (!status || status.missing) return null;
  const words = status.notice ? say(status.notice)
    : status.readOnly ? say('这本账现在只能看，不能改。', 'This ledger can be read but not changed now.')
    : status.sample ? say('现在打开的是示例账本，内容均系虚构，可以随意试改。', 'This is the sample ledger, invented throughout; try anything.')
    : null;
  return words === null ? null : <div className="page-notice" role="note"><Icon name={status.sample && !status.readOnly ? 'pin' : 'warning'} size={18} />{words}</div>;
}

/** Above every page while the ledger's folder is away: what is safe, and the way on once it is back. */
export function MissingLedger() {
  const say = useSay();
  const client = useClient();
  const status = useProgram((state) => state.status);
  const [isBusy, setIsBusy] = useState(false);
  if (!status?.missing) return null;
  const goOn = async () => {
    setIsBusy(true);
    try {
      await client.call('ledger.open', { folder: status.folder });
    } catch (error) {
      const failure = failureOf(error);
      tell(failure.message, failure);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <div className="missing-ledger" role="alert">
      <Icon name="usb" size={26} />
      <p><b>{say(`「${status.name}」不在`, `“${status.name}” is away`)}</b>{status.notice && say(status.notice)}</p>
      <Button isDisabled={isBusy} onPress={() => void goOn()}>{say('插回后点继续', 'Plugged in: go on')}</Button>
    </div>
  );
}
