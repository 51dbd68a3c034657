import { useMemo } from 'react';
import type { MapSheet } from '../../../data/contract.js';
import { useClient } from '../../client/current-client.js';
import type { Sheet } from '../../state/use-sheets.js';

/** Sheets with the address of their tiles: those of the map, or packs that are only being looked at. */
export function useAddressed(sheets: readonly MapSheet[]): readonly Sheet[] {
  const client = useClient();
  return useMemo(() => sheets.map((sheet) => ({ ...sheet, address: client.address(`maps/${sheet.id}`) })), [client, sheets]);
}
