import { create } from 'zustand';
import type { StageDesk } from '../../data/contract.js';
import type { PublicAsset, PublicTour } from '../../data/rules/projection.js';
import { noShow, type Laser, type StageCommand, type StageShow } from '../../data/schema/stage.js';
import type { Client } from '../client/client.js';
import { failureOf } from '../client/call-failure.js';
import { tell } from './program-store.js';

/** What a window knows of the show: of public records alone, in the console as on the audience screen. */
interface StageState {
  /** False until the host has answered once. */
  readonly known: boolean;
  readonly show: StageShow;
  readonly tour: PublicTour | null;
  /** The assets that the tour shows or that were opened since, by identity. */
  readonly assets: ReadonlyMap<string, PublicAsset>;
  readonly laser: Laser;
  /** The presenter's own: clocks and marks. Null on an audience screen, which cannot ask for it. */
  readonly desk: StageDesk | null;
}
export const useStage = create<StageState>(() => ({ known: false, show: noShow, tour: null, assets: new Map(), laser: null, desk: null }));
const set = useStage.setState;

/** The assets that a tour's own stops name. */
const namedBy = (tour: PublicTour | null): string[] => (tour?.stops ?? []).flatMap((stop) => {
  switch (stop.kind) {
    case 'asset': return [stop.assetId];
    case 'comparison': return [...stop.assetIds];
    case 'video': return stop.assetId ? [stop.assetId] : [];
    default: return [];
  }
});

/** Fetches assets whole, as the public may see them, and keeps them at hand: a scene must not wait for its facts. */
export async function fetchStageAssets(client: Client, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await client.call('public.assets', { ids: [...new Set(ids)].slice(0, 500) });
  set((state) => {
    const assets = new Map(state.assets);
    ids.forEach((id) => assets.delete(id));
    found.forEach((asset) => assets.set(asset.id, asset));
    return { assets };
  });
}

async function load(client: Client): Promise<void> {
  const { show, tour } = await client.call('public.stage', {});
  await fetchStageAssets(client, [...namedBy(tour), ...(show.assetId ? [show.assetId] : [])]);
  set({ known: true, show, tour });
}

/** Follows the show that the host holds; `presenter` follows its clocks and marks too. Answers with the way to stop. */
export function followStage(client: Client, presenter: boolean): () => void {
  const guard = (work: Promise<unknown>) => { work.catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); };
  const takeShow = (show: StageShow) => {
    const { tour, assets } = useStage.getState();
    if (show.tourId !== (tour?.id ?? null)) { guard(load(client)); return; }
    set({ show });
    if (show.assetId && !assets.has(show.assetId)) guard(fetchStageAssets(client, [show.assetId]));
  };
  const stops = [
    client.on('stage.shows', takeShow),
    client.on('stage.points', (laser) => set({ laser })),
    client.on('ledger.opened', () => { set({ assets: new Map(), tour: null }); guard(load(client)); }),
    client.on('ledger.changed', ({ assets, tours, projects }) => {
      const { tour, assets: known } = useStage.getState();
      const stale = assets.filter((id) => known.has(id));
      if ((tour && tours.includes(tour.id)) || projects.length > 0 || assets.some((id) => namedBy(tour).includes(id))) guard(load(client));
      else if (stale.length > 0) guard(fetchStageAssets(client, stale));
    }),
    ...(presenter ? [client.on('stage.desk', (desk) => set({ desk }))] : []),
  ];
  guard(load(client));
  if (presenter) guard(client.call('stage.desk', {}).then((desk) => set({ desk })));
  return () => stops.forEach((stop) => stop());
}

/** Asks something of the show, as the presenter or as the audience screen. What came of it arrives as an event; a refusal is told. */
export function actOn(client: Client, circle: 'desk' | 'public', command: StageCommand): void {
  client.call(circle === 'desk' ? 'stage.act' : 'public.act', { command }).catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); });
}
