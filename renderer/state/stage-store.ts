import { create } from 'zustand';
import type { StageDesk } from '../../data/contract.js';
import type { PublicAsset, PublicTour } from '../../data/rules/projection.js';
import { act, type Passage } from '../../data/rules/stage/act.js';
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

/** True while a show that was cut off waits for its presenter to go on. Known before the show itself is, with all that it shows: a room may be waiting. */
export const wasCutOff = ({ known, show, desk }: StageState): boolean => desk?.recovered === true && (show.on || !known);

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

/** The show as it was heard of last, and how often: what is answered to a question may be older than what was heard meanwhile. */
let heard: { readonly times: number; readonly show: StageShow } = { times: 0, show: noShow };

/** How many of this window's own steps the host has not answered yet. */
let underWay = 0;
const isSame = (one: StageShow, other: StageShow) => JSON.stringify(one) === JSON.stringify(other);
/** Steps through the tour, whose outcome this window can reckon by itself: a booth's host may refuse them, and anything else needs what the host knows. */
const foreseeable: ReadonlySet<StageCommand['do']> = new Set(['next', 'previous', 'first', 'last', 'black', 'return']);

/** Asks for the show, its tour and the assets it names, as they stand at the host now. */
export async function loadStage(client: Client): Promise<void> {
  const { times } = heard;
  const { show, tour } = await client.call('public.stage', {});
  await fetchStageAssets(client, [...namedBy(tour), ...(show.assetId ? [show.assetId] : [])]);
  const newest = heard.times === times ? show : heard.show;
  if (newest.tourId !== (tour?.id ?? null)) return loadStage(client);
  set({ known: true, show: newest, tour });
}

const tellFailure = (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); };

/**
 * Follows the show that the host holds; `presenter` follows its clocks and marks too. Answers with the way to stop. What cannot be
 * asked for is told to the person, or to `onFailure`: nothing is ever told on an audience screen.
 */
export function followStage(client: Client, presenter: boolean, onFailure: (error: unknown) => void = tellFailure): () => void {
  const guard = (work: Promise<unknown>) => { work.catch(onFailure); };
  const takeShow = (show: StageShow) => {
    heard = { times: heard.times + 1, show };
    // Between two quick steps of this window's own, what is heard of the first would lead back to it.
    if (underWay > 0) return;
    const { tour, assets, show: standing } = useStage.getState();
    if (isSame(show, standing)) return;
    if (show.tourId !== (tour?.id ?? null)) { guard(loadStage(client)); return; }
    set({ show });
    if (show.assetId && !assets.has(show.assetId)) guard(fetchStageAssets(client, [show.assetId]));
  };
  const stops = [
    client.on('stage.shows', takeShow),
    client.on('stage.points', (laser) => set({ laser })),
    client.onReturn(() => {
      guard(loadStage(client));
      if (presenter) guard(client.call('stage.desk', {}).then((desk) => set({ desk })));
    }),
    client.on('ledger.opened', () => { set({ assets: new Map(), tour: null }); guard(loadStage(client)); }),
    client.on('ledger.changed', ({ assets, tours, projects }) => {
      const { tour, assets: known } = useStage.getState();
      const stale = assets.filter((id) => known.has(id));
      if ((tour && tours.includes(tour.id)) || projects.length > 0 || assets.some((id) => namedBy(tour).includes(id))) guard(loadStage(client));
      else if (stale.length > 0) guard(fetchStageAssets(client, stale));
    }),
    ...(presenter ? [client.on('stage.desk', (desk) => set({ desk }))] : []),
  ];
  guard(loadStage(client));
  if (presenter) guard(client.call('stage.desk', {}).then((desk) => set({ desk })));
  return () => stops.forEach((stop) => stop());
}

/** Asks something of the show, as the presenter or as the audience screen. What came of it arrives as an event; a refusal is told, or given to `onFailure`. */
export function actOn(client: Client, circle: 'desk' | 'public', command: StageCommand, onFailure: (error: unknown) => void = tellFailure): void {
  client.call(circle === 'desk' ? 'stage.act' : 'public.act', { command }).catch(onFailure);
}

/**
 * As `actOn` for the audience screen, but a step through the tour is shown at once, before the host has answered: by the same rule as the
 * host's. Where the host says otherwise, or others have acted meanwhile, it is asked for the show as it stands.
 */
export function stepAhead(client: Client, command: StageCommand, passages: readonly Passage[], onFailure: (error: unknown) => void): void {
  const { show } = useStage.getState();
  if (!foreseeable.has(command.do) || show.mode === 'booth') { actOn(client, 'public', command, onFailure); return; }
  const foreseen = act(show, command, passages);
  if (foreseen !== show) set({ show: foreseen });
  const { times } = heard;
  underWay += 1;
  const over = (isForeseen: boolean) => {
    underWay -= 1;
    if (underWay === 0 && !isForeseen) loadStage(client).catch(onFailure);
  };
  client.call('public.act', { command }).then((answered) => {
    over(isSame(answered, useStage.getState().show) && (heard.times === times || isSame(answered, heard.show)));
  }, (error: unknown) => { over(false); onFailure(error); });
}
