import { lazy, Suspense, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { AppFrame } from './app-frame.js';
import { useClient } from './client/current-client.js';
import { followHost } from './state/follow-host.js';
import { useProgram, type Page } from './state/program-store.js';
import { useTheme } from './state/theme.js';
import { useStage, wasCutOff } from './state/stage-store.js';
import { usePresenter } from './state/use-presenter.js';
import { Notices } from './ui/notices.js';
import { OperatorDialog } from './ui/operator-dialog.js';
import { WantedDialogs } from './wanted-dialogs.js';
import { ShowcasePage } from './features/showcase/showcase-page.js';

// The showcase is what opens first; the desk's pages are loaded when they are asked for.
const pageViews: Record<Page, React.ComponentType> = {
  showcase: ShowcasePage,
  ledger: lazy(() => import('./features/ledger/ledger-page.js').then((module) => ({ default: module.LedgerPage }))),
  quality: lazy(() => import('./features/quality/quality-page.js').then((module) => ({ default: module.QualityPage }))),
  history: lazy(() => import('./features/history/history-page.js').then((module) => ({ default: module.HistoryPage }))),
  projects: lazy(() => import('./features/projects/projects-page.js').then((module) => ({ default: module.ProjectsPage }))),
  roadshow: lazy(() => import('./features/roadshow/roadshow-page.js').then((module) => ({ default: module.RoadshowPage }))),
  outputs: lazy(() => import('./features/outputs/outputs-page.js').then((module) => ({ default: module.OutputsPage }))),
  leads: lazy(() => import('./features/leads/leads-page.js').then((module) => ({ default: module.LeadsPage }))),
  settings: lazy(() => import('./features/settings/settings-page.js').then((module) => ({ default: module.SettingsPage }))),
};

const RecoveredShow = lazy(() => import('./features/roadshow/recovered-show.js').then((module) => ({ default: module.RecoveredShow })));

/** The note of a show that was cut off, loaded where there is one. It stays once it was shown, since it may have something to say to the answer. */
function CutOffShow() {
  const isCutOff = useStage(wasCutOff);
  const [met, setMet] = useState(false);
  if (isCutOff && !met) setMet(true);
  return met ? <Suspense fallback={null}><RecoveredShow /></Suspense> : null;
}

/** The whole program on one page. */
export function App() {
  const client = useClient();
  const language = useProgram((state) => state.settings.language);
  const page = useProgram((state) => state.page);
  useTheme();
  useEffect(() => followHost(client), [client]);
  usePresenter();
  useEffect(() => { document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'; }, [language]);
  const View = pageViews[page];
  return (
    <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-GB'}>
      <AppFrame><Suspense fallback={null}><View /></Suspense></AppFrame>
      <CutOffShow />
      <Notices />
      <OperatorDialog />
      <WantedDialogs />
    </I18nProvider>
  );
}
