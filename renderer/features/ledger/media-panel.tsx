import type { Asset } from '../../../data/schema/asset.js';

/** Photos, films and documents of an asset. */
export function MediaPanel(_props: { record: Asset; readOnly: boolean; save: (path: string, value: unknown) => Promise<void> }) {
  return null;
}
