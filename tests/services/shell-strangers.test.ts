import { expect, it } from 'vitest';
import { faultsOf } from '../prove/finding.js';
import { proveShell } from '../prove/doors/shell.js';

it('answers no foreign frame on any channel, and lets no window or session out', async () => {
  expect(faultsOf(await proveShell())).toEqual([]);
});
