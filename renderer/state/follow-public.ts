import type { Events } from '../../data/contract.js';
import type { Client } from '../client/client.js';
import { mergeEntries, readIndex } from './index-entries.js';
import { useProgram } from './program-store.js';

const set = useProgram.setState;

/** More rows than this are cheaper to fetch as a whole index. */
export const manyRows = 2_000;

/** Loads what the public may see of the ledger that is open. The sheets of the map are handed on at once: their packs are read while the assets are on their way. */
export async function loadPublic(client: Client): Promise<void> {
  set({ loading: true });
  const [overview, , index] = await Promise.all([client.call('public.overview', {}), client.call('public.maps', {}).then((maps) => set({ maps })), client.call('public.index', {})]);
  set({ overview, publicEntries: readIndex(index), loading: false });
  set({ publicProjects: await client.call('public.projects', {}) });
}

/** Brings what was loaded up to a change of the ledger. */
export async function takePublicChange(client: Client, change: Events['ledger.changed']): Promise<void> {
  const ids = [...change.assets];
  if (ids.length > manyRows) {
    set({ publicEntries: readIndex(await client.call('public.index', {})) });
  } else if (ids.length > 0) {
    const rows = readIndex(await client.call('public.rows', { ids }));
    set((state) => ({ publicEntries: mergeEntries(state.publicEntries, rows, ids) }));
  }
  set({ publicProjects: await client.call('public.projects', {}) });
  if (change.profile) {
    const [overview, maps] = await Promise.all([client.call('public.overview', {}), client.call('public.maps', {})]);
    set({ overview, maps });
  }
}
