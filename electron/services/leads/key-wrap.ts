import { randomBytes, scrypt } from 'node:crypto';
import type { KeyRing, Wrap } from '../../storage/lead-file.js';
import type { KeyStore } from '../key-store.js';
import { decrypt, encrypt } from './seal.js';

const about = Buffer.from('xishan-lead-key-1');
/** scrypt's N, with r = 8 and p = 1: 64 MB and some tenths of a second for each guess. */
export const usualCost = 1 << 16;

const derived = (passphrase: string, salt: Buffer, cost: number) => new Promise<Buffer>((resolve, reject) => {
  // Two keyboards may write one letter in two ways.
  scrypt(passphrase.normalize('NFKC'), salt, 32, { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 }, (error, key) => { if (error) reject(error); else resolve(key); });
});

/** The private key as only the passphrase opens it. */
export async function wrapByPassphrase(privateKey: Uint8Array, passphrase: string, cost = usualCost): Promise<Wrap> {
  const salt = randomBytes(16);
  return { by: 'passphrase', salt: salt.toString('base64'), cost, box: encrypt(await derived(passphrase, salt, cost), privateKey, about).toString('base64') };
}
export const wrapByKeyStore = (privateKey: Uint8Array, store: KeyStore): Wrap => ({ by: 'keystore', box: store.wrap(Buffer.from(privateKey).toString('base64')).toString('base64') });

/** The private key by a passphrase; nothing where it is not the one. */
export async function unwrapByPassphrase({ wraps }: KeyRing, passphrase: string): Promise<Buffer | undefined> {
  for (const wrap of wraps) {
    if (wrap.by !== 'passphrase') continue;
    const key = await derived(passphrase, Buffer.from(wrap.salt, 'base64'), wrap.cost);
    try { return decrypt(key, Buffer.from(wrap.box, 'base64'), about); } catch { /* Another passphrase: there may be a second wrap. */ }
  }
  return undefined;
}

/** The private key by the system's key store; nothing where it has none of it. */
export function unwrapByKeyStore({ wraps }: KeyRing, store: KeyStore | undefined): Buffer | undefined {
  if (!store?.isSafe()) return undefined;
  for (const wrap of wraps) {
    if (wrap.by !== 'keystore') continue;
    try { return Buffer.from(store.unwrap(Buffer.from(wrap.box, 'base64')), 'base64'); } catch { /* Wrapped on another machine. */ }
  }
  return undefined;
}
