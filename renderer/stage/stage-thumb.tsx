import type { Scene } from '../../data/rules/stage/scenes.js';
import type { PublicStop } from '../../data/rules/projection.js';
import type { StageLanguage, StageTheme } from '../../data/schema/stage.js';
import type { StageContent } from './stage-content.js';

/** A scene as a still picture in small, for the console and the editor: composed as on the stage, with nothing that moves. Fills its container, 16 : 9. */
export function StageThumb({ scene }: { content: StageContent; stop: PublicStop; scene: Scene; theme: StageTheme; language: StageLanguage }) {
  return <div className="stage stage-thumb" data-scene={scene.view}>{scene.view}</div>;
}
