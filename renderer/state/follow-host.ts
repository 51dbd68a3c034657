import type { Events } from '../../data/contract.js';
import type { Client } from '../client/client.js';
import { failureOf } from '../client/call-failure.js';
import { loadPublic, manyRows, takePublicChange } from './follow-public.js';
import { mergeEntries, readDesk } from './index-entries.js';
import { pages, tell, useProgram, type Page } from './program-store.js';

const set = useProgram.setState;

/** Fills the store from the host and keeps it true: on start, when another ledger is opened, and at every change. */
export function followHost(client: Client): () => void {
  const guard = (work: Promise<unknown>) => { work.catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); };
  const stops = [
    client.on('settings.changed', (settings) => set({ settings })),
    client.on('ledger.stands', (status) => set({ status })),
    client.on('ledger.opened', () => guard(loadLedger(client))),
    client.on('ledger.changed', (change) => guard(takeChange(client, change))),
  ];
  const turnPage = () => { const page = pageOfAddress(); if (page) set({ page }); };
  window.addEventListener('hashchange', turnPage);
  turnPage();
  guard(client.call('settings.get', {}).then((settings) => set({ settings })));
  guard(loadLedger(client));
  return () => { stops.forEach((stop) => stop()); window.removeEventListener('hashchange', turnPage); };
}

const pageOfAddress = (): Page | undefined => pages.find((page) => window.location.hash === `#/${page}`);

async function loadLedger(client: Client): Promise<void> {
  set({ maps: null, deskEntries: null, deskProjects: null, deskTours: null, selectedAssetId: null, selectedProjectId: null });
  await loadPublic(client);
  set({ status: await client.call('ledger.status', {}) });
}

/** Loads the staff's view of the ledger once a page needs it. */
export async function loadDesk(client: Client): Promise<void> {
  if (useProgram.getState().deskEntries) return;
  const [index, projects, tours] = await Promise.all([client.call('desk.index', {}), client.call('desk.projects', {}), client.call('desk.tours', {})]);
  set({ deskPaths: index.paths, deskEntries: readDesk(index), deskProjects: projects, deskTours: tours });
}

async function takeChange(client: Client, change: Events['ledger.changed']): Promise<void> {
  const before = useProgram.getState();
  const ids = [...change.assets];
  await takePublicChange(client, change);
  if (before.deskEntries && ids.length > manyRows) {
    set({ deskEntries: readDesk(await client.call('desk.index', {})) });
  } else if (before.deskEntries && ids.length > 0) {
    const deskRows = readDesk(await client.call('desk.rows', { ids }));
    set((state) => ({ deskEntries: state.deskEntries && mergeEntries(state.deskEntries, deskRows, ids) }));
  }
  // Totals of projects follow from assets, so both kinds of change refresh them.
  if (before.deskProjects) set({ deskProjects: await client.call('desk.projects', {}) });
  if (before.deskTours && change.tours.length > 0) set({ deskTours: await client.call('desk.tours', {}) });
  set({ status: await client.call('ledger.status', {}) });
}
