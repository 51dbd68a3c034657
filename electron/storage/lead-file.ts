import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { FailureError } from '../../data/schema/failure.js';
import { leadSchema, mostLeads } from '../../data/schema/lead.js';
import { text } from '../../data/schema/text.js';
import { writeDurably, type Disk } from './disk.js';

/*
 * Leads lie in a store of their own, outside journal and snapshots, so that deleting one leaves nothing of it. All of it is one small document that is
 * rewritten whole, twice: the second copy stands in where the first is damaged. Each copy is replaced durably (temporary file, fsync, rename, folder
 * fsync), the one after the other, and carries a counter. Whatever step a power cut falls on, the copy with the higher counter holds at opening and the
 * other is made like it: a deletion that had begun is then finished, and one that had not was never acknowledged.
 */

/** How the private key is wrapped: by a passphrase (scrypt, then AES-256-GCM), or by the system's key store. Bytes in base64. */
const wrapSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('passphrase'), salt: z.string().max(100), cost: z.number().int().min(1 << 12).max(1 << 18), box: z.string().max(1_000) }),
  z.object({ by: z.literal('keystore'), box: z.string().max(8_000) }),
]);
export type Wrap = z.infer<typeof wrapSchema>;
/** The key pair that leads are sealed with: the public key as it is, the private one wrapped in each way that may open it. */
const keyRingSchema = z.object({ publicKey: z.string().max(200), wraps: z.array(wrapSchema).max(8) });
export type KeyRing = z.infer<typeof keyRingSchema>;
const documentSchema = z.object({ version: z.literal(1), count: z.number().int().nonnegative(), keys: keyRingSchema.nullable(), leads: z.array(leadSchema).max(mostLeads) });
export type LeadDocument = Readonly<z.infer<typeof documentSchema>>;
export const noLeads: LeadDocument = { version: 1, count: 0, keys: null, leads: [] };

const folderOf = (ledgerFolder: string) => join(ledgerFolder, 'leads');
const copies = ['leads.json', 'leads-copy.json'] as const;

const digestOf = (body: string) => createHash('sha256').update(body).digest('hex');

/** The document in one copy; nothing where there is none, `damaged` where a bit of it is not as it was written. */
async function readCopy(disk: Disk, path: string): Promise<LeadDocument | 'damaged' | undefined> {
  if (!(await disk.stat(path))) return undefined;
  const [digest, body = ''] = (await disk.readFile(path)).toString('utf8').split('\n', 2);
  if (digestOf(body) !== digest) return 'damaged';
  const parsed = documentSchema.safeParse(JSON.parse(body));
  return parsed.success ? parsed.data : 'damaged';
}

const damaged = () => new FailureError('damaged', text(
  '意向登记的两份文件都已损坏，读不出来；账本的其余部分不受影响。请从这本账的另一份拷贝里取回 leads 文件夹，再重新打开账本。',
  'Both files of the leads are damaged and cannot be read; the rest of the ledger is not affected. Take the folder leads from another copy of this ledger, then open the ledger again.',
), { file: 'leads/leads.json' });

/** Reads the leads of a ledger's folder; `isSettled` is false where a write was cut off and has to be finished. Throws `damaged` where neither copy is whole. */
export async function readLeads(disk: Disk, ledgerFolder: string): Promise<{ document: LeadDocument; isSettled: boolean }> {
  const found = await Promise.all(copies.map((name) => readCopy(disk, join(folderOf(ledgerFolder), name))));
  const whole = found.filter((copy) => copy !== undefined && copy !== 'damaged');
  const [newest] = whole.toSorted((one, other) => other.count - one.count);
  if (newest) return { document: newest, isSettled: whole.length === copies.length && whole.every(({ count }) => count === newest.count) };
  if (found.includes('damaged')) throw damaged();
  return { document: noLeads, isSettled: true };
}

/** Rewrites both copies; resolved, the document is on the medium and nothing of the one before is in the folder. */
export async function writeLeads(disk: Disk, ledgerFolder: string, document: LeadDocument): Promise<void> {
  const folder = folderOf(ledgerFolder);
  if (!(await disk.stat(folder))) {
    await disk.makeFolder(folder);
    await disk.syncFolder(ledgerFolder);
  }
  const body = JSON.stringify(document);
  const bytes = Buffer.from(`${digestOf(body)}\n${body}\n`);
  for (const name of copies) await writeDurably(disk, join(folder, name), (append) => append(bytes));
}
