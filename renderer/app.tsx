import { lazy, Suspense, useEffect, useState, type ComponentType } from 'react';
import { AppFrame } from './app-frame.js';
import { ShowcasePage } from './features/showcase/showcase-page.js';
import { useProgram, type Page } from './state/program-store.js';
import { useTheme } from './state/theme.js';
import { Notices } from './ui/notices.js';

/** A part of the desk that is loaded when it is first asked for, with the language of the interface library around it. */
const late = (load: () => Promise<ComponentType>) => lazy(async () => {
  const [View, { AriaLanguage }] = await Promise.all([load(), import('./ui/aria-language.js')]);
  return { default: () => <AriaLanguage><View /></AriaLanguage> };
});

// The showcase is what opens first, and its map before all else; the desk's pages are loaded when they are asked for.
const pageViews: Record<Page, ComponentType> = {
  showcase: ShowcasePage,
  ledger: late(() => import('./features/ledger/ledger-page.js').then((module) => module.LedgerPage)),
  quality: late(() => import('./features/quality/quality-page.js').then((module) => module.QualityPage)),
  history: late(() => import('./features/history/history-page.js').then((module) => module.HistoryPage)),
  projects: late(() => import('./features/projects/projects-page.js').then((module) => module.ProjectsPage)),
  roadshow: late(() => import('./features/roadshow/roadshow-page.js').then((module) => module.RoadshowPage)),
  outputs: late(() => import('./features/outputs/outputs-page.js').then((module) => module.OutputsPage)),
  leads: late(() => import('./features/leads/leads-page.js').then((module) => module.LeadsPage)),
  settings: late(() => import('./features/settings/settings-page.js').then((module) => module.SettingsPage)),
};
const Attendance = late(() => import('./attendance.js').then((module) => module.Attendance));

/** What attends to every page waits at most so long for the first one to be drawn, in milliseconds. */
const patienceMs = 1_000;

/** True once the first content is known and the page has a moment to spare. */
function useSpareMoment(): boolean {
  const loading = useProgram((state) => state.loading);
  const [isSpare, setSpare] = useState(false);
  useEffect(() => {
    if (loading || isSpare) return;
    const wait = requestIdleCallback(() => setSpare(true), { timeout: patienceMs });
    return () => cancelIdleCallback(wait);
  }, [loading, isSpare]);
  return isSpare;
}

/** The whole program on one page. */
export function App() {
  const language = useProgram((state) => state.settings.language);
  const page = useProgram((state) => state.page);
  const isAttended = useSpareMoment();
  useTheme();
  useEffect(() => { document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'; }, [language]);
  const View = pageViews[page];
  return (
    <>
      <AppFrame><Suspense fallback={null}><View /></Suspense></AppFrame>
      <Notices />
      {isAttended && <Suspense fallback={null}><Attendance /></Suspense>}
    </>
  );
}
