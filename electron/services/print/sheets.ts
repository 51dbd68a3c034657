import type { SheetRequest } from '../../../data/contract.js';
import type { SheetRow } from '../../../data/rules/export/sheet.js';
import { FailureError } from '../../../data/schema/failure.js';
import { text } from '../../../data/schema/text.js';
import { newKey } from '../new-id.js';
import type { Handlers } from '../program.js';

/** The rows of the tables on a page that is printed, table by table. */
export type PrintedRows = readonly (readonly SheetRow[])[];

/** The pages that are being printed now, so that each can ask what it is to show. */
export interface Sheets {
  readonly calls: Pick<Handlers, 'public.sheet' | 'output.sheet' | 'public.sheetRows' | 'output.sheetRows'>;
  /** Keeps a request, and what belongs to it, under an id for as long as `work` lasts. */
  during<T>(request: SheetRequest['request'], work: (sheetId: string) => Promise<T>, belongings?: Belongings): Promise<T>;
  /** The file of a film's music, by the id of its sheet. */
  music(sheetId: string): string | undefined;
}

/** What a sheet is drawn with besides its request: the rows of its tables, the file of a film's music. */
export interface Belongings { readonly rows?: PrintedRows; readonly music?: string | undefined }

export function createSheets(): Sheets {
  const held = new Map<string, SheetRequest & Belongings>();
  const find = (id: string, audience?: 'public') => {
    const found = held.get(id);
    // To the public an internal sheet is not there, whoever guessed its id.
    if (!found || (audience && found.request.audience !== audience)) throw new FailureError('not-found', text('这一页已经印完，或已取消。', 'This page was printed already, or cancelled.'));
    return found;
  };
  const rowsOf = ({ id, table, offset, limit }: { id: string; table: number; offset: number; limit: number }, audience?: 'public') =>
    ({ rows: find(id, audience).rows?.[table]?.slice(offset, offset + limit) ?? [] });
  return {
    calls: {
      'public.sheet': ({ id }) => ({ request: find(id, 'public').request }), 'output.sheet': ({ id }) => ({ request: find(id).request }),
      'public.sheetRows': (part) => rowsOf(part, 'public'), 'output.sheetRows': (part) => rowsOf(part),
    },
    music: (sheetId) => held.get(sheetId)?.music,
    async during(request, work, belongings = {}) {
      const sheetId = newKey();
      held.set(sheetId, { request, ...belongings });
      try {
        return await work(sheetId);
      } finally {
        held.delete(sheetId);
      }
    },
  };
}
