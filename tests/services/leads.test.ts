import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { electronKeyStore } from '../../electron/host/key-store.js';
import { openLedger } from '../../electron/storage/ledger.js';
import { eventually } from '../builders/eventually.js';
import { fakeSafeStorage } from '../builders/fake-electron.js';
import { temporaryFolder } from '../builders/ledger.js';
import { everyFile, filesHolding, leadDesk, leadTourId, ledgerForLeads, passphrase, refusalOf, type LeadDesk } from '../builders/lead-desk.js';
import { visitor } from '../builders/lead-people.js';
import { preparedLedger } from '../builders/prepared-ledger.js';

const data = ledgerForLeads();
const [first, second] = data.assets.map(({ id }) => id) as [string, string];
const words = Object.values(visitor);
const digits = visitor.phone!.replace(/\D/g, '');

let place: string;
let ledger: string;
let desk: LeadDesk;
const endings: (() => Promise<unknown>)[] = [];
const open = async (more: Parameters<typeof leadDesk>[2] = {}, folder = ledger) => { const opened = await leadDesk(join(place, 'home'), folder, more); endings.push(opened.close); return opened; };
beforeEach(async () => {
  const { path, remove } = await temporaryFolder();
  endings.push(remove);
  place = path;
  ledger = await preparedLedger(path, data);
  desk = await open();
});
afterEach(async () => { for (const end of endings.splice(0).reverse()) await end(); });

const take = (person = visitor, more: object = {}) => desk.ask('leads.take', { way: 'desk', person, consent: true, ...more });
const setUp = () => desk.ask('leads.setUp', { passphrase });
const only = async (of: LeadDesk = desk) => { const [row] = await of.ask('leads.list', {}); return row!; };
const restart = async (more: Parameters<typeof leadDesk>[2] = {}) => { await desk.close(); desk = await open(more); };

describe('taking a lead', () => {
  it('is refused until a passphrase is set, and says where to set it', async () => {
    expect(await desk.ask('leads.status', {})).toMatchObject({ ready: false, unlocked: false, total: 0 });
    expect(await refusalOf(take())).toMatchObject({ code: 'not-allowed', message: { zh: expect.stringContaining('设好口令'), en: expect.stringContaining('passphrase') } });
    expect(await filesHolding(place, words)).toEqual([]);
  });

  it('needs no unlocking: it is sealed with the public key, and nothing of the person is in any file', async () => {
    await setUp();
    await restart();
    expect(await desk.ask('leads.status', {})).toMatchObject({ ready: true, unlocked: false, passphrase: true });
    const { id } = await take(visitor, { assetIds: [first], nextStep: 'visit', nextAt: '2026-12-01' });
    expect(await only()).toMatchObject({ id, masked: null, assetIds: [first], nextStep: 'visit', nextAt: '2026-12-01', way: 'desk' });
    expect(await refusalOf(desk.ask('leads.reveal', { id }))).toMatchObject({ code: 'not-allowed', message: { zh: expect.stringContaining('解锁') } });
    expect(await filesHolding(place, [...words, digits])).toEqual([]);
    await desk.ask('leads.unlock', { passphrase });
    expect((await only()).masked).toEqual({ name: '欧**', organisation: '云岭**', phone: '138****2046' });
    expect(await desk.ask('leads.reveal', { id })).toEqual(visitor);
  });

  it('links only what the ledger has, and keeps who took it and until when it may be kept', async () => {
    await setUp();
    await desk.ask('settings.set', { operator: '王小溪' });
    await take(visitor, { assetIds: [first, '01J9Z3KZ000000000000000000'], projectIds: [data.projects[0]!.id], tourId: leadTourId });
    const row = await only();
    expect(row).toMatchObject({ assetIds: [first], projectIds: [data.projects[0]!.id], tourId: leadTourId, takenBy: '王小溪', expired: false });
    expect(Number(row.until.slice(0, 4)) - Number(row.takenAt.slice(0, 4))).toBe(2);
    expect(desk.heard.at(-1)).toEqual({ total: 1 });
  });

  it('is refused where the ledger may only be read, with nothing written', async () => {
    await setUp();
    const reader = await open({}, ledger);
    expect(await refusalOf(reader.ask('leads.take', { way: 'desk', person: visitor, consent: true }))).toMatchObject({ code: 'read-only' });
    expect(await refusalOf(reader.ask('leads.remove', { ids: ['x'] }))).toMatchObject({ code: 'read-only' });
  });

  it('is seen by a second process that may only read, as soon as it is taken', async () => {
    await setUp();
    const reader = await open({}, ledger);
    await take();
    expect(await reader.ask('leads.list', {})).toHaveLength(1);
  });
});

describe('a visitor at a booth', () => {
  const left = { name: visitor.name!, phone: visitor.phone!, assetIds: [first, second], consent: true as const };
  it('may leave a lead while a show runs and something can seal it, and learns nothing by it', async () => {
    expect(await desk.askAsAudience('public.leadOffer', {})).toEqual({ open: false });
    await desk.startBooth();
    expect(await desk.askAsAudience('public.leadOffer', {})).toEqual({ open: false });
    expect(await refusalOf(desk.askAsAudience('public.lead', left))).toMatchObject({ code: 'not-allowed' });
    await setUp();
    await desk.ask('leads.lock', {});
    expect(await desk.askAsAudience('public.leadOffer', {})).toEqual({ open: true });
    expect(await desk.askAsAudience('public.lead', left)).toEqual({});
    expect(await only()).toMatchObject({ way: 'booth', assetIds: [first, second], tourId: leadTourId, standing: 'new' });
  });

  it('is refused when no show runs', async () => {
    await setUp();
    expect(await refusalOf(desk.askAsAudience('public.lead', left))).toMatchObject({ code: 'not-allowed', message: { en: expect.stringContaining('No booth') } });
    expect(await desk.ask('leads.list', {})).toEqual([]);
  });

  it('is refused when leads come faster than people write, in both languages', async () => {
    await setUp();
    await desk.startBooth();
    const answers = await Promise.allSettled(Array.from({ length: 12 }, () => desk.askAsAudience('public.lead', left)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    expect(await refusalOf(desk.askAsAudience('public.lead', left))).toMatchObject({ message: { zh: expect.stringContaining('太快'), en: expect.stringContaining('too fast') } });
    expect(await desk.ask('leads.list', {})).toHaveLength(4);
  });

  it('can name only what the audience screen shows', async () => {
    await setUp();
    await desk.startBooth();
    await desk.ask('desk.apply', { edits: [{ kind: 'set', noun: 'asset', id: second, path: 'status', value: 'withdrawn' }] });
    await desk.askAsAudience('public.lead', left);
    expect((await only()).assetIds).toEqual([first]);
  });

  it('cannot ask for any lead, nor how many there are', async () => {
    await setUp();
    const { id } = await take();
    for (const ask of [() => desk.askAsAudience('leads.list', {}), () => desk.askAsAudience('leads.reveal', { id }), () => desk.askAsAudience('leads.status', {}), () => desk.askAsAudience('leads.counts', {}), () => desk.askAsAudience('leads.export', {}), () => desk.askAsAudience('takeAway.place', {})]) expect(await refusalOf(ask())).toMatchObject({ code: 'not-allowed' });
  });
});

describe('following up', () => {
  it('sets step and day without unlocking, puts what is overdue first, and takes it up again after it was done', async () => {
    await setUp();
    const [{ id: later }, { id: overdue }] = [await take(visitor, { nextAt: '2099-01-01' }), await take(visitor)];
    await desk.ask('leads.lock', {});
    await desk.ask('leads.change', { id: overdue, revision: 1, change: { nextStep: 'call', nextAt: '2020-01-01' } });
    expect((await desk.ask('leads.list', {})).map(({ id, standing }) => [id, standing])).toEqual([[overdue, 'overdue'], [later, 'planned']]);
    await desk.ask('leads.change', { id: overdue, revision: 2, change: { done: true } });
    expect((await desk.ask('leads.list', {})).map(({ id, standing }) => [id, standing])).toEqual([[later, 'planned'], [overdue, 'done']]);
    await desk.ask('leads.change', { id: overdue, revision: 3, change: { done: false, nextAt: null, nextStep: null } });
    expect((await desk.ask('leads.list', {})).find((row) => row.id === overdue)).toMatchObject({ standing: 'new', revision: 4 });
  });

  it('does not write over what somebody else has changed, nor over what it cannot read', async () => {
    await setUp();
    const { id } = await take();
    await desk.ask('leads.change', { id, revision: 1, change: { person: { ...visitor, note: '电话里谈过' } } });
    expect(await refusalOf(desk.ask('leads.change', { id, revision: 1, change: { done: true } }))).toMatchObject({ code: 'out-of-date' });
    expect(await desk.ask('leads.reveal', { id })).toMatchObject({ note: '电话里谈过' });
    await desk.ask('leads.lock', {});
    expect(await refusalOf(desk.ask('leads.change', { id, revision: 2, change: { person: { name: '别人' } } }))).toMatchObject({ code: 'not-allowed' });
    await desk.ask('leads.unlock', { passphrase });
    expect(await desk.ask('leads.reveal', { id })).toMatchObject({ name: visitor.name });
  });

  it('counts leads by asset and project without unlocking', async () => {
    await setUp();
    await take(visitor, { assetIds: [first] });
    await take(visitor, { assetIds: [first, second] });
    await desk.ask('leads.lock', {});
    expect((await desk.ask('leads.counts', {})).assets).toEqual({ [first]: 2, [second]: 1 });
  });
});

describe('merging', () => {
  it('makes one of two leads with one phone, and nothing of the other is left', async () => {
    await setUp();
    const { id: keep } = await take({ name: '欧阳明轩', phone: visitor.phone! }, { assetIds: [first] });
    const { id: other } = await take({ organisation: '云岭露营文化公司', phone: '+86 13812342046', words: '要能通车' }, { assetIds: [second] });
    const sealed = sealedOf(await readFile(join(ledger, 'leads', 'leads.json'), 'utf8'), other);
    expect((await desk.ask('leads.list', {})).map(({ sameAs }) => sameAs)).toEqual(expect.arrayContaining([[other], [keep]]));
    await desk.ask('leads.merge', { keep, others: [other] });
    expect(await desk.ask('leads.list', {})).toMatchObject([{ id: keep, assetIds: [first, second], sameAs: [] }]);
    expect(await desk.ask('leads.reveal', { id: keep })).toEqual({ name: '欧阳明轩', organisation: '云岭露营文化公司', phone: visitor.phone, words: '要能通车' });
    expect(await filesHolding(ledger, [sealed, other])).toEqual([]);
  });
});

const sealedOf = (file: string, id: string) => (JSON.parse(file.split('\n')[1]!) as { leads: { id: string; sealed: string }[] }).leads.find((lead) => lead.id === id)!.sealed;

describe('the search of every file', () => {
  it('finds a name as it is, escaped, in UTF-16, in base64, and in the name of a file: what it does not find is not there', async () => {
    const [name] = words as [string];
    const escaped = [...name].map((letter) => `\\u${letter.charCodeAt(0).toString(16)}`).join('');
    const spellings = [Buffer.from(`x${name}`), Buffer.from(escaped), Buffer.from(name, 'utf16le'), Buffer.from(Buffer.from(name).toString('base64'))];
    for (const [at, bytes] of spellings.entries()) await writeFile(join(place, `spelling-${at}`), bytes);
    await writeFile(join(place, `${name}.txt`), '');
    expect(await filesHolding(place, [name])).toHaveLength(spellings.length + 1);
  });
});

describe('deleting a lead', () => {
  it('leaves no byte of the name, the phone or their ciphertext in the folder or the program’s own, through restarts, edits, restore points and undo', async () => {
    await setUp();
    const { id } = await take(visitor, { assetIds: [first] });
    const { id: stays } = await take({ name: '留下的人', phone: '13900001111' });
    const sealed = sealedOf(await readFile(join(ledger, 'leads', 'leads.json'), 'utf8'), id);
    await desk.ask('leads.reveal', { id });
    await desk.ask('desk.apply', { edits: [{ kind: 'set', noun: 'asset', id: first, path: 'name', value: '改过名的资产' }] });
    await desk.ask('backup.make', {});
    await restart();
    expect(await filesHolding(ledger, [sealed])).toHaveLength(2);
    await desk.ask('leads.remove', { ids: [id] });
    const traces = [...words, digits, sealed, sealed.slice(0, 40), sealed.slice(-44, -4), id];
    expect(await filesHolding(place, traces)).toEqual([]);
    await desk.ask('desk.undo', {});
    await desk.ask('backup.make', {});
    await restart();
    expect(await filesHolding(place, traces)).toEqual([]);
    expect((await desk.ask('leads.list', {})).map((row) => row.id)).toEqual([stays]);
    expect(await refusalOf(desk.ask('leads.remove', { ids: [id] }))).toMatchObject({ code: 'not-found' });
  });

  it('is not told in the history of the ledger, and restoring an older state brings nothing back', async () => {
    await setUp();
    await take();
    const before = await desk.ask('backup.make', {});
    await desk.ask('desk.apply', { edits: [{ kind: 'set', noun: 'asset', id: first, path: 'name', value: '改过名的资产' }] });
    await desk.ask('leads.remove', { ids: [(await only()).id] });
    await desk.finished(desk.ask('backup.restore', { id: before.id }));
    expect(await desk.ask('leads.list', {})).toEqual([]);
    expect(JSON.stringify(await desk.ask('desk.history', {}))).not.toMatch(/意向|lead/i);
  });
});

describe('the passphrase', () => {
  it('that is wrong opens nothing and says so; the right one opens after it', async () => {
    await setUp();
    await take();
    await restart();
    expect(await refusalOf(desk.ask('leads.unlock', { passphrase: '青山绿水 2025' }))).toMatchObject({ code: 'not-allowed', message: { zh: expect.stringContaining('口令不对') } });
    expect(await refusalOf(desk.ask('leads.setUp', { passphrase: 'another one' }))).toMatchObject({ message: { zh: expect.stringContaining('早已设好') } });
    expect((await desk.ask('leads.unlock', { passphrase })).unlocked).toBe(true);
  });

  it('can be changed by whoever has unlocked it; the old one opens nothing then', async () => {
    await setUp();
    await take();
    await desk.ask('leads.setUp', { passphrase: 'quite another one' });
    await restart();
    await refusalOf(desk.ask('leads.unlock', { passphrase }));
    await desk.ask('leads.unlock', { passphrase: 'quite another one' });
    expect(await desk.ask('leads.reveal', { id: (await only()).id })).toEqual(visitor);
  });

  it('that is lost takes names and phones with it, says so, and leaves counts, assets and dates; new leads are read by the new one', async () => {
    await setUp();
    const { id } = await take(visitor, { assetIds: [first], nextAt: '2099-01-01' });
    await restart();
    const sealed = sealedOf(await readFile(join(ledger, 'leads', 'leads.json'), 'utf8'), id);
    expect(await desk.ask('leads.startOver', { passphrase: 'a fresh passphrase' })).toMatchObject({ total: 1, lost: 1, unlocked: true });
    expect(await only()).toMatchObject({ lost: true, masked: null, assetIds: [first], nextAt: '2099-01-01' });
    expect((await desk.ask('leads.counts', {})).assets).toEqual({ [first]: 1 });
    expect(await filesHolding(ledger, [sealed])).toEqual([]);
    const { id: fresh } = await take();
    expect(await desk.ask('leads.reveal', { id: fresh })).toEqual(visitor);
  });

  it('is forgotten by itself after a while without a reading', async () => {
    await desk.close();
    desk = await open({ leadIdleMs: 20 });
    await setUp();
    await eventually(async () => expect((await desk.ask('leads.status', {})).unlocked).toBe(false));
    expect(desk.heard.length).toBeGreaterThan(0);
  });

  it('is not carried over to another ledger', async () => {
    await setUp();
    await take();
    const other = await preparedLedger(join(place, 'other'), data, '别的乡');
    await desk.ask('ledger.open', { folder: other });
    expect(await desk.ask('leads.status', {})).toMatchObject({ ready: false, unlocked: false, total: 0 });
    await desk.ask('ledger.open', { folder: ledger });
    expect(await desk.ask('leads.status', {})).toMatchObject({ unlocked: false, total: 1 });
  });
});

describe('the system’s key store', () => {
  const storeOf = (machine: string) => ({ keyStore: electronKeyStore({ safeStorage: fakeSafeStorage('gnome_libsecret', machine) as never }, 'linux') });
  it('asks nobody for a passphrase, opens by itself on this machine, and stays locked once somebody locks it', async () => {
    await restart(storeOf('here'));
    expect(await desk.ask('leads.status', {})).toMatchObject({ ready: true, passphrase: false });
    const { id } = await take();
    expect(await filesHolding(place, words)).toEqual([]);
    await restart(storeOf('here'));
    expect(await desk.ask('leads.reveal', { id })).toEqual(visitor);
    await desk.ask('leads.lock', {});
    expect((await desk.ask('leads.status', {})).unlocked).toBe(false);
    expect((await desk.ask('leads.unlock', {})).unlocked).toBe(true);
  });
  it('of another machine opens nothing and says what can be done; a passphrase set before does', async () => {
    await restart(storeOf('here'));
    const { id } = await take();
    await restart(storeOf('there'));
    expect(await desk.ask('leads.status', {})).toMatchObject({ ready: true, unlocked: false, keystore: false, passphrase: false, total: 1 });
    expect(await refusalOf(desk.ask('leads.unlock', {}))).toMatchObject({ message: { zh: expect.stringContaining('别的电脑') } });
    await restart(storeOf('here'));
    await setUp();
    await restart(storeOf('there'));
    await desk.ask('leads.unlock', { passphrase });
    expect(await desk.ask('leads.reveal', { id })).toEqual(visitor);
  });
});

describe('the leads’ files', () => {
  it('stand in for each other: where one is damaged the other is read, and both are whole again', async () => {
    await setUp();
    const { id } = await take();
    await desk.close();
    for (const [damagedName, wholeName] of [['leads.json', 'leads-copy.json'], ['leads-copy.json', 'leads.json']] as const) {
      const path = join(ledger, 'leads', damagedName);
      await writeFile(path, (await readFile(path, 'utf8')).replace('"way":"desk"', '"way":"dusk"'));
      desk = await open();
      expect((await only()).id).toBe(id);
      await desk.close();
      expect(await readFile(path)).toEqual(await readFile(join(ledger, 'leads', wholeName)));
    }
  });

  it('that are both damaged are named, and nothing is written over them; the rest of the ledger goes on', async () => {
    await setUp();
    await take();
    await desk.close();
    for (const name of ['leads.json', 'leads-copy.json']) await writeFile(join(ledger, 'leads', name), 'torn');
    desk = await open();
    expect(await refusalOf(desk.ask('leads.list', {}))).toMatchObject({ code: 'damaged', message: { zh: expect.stringContaining('另一份拷贝') }, place: { file: 'leads/leads.json' } });
    await refusalOf(take());
    expect(await readFile(join(ledger, 'leads', 'leads.json'), 'utf8')).toBe('torn');
    expect(await desk.ask('desk.projects', {})).toHaveLength(2);
  });

  it('go with the ledger when it is copied or moved, sealed as they are', async () => {
    await setUp();
    const { id } = await take();
    await desk.finished(desk.ask('ledger.copy', { parent: place, name: '拷贝' }));
    await desk.close();
    const copied = await open({}, join(place, '拷贝'));
    await copied.ask('leads.unlock', { passphrase });
    expect(await copied.ask('leads.reveal', { id })).toEqual(visitor);
    expect(await filesHolding(place, words)).toEqual([]);
  });

  it('are only these two, and the ledger itself never changes by a lead', async () => {
    const before = await everyFile(ledger);
    await setUp();
    await take();
    const after = await everyFile(ledger);
    expect([...after.keys()].filter((file) => !before.has(file)).map((file) => file.slice(ledger.length + 1)).sort()).toEqual([join('leads', 'leads-copy.json'), join('leads', 'leads.json')]);
    for (const name of ['ledger.json', 'journal.jsonl']) expect(after.get(join(ledger, name))).toEqual(before.get(join(ledger, name)));
    await desk.close();
    const opened = await openLedger(ledger);
    expect(opened).toMatchObject({ seq: 0, notice: undefined });
    await opened.close();
  });
});
