import { randomBytes } from 'node:crypto';
import { ulid } from '../../data/rules/identity.js';

const idBytes = 16;
/** Drawn for many ids at once: an import makes tens of thousands, and each draw costs more than what is done with it. */
let pool = Buffer.alloc(0);

/** A new record's id. */
export function newId(): string {
  if (pool.length < idBytes) pool = randomBytes(idBytes * 256);
  const own = pool.subarray(0, idBytes);
  pool = pool.subarray(idBytes);
  return ulid(Date.now(), own);
}

/** An id for what lives only as long as the program: jobs, uploads, plans, finished files. */
export const newKey = () => randomBytes(12).toString('base64url');
