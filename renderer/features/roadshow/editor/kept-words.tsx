import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** After so long without a letter, what was typed is kept. */
const pauseMs = 900;

/**
 * Words that are kept while they are typed: after a pause, when the cursor leaves, and when the field goes away in the middle of a word.
 * Esc puts back what was kept last.
 */
export function KeptWords({ label, value, placeholder = '', lines = 1, limit, readOnly, big = false, onKeep }: {
  label: string; value: string; placeholder?: string; lines?: number; limit: number; readOnly: boolean; big?: boolean; onKeep: (words: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const now = useRef<string | null>(null);
  const commit = () => {
    clearTimeout(timer.current);
    const words = now.current?.trim();
    now.current = null;
    if (words !== undefined && words !== value) onKeep(words);
  };
  // The words of the last moment, whichever rendering began the pause.
  const pauseNow = useRef(commit);
  useEffect(() => { pauseNow.current = commit; });
  const leave = useEffectEvent(() => commit());
  useEffect(() => () => leave(), []);
  // What was stored meanwhile is what is shown, once it is no longer being typed.
  useEffect(() => { if (now.current === null) setTyped(null); }, [value]);
  const change = (words: string) => {
    setTyped(words);
    now.current = words;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => pauseNow.current(), pauseMs);
  };
  const shared = {
    className: `input ${big ? 'tour-notes' : ''}`, value: typed ?? value, placeholder: readOnly ? '' : placeholder, maxLength: limit, readOnly, autoComplete: 'off',
    onBlur: () => { commit(); setTyped(null); },
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.nativeEvent.isComposing || event.key !== 'Escape' || now.current === null) return;
      event.stopPropagation();
      clearTimeout(timer.current);
      now.current = null;
      setTyped(null);
    },
  };
  return (
    <label className="tour-field">
      <span className="label">{label}</span>
      {lines === 1 ? <input {...shared} onChange={(event) => change(event.target.value)} /> : <textarea {...shared} rows={lines} onChange={(event) => change(event.target.value)} />}
    </label>
  );
}
