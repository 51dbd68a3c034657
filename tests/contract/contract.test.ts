import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callNames, contract, eventNames, replySchema, type CallName } from '../../data/contract.js';
import { emptyHandlers, everyCall, fakeProgram } from '../builders/fake-program.js';
import { startTestHost, type TestHost } from '../builders/http-host.js';

/** The least that each call takes; a call that takes nothing is left out. */
const inputs: Partial<Record<CallName, unknown>> = {
  'public.rows': { ids: [] }, 'public.asset': { id: 'x' }, 'public.sheet': { id: 'x' }, 'output.sheet': { id: 'x' }, 'public.sheetRows': { id: 'x', table: 0, offset: 0, limit: 100 }, 'output.sheetRows': { id: 'x', table: 0, offset: 0, limit: 100 }, 'ledger.open': { folder: '/x' }, 'ledger.create': { name: '新乡' }, 'desk.rows': { ids: ['a'] }, 'desk.assets': { ids: [] },
  'desk.apply': { edits: [{ kind: 'set', noun: 'asset', id: 'x', path: 'name', value: '新名' }] }, 'desk.change': { seq: 1 }, 'import.plan': { uploadIds: ['u'] }, 'import.rows': { planId: 'p', file: 0 },
  'import.replan': { planId: 'p', choices: [] }, 'import.places': { planId: 'p', file: 0, sheet: '' }, 'import.apply': { planId: 'p' }, 'import.discard': { planId: 'p' }, 'output.start': { kind: 'projects', format: 'csv', audience: 'public' }, 'output.film': { kind: 'film', format: 'mp4', audience: 'public' }, 'job.state': { jobId: 'j' }, 'job.cancel': { jobId: 'j' },
  'ledger.copy': { parent: '/x', name: '拷贝' }, 'ledger.move': { parent: '/x', name: '新处' }, 'ledger.forget': { folder: '/x' }, 'folder.make': { parent: '/x', name: '新' }, 'backup.compare': { id: 'p' }, 'backup.restore': { id: 'p' },
  'maps.inspect': { path: '/x/a.pmtiles' }, 'maps.relink': { id: 'abcd', path: '/x/a.pmtiles' }, 'maps.remove': { id: 'abcd' },
  'maps.add': { inspectionId: 'abcd', how: 'copy', pack: { name: '影像', container: 'pmtiles', format: 'webp', bounds: [119, 29, 120, 30], minZoom: 8, maxZoom: 16, tileSize: 256, scheme: 'xyz', datum: 'WGS-84', attribution: '', approvalNumber: '', licence: '' } },
  'server.look': { address: 'postgres://a@b/c' }, 'server.make': { address: 'postgres://a@b/c', name: '县', from: 'empty' }, 'server.open': { address: 'postgres://a@b/c' }, 'server.forget': { address: 'postgres://a@b/c' }, 'server.setPerson': { login: 'wang', name: '王', role: 'keeper' }, 'server.removePerson': { login: 'wang' }, 'server.takeOffline': { parent: '/x', name: '拷贝' }, 'server.bringBack': { folder: '/x/拷贝' }, 'server.view': { west: 119, south: 29, east: 120, north: 30, zoom: 12 },
  'public.assets': { ids: [] }, 'public.act': { command: { do: 'next' } }, 'public.unlock': { pin: '0000' }, 'public.point': { laser: null },
  'stage.start': { tourId: '01J9Z3KA000000000000000001' }, 'stage.act': { command: { do: 'next' } }, 'stage.mark': { assetId: '01J9Z3KA000000000000000001', marked: true }, 'stage.screen': { open: true },
  'exchange.count': { part: {}, internal: true }, 'exchange.open': { uploadId: 'u' }, 'exchange.rows': { mergeId: 'm', kinds: ['clash'] }, 'exchange.apply': { mergeId: 'm' }, 'exchange.discard': { mergeId: 'm' },
  'media.store': { uploadIds: ['u'] }, 'media.turn': { id: `${'a'.repeat(64)}.jpg`, quarterTurns: 1 }, 'quality.ofAsset': { id: 'x' },
  'about.licence': { name: 'zod', version: '4.0.0' }, 'desktop.choose': { what: 'ledger' }, 'desktop.drag': { fileId: 'f' }, 'desktop.show': { what: 'log' },
  'public.lead': { name: '李', phone: '13800002046', consent: true }, 'leads.reveal': { id: 'x' }, 'leads.take': { way: 'desk', person: { name: '李' }, consent: true }, 'leads.change': { id: 'x', revision: 1, change: { done: true } },
  'leads.merge': { keep: 'x', others: ['y'] }, 'leads.remove': { ids: ['x'] }, 'leads.setUp': { passphrase: 'long enough' }, 'leads.startOver': { passphrase: 'long enough' },
  'takeAway.start': { assetIds: ['01J9Z3KA000000000000000001'], parts: ['web'], parent: '/x', name: '资料' },
  'history.ofRecord': { noun: 'asset', id: 'x' }, 'history.ofChange': { seq: 1 }, 'history.undoTo': { seq: 0 }, 'history.compare': { from: '2026-03-01', to: '2026-03-31' }, 'history.rows': { comparisonId: 'c' },
};

let served: TestHost;
beforeAll(async () => { served = await startTestHost(fakeProgram()); });
afterAll(() => served.close());
const call = async (name: string, input: unknown) => replySchema.parse(JSON.parse((await served.ask('POST', '/call', {}, JSON.stringify({ name, input }))).body));

describe('the contract', () => {
  it('has a handler for every call and no handler without a call', () => expect([...everyCall].sort()).toEqual([...callNames].sort()));
  it('names public calls public.* and no other so', () => {
    for (const name of callNames) expect([name, contract[name].circle]).toEqual([name, name.startsWith('public.') ? 'public' : 'desk']);
  });
  it('names every event once', () => expect(new Set(eventNames).size).toBe(eventNames.length));

  for (const name of callNames) {
    it(`${name} takes an object and refuses anything in it that it does not know`, () => {
      const { input } = contract[name];
      expect(input.safeParse(inputs[name] ?? {}).success).toBe(true);
      expect(input.safeParse({ ...(inputs[name] as object | undefined), unknownField: 1 }).success).toBe(false);
      for (const wrong of [null, 7, 'text', []]) expect(input.safeParse(wrong).success).toBe(false);
      expect(() => z.toJSONSchema(input, { unrepresentable: 'any' })).not.toThrow();
    });
    it(`${name} goes over HTTP and back unchanged`, async () => {
      const reply = await call(name, inputs[name] ?? {});
      if (name === 'public.asset') expect(reply).toMatchObject({ ok: false, failure: { code: 'not-found' } });
      else expect(reply).toEqual({ ok: true, value: JSON.parse(JSON.stringify(await emptyHandlers[name](contract[name].input.parse(inputs[name] ?? {}) as never))) as unknown });
    });
  }
});
