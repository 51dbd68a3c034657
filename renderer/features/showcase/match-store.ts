import { create } from 'zustand';
import { emptyDraft, type WishDraft } from '../../../data/rules/matching/empty-draft.js';

export const matchTabs = ['assets', 'combinations', 'projects'] as const;
export type MatchTab = (typeof matchTabs)[number];
/** Answers shown at first, and so many more at a press. */
export const answersAtOnce = 12;
/** A comparison has room for so many. */
export const mostCompared = 4;

/** The wish that is being answered; it stays when the tool is closed and opened again. */
interface MatchState {
  readonly draft: WishDraft;
  readonly formOpen: boolean;
  readonly tab: MatchTab;
  readonly limit: number;
  /** Assets ticked for the comparison, in the order in which they were. */
  readonly ticked: readonly string[];
  /** The answers that are lit on the map, best first. */
  readonly lit: readonly string[];
  /** They carry their rank on the map. */
  readonly ranked: boolean;
}
const nothing: MatchState = { draft: emptyDraft, formOpen: false, tab: 'assets', limit: answersAtOnce, ticked: [], lit: [], ranked: false };
export const useMatching = create<MatchState>(() => nothing);

const set = useMatching.setState;
export const setDraft = (draft: WishDraft) => set({ draft, limit: answersAtOnce });
export const clearWish = () => set({ draft: emptyDraft, limit: answersAtOnce, ticked: [], tab: 'assets' });
/** Another ledger: what was wished of the last one is put away. */
export const resetMatching = () => set(nothing);
export const turnForm = () => set(({ formOpen }) => ({ formOpen: !formOpen }));
export const setTab = (tab: MatchTab) => set({ tab });
export const showMore = () => set(({ limit }) => ({ limit: limit + answersAtOnce }));
export const light = (lit: readonly string[], ranked: boolean) => { const now = useMatching.getState(); if (now.ranked !== ranked || now.lit.length !== lit.length || now.lit.some((id, at) => id !== lit[at])) set({ lit, ranked }); };
export const untick = () => set({ ticked: [] });
export const tick = (id: string) => set(({ ticked }) => ({ ticked: ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id].slice(-mostCompared) }));
