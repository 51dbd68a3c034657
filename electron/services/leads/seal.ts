import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';

/*
 * Leads are sealed so that taking one needs no secret: each under a key of its own, agreed between a key pair made for it alone and the ledger's public
 * key (X25519, HKDF-SHA-256, AES-256-GCM). Only the ledger's private key opens them. With a sealed text its key pair's public half goes, too, so what is
 * once deleted cannot be opened by anybody.
 */

const purpose = Buffer.from('xishan-lead-1');
const [publicLength, ivLength, tagLength] = [32, 12, 16] as const;
/** Sealed texts are filled up to multiples of so many bytes: how long somebody's name is does not show. */
const block = 256;

/** A new key pair for a ledger: the public key, and the private one that is to be wrapped. Raw bytes. */
export function newKeyPair(): { readonly publicKey: Buffer; readonly privateKey: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return { publicKey: rawOf(publicKey, 'x'), privateKey: rawOf(privateKey, 'd') };
}
const rawOf = (key: KeyObject, part: 'x' | 'd') => Buffer.from(key.export({ format: 'jwk' })[part] as string, 'base64url');
const publicOf = (raw: Uint8Array) => createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(raw).toString('base64url') }, format: 'jwk' });
/** A private key's public half is not needed to agree on a key, but the format wants one: DER needs none. */
const privateOf = (raw: Uint8Array) => createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), raw]), format: 'der', type: 'pkcs8' });

const keyOf = (shared: Buffer, fresh: Uint8Array, receiver: Uint8Array) => Buffer.from(hkdfSync('sha256', shared, Buffer.concat([fresh, receiver]), purpose, 32));

/** AES-256-GCM: iv, tag, then what was encrypted. `about` is bound to it: elsewhere it does not open. */
export function encrypt(key: Uint8Array, plain: Uint8Array, about: Uint8Array): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(about);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}
/** Throws when the key is another one, or any bit was altered. */
export function decrypt(key: Uint8Array, box: Uint8Array, about: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, ivLength), { authTagLength: tagLength }).setAAD(about).setAuthTag(box.subarray(ivLength, ivLength + tagLength));
  return Buffer.concat([decipher.update(box.subarray(ivLength + tagLength)), decipher.final()]);
}

/** Seals a value for one lead; the lead's id is bound to it, so that it cannot be put into another. Base64. */
export function seal(value: unknown, id: string, publicKey: Uint8Array): string {
  const fresh = newKeyPair();
  const plain = Buffer.from(JSON.stringify(value));
  const padded = Buffer.alloc(Math.ceil((plain.length + 1) / block) * block, 0x20);
  plain.copy(padded);
  const shared = diffieHellman({ privateKey: privateOf(fresh.privateKey), publicKey: publicOf(publicKey) });
  return Buffer.concat([fresh.publicKey, encrypt(keyOf(shared, fresh.publicKey, publicKey), padded, Buffer.from(id))]).toString('base64');
}

/** Opens what was sealed for a lead. Throws when the key is not the ledger's, or the text is not this lead's. */
export function unseal(sealed: string, id: string, { publicKey, privateKey }: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array }): unknown {
  const bytes = Buffer.from(sealed, 'base64');
  const fresh = bytes.subarray(0, publicLength);
  const shared = diffieHellman({ privateKey: privateOf(privateKey), publicKey: publicOf(fresh) });
  return JSON.parse(decrypt(keyOf(shared, fresh, publicKey), bytes.subarray(publicLength), Buffer.from(id)).toString('utf8'));
}
