import { FailureError } from '../../data/schema/failure.js';
import type { Handlers } from './program.js';

type Calls = Pick<Handlers, 'history.ofRecord' | 'history.compare' | 'history.rows'>;
const notYet = (): never => { throw new FailureError('not-found', { zh: '这一步还没有做好。', en: 'This step is not there yet.' }); };

/** What changed: of one record, and between two days. */
export function historyCalls(): Calls {
  return {
    'history.ofRecord': notYet,
    'history.compare': notYet,
    'history.rows': notYet,
  };
}
