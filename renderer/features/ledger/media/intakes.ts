import { create } from 'zustand';
import type { Location } from '../../../../data/schema/common.js';
import type { Text } from '../../../../data/schema/text.js';

/** How the taking in of an asset's files stands. */
export interface IntakeState {
  readonly running: { readonly done: number; readonly total: number; readonly step: Text } | null;
  /** The files that were not taken, each with the reason. */
  readonly refused: readonly { readonly file: string; readonly message: Text }[];
  /** Where a photo of the last batch was taken. */
  readonly place: { readonly location: Location; readonly file: string } | null;
}
export const atRest: IntakeState = { running: null, refused: [], place: null };

// A batch goes on while the person looks at another tab or another asset, and is found again on coming back.
const useIntakes = create<{ readonly byAsset: Readonly<Record<string, IntakeState>> }>(() => ({ byAsset: {} }));
const controls = new Map<string, AbortController>();

export const useIntake = (assetId: string): IntakeState => useIntakes((state) => state.byAsset[assetId] ?? atRest);
export const setIntake = (assetId: string, change: Partial<IntakeState>) =>
  useIntakes.setState(({ byAsset }) => ({ byAsset: { ...byAsset, [assetId]: { ...(byAsset[assetId] ?? atRest), ...change } } }));

/** Begins a batch for an asset; nothing when one is under way. */
export function beginIntake(assetId: string): AbortController | undefined {
  if (controls.has(assetId)) return undefined;
  const control = new AbortController();
  controls.set(assetId, control);
  return control;
}
export function endIntake(assetId: string, control: AbortController): void {
  if (controls.get(assetId) === control) controls.delete(assetId);
}
/** Stops the batch of an asset; what it had taken in so far is not put into the record. */
export function cancelIntake(assetId: string): void {
  controls.get(assetId)?.abort();
  controls.delete(assetId);
  setIntake(assetId, atRest);
}
