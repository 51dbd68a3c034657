import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Dialog, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import { failureOf } from '../../client/call-failure.js';
import { useSay } from '../../state/language.js';
import { draftOf, readDraft, sameDraft, type Draft } from '../../ui/fields/draft.js';
import { isRequired } from '../../ui/fields/field-fault.js';
import { Icon } from '../../ui/icon.js';

interface CellEditorProps {
  readonly entry: FieldDefinition;
  readonly value: unknown;
  readonly save: (value: unknown) => Promise<void>;
  /** The editor is done; `step` says where the cursor goes next. */
  readonly onDone: (step: 'stay' | 'down' | 'right' | 'left') => void;
}

/** Edits one cell where it stands: words in a box, choices in a list. Enter or leaving saves, Esc takes back. */
export function CellEditor(props: CellEditorProps) {
  return props.entry.kind === 'choice' || props.entry.kind === 'choices' ? <ChoiceCell {...props} /> : <WordsCell {...props} />;
}

function WordsCell({ entry, value, save, onDone }: CellEditorProps) {
  const say = useSay();
  const start = draftOf(entry, value) as string;
  const [draft, setDraft] = useState(start);
  const [fault, setFault] = useState<string | null>(null);
  const closed = useRef(false);
  const busy = useRef(false);
  const many = entry.kind === 'long-text';
  const close = (step: 'stay' | 'down' | 'right' | 'left') => { if (!closed.current) { closed.current = true; onDone(step); } };
  const commit = (step: 'stay' | 'down' | 'right' | 'left') => {
    if (closed.current || busy.current) return;
    if (draft === start) { close(step); return; }
    const reading = readDraft(entry, draft);
    if (!reading.ok) { setFault(say(reading.fault)); return; }
    busy.current = true;
    save(reading.value).then(() => close(step), (error: unknown) => { busy.current = false; setFault(say(failureOf(error).message)); });
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') { event.preventDefault(); close('stay'); }
    else if (event.key === 'Tab') { event.preventDefault(); commit(event.shiftKey ? 'left' : 'right'); }
    else if (event.key === 'Enter' && (!many || !event.shiftKey)) { event.preventDefault(); commit('down'); }
  };
  const control = { autoFocus: true, value: draft, 'aria-label': say(entry.label), 'aria-invalid': fault !== null || undefined, onBlur: () => commit('stay'), onKeyDown: press, className: 'projects-cell-input' };
  const type = (words: string) => { setDraft(words); const reading = readDraft(entry, words); setFault(reading.ok ? null : say(reading.fault)); };
  return (
    <div className={`grid-editor projects-cell ${many ? 'projects-cell-many' : ''}`}>
      {many ? <textarea {...control} rows={6} onChange={(event) => type(event.target.value)} /> : <input {...control} onFocus={(event) => event.target.select()} onChange={(event) => type(event.target.value)} />}
      {fault && <p className="projects-cell-fault" role="alert">{fault}</p>}
    </div>
  );
}

const none = '—';

function ChoiceCell({ entry, value, save, onDone }: CellEditorProps) {
  const say = useSay();
  const anchor = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>(() => { const draft = draftOf(entry, value); return typeof draft === 'string' ? (draft ? [draft] : []) : (draft as readonly string[]); });
  const [fault, setFault] = useState<string | null>(null);
  const many = entry.kind === 'choices';
  // Opens once its anchor stands in the page.
  useEffect(() => setOpen(true), []);
  const store = (draft: Draft) => {
    if (sameDraft(draft, draftOf(entry, value))) { onDone('stay'); return; }
    const reading = readDraft(entry, draft);
    if (!reading.ok) { setFault(say(reading.fault)); return; }
    save(reading.value).then(() => onDone('stay'), (error: unknown) => setFault(say(failureOf(error).message)));
  };
  const words = [...(many || isRequired(entry) ? [] : [{ value: none, label: say('未填', 'Not given') }]), ...(entry.vocabulary?.words ?? []).map((word) => ({ value: word.value as string, label: say(word.label) }))];
  const isOn = (word: string) => chosen.includes(word) || (word === none && chosen.length === 0);
  return (
    <div className="grid-editor projects-cell projects-cell-choice" ref={anchor}>
      <span>{entry.vocabulary && chosen.map((word) => say.word(entry.vocabulary!, word)).join(say('、', ', '))}</span><Icon name="down" size={14} />
      <Popover className="popover" triggerRef={anchor} isOpen={open} placement="bottom start" onOpenChange={(now) => { if (!now) { if (many) store(chosen); else onDone('stay'); } }}>
        <Dialog aria-label={say(entry.label)} style={{ outline: 'none' }}>
          {fault && <p className="fault" role="alert">{fault}</p>}
          {many ? (
            <ListBox aria-label={say(entry.label)} autoFocus selectionMode="multiple" selectedKeys={chosen} onSelectionChange={(keys) => setChosen(words.map((word) => word.value).filter((word) => keys === 'all' || keys.has(word)))} style={{ outline: 'none', minWidth: 160 }}>
              {words.map((word) => <ListBoxItem key={word.value} id={word.value} textValue={word.label} className="list-item"><span className="tick">{isOn(word.value) && <Icon name="check" size={16} />}</span>{word.label}</ListBoxItem>)}
            </ListBox>
          ) : (
            <ListBox aria-label={say(entry.label)} autoFocus onAction={(key) => store(key === none ? '' : String(key))} style={{ outline: 'none', minWidth: 160 }}>
              {words.map((word) => <ListBoxItem key={word.value} id={word.value} textValue={word.label} className="list-item"><span className="tick">{isOn(word.value) && <Icon name="check" size={16} />}</span>{word.label}</ListBoxItem>)}
            </ListBox>
          )}
        </Dialog>
      </Popover>
    </div>
  );
}
