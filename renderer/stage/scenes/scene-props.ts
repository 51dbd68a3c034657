import type { PublicStop } from '../../../data/rules/projection.js';
import type { Scene, SceneView } from '../../../data/rules/stage/scenes.js';
import type { StageCommand } from '../../../data/schema/stage.js';
import type { StageContent } from '../stage-content.js';
import type { StageSay } from '../stage-say.js';

/** What every scene is drawn from. */
export interface SceneProps<View extends SceneView = SceneView> {
  readonly content: StageContent;
  readonly stop: PublicStop;
  readonly scene: Extract<Scene, { view: View }>;
  readonly say: StageSay;
  /** Nothing moves: a picture in small. */
  readonly still: boolean;
  /** Where the slider between before and after stands, 0 to 1. */
  readonly share: number;
  readonly onCommand?: ((command: StageCommand) => void) | undefined;
}
