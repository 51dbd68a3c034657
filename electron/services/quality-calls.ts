import { FailureError } from '../../data/schema/failure.js';
import type { Handlers } from './program.js';

type Calls = Pick<Handlers, 'quality.summary' | 'quality.list' | 'quality.ofAsset'>;
const notYet = (): never => { throw new FailureError('not-found', { zh: '这一步还没有做好。', en: 'This step is not there yet.' }); };

/** The check-up of the ledger. */
export function qualityCalls(): Calls {
  return {
    'quality.summary': notYet,
    'quality.list': notYet,
    'quality.ofAsset': notYet,
  };
}
