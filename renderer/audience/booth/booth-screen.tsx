import { useEffect, useEffectEvent, useState } from 'react';
import type { StageCommand, StageLanguage, StageShow } from '../../../data/schema/stage.js';
import type { StageContent } from '../../stage/stage-content.js';
import { Icon } from '../../ui/icon.js';
import { Said } from '../screen-language.js';
import './booth.css';
import { useVisitor } from './use-visitor.js';
import { BoothLayer } from './booth-layer.js';
import { HeldCorner } from './held-corner.js';
import { PinPad } from './pin-pad.js';

interface BoothScreenProps {
  readonly content: StageContent;
  readonly show: StageShow;
  readonly language: StageLanguage;
  readonly asking: boolean;
  readonly onAsk: (asking: boolean) => void;
  readonly onLanguage: (language: StageLanguage) => void;
  readonly onCommand: (command: StageCommand) => void;
}

/** A booth: the loop with an invitation while nobody is there, the township to browse while somebody is, and a way out for staff. */
export function BoothScreen({ content, show, language, asking, onAsk, onLanguage, onCommand }: BoothScreenProps) {
  const [leaving, setLeaving] = useState(false);
  // Whoever left the form behind has gone: the next visitor finds none.
  if (leaving && !show.awake) setLeaving(false);
  useVisitor(show.awake, () => {
    onCommand({ do: 'touch' });
    if (!show.awake) onCommand({ do: 'explore', camera: null });
  });
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (leaving && !asking) setLeaving(false);
    else onAsk(!asking);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
  return (
    <>
      {show.awake
        ? <BoothLayer content={content} show={show} onCommand={onCommand} language={language} onLanguage={onLanguage} leaving={leaving} onLeaving={setLeaving} />
        // What wakes the screen presses nothing on it.
        : <div className="booth-asleep"><p className="booth-invitation"><Icon name="touch" size={40} /><Said zh="轻触屏幕，自己看看" en="Touch to look around" /></p></div>}
      <HeldCorner onHeld={() => onAsk(true)} />
      {asking && <PinPad onClose={() => onAsk(false)} />}
    </>
  );
}
