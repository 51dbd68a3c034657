import { create } from 'zustand';
import type { StopsEdit } from '../../../../data/rules/tour/edit-stops.js';
import type { Text } from '../../../../data/schema/text.js';
import type { Stop, Tour } from '../../../../data/schema/tour.js';
import { failureOf } from '../../../client/call-failure.js';
import type { Client } from '../../../client/client.js';
import { applyEdits } from '../../../state/apply-edits.js';
import { tell, useProgram } from '../../../state/program-store.js';

interface Waiting { readonly tourId: string; readonly edit: StopsEdit; readonly label: Text }
interface TourState {
  /** The tour that is open in the editor, and the stops chosen in it. */
  readonly openId: string | null;
  readonly chosen: ReadonlySet<string>;
  /** Edits that the ledger does not hold yet; they are shown on top of what it holds. Kept outside the page, so that leaving it loses none. */
  readonly waiting: readonly Waiting[];
  /** What is on its way to the ledger: shown until it is settled, whatever the ledger tells meanwhile, for an edit made twice would double what it adds. */
  readonly leaving: { readonly tourId: string; readonly stops: readonly Stop[]; readonly edits: readonly Waiting[] } | null;
}
export const useTours = create<TourState>(() => ({ openId: null, chosen: new Set(), waiting: [], leaving: null }));
const set = useTours.setState;

export const openTour = (openId: string | null, first?: string) => set({ openId, chosen: new Set(first ? [first] : []) });
export const chooseStops = (ids: Iterable<string>) => set({ chosen: new Set(ids) });

/** An identity for a new stop. */
export const newStopId = () => Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => byte.toString(36).padStart(2, '0')).join('');

/** The stops as the person has them before their eyes: the ledger's with what waits. */
export function stopsShown(tour: Tour, { waiting, leaving }: Pick<TourState, 'waiting' | 'leaving'>): readonly Stop[] {
  const isLeaving = leaving?.tourId === tour.id;
  return waiting.reduce<readonly Stop[]>((stops, one) => (one.tourId !== tour.id || (isLeaving && leaving.edits.includes(one)) ? stops : one.edit(stops)), isLeaving ? leaving.stops : tour.stops);
}

/** A pause in typing this long saves what was typed. */
const pauseMs = 700;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> = Promise.resolve();

const tourOf = (id: string) => useProgram.getState().deskTours?.find((tour) => tour.id === id);
async function reload(client: Client): Promise<void> { useProgram.setState({ deskTours: await client.call('desk.tours', {}) }); }

async function store(client: Client, again = true): Promise<void> {
  const [first] = useTours.getState().waiting;
  if (!first) return;
  const mine = useTours.getState().waiting.filter(({ tourId }) => tourId === first.tourId);
  const settle = () => set(({ waiting }) => ({ waiting: waiting.filter((one) => !mine.includes(one)), leaving: null }));
  const tour = tourOf(first.tourId);
  if (!tour) { settle(); return store(client); }
  const value = stopsShown(tour, { waiting: mine, leaving: null });
  if (value === tour.stops) { settle(); return store(client); }
  set({ leaving: { tourId: tour.id, stops: value, edits: mine } });
  try {
    await applyEdits(client, [{ kind: 'set', noun: 'tour', id: tour.id, path: 'stops', value, revision: tour.revision }], mine.at(-1)!.label);
    await reload(client);
    settle();
  } catch (error) {
    const failure = failureOf(error);
    // Somebody else has changed the tour meanwhile: the edit is made on what they left.
    if (failure.code === 'out-of-date' && again) { await reload(client); set({ leaving: null }); return store(client, false); }
    tell(failure.message, failure);
    settle();
  }
  if (useTours.getState().waiting.length > 0) await store(client);
}

/** Saves what waits, now; resolves when the ledger has it. */
export function saveTours(client: Client): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  return (running = running.then(() => store(client)).catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }));
}

/** Edits the stops of a tour: shown at once, saved at once, or (`soon`) after a pause in typing. */
export function editStops(client: Client, tourId: string, edit: StopsEdit, label: Text, soon = false): void {
  set(({ waiting }) => ({ waiting: [...waiting, { tourId, edit, label }] }));
  clearTimeout(timer);
  if (soon) timer = setTimeout(() => void saveTours(client), pauseMs);
  else void saveTours(client);
}
