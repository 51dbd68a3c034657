import { lazy, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { AppFrame } from './app-frame.js';
import { useClient } from './client/current-client.js';
import { followHost } from './state/follow-host.js';
import { useProgram, type Page } from './state/program-store.js';
import { useTheme } from './state/theme.js';
import { usePresenter } from './state/use-presenter.js';
import { Notices } from './ui/notices.js';
import { OperatorDialog } from './ui/operator-dialog.js';
import { WantedDialogs } from './wanted-dialogs.js';
import { RecoveredShow } from './features/roadshow/recovered-show.js';
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
  settings: lazy(() => import('./features/settings/settings-page.js').then((module) => ({ default: module.SettingsPage }))),
};

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
      <RecoveredShow />
      <Notices />
      <OperatorDialog />
      <WantedDialogs />
    </I18nProvider>
  );
}
