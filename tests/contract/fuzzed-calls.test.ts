import { expect, it } from 'vitest';
import { proveCalls } from '../prove/doors/calls.js';
import { faultsOf } from '../prove/finding.js';

// A sample of what `npm run prove` does many times over.
it('answers every call, whatever its input, with a result or a failure in words: never with an exception, and it never hangs', async () => {
  expect(faultsOf(await proveCalls({ rounds: 4, seed: Date.now() % 1e9 }))).toEqual([]);
}, 120_000);
