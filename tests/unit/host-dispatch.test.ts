import { describe, expect, it } from 'vitest';
import { callNames, contract, replySchema } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import { createDispatch } from '../../electron/host/dispatch.js';
import { emptyHandlers } from '../builders/fake-program.js';

const log: string[] = [];
const dispatchWith = (handlers: Partial<typeof emptyHandlers>) => createDispatch({ ...emptyHandlers, ...handlers }, (name, error) => log.push(`${name} ${String(error)}`));
const dispatch = dispatchWith({});

describe('dispatch', () => {
  it('says of every name that is not in the contract that there is no such call', async () => {
    for (const name of ['', 'nothing', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'DESK.INDEX', 'desk.index ', 7, null, undefined, {}, ['desk.index']]) {
      expect(await dispatch(name, {}, 'desk')).toMatchObject({ ok: false, failure: { code: 'unknown-call' } });
    }
  });
  it('lets an audience make every public call and none of the desk’s', async () => {
    for (const name of callNames) {
      const reply = await dispatch(name, {}, 'public');
      if (contract[name].circle === 'desk') expect(reply).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
      else expect(reply.ok ? 'ok' : reply.failure.code).not.toBe('not-allowed');
    }
  });
  it('names the field that is wrong, in both languages', async () => {
    const reply = await dispatch('desk.history', { limit: 'many' }, 'desk');
    expect(reply).toMatchObject({ ok: false, failure: { code: 'wrong-input', place: { field: 'limit' } } });
    if (reply.ok) throw new Error('expected a failure');
    expect(reply.failure.message.zh).toMatch(/limit.*[一-龥]/);
    expect(reply.failure.message.en).toContain('limit');
  });
  it('refuses input with more in it than the call takes, without running it', async () => {
    let ran = false;
    const watched = dispatchWith({ 'ledger.status': () => { ran = true; throw new Error('unreachable'); } });
    expect(await watched('ledger.status', { extra: 1 }, 'desk')).toMatchObject({ ok: false, failure: { code: 'wrong-input' } });
    expect(await watched('ledger.status', 'text', 'desk')).toMatchObject({ ok: false, failure: { code: 'wrong-input' } });
    expect(ran).toBe(false);
  });
  it('fills in what the input may leave out', async () => {
    let given: unknown;
    await dispatchWith({ 'desk.history': (input) => { given = input; return []; } })('desk.history', undefined, 'desk');
    expect(given).toEqual({ limit: 100 });
  });
  it('passes a failure of a service on as it is', async () => {
    const failing = dispatchWith({ 'desk.undo': () => { throw new FailureError('read-only', { zh: '只读', en: 'Read-only' }, { file: 'a.xlsx', row: 3 }); } });
    expect(await failing('desk.undo', {}, 'desk')).toEqual({ ok: false, failure: { code: 'read-only', message: { zh: '只读', en: 'Read-only' }, place: { file: 'a.xlsx', row: 3 } } });
  });
  it('tells nothing of an unforeseen error but that it happened; the rest goes to the log', async () => {
    const broken = dispatchWith({ 'desk.undo': () => Promise.reject(new Error('at /home/someone/secret.ts')), 'desk.redo': () => { throw 'a string'; } });
    const reply = await broken('desk.undo', {}, 'desk');
    expect(reply).toMatchObject({ ok: false, failure: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toMatch(/secret|someone|Error/);
    expect(log.at(-1)).toContain('secret.ts');
    expect(await broken('desk.redo', {}, 'desk')).toMatchObject({ ok: false, failure: { code: 'internal' } });
  });
  it('says so when it was the disk', async () => {
    const full = dispatchWith({ 'desk.undo': () => { throw Object.assign(new Error('ENOSPC: /home/someone'), { code: 'ENOSPC' }); } });
    const reply = await full('desk.undo', {}, 'desk');
    expect(reply).toMatchObject({ ok: false, failure: { code: 'disk' } });
    expect(JSON.stringify(reply)).not.toContain('someone');
  });
  it('answers only with replies that both ends can read', async () => {
    for (const name of callNames) expect(replySchema.safeParse(await dispatch(name, {}, 'desk')).success).toBe(true);
  });
});
