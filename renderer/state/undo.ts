import { failureOf } from '../client/call-failure.js';
import type { Client } from '../client/client.js';
import { tell } from './program-store.js';

/** Takes back, or puts back, the last change and says which one it was. */
export async function undoOrRedo(client: Client, which: 'undo' | 'redo'): Promise<void> {
  try {
    const { label } = await client.call(`desk.${which}`, {});
    // The change is called “撤销：…” or “重做：…” in the history already.
    tell({ zh: `已${label.zh}`, en: label.en.replace(/^Undo:/, 'Undone:').replace(/^Redo:/, 'Redone:') });
  } catch (error) {
    const failure = failureOf(error);
    tell(failure.message, failure);
  }
}
