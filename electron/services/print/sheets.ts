import type { SheetRequest } from '../../../data/contract.js';
import { FailureError } from '../../../data/schema/failure.js';
import { text } from '../../../data/schema/text.js';
import { newKey } from '../new-id.js';
import type { Handlers } from '../program.js';

/** The pages that are being printed now, so that each can ask what it is to show. */
export interface Sheets {
  readonly calls: Pick<Handlers, 'public.sheet' | 'output.sheet'>;
  /** Keeps a request, and the music of a film, under an id for as long as `work` lasts. */
  during<T>(request: SheetRequest['request'], work: (sheetId: string) => Promise<T>, music?: string): Promise<T>;
  /** The file of a film's music, by the id of its sheet. */
  music(sheetId: string): string | undefined;
}

export function createSheets(): Sheets {
  const held = new Map<string, SheetRequest & { readonly music?: string | undefined }>();
  const find = (id: string, audience?: 'public'): SheetRequest => {
    const found = held.get(id);
    // To the public an internal sheet is not there, whoever guessed its id.
    if (!found || (audience && found.request.audience !== audience)) throw new FailureError('not-found', text('这一页已经印完，或已取消。', 'This page was printed already, or cancelled.'));
    return { request: found.request };
  };
  return {
    calls: { 'public.sheet': ({ id }) => find(id, 'public'), 'output.sheet': ({ id }) => find(id) },
    music: (sheetId) => held.get(sheetId)?.music,
    async during(request, work, music) {
      const sheetId = newKey();
      held.set(sheetId, { request, music });
      try {
        return await work(sheetId);
      } finally {
        held.delete(sheetId);
      }
    },
  };
}
