import { Button } from 'react-aria-components';
import { AudienceDialog } from './audience-dialog.js';
import { Said, useScreenSay } from './screen-language.js';

/** Asks before a show is ended; in words that a room may read. */
export function EndPrompt({ onEnd, onClose }: { onEnd: () => void; onClose: () => void }) {
  const say = useScreenSay();
  return (
    <AudienceDialog label={say('讲到这里吗？', 'Shall we stop here?')} className="end-prompt" onClose={onClose}>
      <h2><Said zh="讲到这里吗？" en="Shall we stop here?" /></h2>
      <div className="end-prompt-keys">
        <Button className="stage-button stage-button-strong" onPress={onClose} autoFocus><Said zh="继续" en="Go on" /></Button>
        <Button className="stage-button" onPress={onEnd}><Said zh="结束" en="End" /></Button>
      </div>
    </AudienceDialog>
  );
}
