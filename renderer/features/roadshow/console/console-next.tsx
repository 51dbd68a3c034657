import { act, sceneNow, type Passage } from '../../../../data/rules/stage/act.js';
import type { StageShow } from '../../../../data/schema/stage.js';
import { useSay } from '../../../state/language.js';
import { StageThumb } from '../../../stage/stage-thumb.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { sceneWords } from '../editor/stop-preview.js';
import { stopTitle } from '../editor/stop-words.js';

/** What the next press leads to. */
export function ConsoleNext({ content, show, passages }: { content: StageContent; show: StageShow; passages: readonly Passage[] }) {
  const say = useSay();
  const onTour: StageShow = { ...show, mode: show.mode === 'booth' ? 'booth' : 'tour', black: false };
  const next = show.mode === 'explore' || show.black ? show : act(onTour, { do: 'next' }, passages);
  const now = next === onTour ? null : sceneNow(next, passages);
  return (
    <section className="console-next" aria-label={say('下一幕', 'Next')}>
      <h3>{say('下一幕', 'Next')}{now && <small>{stopTitle(now.passage.stop, content, say.language)} · {say(sceneWords[now.scene.view])}</small>}</h3>
      <div className="console-next-frame">{now ? <StageThumb key={`${now.passage.stop.id}-${now.step}`} content={content} stop={now.passage.stop} scene={now.scene} theme={show.theme} language={show.language} /> : <p>{say('讲完了', 'That was the last')}</p>}</div>
    </section>
  );
}
