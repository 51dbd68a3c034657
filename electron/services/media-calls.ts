import { FailureError } from '../../data/schema/failure.js';
import type { Handlers } from './program.js';

type Calls = Pick<Handlers, 'media.store' | 'media.turn'>;
const notYet = (): never => { throw new FailureError('not-found', { zh: '这一步还没有做好。', en: 'This step is not there yet.' }); };

/** Photos, films and documents: taken in, scaled, turned. */
export function mediaCalls(): Calls {
  return {
    'media.store': notYet,
    'media.turn': notYet,
  };
}
