import { lazy, Suspense } from 'react';
import { useProgram, wantDialog } from './state/program-store.js';

// Each is loaded when it is asked for.
const dialogs = {
  about: lazy(() => import('./ui/about/about-dialog.js').then((module) => ({ default: module.AboutDialog }))),
  'new-ledger': lazy(() => import('./features/settings/folder-dialogs.js').then((module) => ({ default: module.NewLedgerDialog }))),
  'open-ledger': lazy(() => import('./features/settings/folder-dialogs.js').then((module) => ({ default: module.OpenLedgerDialog }))),
} as const;

/** The dialogs that the menu and the keys ask for, over whichever page is open. */
export function WantedDialogs() {
  const wanted = useProgram((state) => state.wantedDialog);
  const Dialog = wanted && dialogs[wanted];
  return Dialog ? <Suspense fallback={null}><Dialog onClose={() => wantDialog(null)} /></Suspense> : null;
}
