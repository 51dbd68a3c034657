import { useMemo } from 'react';
import type { MapSheet } from '../../data/contract.js';
import { useClient } from '../client/current-client.js';
import { useProgram } from './program-store.js';

/** A sheet of the map with the address of its pack, without a slash at the end: what a map needs to draw it. */
export interface Sheet extends MapSheet { readonly address: string }

/** The sheets of the map from the lowest up; null until they are known. The same array as long as nothing about them changes. */
export function useSheets(): readonly Sheet[] | null {
  const client = useClient();
  const maps = useProgram((state) => state.maps);
  return useMemo(() => maps?.map((sheet) => ({ ...sheet, address: client.address(`maps/${sheet.id}`) })) ?? null, [client, maps]);
}
