import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../data/schema/failure.js';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import type { Text } from '../../../data/schema/text.js';
import type { Category } from '../../../data/schema/vocabularies.js';
import { failureOf } from '../../client/call-failure.js';
import { tell } from '../../state/program-store.js';
import { draftOf, readDraft, sameDraft, type Draft } from './draft.js';

/** Where an edit of one field stands. */
export type FieldState = { readonly at: 'rest' | 'saving' | 'saved' } | { readonly at: 'failed'; readonly failure: Failure };

export interface FieldHandle {
  readonly draft: Draft;
  readonly fault: Text | undefined;
  readonly state: FieldState;
  change(draft: Draft): void;
  /** Saves what stands in the editor; `draft` when it was chosen in this very moment. */
  commit(draft?: Draft): void;
  /** Throws away what was typed and shows the stored value; false when there was nothing to throw away. */
  reset(): boolean;
}

const tickMs = 2_400;

/** Says at the foot of the screen that an edit was not saved, when its field is no longer in sight. */
function tellLost(entry: FieldDefinition, failure: Failure): void {
  const { zh, en } = failure.message;
  tell({ zh: `「${entry.label.zh}」没有保存：${zh}`, en: `“${entry.label.en}” was not saved: ${en}` }, failure);
}

/** The editing of one field: what was typed stays until it is stored, whatever happens to the record meanwhile. */
export function useField(entry: FieldDefinition, value: unknown, category: Category | undefined, save: (value: unknown) => Promise<void>): FieldHandle {
  const [typed, setTyped] = useState<Draft | null>(null);
  const [fault, setFault] = useState<Text>();
  const [state, setState] = useState<FieldState>({ at: 'rest' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef<Draft | null>(null);
  /** What was stored a moment ago, until the editor shows it as stored: whoever leaves in between does not store it a second time. */
  const kept = useRef<Draft | null>(null);
  const stored = draftOf(entry, value, category);

  // The page may be left in the middle of a word: what stands there is saved, or the person is told why not.
  const left = useRef(() => undefined as void);
  const gone = useRef(false);
  const isUnderWay = (draft: Draft) => [busy.current, kept.current].some((one) => one !== null && sameDraft(one, draft));
  useEffect(() => {
    if (typed === null) kept.current = null;
    left.current = () => {
      if (typed === null || sameDraft(typed, stored) || isUnderWay(typed)) return;
      const reading = readDraft(entry, typed);
      if (reading.ok && sameDraft(draftOf(entry, reading.value, category), stored)) return;
      if (reading.ok) save(reading.value).catch((error: unknown) => tellLost(entry, failureOf(error)));
      else tellLost(entry, { code: 'wrong-input', message: reading.fault });
    };
  });
  useEffect(() => {
    gone.current = false;
    return () => { clearTimeout(timer.current); gone.current = true; left.current(); };
  }, []);

  const reset = () => { setTyped(null); setFault(undefined); setState({ at: 'rest' }); return typed !== null; };
  const change = (draft: Draft) => {
    kept.current = null;
    setTyped(draft);
    const reading = readDraft(entry, draft);
    setFault(reading.ok ? undefined : reading.fault);
    if (state.at === 'failed') setState({ at: 'rest' });
  };
  const commit = (given?: Draft) => {
    const draft = given ?? typed;
    if (draft === null) return;
    if (given !== undefined) setTyped(given);
    if (sameDraft(draft, stored)) { reset(); return; }
    if (isUnderWay(draft)) return;
    const reading = readDraft(entry, draft);
    setFault(reading.ok ? undefined : reading.fault);
    if (!reading.ok) return;
    // The same said in another way (亩 as ㎡) is no edit.
    if (sameDraft(draftOf(entry, reading.value, category), stored)) { reset(); return; }
    busy.current = draft;
    setState({ at: 'saving' });
    save(reading.value).then(
      () => {
        busy.current = null;
        kept.current = draft;
        // Typed on while it was being saved: that stays, and is saved in its turn.
        setTyped((now) => (now !== null && sameDraft(now, draft) ? null : now));
        setState({ at: 'saved' });
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setState((now) => (now.at === 'saved' ? { at: 'rest' } : now)), tickMs);
      },
      (error: unknown) => {
        busy.current = null;
        if (gone.current) tellLost(entry, failureOf(error));
        else setState({ at: 'failed', failure: failureOf(error) });
      },
    );
  };
  return { draft: typed ?? stored, fault, state, change, commit, reset };
}
