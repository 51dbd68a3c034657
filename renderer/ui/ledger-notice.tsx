import { useSay } from '../state/language.js';
import { useProgram } from '../state/program-store.js';
import { Icon } from './icon.js';

/** Says, above a desk page, that the ledger cannot be written, what was mended at opening, or that it is the sample. */
export function LedgerNotice() {
  const say = useSay();
  const status = useProgram((state) => state.status);
  if (!status) return null;
  const words = status.notice ? say(status.notice)
    : status.readOnly ? say('这本账现在只能看，不能改。', 'This ledger can be read but not changed now.')
    : status.sample ? say('现在打开的是示例账本，内容均系虚构，可以随意试改。', 'This is the sample ledger, invented throughout; try anything.')
    : null;
  return words === null ? null : <div className="page-notice" role="note"><Icon name={status.sample && !status.readOnly ? 'pin' : 'warning'} size={18} />{words}</div>;
}
