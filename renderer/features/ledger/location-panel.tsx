import type { Asset } from '../../../data/schema/asset.js';

/** Where the asset lies: pin, coordinates, boundary and its area. */
export function LocationPanel(_props: { record: Asset; readOnly: boolean; save: (path: string, value: unknown) => Promise<void>; onReload: () => void }) {
  return null;
}
