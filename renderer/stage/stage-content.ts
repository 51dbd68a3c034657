import { useMemo } from 'react';
import { passagesOf, type Passage } from '../../data/rules/stage/act.js';
import type { PublicAsset, PublicProfile, PublicTour } from '../../data/rules/projection.js';
import type { StageFacts } from '../../data/rules/stage/scenes.js';
import { useClient } from '../client/current-client.js';
import type { IndexEntry } from '../state/index-entries.js';
import { useProgram, type PublicProjectRow } from '../state/program-store.js';
import { useStage } from '../state/stage-store.js';
import { useSheets, type Sheet } from '../state/use-sheets.js';

/** All that scenes are drawn from: public records, by identity. The same value as long as none of them changes. */
export interface StageContent {
  readonly profile: PublicProfile;
  /** The ledger is the shipped sample, and that is said wherever it is shown. */
  readonly sample: boolean;
  readonly today: string;
  readonly entries: readonly IndexEntry[];
  readonly entry: (id: string) => IndexEntry | undefined;
  /** The whole asset where it is at hand: those of the tour, and those opened since. */
  readonly asset: (id: string) => PublicAsset | undefined;
  readonly projects: readonly PublicProjectRow[];
  readonly project: (id: string) => PublicProjectRow | undefined;
  readonly sheets: readonly Sheet[] | null;
  readonly facts: StageFacts;
  /** The address of a picture or film; `small` of its thumbnail. */
  readonly media: (id: string, small?: boolean) => string;
}

/** Facts about scenes as this window knows them. An asset that is published but not at hand counts as one without pictures. */
function factsOf(assets: ReadonlyMap<string, PublicAsset>, entry: StageContent['entry'], projects: readonly PublicProjectRow[]): StageFacts {
  return {
    asset(id) {
      const known = entry(id);
      const whole = assets.get(id);
      return known && { photos: whole?.photos ?? [], videos: whole?.videos ?? [], placed: known.lng !== null };
    },
    projects: projects.map(({ project }) => project),
  };
}

/** What scenes are drawn from in this window; null until the ledger is loaded. */
export function useStageContent(): StageContent | null {
  const client = useClient();
  const overview = useProgram((state) => state.overview);
  const loading = useProgram((state) => state.loading);
  const entries = useProgram((state) => state.publicEntries);
  const projects = useProgram((state) => state.publicProjects);
  const assets = useStage((state) => state.assets);
  const sheets = useSheets();
  return useMemo(() => {
    if (!overview || loading) return null;
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const projectById = new Map(projects.map((row) => [row.project.id, row]));
    const entry = (id: string) => byId.get(id);
    return {
      profile: overview.profile, sample: overview.sample, today: overview.today, entries, entry, asset: (id) => (byId.has(id) ? assets.get(id) : undefined),
      projects, project: (id) => projectById.get(id), sheets, facts: factsOf(assets, entry, projects),
      media: (id, small = false) => client.address(`media/${id}${small ? '/small' : ''}`),
    };
  }, [overview, loading, entries, projects, assets, sheets, client]);
}

/** The stops of a tour that can be shown with what is at hand. */
export const usePassages = (tour: PublicTour | null, content: StageContent | null): readonly Passage[] => useMemo(() => (content ? passagesOf(tour, content.facts) : []), [tour, content]);
