import { FailureError } from '../../data/schema/failure.js';
import type { Handlers } from './program.js';

type Calls = Pick<Handlers, 'ledger.copy' | 'ledger.move' | 'ledger.forget' | 'folder.list' | 'folder.make'>;
const notYet = (): never => { throw new FailureError('not-found', { zh: '这一步还没有做好。', en: 'This step is not there yet.' }); };

/** Ledgers as folders: copied, moved, found. */
export function folderCalls(): Calls {
  return {
    'ledger.copy': notYet,
    'ledger.move': notYet,
    'ledger.forget': notYet,
    'folder.list': notYet,
    'folder.make': notYet,
  };
}
