import { leadPersonSchema, type Lead, type LeadPerson } from '../../../data/schema/lead.js';
import type { KeyRing } from '../../storage/lead-file.js';
import { leadFailures } from './lead-failures.js';
import type { LeadHome, LeadStore } from './lead-store.js';
import type { KeyStore } from '../key-store.js';
import { unwrapByKeyStore, unwrapByPassphrase, usualCost, wrapByKeyStore, wrapByPassphrase } from './key-wrap.js';
import { newKeyPair, seal, unseal } from './seal.js';

/** The keys of the open ledger's leads: how they are made, unlocked and forgotten again. The private key is held in memory alone, and not for long. */
export interface LeadKeys {
  /** True when what is sealed can be read now. By the system's key store that happens by itself, unless a person locked it. */
  isOpen(ring: KeyRing | null): boolean;
  /** What is about the person of a lead; null where it was given up or is not readable by this key. Throws while it is locked. */
  personOf(lead: Lead, ring: KeyRing | null): LeadPerson | null;
  sealed(person: LeadPerson, id: string, ring: KeyRing): string;
  /** The ring to seal with. Makes one where the system's key store can keep it; throws where a passphrase has to be set first. */
  ring(): Promise<KeyRing>;
  canMake(): boolean;
  /** True when the key store of this machine opens the ring. */
  hasKeyStore(ring: KeyRing | null): boolean;
  setUp(passphrase: string): Promise<void>;
  startOver(passphrase: string): Promise<void>;
  unlock(passphrase: string | undefined): Promise<void>;
  lock(): void;
  /** Drops the key from memory; the system's key store may bring it back. */
  forget(): void;
}

export interface KeyMeans {
  readonly store: LeadStore;
  readonly home: () => LeadHome;
  readonly keyStore: KeyStore | undefined;
  /** After so many milliseconds without a reading it locks by itself. */
  readonly idleMs?: number | undefined;
  /** scrypt's N; tests take a small one. */
  readonly cost?: number | undefined;
  readonly onLocked: () => void;
}

const usualIdleMs = 15 * 60_000;
/** The person in a sealed text; null where this key does not open it. */
function opened(sealed: string, id: string, keys: Parameters<typeof unseal>[2]): LeadPerson | null {
  try { return leadPersonSchema.parse(unseal(sealed, id, keys)); } catch { return null; }
}
const bytesOf = (ring: KeyRing) => Buffer.from(ring.publicKey, 'base64');

export function leadKeys({ store, home, keyStore, idleMs = usualIdleMs, cost = usualCost, onLocked }: KeyMeans): LeadKeys {
  let open: { readonly home: LeadHome; readonly publicKey: string; readonly privateKey: Buffer } | undefined;
  /** The ledger that a person has locked: its key store does not unlock it by itself until they ask. */
  let lockedBy: LeadHome | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** What was opened, for as long as it is unlocked: a list is asked for often, and each opening costs a key agreement. */
  const read = new Map<string, LeadPerson | null>();

  const forget = () => { clearTimeout(timer); read.clear(); open?.privateKey.fill(0); open = undefined; };
  const keepOpen = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { forget(); lockedBy = home(); onLocked(); }, idleMs);
    timer.unref();
  };
  const take = (ring: KeyRing, privateKey: Buffer) => { forget(); lockedBy = undefined; open = { home: home(), publicKey: ring.publicKey, privateKey }; keepOpen(); };
  const isOpen = (ring: KeyRing | null): boolean => {
    if (!ring) return false;
    if (open?.home === home() && open.publicKey === ring.publicKey) return true;
    if (open) forget();
    if (lockedBy === home()) return false;
    const privateKey = unwrapByKeyStore(ring, keyStore);
    if (privateKey) take(ring, privateKey);
    return privateKey !== undefined;
  };
  const safeStore = () => (keyStore?.isSafe() ? keyStore : undefined);
  /** A new key, wrapped in every way there is. */
  const made = async (passphrase: string | undefined) => {
    const { publicKey, privateKey } = newKeyPair();
    const system = safeStore();
    const wraps = [...(system ? [wrapByKeyStore(privateKey, system)] : []), ...(passphrase === undefined ? [] : [await wrapByPassphrase(privateKey, passphrase, cost)])];
    return { ring: { publicKey: publicKey.toString('base64'), wraps } satisfies KeyRing, privateKey };
  };
  /** Puts the ring in, unless somebody was faster. */
  const put = (ring: KeyRing) => store.change(({ keys }) => ({ next: keys ? {} : { keys: ring }, answer: keys ?? ring }));

  return {
    isOpen,
    personOf(lead, ring) {
      if (!isOpen(ring) || !open) throw leadFailures.locked();
      keepOpen();
      if (lead.sealed === null) return null;
      const known = read.get(lead.sealed);
      if (known !== undefined) return known;
      const person = opened(lead.sealed, lead.id, { publicKey: Buffer.from(open.publicKey, 'base64'), privateKey: open.privateKey });
      read.set(lead.sealed, person);
      return person;
    },
    sealed: (person, id, ring) => seal(person, id, bytesOf(ring)),
    async ring() {
      const { keys } = await store.read();
      if (keys) return keys;
      if (!safeStore()) throw leadFailures.notReady();
      return put((await made(undefined)).ring);
    },
    canMake: () => safeStore() !== undefined && !home().readOnly,
    hasKeyStore: (ring) => ring !== null && unwrapByKeyStore(ring, keyStore) !== undefined,
    async setUp(passphrase) {
      const { keys } = await store.read();
      if (!keys) {
        const { ring, privateKey } = await made(passphrase);
        if ((await put(ring)).publicKey !== ring.publicKey) throw leadFailures.isSet();
        take(ring, privateKey);
        return;
      }
      if (!isOpen(keys) || !open) throw leadFailures.isSet();
      const wrap = await wrapByPassphrase(open.privateKey, passphrase, cost);
      await store.change((document) => ({ next: document.keys?.publicKey === keys.publicKey ? { keys: { ...keys, wraps: [...keys.wraps.filter(({ by }) => by !== 'passphrase'), wrap] } } : {}, answer: undefined }));
    },
    async startOver(passphrase) {
      const { ring, privateKey } = await made(passphrase);
      await store.change(({ leads }) => ({ next: { keys: ring, leads: leads.map((lead) => ({ ...lead, sealed: null, revision: lead.revision + 1 })) }, answer: undefined }));
      take(ring, privateKey);
    },
    async unlock(passphrase) {
      const { keys } = await store.read();
      if (!keys) throw leadFailures.notReady();
      const privateKey = passphrase === undefined ? unwrapByKeyStore(keys, keyStore) : await unwrapByPassphrase(keys, passphrase);
      if (!privateKey) throw passphrase === undefined ? leadFailures.noWay() : leadFailures.wrongPassphrase();
      take(keys, privateKey);
    },
    lock() { forget(); lockedBy = home(); },
    forget,
  };
}
