import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CallCircle } from '../../data/contract.js';

/** One secret per circle, made anew at every start. */
export type Tokens = Readonly<Record<CallCircle, string>>;

/** 32 random bytes as base64url. */
export const mintToken = () => randomBytes(32).toString('base64url');

export const mintTokens = (): Tokens => ({ desk: mintToken(), public: mintToken() });

const digest = (value: string) => createHash('sha256').update(value).digest();

/** Compares in constant time; the digests make lengths equal, so that not even the length leaks. */
export const sameToken = (given: string, expected: string) => timingSafeEqual(digest(given), digest(expected));

/** The circle that a token opens, or nothing. */
export function circleOfToken(given: string | undefined, tokens: Tokens): CallCircle | undefined {
  if (!given) return undefined;
  // Both are compared every time, so that the time taken does not tell which one nearly matched.
  const desk = sameToken(given, tokens.desk);
  const audience = sameToken(given, tokens.public);
  return desk ? 'desk' : audience ? 'public' : undefined;
}
