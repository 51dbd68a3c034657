import { useDeferredValue, useMemo } from 'react';
import { createMatcher, type Answer, type Matcher } from '../../data/rules/matching/matcher.js';
import { readDraft, type ReadDraft, type WishDraft } from '../../data/rules/matching/wish-draft.js';
import type { IndexEntry } from './index-entries.js';
import { useProgram, type PublicProjectRow } from './program-store.js';

let kept: { readonly entries: readonly IndexEntry[]; readonly projects: readonly PublicProjectRow[]; readonly year: number; readonly matcher: Matcher } | null = null;

/** The matcher of some public records; made once for as long as they stay as they are, wherever it is asked for. */
export function matcherOf(entries: readonly IndexEntry[], projects: readonly PublicProjectRow[], today: string): Matcher {
  const year = Number(today.slice(0, 4));
  if (kept?.entries !== entries || kept.projects !== projects || kept.year !== year) kept = { entries, projects, year, matcher: createMatcher({ assets: entries, projects: projects.map(({ project }) => project), thisYear: year }) };
  return kept.matcher;
}

/** What a draft of a wish says, and what the ledger answers to it. */
export interface Matches extends ReadDraft { readonly answer: Answer; readonly matcher: Matcher }

/** Reads a draft and ranks the published assets and projects for it; lags behind fast typing rather than holding it up. */
export function useMatches(draft: WishDraft, limit: number): Matches {
  const entries = useProgram((state) => state.publicEntries);
  const projects = useProgram((state) => state.publicProjects);
  const today = useProgram((state) => state.overview?.today ?? '2000-01-01');
  const asked = useDeferredValue(draft);
  const matcher = useMemo(() => matcherOf(entries, projects, today), [entries, projects, today]);
  const read = useMemo(() => readDraft(asked, matcher.lexicon), [asked, matcher]);
  const answer = useMemo(() => matcher.answer(read.wish, limit), [matcher, read, limit]);
  return useMemo(() => ({ ...read, answer, matcher }), [read, answer, matcher]);
}
