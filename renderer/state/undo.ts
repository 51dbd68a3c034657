import { failureOf } from '../client/call-failure.js';
import type { Client } from '../client/client.js';
import { tell } from './program-store.js';

/** Takes back, or puts back, the last change and says which one it was. */
export async function undoOrRedo(client: Client, which: 'undo' | 'redo'): Promise<void> {
  try {
    const { label } = await client.call(`desk.${which}`, {});
    tell(which === 'undo' ? { zh: `已撤销：${label.zh}`, en: `Undone: ${label.en}` } : { zh: `已重做：${label.zh}`, en: `Redone: ${label.en}` });
  } catch (error) {
    const failure = failureOf(error);
    tell(failure.message, failure);
  }
}
