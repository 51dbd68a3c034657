import { create } from 'zustand';
import type { CallOutput, LedgerStatus, Settings } from '../../data/contract.js';
import { firstSettings } from '../../data/contract/first-settings.js';
import type { Page } from '../../data/schema/commands.js';
import type { Failure } from '../../data/schema/failure.js';
import type { Text } from '../../data/schema/text.js';
import type { Tour } from '../../data/schema/tour.js';
import type { DeskEntry, IndexEntry } from './index-entries.js';

export type PublicProjectRow = CallOutput<'public.projects'>[number];
export type DeskProjectRow = CallOutput<'desk.projects'>[number];
export { pages, type Page } from '../../data/schema/commands.js';
/** A dialog that was asked for from elsewhere than its own page. */
export type WantedDialog = 'about' | 'new-ledger' | 'open-ledger';

/** A short word to the person at the foot of the screen; a failure stays until it is read. */
export interface Notice { readonly id: number; readonly tone: 'plain' | 'failure'; readonly message: Text; readonly place?: Failure['place'] }

/** What the page knows of the host: filled by `follow-host.ts`, read by all features, changed by none of them. */
export interface ProgramState {
  readonly settings: Settings;
  readonly status: LedgerStatus | null;
  readonly overview: CallOutput<'public.overview'> | null;
  /** The sheets of the map from the lowest up; null until they are known. */
  readonly maps: CallOutput<'public.maps'> | null;
  /** What the public may see; the showcase draws from these alone. */
  readonly publicEntries: readonly IndexEntry[];
  readonly publicProjects: readonly PublicProjectRow[];
  /** The whole ledger; asked for only when a desk page is opened. */
  readonly deskPaths: readonly string[];
  readonly deskEntries: readonly DeskEntry[] | null;
  readonly deskProjects: readonly DeskProjectRow[] | null;
  readonly deskTours: readonly Tour[] | null;
  readonly loading: boolean;
  readonly page: Page;
  readonly selectedAssetId: string | null;
  readonly selectedProjectId: string | null;
  /** A field of the selected asset that the form is to bring to the cursor, once. */
  readonly wantedField: string | null;
  /** The dialog that the menu or a key asked for; whoever draws it takes it away. */
  readonly wantedDialog: WantedDialog | null;
  readonly notices: readonly Notice[];
}

export const useProgram = create<ProgramState>(() => ({
  settings: firstSettings,
  status: null, overview: null, maps: null, publicEntries: [], publicProjects: [], deskPaths: [], deskEntries: null, deskProjects: null, deskTours: null,
  loading: true, page: 'showcase', selectedAssetId: null, selectedProjectId: null, wantedField: null, wantedDialog: null, notices: [],
}));

const set = useProgram.setState;
export const selectAsset = (selectedAssetId: string | null) => set({ selectedAssetId });
export const selectProject = (selectedProjectId: string | null) => set({ selectedProjectId });

/** Goes to the asset's form with the cursor in one field: the one key that mends a finding. */
export function openField(assetId: string, path: string): void {
  set({ selectedAssetId: assetId, wantedField: path });
  openPage('ledger');
}
export const fieldReached = () => set({ wantedField: null });
export const wantDialog = (wantedDialog: WantedDialog | null) => set({ wantedDialog });

let noticeCount = 0;
/** Tells the person something in one sentence. */
export function tell(message: Text, failure?: Failure): void {
  const notice: Notice = { id: ++noticeCount, tone: failure ? 'failure' : 'plain', message, ...(failure?.place ? { place: failure.place } : {}) };
  set((state) => ({ notices: [...state.notices.slice(-3), notice] }));
}
export const dismiss = (id: number) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));

/** Opens a page; the address bar keeps it, so that a reload comes back to the same place. */
export function openPage(page: Page): void {
  window.location.hash = `#/${page}`;
  set({ page });
}
