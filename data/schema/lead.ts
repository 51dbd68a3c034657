import { z } from 'zod';
import { idSchema } from './common.js';
import { field, noun } from './field.js';
import { text } from './text.js';
import { vocabulary } from './vocabulary.js';
import { schemaOf } from './vocabulary-schema.js';

/** Where a lead was taken. */
export const leadWays = vocabulary({ booth: ['展台自填', 'At the booth'], console: ['讲解台登记', 'At the console'], desk: ['办公室登记', 'At the desk'] });
export type LeadWay = (typeof leadWays.values)[number];

/** What is to be done next. The word is kept open, so that a list of what is due can be read without unlocking; whatever names a person belongs into the note. */
export const nextSteps = vocabulary({
  call: ['回电话', 'Call back'], send: ['发资料', 'Send material'], visit: ['约看现场', 'Site visit'], meet: ['约见面谈', 'Meet'], terms: ['谈条件', 'Talk terms'], other: ['其他', 'Other'],
});
export type NextStep = (typeof nextSteps.values)[number];

/** A phone as people write it: digits, with what stands between and around them. */
export const phoneSchema = z.string().trim().max(40).regex(/^[+(（\d][\d\s()（）\-–—转/.extEXT]{4,39}$/u).refine((words) => (words.match(/\d/g)?.length ?? 0) >= 5);
const words = (most: number) => z.string().trim().max(most);
/** So many assets or projects may be linked to one lead. */
export const mostLinks = 60;
const links = () => z.array(idSchema).max(mostLinks).default([]);

/** What of a lead is about a person. It is never stored but sealed; each field is written to be told only where it is asked for. */
export const leadPersonSchema = noun({
  name: field(words(60).optional(), { label: text('姓名', 'Name'), audience: 'personal', kind: 'text', section: 'people', width: 7 }),
  organisation: field(words(80).optional(), { label: text('单位', 'Organisation'), audience: 'personal', kind: 'text', section: 'people', width: 14, help: text('个体户的字号也算个人信息，一并加密。', 'A sole trader’s firm is personal too, and is encrypted with the rest.') }),
  phone: field(phoneSchema.optional(), { label: text('电话', 'Phone'), audience: 'personal', kind: 'text', section: 'people', width: 9 }),
  words: field(words(600).optional(), { label: text('想要什么', 'What is wanted'), audience: 'personal', kind: 'long-text', section: 'story', width: 18, help: text('照对方的原话写。', 'In their own words.') }),
  note: field(words(1_000).optional(), { label: text('跟进记录', 'Follow-up note'), audience: 'personal', kind: 'long-text', section: 'people', width: 18, help: text('谈到哪里、下一步怎么办。', 'Where it stands and what comes next.') }),
});
export type LeadPerson = z.infer<typeof leadPersonSchema>;

/** That the person agreed: when, to which wording, and until which day their data may be kept. */
export const consentSchema = z.object({ at: z.iso.datetime(), wording: z.enum(['shown-1', 'spoken-1']), until: z.iso.date() });

/** What of a lead lies open: that there is one, what it is about, and what is to be done. Nothing of who it is. */
export const leadOpenSchema = noun({
  id: field(idSchema.clone(), { label: text('内部标识', 'Identity'), audience: 'internal', kind: 'system', section: 'system' }),
  revision: field(z.number().int().nonnegative(), { label: text('版次', 'Revision'), audience: 'internal', kind: 'system', section: 'system' }),
  takenAt: field(z.iso.datetime(), { label: text('登记时间', 'Taken'), audience: 'internal', kind: 'date', section: 'identity', width: 8.5 }),
  way: field(schemaOf(leadWays), { label: text('登记方式', 'Taken where'), audience: 'internal', kind: 'choice', section: 'identity', vocabulary: leadWays, width: 7 }),
  takenBy: field(words(40).optional(), { label: text('登记人', 'Taken by'), audience: 'internal', kind: 'text', section: 'identity', width: 6 }),
  language: field(z.enum(['zh', 'en']), { label: text('对方用语', 'Their language'), audience: 'internal', kind: 'system', section: 'identity' }),
  consent: field(consentSchema, { label: text('同意', 'Consent'), audience: 'internal', kind: 'system', section: 'identity' }),
  tourId: field(idSchema.optional(), { label: text('讲解路线', 'Tour'), audience: 'internal', kind: 'links', section: 'story' }),
  assetIds: field(links(), { label: text('看中的资产', 'Assets liked'), audience: 'internal', kind: 'links', section: 'story', width: 18 }),
  projectIds: field(links(), { label: text('看中的项目', 'Projects liked'), audience: 'internal', kind: 'links', section: 'story', width: 14 }),
  nextStep: field(schemaOf(nextSteps).optional(), { label: text('下一步', 'Next step'), audience: 'internal', kind: 'choice', section: 'people', vocabulary: nextSteps, width: 6 }),
  nextAt: field(z.iso.date().optional(), { label: text('什么时候', 'Due'), audience: 'internal', kind: 'date', section: 'people', width: 8.5 }),
  doneAt: field(z.iso.datetime().optional(), { label: text('办结时间', 'Done'), audience: 'internal', kind: 'date', section: 'people', width: 8.5 }),
});
export type LeadOpen = z.infer<typeof leadOpenSchema>;

/** A lead as it is stored: what lies open, and the sealed part; none where its key was lost and given up. */
export const leadSchema = leadOpenSchema.extend({ sealed: z.string().max(20_000).nullable() });
export type Lead = z.infer<typeof leadSchema>;

/** How long the data of a lead may be kept from the day it was taken, in months; the consent names it. */
export const leadKeptMonths = 24;
/** More leads one ledger does not take: past that, something else is writing them. */
export const mostLeads = 5_000;
export const passphraseSchema = z.string().min(8).max(200);

const named = (person: LeadPerson) => Boolean(person.name || person.organisation);
/** What a visitor leaves at a booth. There is no field for a longer text: what a stranger writes there is a name, a phone, and what they liked. */
export const boothLeadSchema = z.object({
  name: words(60), phone: phoneSchema, assetIds: z.array(idSchema).max(12).default([]), language: z.enum(['zh', 'en']).default('zh'), consent: z.literal(true),
}).strict().refine(({ name }) => name !== '', { path: ['name'] });
export type BoothLead = z.infer<typeof boothLeadSchema>;

/** What the staff write of a person. Somebody must be named, by name or organisation. */
export const takenPersonSchema = z.object(leadPersonSchema.shape).strict().refine(named, { path: ['name'] });
