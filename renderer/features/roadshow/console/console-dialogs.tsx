import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { Modal } from '../../../ui/modal.js';
import { consoleKeys } from './console-keys.js';

/** Asks once before the show ends: Esc is a key that a clicker sends by mistake. */
export function EndDialog({ booth, onClose, onEnd }: { booth: boolean; onClose: () => void; onEnd: () => void }) {
  const say = useSay();
  return (
    <Modal title={booth ? say('结束展台循环？', 'End the booth?') : say('结束这场路演？', 'End this show?')} width={480} onClose={onClose}
      foot={<><span className="spacer" /><Button autoFocus onPress={onClose}>{say('接着讲', 'Go on')}</Button><Button tone="danger" onPress={onEnd}>{booth ? say('结束展台', 'End the booth') : say('结束路演', 'End the show')}</Button></>}>
      <p>{booth ? say('在讲解台上结束不用 PIN。观众屏随之收起。', 'Ending it here needs no PIN. The audience screen goes with it.') : say('观众屏会收起；标记留着，下次打开还在。', 'The audience screen goes; marks stay and are there next time.')}</p>
    </Modal>
  );
}

/** All keys of the console, drawn from the table that a key press is looked up in. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  return (
    <Modal title={say('讲解台的按键', 'Keys of the console')} width={720} onClose={onClose}>
      <dl className="console-keys">
        {consoleKeys.map(({ caps, label, action }) => <div key={`${action}${caps[0]}`}><dt>{caps.map((cap) => <kbd key={cap}>{cap}</kbd>)}</dt><dd>{say(label)}</dd></div>)}
      </dl>
      <p className="help">{say('翻页笔随处都管用；光标在输入框里时只认 PgUp、PgDn 和 F5。按住当前画面就是激光点。', 'The clicker works everywhere; in a text field only PgUp, PgDn and F5 do. Hold the current picture for the laser dot.')}</p>
    </Modal>
  );
}
