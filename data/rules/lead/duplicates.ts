import type { LeadPerson } from '../../schema/lead.js';

/** A lead whose person can be read, with what tells whether two are one. */
export interface KnownLead { readonly id: string; readonly person: LeadPerson }

const plain = (words: string | undefined) => (words ?? '').normalize('NFKC').replace(/[\s·.，,()（）-]+/g, '').toLowerCase();

/** The digits by which two spellings of one number are the same: +86 and a leading 0 of a mobile number are left out. */
export function phoneKey(phone: string | undefined): string {
  const digits = (phone ?? '').normalize('NFKC').replace(/\D/g, '').replace(/^(0086|86)(?=1\d{10}$)/, '');
  return digits.replace(/^0(?=1\d{10}$)/, '');
}

/** By which words a person is known again: the phone, and organisation with name where both were given. */
function keysOf({ person }: KnownLead): string[] {
  const phone = phoneKey(person.phone);
  const [name, organisation] = [plain(person.name), plain(person.organisation)];
  return [...(phone.length >= 5 ? [`phone ${phone}`] : []), ...(name && organisation ? [`person ${organisation} ${name}`] : [])];
}

/** The leads that are the same person's, in groups of two and more, each in the order given. Same phone, or same organisation and name; also by way of a third. */
export function duplicatesOf(leads: readonly KnownLead[]): readonly (readonly string[])[] {
  const parent = leads.map((_, at) => at);
  const top = (at: number): number => { let now = at; while (parent[now] !== now) now = parent[now] as number; return now; };
  const seen = new Map<string, number>();
  leads.forEach((lead, at) => {
    for (const key of keysOf(lead)) {
      const before = seen.get(key);
      if (before === undefined) seen.set(key, at);
      else parent[top(at)] = top(before);
    }
  });
  const groups = new Map<number, string[]>();
  leads.forEach(({ id }, at) => groups.set(top(at), [...(groups.get(top(at)) ?? []), id]));
  return [...groups.values()].filter((group) => group.length > 1);
}
