import type { Passage } from '../../data/rules/stage/act.js';
import { sceneNow } from '../../data/rules/stage/act.js';
import type { Laser, StageCommand, StageShow } from '../../data/schema/stage.js';
import type { StageContent } from './stage-content.js';

export interface StageScreenProps {
  readonly content: StageContent;
  readonly show: StageShow;
  readonly passages: readonly Passage[];
  readonly laser: Laser;
  /** What a finger, the mouse or the map asks of the show; left out, nothing on the screen can be pressed. */
  readonly onCommand?: (command: StageCommand) => void;
}

/** What the audience sees: the scene that the show stands at, composed for a screen 1920 × 1080 and scaled to whatever holds it. */
export function StageScreen({ show, passages }: StageScreenProps) {
  const now = sceneNow(show, passages);
  return <div className="stage" data-theme={show.theme} data-scene={now?.scene.view ?? 'none'}>{now?.scene.view}</div>;
}
