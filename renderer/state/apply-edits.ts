import type { Edit } from '../../data/contract.js';
import type { Text } from '../../data/schema/text.js';
import { failureOf } from '../client/call-failure.js';
import type { Client } from '../client/client.js';
import { knowOperator } from './operator.js';
import { tell } from './program-store.js';

/** Applies edits as one change and answers with the ids touched. Throws CallFailure when the host refuses. */
export async function applyEdits(client: Client, edits: Edit[], label?: Text): Promise<readonly string[]> {
  await knowOperator();
  return (await client.call('desk.apply', { edits, ...(label ? { label } : {}) })).ids;
}

/** Applies edits and says so at the foot of the screen, or why not. Answers with the ids, or nothing when it failed. */
export async function applyAndTell(client: Client, edits: Edit[], done: Text, label?: Text): Promise<readonly string[] | undefined> {
  try {
    const ids = await applyEdits(client, edits, label);
    tell(done);
    return ids;
  } catch (error) {
    const failure = failureOf(error);
    tell(failure.message, failure);
    return undefined;
  }
}
