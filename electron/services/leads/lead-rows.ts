import type { LeadRow } from '../../../data/contract/lead-calls.js';
import { duplicatesOf } from '../../../data/rules/lead/duplicates.js';
import { followUpOrder, isExpired, standingOf } from '../../../data/rules/lead/follow-up.js';
import { maskedName, maskedOrganisation, maskedPhone } from '../../../data/rules/lead/mask.js';
import type { LeadDocument } from '../../storage/lead-file.js';
import type { LeadKeys } from './lead-keys.js';

/** The leads in the order of what is to be done, with what may be shown of their persons: masked, or nothing while it is locked. */
export function leadRows({ keys: ring, leads }: LeadDocument, keys: Pick<LeadKeys, 'isOpen' | 'personOf'>, today: string): LeadRow[] {
  const isOpen = keys.isOpen(ring);
  const persons = new Map(isOpen ? leads.map((lead) => [lead.id, keys.personOf(lead, ring)] as const) : []);
  const groups = duplicatesOf(leads.flatMap(({ id }) => { const person = persons.get(id); return person ? [{ id, person }] : []; }));
  const sameAs = new Map(groups.flatMap((group) => group.map((id) => [id, group.filter((other) => other !== id)] as const)));
  return followUpOrder(leads, today).map(({ sealed, consent, language: _language, ...open }) => {
    const person = persons.get(open.id);
    return {
      ...open, standing: standingOf(open, today), until: consent.until, expired: isExpired({ consent }, today), lost: sealed === null || (isOpen && !person),
      masked: person ? { name: maskedName(person.name), organisation: maskedOrganisation(person.organisation), phone: maskedPhone(person.phone) } : null,
      sameAs: sameAs.get(open.id) ?? [],
    };
  });
}
