import { afterEach, describe, expect, it } from 'vitest';
import { runShell, type RunningShell } from '../builders/shell.js';

let running: RunningShell;
afterEach(() => running.end());

describe('the desktop shell', () => {
  it('gives the program the system’s store of secrets, which gives back what it was given', async () => {
    running = await runShell();
    const { keyStore } = running.made[0]!;
    expect(keyStore?.isSafe()).toBe(true);
    const box = keyStore!.wrap('a private key');
    expect(box.includes('a private key')).toBe(false);
    expect(keyStore!.unwrap(box)).toBe('a private key');
  });
  it('says that it is no safe one where the desktop has no keyring', async () => {
    running = await runShell({ electron: { keyring: 'basic_text' } });
    expect(running.made[0]!.keyStore?.isSafe()).toBe(false);
  });
});
