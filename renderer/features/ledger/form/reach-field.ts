import { useCallback, useEffect, useState, type RefObject } from 'react';
import { fieldReached, useProgram } from '../../../state/program-store.js';
import { fieldOfPath, showTab, tabOfPath } from './form-view.js';

/** A tab's parts come one by one: the map section is loaded when it is first opened. */
const tries = 40;
const everyMs = 50;
const glowMs = 2_000;
const controls = 'input:not([type="file"]):not([disabled]), textarea:not([disabled])';

function reachIn(form: HTMLElement, path: string): boolean {
  const field = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`);
  if (!field) return false;
  field.scrollIntoView({ block: 'center' });
  (field.querySelector<HTMLElement>(controls) ?? field.querySelector<HTMLElement>('button:not([disabled])'))?.focus({ preventScroll: true });
  field.dataset['reached'] = '';
  setTimeout(() => { delete field.dataset['reached']; }, glowMs);
  return true;
}

/** Brings a field to the cursor, whichever tab it is on: asked for here, or by another page through the store. */
export function useReachField(form: RefObject<HTMLElement | null>, ready: boolean): (path: string) => void {
  const wanted = useProgram((state) => state.wantedField);
  const [target, setTarget] = useState<{ readonly path: string } | null>(null);
  const reach = useCallback((path: string) => { showTab(tabOfPath(path)); setTarget({ path: fieldOfPath(path) }); }, []);

  useEffect(() => {
    if (wanted === null || !ready) return;
    reach(wanted);
    fieldReached();
  }, [wanted, ready, reach]);

  useEffect(() => {
    if (!target || !ready) return;
    let left = tries;
    const timer = setInterval(() => {
      left -= 1;
      if (left === 0 || (form.current && reachIn(form.current, target.path))) clearInterval(timer);
    }, everyMs);
    return () => clearInterval(timer);
  }, [target, ready, form]);
  return reach;
}
