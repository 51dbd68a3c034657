import type { LeadChange } from '../../../data/contract/lead-calls.js';
import { mergedLeads } from '../../../data/rules/lead/merge.js';
import type { Lead, LeadPerson } from '../../../data/schema/lead.js';
import { leadFailures } from './lead-failures.js';

/** Who changes a lead, and when. */
export interface Stamp { readonly now: string }

/** The lead of an id. Throws `not-found` where it is gone. */
export function leadOf(leads: readonly Lead[], id: string): Lead {
  const found = leads.find((lead) => lead.id === id);
  if (!found) throw leadFailures.gone();
  return found;
}

const without = <K extends keyof Lead>(lead: Lead, key: K): Lead => { const { [key]: _gone, ...rest } = lead; return rest as unknown as Lead; };
const withOptional = <K extends 'nextStep' | 'nextAt' | 'doneAt'>(lead: Lead, key: K, value: Lead[K] | null | undefined): Lead => (value === undefined ? lead : value === null ? without(lead, key) : { ...lead, [key]: value });

/** A lead with what lies open of a change; `sealed` replaces the part that does not. */
export function changedLead(lead: Lead, revision: number, change: LeadChange, sealed: string | undefined, { now }: Stamp): Lead {
  if (lead.revision !== revision) throw leadFailures.changed();
  let next: Lead = { ...lead, revision: lead.revision + 1, ...(change.assetIds ? { assetIds: change.assetIds } : {}), ...(change.projectIds ? { projectIds: change.projectIds } : {}), ...(sealed === undefined ? {} : { sealed }) };
  next = withOptional(next, 'nextStep', change.nextStep);
  next = withOptional(next, 'nextAt', change.nextAt);
  return withOptional(next, 'doneAt', change.done === undefined ? undefined : change.done ? (lead.doneAt ?? now) : null);
}

/** All leads with some made into one: the kept one carries what the others said, and they are gone. */
export function joinedLeads(leads: readonly Lead[], keep: string, others: readonly string[], personOf: (lead: Lead) => LeadPerson | null, sealed: (person: LeadPerson) => string): { readonly leads: Lead[]; readonly revision: number } {
  const gone = new Set(others.filter((id) => id !== keep));
  const known = [keep, ...gone].map((id) => {
    const lead = leadOf(leads, id);
    const { sealed: _sealed, ...open } = lead;
    return { lead: open, person: personOf(lead) ?? {} };
  });
  const [first, ...rest] = known as [(typeof known)[number], ...typeof known];
  const merged = mergedLeads(first, rest);
  const revision = first.lead.revision + 1;
  const one: Lead = { ...merged.lead, revision, sealed: sealed(merged.person) };
  return { leads: leads.flatMap((lead) => (lead.id === keep ? [one] : gone.has(lead.id) ? [] : [lead])), revision };
}
