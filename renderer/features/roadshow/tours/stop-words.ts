import { scenesOf, type Scene } from '../../../../data/rules/stage/scenes.js';
import { stopName } from '../../../../data/rules/stage/stop-name.js';
import { publicStop, type PublicStop } from '../../../../data/rules/projection.js';
import { text, type Text } from '../../../../data/schema/text.js';
import type { Stop } from '../../../../data/schema/tour.js';
import type { Say } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';

/** A stop's own title, or the name of what it shows. */
export const nameOfStop = (stop: PublicStop | Stop, content: StageContent, say: Say): string =>
  stopName(stop as PublicStop, { township: content.profile.name, asset: content.entry, project: (id) => content.project(id)?.project }, say.language);

/** The scenes of a stop as they would be shown now. */
export const scenesOfStop = (stop: Stop, content: StageContent): readonly Scene[] => scenesOf(publicStop(stop), content.facts);

/** Why a stop without scenes is passed over on stage, and how that is mended. */
export function goneNote(stop: Stop): Text {
  switch (stop.kind) {
    case 'asset': return text('这宗资产已删除或已下架，上台时略过这一站。换一宗资产，或在一本账里恢复它。', 'This asset was removed or withdrawn, so the stop is passed over on stage. Choose another asset, or bring it back in the ledger.');
    case 'project': return text('这个项目已不在表里，上台时略过这一站。换一个项目，或撤销删除。', 'This project is no longer in the table, so the stop is passed over on stage. Choose another one, or undo its removal.');
    case 'comparison': return text('对比的资产不足两宗，上台时略过这一站。请再选一宗。', 'Fewer than two of the assets are left, so the stop is passed over on stage. Choose another one.');
    case 'video': return text('这段视频已不在资产里，上台时略过这一站。请另选一段。', 'This film is no longer with its asset, so the stop is passed over on stage. Choose another one.');
    default: return text('还没有可放的项目，上台时略过这一站。先在一张表里添加项目。', 'There is no project to show yet, so the stop is passed over on stage. Add projects in the table first.');
  }
}
