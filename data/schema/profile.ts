import { z } from 'zod';
import { locationSchema, personSchema } from './common.js';
import { field, noun } from './field.js';
import { firstMaps, mapLayerSchema } from './map-pack.js';
import { text } from './text.js';
import { textSchema } from './text-schema.js';

/** The township that a ledger belongs to. */
export const profileSchema = noun({
  name: field(textSchema, { label: text('乡镇名称', 'Township'), audience: 'public', kind: 'bilingual', section: 'identity' }),
  slogan: field(textSchema.partial().optional(), { label: text('口号', 'Slogan'), audience: 'public', kind: 'bilingual', section: 'identity' }),
  villages: field(z.array(z.string().max(40)).default([]), {
    label: text('各村', 'Villages'), audience: 'public', kind: 'tags', section: 'place',
    help: text('导入时据此核对村名；不填则按文件推断。', 'Imports check village names against these; left empty, they are inferred from the files.'),
  }),
  centre: field(locationSchema.optional(), { label: text('中心', 'Centre'), audience: 'public', kind: 'point', section: 'place' }),
  publicContact: field(personSchema.optional(), { label: text('招商热线', 'Investment office'), audience: 'public', kind: 'person', section: 'people' }),
  maps: field(z.array(mapLayerSchema).max(20).default([...firstMaps]), {
    label: text('底图', 'Maps'), audience: 'public', kind: 'system', section: 'system',
    help: text('自下而上的各层底图及其说明；文件所在的文件夹不在其中。', 'The sheets of the map from the lowest up and what they are; not the folders that their files lie in.'),
  }),
  sample: field(z.boolean().default(false), {
    label: text('示例数据', 'Sample data'), audience: 'public', kind: 'system', section: 'system',
    help: text('为真时，凡展示处都标「示例数据」。', 'When true, whatever is shown is marked as sample data.'),
  }),
});
export type Profile = z.infer<typeof profileSchema>;
