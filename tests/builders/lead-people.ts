import { leadPersonSchema, type LeadPerson } from '../../data/schema/lead.js';

/** An invented person, whose words stand nowhere else. */
export const visitor: LeadPerson = { name: '欧阳明轩', organisation: '云岭露营文化公司', phone: '138 1234 2046', words: '想找一片能通车的林地做露营', note: '下周三带合伙人来看' };

/** A lead each of whose personal fields holds a canary: driven by the registry's schema, so a new field is covered by itself. */
export function personOfCanaries(): { readonly person: LeadPerson; readonly canaries: readonly { readonly path: string; readonly word: string }[] } {
  const canaries = Object.keys(leadPersonSchema.shape).map((key, at) => ({ path: `lead.${key}`, word: key === 'phone' ? `1990077${String(7_700 + at)}` : `LEADCANARY${at}` }));
  return { person: leadPersonSchema.parse(Object.fromEntries(canaries.map(({ path, word }) => [path.slice('lead.'.length), word]))), canaries };
}
