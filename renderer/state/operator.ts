import { create } from 'zustand';
import type { Client } from '../client/client.js';
import { useProgram } from './program-store.js';

/** Set while the person is being asked for their name; resolves when they have answered or passed. */
interface OperatorState { readonly answer: (() => void) | null }
export const useOperator = create<OperatorState>(() => ({ answer: null }));

let asked = false;
let waiting: Promise<void> | null = null;

/** Asks once who is editing, before the first edit of a person who has not said; the history names them from then on. */
export function knowOperator(): Promise<void> {
  const { settings, status } = useProgram.getState();
  // A server knows who is signed in, and dates their edits with that name.
  if (asked || settings.operator !== '' || status?.server) return Promise.resolve();
  waiting ??= new Promise<void>((resolve) => {
    useOperator.setState({ answer: () => { asked = true; waiting = null; useOperator.setState({ answer: null }); resolve(); } });
  });
  return waiting;
}

/** Keeps the name given; an empty one means “not now”. */
export async function answerOperator(client: Client, name: string): Promise<void> {
  try {
    if (name.trim() !== '') await client.call('settings.set', { operator: name.trim() });
  } finally {
    useOperator.getState().answer?.();
  }
}
