import { describe, expect, it } from 'vitest';
import { faultsOf } from '../prove/finding.js';
import { proveKills } from '../prove/saving/kills.js';
import { proveTwoProcesses } from '../prove/saving/two-processes.js';

// A sample of what `npm run prove` does a thousand times.
describe('kill -9 at random points of mixed edits', () => {
  it('loses no acknowledged edit and leaves a ledger that opens, kill after kill', async () => {
    expect(faultsOf(await proveKills({ rounds: 24, seed: Date.now() % 1e9 }))).toEqual([]);
  });
});

describe('two processes on one ledger', () => {
  it('are one that writes and one that reads, until the first is killed', async () => {
    expect(faultsOf(await proveTwoProcesses({ rounds: 2, seed: Date.now() % 1e9 }))).toEqual([]);
  });
});
