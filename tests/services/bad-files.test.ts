import { expect, it } from 'vitest';
import { faultsOf } from '../prove/finding.js';
import { proveMutations } from '../prove/readers/mutations.js';
import { corpus, outcomes, proveCorpus } from '../prove/readers/read-corpus.js';

// A sample of what `npm run prove` reads whole.
it('every bad file that can be made has its outcome in the table, and no other', () => {
  expect(outcomes.map(({ file }) => file).sort()).toEqual(Object.keys(corpus).sort());
});

it('a bad file is refused in words or read as far as it is good, as the table says, and never in the main process', async () => {
  expect(faultsOf(await proveCorpus({ seed: Date.now() % 1e9, stride: 3 }))).toEqual([]);
}, 120_000);

it('a sound file with bytes altered by chance is read or refused in words, and neither throws nor hangs', async () => {
  expect(faultsOf(await proveMutations({ rounds: 4, seed: Date.now() % 1e9 }))).toEqual([]);
}, 120_000);
