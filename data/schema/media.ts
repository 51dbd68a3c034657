import { z } from 'zod';
import { field, noun } from './field.js';
import { text } from './text.js';
import { textSchema } from './text-schema.js';

/** A file in the ledger's media folder: the SHA-256 of its content and its ending. */
export const mediaIdSchema = z.string().regex(/^[a-f0-9]{64}\.[a-z0-9]{2,4}$/);

/** A picture, a film clip or a document; the file lies in the ledger's media folder under its content hash. */
export const mediaSchema = noun({
  id: field(mediaIdSchema, {
    label: text('文件', 'File'), audience: 'public', kind: 'system', section: 'story',
    help: text('按内容取名，转存不重复。', 'Named by its content, so a copy is never stored twice.'),
  }),
  caption: field(textSchema.partial().optional(), { label: text('图注', 'Caption'), audience: 'public', kind: 'bilingual', section: 'story' }),
  width: field(z.number().int().positive().optional(), { label: text('宽', 'Width'), audience: 'public', kind: 'system', section: 'story', unit: text('像素', 'px') }),
  height: field(z.number().int().positive().optional(), { label: text('高', 'Height'), audience: 'public', kind: 'system', section: 'story', unit: text('像素', 'px') }),
  takenAt: field(z.string().optional(), { label: text('拍摄时间', 'Taken'), audience: 'internal', kind: 'date', section: 'story' }),
  fileName: field(z.string().optional(), { label: text('原文件名', 'Original file name'), audience: 'internal', kind: 'system', section: 'story' }),
  bytes: field(z.number().int().nonnegative().optional(), { label: text('大小', 'Size'), audience: 'internal', kind: 'system', section: 'story' }),
  original: field(mediaIdSchema.optional(), {
    label: text('原图', 'Original'), audience: 'internal', kind: 'system', section: 'story',
    help: text('原样保存，含拍摄信息，不对外。', 'Kept as it came, with what the camera wrote; never public.'),
  }),
  quarterTurns: field(z.number().int().min(0).max(3).optional(), { label: text('旋转', 'Turned'), audience: 'internal', kind: 'system', section: 'story' }),
});
export type Media = z.infer<typeof mediaSchema>;
