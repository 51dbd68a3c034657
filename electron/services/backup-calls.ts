import { FailureError } from '../../data/schema/failure.js';
import type { Handlers } from './program.js';

type Calls = Pick<Handlers, 'backup.list' | 'backup.make' | 'backup.compare' | 'backup.restore'>;
const notYet = (): never => { throw new FailureError('not-found', { zh: '这一步还没有做好。', en: 'This step is not there yet.' }); };

/** Restore points: kept, compared, put back. */
export function backupCalls(): Calls {
  return {
    'backup.list': notYet,
    'backup.make': notYet,
    'backup.compare': notYet,
    'backup.restore': notYet,
  };
}
