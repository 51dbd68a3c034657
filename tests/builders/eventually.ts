import { vi } from 'vitest';

/**
 * Waits until a check no longer throws, and answers with what it gives. How long that takes says something of the machine and nothing of the
 * program, so the patience is long: only what never comes fails, and then with the check's own words.
 */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 30_000, interval: 10 });
