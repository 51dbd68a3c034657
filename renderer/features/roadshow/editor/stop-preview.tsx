import { useState } from 'react';
import type { Stop } from '../../../../data/schema/tour.js';
import { useSay } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { goneNote, scenesOfStop } from '../tours/stop-words.js';
import { Thumb } from '../tours/thumb.js';

/** The chosen stop as it will be on stage, scene by scene. */
export function StopPreview({ stop, content, onStart }: { stop: Stop; content: StageContent; onStart: () => void }) {
  const say = useSay();
  const [at, setAt] = useState(0);
  const scenes = scenesOfStop(stop, content);
  const step = Math.min(at, Math.max(0, scenes.length - 1));
  return (
    <section className="stop-preview" aria-label={say('上台的样子', 'As on stage')}>
      <div className="stop-preview-frame"><Thumb content={content} stop={stop} scene={scenes[step]} /></div>
      <div className="stop-preview-steps">
        <Button icon="left" label={say('上一幕', 'Scene before')} isDisabled={step === 0} onPress={() => setAt(step - 1)} />
        <span className="figures" role="status">{say(`第 ${scenes.length === 0 ? 0 : step + 1} 幕，共 ${scenes.length} 幕`, `Scene ${scenes.length === 0 ? 0 : step + 1} of ${scenes.length}`)}</span>
        <Button icon="right" label={say('下一幕', 'Scene after')} isDisabled={step >= scenes.length - 1} onPress={() => setAt(step + 1)} />
        <span className="spacer" />
        <Button icon="roadshow" isDisabled={scenes.length === 0 || stop.hidden} onPress={onStart}>{say('从这一站开始', 'Start from here')}</Button>
      </div>
      {scenes.length === 0 && <p className="stop-note" role="note"><Icon name="warning" size={20} />{say(goneNote(stop))}</p>}
      {stop.hidden && scenes.length > 0 && <p className="stop-note" role="note"><Icon name="hidden" size={20} />{say('这一站已隐藏：留在路线里，上台时略过。', 'This stop is hidden: it stays in the tour and is passed over on stage.')}</p>}
    </section>
  );
}
