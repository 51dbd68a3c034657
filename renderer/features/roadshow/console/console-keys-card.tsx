import { useSay } from '../../../state/language.js';
import { Modal } from '../../../ui/modal.js';
import { consoleKeys } from './console-keys.js';

/** Every key of the console. */
export function ConsoleKeysCard({ onClose }: { onClose: () => void }) {
  const say = useSay();
  return (
    <Modal title={say('按键一览', 'Keys')} width={640} onClose={onClose}>
      <dl className="console-keys">{consoleKeys.map(({ caps, label }) => <div key={`${caps.join()}${label.en}`}><dt>{caps.map((cap) => <kbd key={cap}>{cap}</kbd>)}</dt><dd>{say(label)}</dd></div>)}</dl>
      <p className="help">{say('翻页笔的上一页、下一页、黑屏键，不论光标在哪里都有效。', 'The clicker’s keys work wherever the cursor is.')}</p>
    </Modal>
  );
}
