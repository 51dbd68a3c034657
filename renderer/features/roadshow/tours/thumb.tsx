import { memo } from 'react';
import type { Scene } from '../../../../data/rules/stage/scenes.js';
import type { PublicStop } from '../../../../data/rules/projection.js';
import { useProgram } from '../../../state/program-store.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { StageThumb } from '../../../stage/stage-thumb.js';
import { Icon } from '../../../ui/icon.js';

/** A scene in small in the look that the stage was last given; what is gone shows as an empty frame. Decoration: its name stands beside it. */
export const Thumb = memo(function Thumb({ content, stop, scene }: { content: StageContent; stop: PublicStop; scene: Scene | undefined }) {
  const theme = useProgram((state) => state.settings.stageTheme);
  const language = useProgram((state) => state.settings.stageLanguage);
  return (
    <div className="tour-thumb" aria-hidden="true" inert>
      {scene ? <StageThumb content={content} stop={stop} scene={scene} theme={theme} language={language} /> : <span className="tour-thumb-gone"><Icon name="hidden" /></span>}
    </div>
  );
});
