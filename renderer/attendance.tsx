import { lazy, Suspense, useState } from 'react';
import { useStage, wasCutOff } from './state/stage-store.js';
import { usePresenter } from './state/use-presenter.js';
import { OperatorDialog } from './ui/operator-dialog.js';
import { WantedDialogs } from './wanted-dialogs.js';

const RecoveredShow = lazy(() => import('./features/roadshow/recovered-show.js').then((module) => ({ default: module.RecoveredShow })));

/** The note of a show that was cut off, loaded where there is one. It stays once it was shown, since it may have something to say to the answer. */
function CutOffShow() {
  const isCutOff = useStage(wasCutOff);
  const [met, setMet] = useState(false);
  if (isCutOff && !met) setMet(true);
  return met ? <Suspense fallback={null}><RecoveredShow /></Suspense> : null;
}

/** What attends to every page of the desk: the show is followed, and whatever is asked of the person from elsewhere than a page is shown. */
export function Attendance() {
  usePresenter();
  return (
    <>
      <CutOffShow />
      <OperatorDialog />
      <WantedDialogs />
    </>
  );
}
