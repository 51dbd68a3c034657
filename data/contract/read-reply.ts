import type { Reply } from '../contract.js';

/**
 * What a host of the same program answered, as a reply. Throws where it is none, as after the program was ended. It looks at the outer shape
 * alone: the host has made the value by the contract, and a page that is to be there at once brings no parser for what it trusts anyway.
 */
export function readReply(answer: unknown): Reply {
  const { ok, failure } = (answer ?? {}) as { readonly ok?: unknown; readonly failure?: { readonly code?: unknown; readonly message?: { readonly zh?: unknown } } };
  const isReply = ok === true || (ok === false && typeof failure?.code === 'string' && typeof failure.message?.zh === 'string');
  if (!isReply) throw new Error('The host answered with something else than a reply.');
  return answer as Reply;
}
