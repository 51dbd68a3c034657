/**
 * What the desk's page asks for first, asked before its own code is there: the host works out the answers while the browser reads the
 * program. Each answer is taken once, by the first call of that name; later calls ask anew.
 */
const names = ['settings.get', 'public.overview', 'public.maps', 'public.index', 'ledger.status'] as const;

/** Sends a call to the host and gives its reply as it came. */
export type Post = (name: string, input: unknown) => Promise<unknown>;

export interface EarlyCalls {
  /** The reply to an early call without input, if it was not taken yet. */
  take(name: string, input: unknown): Promise<unknown> | undefined;
}

/** Begins the early calls. One that fails is asked anew by whoever wants it. */
export function beginCalls(post: Post): EarlyCalls {
  const replies = new Map<string, Promise<unknown>>(names.map((name) => [name, post(name, {}).catch(() => post(name, {}))]));
  // Nobody may want it in the end; a failure then is nobody's.
  for (const reply of replies.values()) reply.catch(() => undefined);
  return {
    take(name, input) {
      const reply = Object.keys(input as object).length === 0 ? replies.get(name) : undefined;
      replies.delete(name);
      return reply;
    },
  };
}

/** Posts a call to the browser host under the page's token. */
export const httpPost = (token: string): Post => async (name, input) => {
  const response = await fetch('/call', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-xishan-token': token },
    body: JSON.stringify({ name, input }),
  });
  return response.json();
};
