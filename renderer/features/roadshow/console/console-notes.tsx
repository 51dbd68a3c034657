import { useState } from 'react';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';

const sizes = [18, 22, 27, 33, 40] as const;
const kept = 'xishan-notes-size';
const firstSize = () => { const at = Number(localStorage.getItem(kept) ?? 1); return sizes[at] ? at : 1; };

/** The speaker's notes of the stop, in letters that can be read from where one stands. */
export function ConsoleNotes({ notes, name }: { notes: string | undefined; name: string }) {
  const say = useSay();
  const [size, setSize] = useState(firstSize);
  const turn = (by: number) => { const next = Math.min(sizes.length - 1, Math.max(0, size + by)); localStorage.setItem(kept, String(next)); setSize(next); };
  return (
    <section className="console-notes" aria-label={say('讲解词', 'Speaker notes')}>
      <header><h2>{name}</h2>
        <Button small tone="quiet" icon="minus" label={say('讲解词小一点', 'Smaller notes')} isDisabled={size === 0} onPress={() => turn(-1)} />
        <Button small tone="quiet" icon="add" label={say('讲解词大一点', 'Larger notes')} isDisabled={size === sizes.length - 1} onPress={() => turn(1)} />
      </header>
      <div className="console-notes-text" tabIndex={0} role="document" aria-label={say('讲解词', 'Speaker notes')} style={{ fontSize: sizes[size] }}>{notes || <span className="soft">{say('这一站没有讲解词。', 'This stop has no notes.')}</span>}</div>
    </section>
  );
}
