import { z } from 'zod';
import { field, noun } from './field.js';
import { text } from './text.js';
import { datums, priceBases } from './vocabularies.js';
import { schemaOf } from './vocabulary-schema.js';

/** WGS-84 degrees. */
export const locationSchema = z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });
export type Location = z.infer<typeof locationSchema>;

const positionSchema = z.array(z.number()).min(2).max(3);
const ringSchema = z.array(positionSchema).min(4);
/** A GeoJSON area in WGS-84 (RFC 7946, section 3.1.6 and 3.1.7). */
export const boundarySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ringSchema).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ringSchema).min(1)).min(1) }),
]);
export type Boundary = z.infer<typeof boundarySchema>;

/** What is asked: an amount in yuan on a basis, or no amount when it is open to talks. */
export const priceSchema = z.object({ yuan: z.number().nonnegative().nullable(), basis: schemaOf(priceBases) });
export type Price = z.infer<typeof priceSchema>;

export const personSchema = z.object({ name: z.string().optional(), phone: z.string().optional() });
export type Person = z.infer<typeof personSchema>;

/** A day, a month or a year as far as it is known: 2024-03-08, 2024-03 or 2024. */
export const dateSchema = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
export const idSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);

/** The place in a file that a record came from; rows as the person sees them, from 1. */
export const sourceSchema = z.object({
  file: z.string(), sheet: z.string().optional(), row: z.number().int().positive().optional(),
  /** How many fields the table had columns for: of two tables that disagree, the broader one is believed. */
  columns: z.number().int().nonnegative().optional(),
  /** A fingerprint of what the row said, so that importing it again unchanged takes back no later edit. */
  digest: z.string().max(20).optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** The position as it came, so that a wrong guess of the datum can be undone. */
export const locationSourceSchema = z.object({ datum: schemaOf(datums), text: z.string() });

/** The fields every record carries; kept by the program. */
export const recordShape = {
  id: field(idSchema, { label: text('内部标识', 'Identity'), audience: 'public', kind: 'system', section: 'system', places: ['index'] }),
  revision: field(z.number().int().nonnegative(), { label: text('版次', 'Revision'), audience: 'internal', kind: 'system', section: 'system', places: ['index'] }),
  updatedAt: field(z.string(), { label: text('更新时间', 'Updated'), meaning: text('最近一次修改这条记录的时间。', 'When the record was changed last.'), audience: 'internal', kind: 'system', section: 'system', places: ['index', 'table'], width: 9 }),
  updatedBy: field(z.string().optional(), { label: text('更新人', 'Updated by'), audience: 'internal', kind: 'system', section: 'system' }),
  source: field(sourceSchema.optional(), { label: text('来源', 'Source'), audience: 'internal', kind: 'system', section: 'system' }),
} as const;

/** A person who is named in public on purpose: the office's own line. */
export const publicContactShape = {
  publicContact: field(personSchema.optional(), {
    label: text('公开联系方式', 'Public contact'), meaning: text('对外公布的单位电话。', 'The office line that is given to the public.'), audience: 'public', kind: 'person', section: 'people', places: ['card'],
    help: text('写单位电话，不写个人手机。', 'Give the office line, not a private phone.'),
  }),
  contact: field(personSchema.optional(), {
    label: text('联系人', 'Contact'), meaning: text('村里或单位里的具体联系人，只供内部。', 'The person to call; for staff only.'), audience: 'personal', kind: 'person', section: 'people', width: 12,
    synonyms: ['联系人及电话', '联系人电话', '联络人', '负责人及电话', '联系方式', '村联系人', '经办人'],
  }),
} as const;

export { noun };
