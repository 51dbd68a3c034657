import { stopName, type StopNames } from '../../../../data/rules/stage/stop-name.js';
import { scenesOf } from '../../../../data/rules/stage/scenes.js';
import { assetFilterSchema } from '../../../../data/schema/asset-filter.js';
import { text, type Text } from '../../../../data/schema/text.js';
import { stopKinds, type Stop, type StopKind } from '../../../../data/schema/tour.js';
import type { IconName } from '../../../ui/icon.js';
import type { StageContent } from '../../../stage/stage-content.js';

export const stopIcons: Readonly<Record<StopKind, IconName>> = {
  cover: 'home', chapter: 'sun', figures: 'quality', overview: 'layers', asset: 'pin', project: 'folder', table: 'projects', comparison: 'compare', video: 'roadshow', explore: 'nearby', closing: 'star',
};
/** What a kind of stop is for, in a line. */
export const stopHelp: Readonly<Record<StopKind, Text>> = {
  cover: text('乡名、口号和一幅画', 'The township’s name over a picture'), chapter: text('一页乡里的故事：四季、物产、客流', 'A page of the township’s story'),
  figures: text('总量、分类、项目三屏大数字', 'Totals, categories, projects'), overview: text('按条件点亮地图上的资产', 'Assets lit on the map by a filter'),
  asset: text('地图飞到、图文、照片', 'The map flies there; facts and photos'), project: text('点亮项目的资产，再讲项目', 'Its assets lit, then what it is'),
  table: text('项目一张表，逐行展开', 'The project table, row by row'), comparison: text('两三宗资产并排', 'Two or three assets side by side'), video: text('播放一段视频', 'Plays a film'),
  explore: text('空白地图，留给提问', 'An open map for questions'), closing: text('联系方式和二维码', 'Contact and a QR code'),
};
/** The kinds that can be added without choosing anything first. */
export const plainKinds: readonly StopKind[] = ['cover', 'chapter', 'figures', 'overview', 'table', 'explore', 'closing'];

export const namesIn = (content: StageContent): StopNames => ({ township: content.profile.name, asset: content.entry, project: (id) => content.project(id)?.project });
export const stopTitle = (stop: Stop, content: StageContent, language: 'zh' | 'en') => stopName(stop, namesIn(content), language);

/** True when what a stop shows is gone: it is passed over on stage. */
export const isGone = (stop: Stop, content: StageContent) => scenesOf(stop, content.facts).length === 0;
/** Why it is, and what to do. */
export function goneWords(stop: Stop): Text {
  switch (stop.kind) {
    case 'asset': return text('这宗资产已下架或删除，上台时略过。可换一宗资产，或删掉这一站。', 'This asset was withdrawn or removed; the stop is passed over on stage. Choose another asset, or delete the stop.');
    case 'project': return text('这个项目已删除，上台时略过。可换一个项目，或删掉这一站。', 'This project was removed; the stop is passed over on stage. Choose another project, or delete the stop.');
    case 'comparison': return text('可对比的资产不足两宗，上台时略过。请补选资产。', 'Fewer than two of these assets are left; the stop is passed over on stage. Choose others.');
    case 'video': return text('这段视频已不在资产的附件里，上台时略过。请另选一段。', 'This film is no longer with its asset; the stop is passed over on stage. Choose another.');
    default: return text('没有可放的内容，上台时略过。', 'There is nothing to show; the stop is passed over on stage.');
  }
}

/** Seconds that a new stop takes. */
const usualSeconds: Readonly<Record<StopKind, number>> = { cover: 30, chapter: 45, figures: 60, overview: 45, asset: 50, project: 45, table: 60, comparison: 40, video: 30, explore: 90, closing: 40 };
export const newStopId = () => `s${crypto.randomUUID().slice(0, 12)}`;

/** A new stop of a kind that needs nothing else. */
export function plainStop(kind: StopKind): Stop | null {
  const shared = { id: newStopId(), hidden: false, seconds: usualSeconds[kind] };
  switch (kind) {
    case 'cover': case 'figures': case 'table': case 'explore': case 'closing': return { ...shared, kind };
    case 'chapter': return { ...shared, kind, figures: [] };
    case 'overview': return { ...shared, kind, filter: assetFilterSchema.parse({}) };
    default: return null;
  }
}
export const assetStop = (assetId: string): Stop => ({ id: newStopId(), hidden: false, seconds: usualSeconds.asset, kind: 'asset', assetId });
export const projectStop = (projectId: string): Stop => ({ id: newStopId(), hidden: false, seconds: usualSeconds.project, kind: 'project', projectId });
export const comparisonStop = (assetIds: string[]): Stop => ({ id: newStopId(), hidden: false, seconds: usualSeconds.comparison, kind: 'comparison', assetIds });
export const videoStop = (assetId: string, video: string): Stop => ({ id: newStopId(), hidden: false, seconds: usualSeconds.video, kind: 'video', assetId, video });
export { stopKinds };
