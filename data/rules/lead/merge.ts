import { mostLinks, type LeadOpen, type LeadPerson } from '../../schema/lead.js';
import { phoneKey } from './duplicates.js';

/** A lead with what is known of its person. */
export interface OpenLead { readonly lead: LeadOpen; readonly person: LeadPerson }

const union = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())].slice(0, mostLinks);
const earliest = (values: readonly (string | undefined)[]) => values.flatMap((value) => value ?? []).toSorted()[0];
/** Texts that differ, one under the other; one that says no more than another is left out. */
const lines = (values: readonly (string | undefined)[], most: number) => {
  const told = [...new Set(values.flatMap((value) => value?.trim() || []))];
  return told.filter((value) => !told.some((other) => other !== value && other.includes(value))).join('\n').slice(0, most) || undefined;
};

/**
 * One lead of several that are the same person's. What the kept one says holds; what it leaves open comes from the others; links, words and notes
 * are put together, a second phone goes into the note. It is done only where all are; the first consent's end holds, as nobody agreed to more.
 */
export function mergedLeads(kept: OpenLead, others: readonly OpenLead[]): OpenLead {
  const all = [kept, ...others];
  const first = <K extends keyof LeadPerson>(key: K) => all.map(({ person }) => person[key]).find((value) => value !== undefined && value !== '');
  const phone = first('phone');
  const phones = all.flatMap(({ person }) => (person.phone && phoneKey(person.phone) !== phoneKey(phone) ? [person.phone] : []));
  const isDone = all.every(({ lead }) => lead.doneAt !== undefined);
  const next = all.find(({ lead }) => lead.nextAt !== undefined && lead.doneAt === undefined)?.lead;
  const open = all.filter(({ lead }) => lead.doneAt === undefined);
  const tourId = all.find(({ lead }) => lead.tourId)?.lead.tourId;
  const { nextStep, nextAt, doneAt, tourId: _tour, ...rest } = kept.lead;
  const due = nextAt ?? earliest(open.map(({ lead }) => lead.nextAt));
  const step = nextStep ?? next?.nextStep;
  const person: Record<string, string | undefined> = {
    name: first('name'), organisation: first('organisation'), phone,
    words: lines(all.map((one) => one.person.words), 600), note: lines([...all.map((one) => one.person.note), ...new Set(phones)], 1_000),
  };
  return {
    lead: {
      ...rest,
      takenAt: earliest(all.map(({ lead }) => lead.takenAt)) ?? rest.takenAt,
      consent: all.map(({ lead }) => lead.consent).toSorted((one, other) => one.until.localeCompare(other.until))[0] ?? rest.consent,
      assetIds: union(all.map(({ lead }) => lead.assetIds)), projectIds: union(all.map(({ lead }) => lead.projectIds)),
      ...(tourId ? { tourId } : {}), ...(step ? { nextStep: step } : {}), ...(due ? { nextAt: due } : {}), ...(isDone && doneAt ? { doneAt } : {}),
    },
    person: Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined)),
  };
}
