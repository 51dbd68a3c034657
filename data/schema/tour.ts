import { z } from 'zod';
import { assetFilterSchema } from './asset-filter.js';
import { idSchema, recordShape } from './common.js';
import { field, noun } from './field.js';
import { mediaIdSchema } from './media.js';
import { text, type Text } from './text.js';
import { textSchema } from './text-schema.js';
import { horizons } from './vocabularies.js';
import { vocabulary } from './vocabulary.js';
import { schemaOf } from './vocabulary-schema.js';

/** Every kind of stop that a tour may have. */
export const stopKinds = vocabulary({
  cover: ['封面', 'Cover'],
  chapter: ['章节', 'Chapter'],
  figures: ['乡情数字', 'Township in figures'],
  overview: ['资产总览', 'Overview'],
  asset: ['资产', 'Asset'],
  project: ['项目', 'Project'],
  table: ['项目一张表', 'Project table'],
  comparison: ['对比', 'Comparison'],
  video: ['视频', 'Film'],
  explore: ['自由探索', 'Open map'],
  closing: ['结束', 'Closing'],
});
export type StopKind = (typeof stopKinds.values)[number];

/** What the audience looks at: the middle of the view, and the zoom at which a screen 1920 wide shows it. */
export const cameraSchema = z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-85).max(85), zoom: z.number().min(3).max(20) });
export type StageCamera = Readonly<z.infer<typeof cameraSchema>>;

/** One big number of a chapter, as it is to be read: 118 · 万人次 · 年接待游客. */
const figureSchema = z.object({ value: z.string().min(1).max(16), unit: textSchema.partial().default({}), label: textSchema.partial().default({}) });
export type StopFigure = z.infer<typeof figureSchema>;

/** Shortest and longest time for a stop, in seconds. */
export const stopSeconds = { least: 5, most: 1_800 } as const;

const system = { audience: 'public', kind: 'system', section: 'system' } as const;
const asset = (label: Text) => field(idSchema.clone(), { ...system, label });
const picture = field(mediaIdSchema.optional(), { ...system, label: text('画面', 'Picture') });

const sharedShape = {
  id: field(z.string().regex(/^[\w-]{3,40}$/), { ...system, label: text('站点标识', 'Stop identity') }),
  hidden: field(z.boolean().default(false), { ...system, label: text('隐藏', 'Hidden'), help: text('隐藏的站点留在路线里，上台时略过。', 'A hidden stop stays in the tour and is passed over on stage.') }),
  seconds: field(z.number().int().min(stopSeconds.least).max(stopSeconds.most).default(60), { ...system, label: text('时长', 'Duration'), unit: text('秒', 's') }),
  title: field(textSchema.partial().optional(), { label: text('标题', 'Title'), audience: 'public', kind: 'bilingual', section: 'story', help: text('不填则用资产、项目或乡镇的名称。', 'Left empty, the name of the asset, the project or the township stands here.') }),
  line: field(textSchema.partial().optional(), { label: text('一句话', 'One line'), audience: 'public', kind: 'bilingual', section: 'story', help: text('观众一眼能读完的一句。', 'What an audience reads at one glance.') }),
  notes: field(z.string().max(4_000).optional(), { label: text('讲解词', 'Speaker notes'), audience: 'internal', kind: 'long-text', section: 'story', help: text('只在讲解台上看得到。', 'Seen on the presenter console alone.') }),
  camera: field(cameraSchema.optional(), { ...system, label: text('镜头', 'Camera'), help: text('不定则按内容自动取景。', 'Left open, the map frames what the stop shows.') }),
} as const;

const stopOf = <const K extends StopKind, Shape extends object>(kind: K, shape: Shape) => ({
  ...sharedShape, kind: field(z.literal(kind), { ...system, label: text('站点种类', 'Kind of stop') }), ...shape,
});

/** One schema for each kind of stop. */
export const stopSchemas = {
  cover: noun(stopOf('cover', { picture })),
  chapter: noun(stopOf('chapter', { picture, figures: field(z.array(figureSchema).max(4).default([]), { label: text('数字', 'Figures'), audience: 'public', kind: 'system', section: 'story' }) })),
  figures: noun(stopOf('figures', {})),
  overview: noun(stopOf('overview', { filter: field(assetFilterSchema, { ...system, label: text('筛选条件', 'Filter') }) })),
  asset: noun(stopOf('asset', {
    assetId: asset(text('资产', 'Asset')),
    photos: field(z.array(mediaIdSchema).max(40).optional(), { ...system, label: text('照片', 'Photos'), help: text('不选则放前三张。', 'Left open, the first three are shown.') }),
    change: field(z.object({ before: mediaIdSchema, after: mediaIdSchema }).optional(), { ...system, label: text('前后对比', 'Before and after') }),
  })),
  project: noun(stopOf('project', { projectId: field(idSchema.clone(), { ...system, label: text('项目', 'Project') }) })),
  table: noun(stopOf('table', { horizon: field(schemaOf(horizons).optional(), { ...system, label: text('近远期', 'Horizon'), help: text('不选则近期、远期都放。', 'Left open, both horizons are shown.') }) })),
  comparison: noun(stopOf('comparison', { assetIds: field(z.array(idSchema).min(2).max(3), { ...system, label: text('对比的资产', 'Assets compared') }) })),
  video: noun(stopOf('video', { video: field(mediaIdSchema.clone(), { ...system, label: text('视频', 'Film') }), assetId: field(idSchema.optional(), { ...system, label: text('资产', 'Asset') }) })),
  explore: noun(stopOf('explore', {})),
  closing: noun(stopOf('closing', { picture })),
} as const;

export const stopSchema = z.discriminatedUnion('kind', [
  stopSchemas.cover, stopSchemas.chapter, stopSchemas.figures, stopSchemas.overview, stopSchemas.asset, stopSchemas.project,
  stopSchemas.table, stopSchemas.comparison, stopSchemas.video, stopSchemas.explore, stopSchemas.closing,
]);
export type Stop = z.infer<typeof stopSchema>;

/** A tour 讲解路线: the ordered stops of a roadshow. */
export const tourSchema = noun({
  ...recordShape,
  name: field(z.string().trim().min(1).max(80), { label: text('路线名称', 'Tour'), audience: 'public', kind: 'text', section: 'identity' }),
  stops: field(z.array(stopSchema).max(200).default([]), { label: text('站点', 'Stops'), audience: 'public', kind: 'stops', section: 'story', help: text('每一站按其种类各有字段；讲解词不对外。', 'Each stop has the fields of its kind; speaker notes stay inside.') }),
});
export type Tour = z.infer<typeof tourSchema>;
