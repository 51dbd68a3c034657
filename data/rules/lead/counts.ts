import type { LeadOpen } from '../../schema/lead.js';

/** How many leads there are of each asset and project; nothing of whose they are. */
export interface LeadCounts { readonly assets: Readonly<Record<string, number>>; readonly projects: Readonly<Record<string, number>> }

/** Where the number of leads stands among a table's columns: it follows from the leads, and is no field of a project. */
export const leadCountPath = 'leads.count';

/** Counts leads by asset and by project. A project has those that name it and those that name one of its assets, each once. */
export function countLeads(leads: readonly Pick<LeadOpen, 'assetIds' | 'projectIds'>[], projects: readonly { readonly id: string; readonly assetIds: readonly string[] }[]): LeadCounts {
  const projectsOf = new Map<string, string[]>();
  for (const { id, assetIds } of projects) for (const assetId of assetIds) projectsOf.set(assetId, [...(projectsOf.get(assetId) ?? []), id]);
  const known = new Set(projects.map(({ id }) => id));
  const counts = { assets: new Map<string, number>(), projects: new Map<string, number>() };
  for (const lead of leads) {
    for (const id of new Set(lead.assetIds)) counts.assets.set(id, (counts.assets.get(id) ?? 0) + 1);
    const touched = new Set([...lead.projectIds.filter((id) => known.has(id)), ...lead.assetIds.flatMap((id) => projectsOf.get(id) ?? [])]);
    for (const id of touched) counts.projects.set(id, (counts.projects.get(id) ?? 0) + 1);
  }
  return { assets: Object.fromEntries(counts.assets), projects: Object.fromEntries(counts.projects) };
}
