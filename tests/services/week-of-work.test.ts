import { expect, it } from 'vitest';
import { faultsOf } from '../prove/finding.js';
import { proveWeek } from '../prove/week/week.js';

// A sample of the week that `npm run prove` works through.
it('leaves no temporary file, no growing file, no thread and no handle, day after day', async () => {
  expect(faultsOf(await proveWeek({ rounds: 3, seed: Date.now() % 1e9 }))).toEqual([]);
}, 120_000);
