import type { StageContent } from '../stage/stage-content.js';
import { PaintedHills } from './painted-hills.js';
import { Said, useScreenSay } from './screen-language.js';

/** What the screen shows before a show and after it: hills, and whose they are once that is known. */
export function WaitingScreen({ content, hint }: { content: StageContent | null; hint: boolean }) {
  const say = useScreenSay();
  const { name, slogan } = content?.profile ?? {};
  return (
    <div className="waiting">
      <PaintedHills />
      {name && (
        <div className="waiting-words">
          <h1>{say(name)}</h1>
          {say.language === 'zh' && name.en && <p className="waiting-latin" lang="en">{name.en}</p>}
          {slogan?.[say.language] && <p className="waiting-slogan">{slogan[say.language]}</p>}
        </div>
      )}
      {content?.sample && <p className="waiting-sample"><Said zh="示例数据" en="Sample data" /></p>}
      {content && hint && <p className="waiting-hint"><Said zh="点一下铺满屏幕" en="Tap to fill the screen" /></p>}
    </div>
  );
}
