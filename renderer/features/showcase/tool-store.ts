import { create } from 'zustand';
import type { Location } from '../../../data/schema/common.js';
import type { Category } from '../../../data/schema/vocabularies.js';
import { emptyDrawing, type Drawing } from '../../map/tools/drawing.js';
import { selectAsset, useProgram } from '../../state/program-store.js';

export type Tool = 'measure' | 'nearby' | 'match';
/** What 附近 is asked for: an asset, or a place on the ground. */
export type Centre = { readonly kind: 'asset'; readonly id: string } | { readonly kind: 'place'; readonly place: Location };
/** What is shown of the heat: of one category or of all, by number or by area; null is off. */
export interface HeatChoice { readonly category: Category | null; readonly of: 'assets' | 'area' }
/** How a sheet of the map is shown on this screen for now, where that differs from the ledger. */
export interface SheetLook { readonly shown?: boolean; readonly opacity?: number }

/** What a person does with the map at the moment. Nothing of it is stored. */
interface ToolState {
  readonly tool: Tool | null;
  readonly drawing: Drawing;
  /** The cross in the middle is steered by keys. */
  readonly aiming: boolean;
  /** Null while the place is still to be picked. */
  readonly centre: Centre | null;
  readonly metres: number;
  /** The asset that others are compared with (A); the selected one is B. */
  readonly pinnedId: string | null;
  /** Two to four assets that were put beside each other all at once; they go before A and B. */
  readonly comparedIds: readonly string[];
  readonly heat: HeatChoice | null;
  readonly boundaries: boolean;
  readonly sheets: Readonly<Record<string, SheetLook>>;
  readonly layersOpen: boolean;
  readonly keysOpen: boolean;
  readonly printOpen: boolean;
}
const usual: ToolState = {
  tool: null, drawing: emptyDrawing, aiming: false, centre: null, metres: 1_000, pinnedId: null, comparedIds: [],
  heat: null, boundaries: true, sheets: {}, layersOpen: false, keysOpen: false, printOpen: false,
};
export const useTools = create<ToolState>(() => usual);

const set = useTools.setState;
/** Another ledger: what was measured and asked of the last one is put away. */
export const resetTools = () => set(usual);
export const setAiming = (aiming: boolean) => { if (useTools.getState().aiming !== aiming) set({ aiming }); };
export const draw = (change: (drawing: Drawing) => Drawing) => set(({ drawing }) => ({ drawing: change(drawing) }));
export const clearDrawing = () => set({ drawing: emptyDrawing });
export const toggleMeasure = () => set(({ tool }) => (tool === 'measure' ? { tool: null, drawing: emptyDrawing, aiming: false } : { tool: 'measure', drawing: emptyDrawing }));
/** Asks what is around a place; null asks for the place first. */
export const askNearby = (centre: Centre | null) => set({ tool: 'nearby', drawing: emptyDrawing, centre });
export const closeTool = () => set({ tool: null, drawing: emptyDrawing, centre: null, aiming: false, comparedIds: [] });
export const setMetres = (metres: number) => set({ metres });
/** Puts two to four assets beside each other; fewer end the comparison. */
export const compareSet = (ids: readonly string[]) => set({ comparedIds: ids.length < 2 ? [] : ids.slice(0, 4), pinnedId: null });
/** Ends the comparison, however it was begun. */
export const endComparison = () => set({ comparedIds: [], pinnedId: null });
export const toggleMatch = () => set(({ tool }) => (tool === 'match' ? { tool: null, comparedIds: [] } : { tool: 'match', drawing: emptyDrawing, centre: null, aiming: false }));
export const pin = (pinnedId: string | null) => set({ pinnedId });
export const turnLayers = (layersOpen: boolean) => set({ layersOpen });
export const turnKeys = (keysOpen: boolean) => set({ keysOpen });
export const turnPrint = (printOpen: boolean) => set({ printOpen });
export const setHeat = (heat: HeatChoice | null) => set({ heat });
export const toggleHeat = () => set(({ heat }) => ({ heat: heat ? null : { category: null, of: 'assets' } }));
export const setBoundaries = (boundaries: boolean) => set({ boundaries });
export const lookAtSheet = (id: string, look: SheetLook) => set(({ sheets }) => ({ sheets: { ...sheets, [id]: { ...sheets[id], ...look } } }));

/**
 * Compares with an asset (the one pointed at, or else the selected one). Where another asset is selected, that one stays as A and this
 * becomes B; where none is, or it is this one, it is put down as A and the next one chosen becomes B.
 */
export function compareWith(id: string): void {
  const { pinnedId } = useTools.getState();
  const { selectedAssetId } = useProgram.getState();
  if (pinnedId !== null) {
    // The same key again on the first one, before a second is chosen, takes it back.
    if (id === pinnedId) { if (selectedAssetId === null || selectedAssetId === pinnedId) pin(null); return; }
    selectAsset(id);
  } else if (selectedAssetId !== null && selectedAssetId !== id) {
    pin(selectedAssetId);
    selectAsset(id);
  } else pin(id);
}

/** A becomes B and B becomes A. */
export function swapCompared(): void {
  const { pinnedId } = useTools.getState();
  const { selectedAssetId } = useProgram.getState();
  if (pinnedId === null || selectedAssetId === null) return;
  pin(selectedAssetId);
  selectAsset(pinnedId);
}
