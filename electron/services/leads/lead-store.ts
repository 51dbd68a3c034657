import { noLeads, readLeads, writeLeads, type LeadDocument } from '../../storage/lead-file.js';
import type { Ledger } from '../../storage/ledger.js';

/** What of a ledger the leads need; a ledger of any storage has it. */
export type LeadHome = Pick<Ledger, 'folder' | 'readOnly' | 'writeBeside' | 'readBeside'>;

/** The leads of the open ledger on disk. Changes are made one after the other and told of only when they are durable. */
export interface LeadStore {
  read(): Promise<LeadDocument>;
  /** Rewrites leads and keys by what `alter` makes of them; where it answers with the same, nothing is written. Rejects and changes nothing where it throws. */
  change<T>(alter: (document: LeadDocument) => { readonly next: Partial<Pick<LeadDocument, 'keys' | 'leads'>>; readonly answer: T }): Promise<T>;
}

/** Opens the store over whichever ledger is open when it is asked. */
export function leadStore(ledger: () => LeadHome): LeadStore {
  /** What was read of a ledger that nobody else writes to. */
  let known: { readonly home: LeadHome; readonly document: LeadDocument } | undefined;
  const load = async (home: LeadHome): Promise<LeadDocument> => {
    if (known?.home === home && !home.readOnly) return known.document;
    const { document, isSettled } = await home.readBeside((disk) => readLeads(disk, home.folder));
    if (home.readOnly) return document;
    // What a power cut left half done is finished before anything is told of it.
    if (!isSettled) await home.writeBeside((disk) => writeLeads(disk, home.folder, document));
    known = { home, document };
    return document;
  };
  return {
    read: () => load(ledger()),
    async change(alter) {
      const home = ledger();
      await load(home);
      return home.writeBeside(async (disk) => {
        const before = known?.home === home ? known.document : (await readLeads(disk, home.folder)).document;
        const { next, answer } = alter(before);
        const { keys = before.keys, leads = before.leads } = next;
        if (keys === before.keys && leads === before.leads) return answer;
        const document: LeadDocument = { ...noLeads, count: before.count + 1, keys, leads: [...leads] };
        // Where the writing fails, what holds is what is on disk.
        known = undefined;
        await writeLeads(disk, home.folder, document);
        known = { home, document };
        return answer;
      });
    },
  };
}
