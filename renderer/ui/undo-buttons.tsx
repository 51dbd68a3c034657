import type { ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { useClient } from '../client/current-client.js';
import { useSay } from '../state/language.js';
import { useProgram } from '../state/program-store.js';
import { undoOrRedo } from '../state/undo.js';
import { Button } from './button.js';

/** Undo and redo, each saying what it would take back. */
export function UndoButtons() {
  const say = useSay();
  const client = useClient();
  const status = useProgram((state) => state.status);
  const hint = (words: string | undefined, button: ReactNode) => (words ? <TooltipTrigger delay={300}>{button}<Tooltip className="hint" placement="bottom">{words}</Tooltip></TooltipTrigger> : button);
  return (
    <>
      {hint(status?.undoLabel && say({ zh: `撤销：${status.undoLabel.zh}`, en: `Undo: ${status.undoLabel.en}` }),
        <Button icon="undo" isDisabled={!status?.canUndo} onPress={() => void undoOrRedo(client, 'undo')}>{say('撤销', 'Undo')}</Button>)}
      {hint(status?.redoLabel && say({ zh: `重做：${status.redoLabel.zh}`, en: `Redo: ${status.redoLabel.en}` }),
        <Button icon="redo" isDisabled={!status?.canRedo} onPress={() => void undoOrRedo(client, 'redo')}>{say('重做', 'Redo')}</Button>)}
    </>
  );
}
