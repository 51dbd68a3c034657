import type { Client } from '../client/client.js';
import { failureOf } from '../client/call-failure.js';
import { mergeEntries, readIndex } from './index-entries.js';
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
  set({ loading: true, deskEntries: null, deskProjects: null, selectedAssetId: null, selectedProjectId: null });
  const [overview, maps, index] = await Promise.all([client.call('public.overview', {}), client.call('public.maps', {}), client.call('public.index', {})]);
  set({ overview, maps, publicEntries: readIndex(index), loading: false });
  const [publicProjects, status] = await Promise.all([client.call('public.projects', {}), client.call('ledger.status', {})]);
  set({ publicProjects, status });
}

/** Loads the staff's view of the ledger once a page needs it. */
export async function loadDesk(client: Client): Promise<void> {
  if (useProgram.getState().deskEntries) return;
  const [index, projects] = await Promise.all([client.call('desk.index', {}), client.call('desk.projects', {})]);
  set({ deskPaths: index.paths, deskEntries: readIndex(index), deskProjects: projects });
}

/** More rows than this are cheaper to fetch as a whole index. */
const manyRows = 2_000;

async function takeChange(client: Client, change: { assets: readonly string[]; projects: readonly string[]; profile: boolean }): Promise<void> {
  const before = useProgram.getState();
  const ids = [...change.assets];
  if (ids.length > manyRows) {
    set({ publicEntries: readIndex(await client.call('public.index', {})) });
    if (before.deskEntries) set({ deskEntries: readIndex(await client.call('desk.index', {})) });
  } else if (ids.length > 0) {
    const rows = readIndex(await client.call('public.rows', { ids }));
    set((state) => ({ publicEntries: mergeEntries(state.publicEntries, rows, ids) }));
    if (before.deskEntries) {
      const deskRows = readIndex(await client.call('desk.rows', { ids }));
      set((state) => ({ deskEntries: state.deskEntries && mergeEntries(state.deskEntries, deskRows, ids) }));
    }
  }
  // Totals of projects follow from assets, so both kinds of change refresh them.
  set({ publicProjects: await client.call('public.projects', {}) });
  if (before.deskProjects) set({ deskProjects: await client.call('desk.projects', {}) });
  if (change.profile) {
    const [overview, maps] = await Promise.all([client.call('public.overview', {}), client.call('public.maps', {})]);
    set({ overview, maps });
  }
  set({ status: await client.call('ledger.status', {}) });
}
