import type { SheetRequest } from '../../../data/contract.js';
import { FailureError } from '../../../data/schema/failure.js';
import { text } from '../../../data/schema/text.js';
import { newKey } from '../new-id.js';
import type { Handlers } from '../program.js';

/** The pages that are being printed now, so that each can ask what it is to show. */
export interface Sheets {
  readonly calls: Pick<Handlers, 'public.sheet' | 'output.sheet'>;
  /** Keeps a request under an id for as long as `work` lasts. */
  during<T>(request: SheetRequest['request'], work: (sheetId: string) => Promise<T>): Promise<T>;
}

export function createSheets(): Sheets {
  const held = new Map<string, SheetRequest>();
  const find = (id: string, audience?: 'public'): SheetRequest => {
    const found = held.get(id);
    // To the public an internal sheet is not there, whoever guessed its id.
    if (!found || (audience && found.request.audience !== audience)) throw new FailureError('not-found', text('这一页已经印完，或已取消。', 'This page was printed already, or cancelled.'));
    return found;
  };
  return {
    calls: { 'public.sheet': ({ id }) => find(id, 'public'), 'output.sheet': ({ id }) => find(id) },
    async during(request, work) {
      const sheetId = newKey();
      held.set(sheetId, { request });
      try {
        return await work(sheetId);
      } finally {
        held.delete(sheetId);
      }
    },
  };
}
