import { useId, useImperativeHandle, useLayoutEffect, useRef, useState, type ClipboardEvent, type CSSProperties, type KeyboardEvent, type Ref } from 'react';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import { useSay } from '../../state/language.js';
import type { Reading } from '../fields/draft.js';
import { Icon } from '../icon.js';
import { modeOf, narrowed, offered, optionsOf, type CellOption } from './cell-options.js';
import { writingHint } from './cell-words.js';

/** Where the cursor goes when a cell is done. */
export type Step = 'stay' | 'down' | 'up' | 'left' | 'right';

/** The cell being edited. `words` is what stood there; with `typed` the first letter takes its place. */
export interface EditedCell {
  readonly edit: number;
  readonly entry: FieldDefinition;
  readonly label: string;
  readonly words: string;
  readonly value: unknown;
  readonly typed: boolean;
  readonly unit: string;
  /** Words that stand in this column already. */
  readonly known: readonly string[];
  readonly read: (words: string) => Reading;
}

export interface HandHandle {
  focus(): void;
  /** Stores what is being edited; false when it cannot be stored and the editor stays. */
  finish(): boolean;
}

interface HandProps {
  readonly ref: Ref<HandHandle>;
  readonly label: string;
  readonly gridId: string;
  readonly activeId: string | undefined;
  readonly style: CSSProperties;
  readonly align: string;
  /** Lists and sentences stand above the cell, or end at its right edge, where there is no room. */
  readonly above: boolean;
  readonly leftward: boolean;
  readonly cell: EditedCell | null;
  /** Typing has begun over the cursor; false when the cell cannot be edited. */
  readonly onBegin: () => boolean;
  readonly onValue: (value: unknown, step: Step) => void;
  readonly onDone: (step: Step) => void;
  readonly onClipboard: (event: ClipboardEvent, kind: 'copy' | 'cut' | 'paste') => void;
}

/**
 * The hand of a table: one box that always holds the focus. It lies unseen over the cursor, so that whatever is typed —
 * also by an input method, from its first letter — begins in it; while a cell is edited it is the editor.
 */
export function CellHand({ ref, label, gridId, activeId, style, align, above, leftward, cell, onBegin, onValue, onDone, onClipboard }: HandProps) {
  const say = useSay();
  const listId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState('');
  const [touched, setTouched] = useState(false);
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const mode = cell ? modeOf(cell.entry) : 'words';
  const many = cell !== null && (cell.entry.kind === 'long-text' || cell.entry.kind === 'bilingual');

  const edit = cell?.edit;
  useLayoutEffect(() => {
    setTouched(cell?.typed ?? false);
    setActive(-1);
    setRefusal(null);
    if (!cell) { setWords(''); return; }
    setChosen(mode === 'many' ? (cell.value as readonly string[] | null) ?? [] : []);
    if (cell.typed) setActive(mode === 'words' ? -1 : 0);
    else if (mode !== 'words') setActive(Math.max(0, optionsOf(cell.entry, say).findIndex((option) => option.value === (cell.value === true ? 'yes' : cell.value === false ? 'no' : cell.value ?? ''))));
    if (!cell.typed) {
      const start = mode === 'words' ? cell.words : '';
      setWords(start);
      box.current?.focus({ preventScroll: true });
      requestAnimationFrame(() => box.current?.setSelectionRange(start.length, start.length));
    }
    // Only a new edit begins anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [edit]);

  const options: CellOption[] = !cell ? [] : mode === 'words' ? (touched && words.trim() !== '' ? narrowed(offered(cell.known), words).filter((option) => option.value !== words.trim()).slice(0, 8) : []) : narrowed(optionsOf(cell.entry, say), words);
  const at = Math.min(active, options.length - 1);
  const fault = refusal ?? (cell && mode === 'words' && touched && words !== cell.words ? faultIn(cell.read(words)) : null);
  function faultIn(reading: Reading): string | null { return reading.ok ? null : say(reading.fault); }

  const give = (value: unknown, step: Step) => { onValue(value, step); return true; };
  const finish = (step: Step): boolean => {
    if (!cell) return true;
    const typed = words.trim();
    if (mode === 'many') {
      const next = typed === '' ? chosen : toggled(options[Math.max(at, 0)]);
      if (next === null) { setRefusal(say('词表里没有这个词；从下面选。', 'The list has no such word; choose one below.')); return false; }
      return give(next.length > 0 ? next : undefined, step);
    }
    if (mode === 'one') {
      const option = typed === '' && !touched ? null : options[Math.max(at, 0)];
      if (option) return give(cell.entry.kind === 'boolean' ? (option.value === '' ? undefined : option.value === 'yes') : option.value || undefined, step);
      if (!touched) { onDone(step); return true; }
    }
    const picked = mode === 'words' && at >= 0 ? options[at]?.value : undefined;
    if (picked === undefined && words === cell.words) { onDone(step); return true; }
    const reading = cell.read(picked ?? words);
    if (!reading.ok) { setTouched(true); setRefusal(say(reading.fault)); return false; }
    return give(reading.value, step);
  };
  const toggled = (option: CellOption | undefined): readonly string[] | null => (!option ? null : chosen.includes(option.value) ? chosen.filter((value) => value !== option.value) : optionsOf(cell!.entry, say).map((one) => one.value).filter((value) => value === option.value || chosen.includes(value)));
  useImperativeHandle(ref, () => ({ focus: () => box.current?.focus({ preventScroll: true }), finish: () => finish('stay') }));

  const change = (next: string) => {
    if (!cell) {
      if (next === '' || !onBegin()) { setWords(''); return; }
    }
    setWords(next);
    setTouched(true);
    setRefusal(null);
    setActive(mode === 'words' ? -1 : 0);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!cell) return;
    event.stopPropagation();
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    const stop = () => event.preventDefault();
    const turn = (step: number) => { stop(); setTouched(true); setActive(options.length === 0 ? -1 : (at + step + options.length) % options.length); };
    if (event.key === 'Escape') { stop(); onDone('stay'); }
    else if (event.key === 'Tab') { stop(); finish(event.shiftKey ? 'left' : 'right'); }
    else if (event.key === 'Enter' && many && (event.altKey || event.shiftKey || event.ctrlKey)) { stop(); insertLine(); }
    else if (event.key === 'Enter' && mode === 'many' && words.trim() !== '') { stop(); const next = toggled(options[Math.max(at, 0)]); if (next) { setChosen(next); setWords(''); } else setRefusal(say('词表里没有这个词；从下面选。', 'The list has no such word; choose one below.')); }
    else if (event.key === 'Enter') { stop(); finish(event.shiftKey ? 'up' : 'down'); }
    else if (event.key === ' ' && mode === 'many' && words === '') { stop(); const next = toggled(options[Math.max(at, 0)]); if (next) { setChosen(next); setTouched(true); } }
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) turn(event.key === 'ArrowDown' ? 1 : -1);
    else if (cell.typed && mode === 'words' && !many && /^Arrow/.test(event.key)) { stop(); finish(event.key.slice(5).toLowerCase() as Step); }
  };
  const insertLine = () => {
    const node = box.current;
    if (!node) return;
    const next = `${words.slice(0, node.selectionStart)}\n${words.slice(node.selectionEnd)}`;
    const place = node.selectionStart + 1;
    change(next);
    requestAnimationFrame(() => node.setSelectionRange(place, place));
  };
  const pick = (option: CellOption, index: number) => {
    setActive(index);
    if (mode === 'many') { const next = toggled(option); if (next) setChosen(next); setWords(''); return; }
    if (mode === 'one') { give(cell!.entry.kind === 'boolean' ? (option.value === '' ? undefined : option.value === 'yes') : option.value || undefined, 'stay'); return; }
    const reading = cell!.read(option.value);
    if (reading.ok) give(reading.value, 'stay');
  };

  const below = above ? { bottom: '100%' } : { top: '100%' };
  const hint = cell ? writingHint(cell.entry) : undefined;
  const open = cell !== null;
  return (
    <div className={`grid-hand ${open ? 'grid-hand-open' : ''} ${many ? 'grid-hand-many' : ''} ${leftward ? 'grid-hand-leftward' : ''}`} style={style}>
      <textarea ref={box} rows={many ? 5 : 1} value={words} spellCheck={false} autoComplete="off" className={`grid-hand-box grid-${align}`} placeholder={open && mode !== 'words' ? (mode === 'many' ? chosen.map((value) => optionsOf(cell.entry, say).find((option) => option.value === value)?.label).join(say('、', ', ')) : cell.words) : ''}
        aria-label={open ? cell.label : label} aria-invalid={fault !== null || undefined} {...(open ? { ...(mode === 'words' ? {} : { role: 'combobox', 'aria-expanded': options.length > 0 }), 'aria-autocomplete': 'list', ...(options.length > 0 ? { 'aria-controls': listId } : {}), 'aria-activedescendant': at >= 0 ? `${listId}-${at}` : undefined } : { 'aria-controls': gridId, 'aria-activedescendant': activeId })}
        onChange={(event) => change(event.target.value)} onKeyDown={press} onBlur={() => { if (cell) finish('stay'); }}
        onCopy={(event) => { if (!open) onClipboard(event, 'copy'); }} onCut={(event) => { if (!open) onClipboard(event, 'cut'); }} onPaste={(event) => { if (!open) onClipboard(event, 'paste'); }} />
      {open && cell.unit !== '' && <span className="grid-hand-unit" aria-hidden="true">{cell.unit}</span>}
      {open && (options.length > 0 || fault !== null || hint) && (
        <div className="grid-hand-more" style={below}>
          {fault !== null && <p className="grid-hand-fault" role="alert">{fault}</p>}
          {fault === null && hint && options.length === 0 && <p className="grid-hand-hint">{say(hint)}</p>}
          {options.length > 0 && (
            <ul role="listbox" id={listId} aria-label={cell.label} {...(mode === 'many' ? { 'aria-multiselectable': true } : {})} className="grid-hand-list">
              {options.map((option, index) => {
                const on = mode === 'many' ? chosen.includes(option.value) : mode === 'one' && option.label === (cell.words || say('未填', 'Not given'));
                return (
                  <li key={option.value} id={`${listId}-${index}`} role="option" aria-selected={mode === 'many' ? on : index === at} className={`grid-hand-option ${index === at ? 'grid-hand-option-on' : ''}`} ref={index === at ? (node) => node?.scrollIntoView?.({ block: 'nearest' }) : undefined}
                    onMouseDown={(event) => event.preventDefault()} onClick={() => pick(option, index)}>
                    {mode !== 'words' && <span className="tick">{on && <Icon name="check" size={15} />}</span>}{option.label}
                  </li>
                );
              })}
            </ul>
          )}
          {mode === 'many' && <p className="grid-hand-hint">{say('空格选或去掉，回车存', 'Space takes or leaves, Enter stores')}</p>}
        </div>
      )}
    </div>
  );
}
