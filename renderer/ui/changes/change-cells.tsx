import { useCallback, useState } from 'react';
import { cellWords } from '../../../data/rules/changes/cell-words.js';
import { fieldOfCell } from '../../../data/rules/changes/cells.js';
import type { RecordChange } from '../../../data/schema/record-change.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { Button } from '../button.js';
import { Icon } from '../icon.js';
import './changes.css';

/** What is shown of a record before a person asks for the rest. */
const firstCells = 6;

/** The cells of a changed record, old → new, with the labels and words of the registry. */
export function ChangeCells({ change }: { change: RecordChange }) {
  const say = useSay();
  const entries = useProgram((state) => state.deskEntries ?? state.publicEntries);
  const [isOpen, setIsOpen] = useState(false);
  const nameOf = useCallback((id: string) => entries.find((entry) => entry.id === id)?.name, [entries]);
  const known = change.cells.flatMap((cell) => { const entry = fieldOfCell(change.noun, cell.path); return entry ? [{ ...cell, entry }] : []; });
  const shown = isOpen ? known : known.slice(0, firstCells);
  const words = (entry: (typeof known)[number]['entry'], value: unknown) => cellWords(entry, value, { language: say.language, category: change.category, nameOf });
  const none = <i className="change-none">{say('空', 'empty')}</i>;
  return (
    <>
      <dl className={`change-cells change-cells-${change.kind}`}>
        {shown.map(({ path, entry, before, after }) => (
          <div key={path}>
            <dt>{say(entry.label)}</dt>
            <dd>
              {change.kind !== 'added' && <del>{words(entry, before) || none}</del>}
              {change.kind === 'changed' && <Icon name="right" size={15} />}
              {change.kind !== 'removed' && <ins>{words(entry, after) || none}</ins>}
            </dd>
          </div>
        ))}
      </dl>
      {known.length > firstCells && <Button small tone="quiet" onPress={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>{isOpen ? say('收起', 'Less') : say(`还有 ${known.length - firstCells} 项`, `${known.length - firstCells} more`)}</Button>}
    </>
  );
}
