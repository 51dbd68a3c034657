import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { boothGuard } from '../../electron/services/leads/booth-guard.js';
import { unwrapByKeyStore, unwrapByPassphrase, wrapByKeyStore, wrapByPassphrase } from '../../electron/services/leads/key-wrap.js';
import { newKeyPair, seal, unseal } from '../../electron/services/leads/seal.js';
import { electronKeyStore } from '../../electron/host/key-store.js';
import { fakeSafeStorage } from '../builders/fake-electron.js';
import { visitor } from '../builders/lead-people.js';

const cost = 1 << 12;
const ringOf = (wrap: Awaited<ReturnType<typeof wrapByPassphrase>>) => ({ publicKey: '', wraps: [wrap] });
const keyStoreOf = (backend: string, platform: NodeJS.Platform, machine?: string) => electronKeyStore({ safeStorage: fakeSafeStorage(backend, machine) as never }, platform);

describe('a sealed lead', () => {
  const keys = newKeyPair();
  it('is sealed with the public key alone and opened with the private one', () => {
    expect(unseal(seal(visitor, 'lead-1', keys.publicKey), 'lead-1', keys)).toEqual(visitor);
  });
  it('holds no byte of the name or the phone, says nothing of their length, and is another one every time', () => {
    const [one, two, short] = [seal(visitor, 'lead-1', keys.publicKey), seal(visitor, 'lead-1', keys.publicKey), seal({ name: '李' }, 'lead-1', keys.publicKey)];
    expect(one).not.toBe(two);
    for (const words of Object.values(visitor)) expect(Buffer.from(one, 'base64').includes(Buffer.from(words))).toBe(false);
    expect(seal({ name: '欧阳' }, 'lead-1', keys.publicKey)).toHaveLength(short.length);
  });
  it('does not open by another key, for another lead, or when a bit of it was altered', () => {
    const sealed = seal(visitor, 'lead-1', keys.publicKey);
    expect(() => unseal(sealed, 'lead-1', newKeyPair())).toThrow();
    expect(() => unseal(sealed, 'lead-2', keys)).toThrow();
    const bytes = Buffer.from(sealed, 'base64');
    for (const at of [0, 31, 32, 44, 60, bytes.length - 1]) {
      const altered = Buffer.from(bytes);
      altered[at] = altered[at]! ^ 1;
      // The top bit of an X25519 key is not part of it.
      if (at === 31) altered[at] = bytes[at]! ^ 2;
      expect(() => unseal(altered.toString('base64'), 'lead-1', keys)).toThrow();
    }
  });
});

describe('the private key', () => {
  const privateKey = randomBytes(32);
  it('is wrapped by a passphrase, and nothing but that one unwraps it', async () => {
    const ring = ringOf(await wrapByPassphrase(privateKey, '青山绿水 2026', cost));
    expect(await unwrapByPassphrase(ring, '青山绿水 2026')).toEqual(privateKey);
    expect(await unwrapByPassphrase(ring, '青山绿水 2025')).toBeUndefined();
    expect(JSON.stringify(ring)).not.toContain(privateKey.toString('base64'));
  });
  it('is unwrapped whichever way a keyboard composed a letter of the passphrase', async () => {
    expect(await unwrapByPassphrase(ringOf(await wrapByPassphrase(privateKey, 'caf\u00e9 und so', cost)), 'cafe\u0301 und so')).toEqual(privateKey);
  });
  it('is kept by the key store of the system, on this machine alone', () => {
    const store = keyStoreOf('gnome_libsecret', 'linux');
    const ring = { publicKey: '', wraps: [wrapByKeyStore(privateKey, store)] };
    expect(unwrapByKeyStore(ring, store)).toEqual(privateKey);
    expect(unwrapByKeyStore(ring, keyStoreOf('gnome_libsecret', 'linux', 'another machine'))).toBeUndefined();
    expect(unwrapByKeyStore(ring, undefined)).toBeUndefined();
  });
  it('is not trusted to a Linux desktop without a keyring, where Electron would only obscure it', () => {
    expect([keyStoreOf('basic_text', 'linux').isSafe(), keyStoreOf('kwallet5', 'linux').isSafe(), keyStoreOf('basic_text', 'win32').isSafe()]).toEqual([false, true, true]);
  });
});

describe('the guard of a booth', () => {
  it('lets a family pass, then one at a time, and no more in an hour than people can write', () => {
    let now = 0;
    const mayPass = boothGuard(() => now);
    expect(Array.from({ length: 6 }, mayPass)).toEqual([true, true, true, true, false, false]);
    now += 20_000;
    expect([mayPass(), mayPass()]).toEqual([true, false]);
    let passed = 5;
    for (let minute = 0; minute < 55; minute += 1) { now += 60_000; for (let press = 0; press < 10; press += 1) if (mayPass()) passed += 1; }
    expect(passed).toBe(90);
    now += 3_600_000;
    expect(mayPass()).toBe(true);
  });
});
