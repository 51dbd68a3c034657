/** Bytes after damage, and what was done to them. */
export interface Damaged { readonly bytes: Buffer; readonly how: string; /** Nothing but an end that is missing or reads as zeros, from this byte on. */ readonly endFrom?: number }
export type Random = () => number;

/** A whole number from 0 on and below the limit. */
export const some = (random: Random, below: number) => Math.floor(random() * below);

/** The ways in which bytes are damaged; each alters at least one of them. */
export const damageWays: readonly ((bytes: Buffer, random: Random) => Damaged)[] = [
  (bytes, random) => {
    const at = some(random, bytes.length);
    const bit = some(random, 8);
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] as number) ^ (1 << bit);
    return { bytes: copy, how: `bit ${bit} of byte ${at} flipped` };
  },
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    const places = new Set(Array.from({ length: 2 + some(random, 20) }, () => some(random, bytes.length)));
    for (const at of places) copy[at] = (copy[at] as number) ^ (1 + some(random, 255));
    return { bytes: copy, how: `bytes ${[...places].join(' ')} altered` };
  },
  (bytes, random) => { const length = some(random, bytes.length); return { bytes: bytes.subarray(0, length), how: `cut to ${length} of ${bytes.length} bytes`, endFrom: length }; },
  (bytes) => ({ bytes: Buffer.alloc(bytes.length), how: 'filled with NUL', endFrom: 0 }),
  (bytes, random) => { const from = some(random, bytes.length); return { bytes: Buffer.concat([bytes.subarray(0, from), Buffer.alloc(bytes.length - from)]), how: `NUL from byte ${from} on`, endFrom: from }; },
  (bytes, random) => {
    const [from, length] = [some(random, bytes.length), 1 + some(random, Math.min(bytes.length, 600))];
    const copy = Buffer.from(bytes);
    copy.fill(0, from, Math.min(from + length, bytes.length));
    return { bytes: copy, how: `NUL from byte ${from} to ${from + length}`, ...(from + length >= bytes.length ? { endFrom: from } : {}) };
  },
];
