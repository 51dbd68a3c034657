import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../data/schema/failure.js';
import type { Asset } from '../../data/schema/asset.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { exchangeDesks, type ExchangeDesk } from '../builders/exchange-desk.js';
import { buildAsset, buildProfile, buildProject } from '../builders/ledger.js';
import { unpacked } from '../builders/unpacked.js';
import { zipOf } from '../builders/zip-bytes.js';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp(); });
async function desksOf(count: number, data: LedgerData, prepare?: (folder: string) => Promise<unknown>): Promise<ExchangeDesk[]> {
  const { desks, close } = await exchangeDesks(count, data, prepare);
  cleanUps.push(close);
  return desks;
}
const house = buildAsset('house', { name: '溪边老宅', code: 'LF-1', village: '溪口村', siteArea: 120, notes: '钥匙在村委', suggestedUses: ['民宿'] });
const wood = buildAsset('forest', { name: '松岭山林', code: 'SL-1', village: '上坞村', siteArea: 20_000 });
const hall = buildAsset('hall', { name: '文化礼堂', code: 'LT-1', village: '石桥村' });
const project = buildProject({ name: '老宅民宿', assetIds: [house.id] });
const wide = buildProject({ name: '溪谷研学', assetIds: [house.id, wood.id] });
const data = (): LedgerData => ({ profile: buildProfile({ villages: ['溪口村', '上坞村', '石桥村'] }), assets: [house, wood, hall], projects: [project, wide], tours: [] });
const asset = async (desk: ExchangeDesk, id: string) => (await desk.ask('desk.assets', { ids: [id] }))[0] as Asset | undefined;
const failureOf = async (work: Promise<unknown>) => {
  const error = await work.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(FailureError);
  return (error as FailureError).failure;
};
/** Every byte of a ledger's folder that a person would miss. */
async function bytesOf(desk: ExchangeDesk): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(desk.folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && entry.name !== 'lock').map((entry) => join(entry.parentPath, entry.name)).sort()) hash.update(name).update(await readFile(name));
  return hash.digest('hex');
}

describe('two desks that exchange files both ways', () => {
  it('end with equal ledgers; what did not meet goes together by itself, and taken in again nothing changes', async () => {
    const [one, other] = await desksOf(2, data()) as [ExchangeDesk, ExchangeDesk];
    await one.set(house.id, 'siteArea', 130);
    await one.set(house.id, 'suggestedUses', ['民宿', '茶室']);
    await one.set(wood.id, 'notes', '去看过');
    await other.set(house.id, 'landUse', '宅基地');
    await other.set(house.id, 'suggestedUses', ['研学', '民宿']);
    await other.ask('desk.apply', { edits: [{ kind: 'remove', noun: 'asset', id: hall.id }, { kind: 'add', noun: 'asset', record: { category: 'other', name: '老粮站', code: 'QT-9', village: '石桥村' } }] });
    const [file, otherFile] = [await one.pack({ kind: 'exchange' }), await other.pack({ kind: 'exchange' })];

    const opened = await one.open(otherFile);
    expect(opened.counts).toMatchObject({ added: 1, merged: 1, removed: 1, clash: 0, removal: 0, double: 0 });
    expect(opened.from).toMatchObject({ internal: true, whole: true, sample: false });
    expect(await one.merge(opened.mergeId)).toMatchObject({ added: 1, changed: 1, removed: 1 });
    expect(await asset(one, house.id)).toMatchObject({ siteArea: 130, landUse: '宅基地', suggestedUses: expect.arrayContaining(['民宿', '茶室', '研学']) as unknown });
    const back = await other.open(file);
    await other.merge(back.mergeId);
    expect(await other.holds()).toEqual(await one.holds());

    for (const [desk, from] of [[one, otherFile], [other, file], [one, await other.pack({ kind: 'exchange' })]] as const) {
      const again = await desk.open(from);
      expect(again.counts).toMatchObject({ added: 0, updated: 0, merged: 0, removed: 0, clash: 0, removal: 0, double: 0 });
      const { seq } = await desk.ask('ledger.status', {});
      expect((await desk.merge(again.mergeId)).seq).toBe(seq);
    }
  });

  it('ask a person where both changed one field; the answer counts at both, is one change, and is undone as one', async () => {
    const [one, other] = await desksOf(2, data()) as [ExchangeDesk, ExchangeDesk];
    await one.set(house.id, 'notes', '甲写的');
    await one.set(wood.id, 'siteArea', 21_000);
    await other.set(house.id, 'notes', '乙写的');
    await other.set(wood.id, 'siteArea', 22_000);
    const file = await other.pack({ kind: 'exchange' });
    const { mergeId, questions, counts } = await one.open(file);
    expect([questions, counts.clash]).toEqual([2, 2]);
    const rows = await one.rows(mergeId, 'clash');
    expect(rows.find((row) => row.id === house.id)?.cells).toEqual([expect.objectContaining({ path: 'notes', asked: true, base: '钥匙在村委', mine: '甲写的', theirs: '乙写的' })]);
    const refused = await failureOf(one.merge(mergeId, { decisions: [{ noun: 'asset', id: house.id, path: 'notes', take: 'theirs' }] }));
    expect(refused).toMatchObject({ code: 'not-allowed', message: { zh: expect.stringContaining('还有 1 处') as string } });
    expect((await asset(one, house.id))?.notes).toBe('甲写的');

    const before = await one.holds();
    const { seq } = await one.ask('ledger.status', {});
    const result = await one.merge(mergeId, { decisions: [{ noun: 'asset', id: house.id, path: 'notes', take: 'theirs' }, { noun: 'asset', id: wood.id, path: 'siteArea', take: 'typed', value: 21_500 }] });
    expect(result).toMatchObject({ seq: seq + 1, changed: 2 });
    expect([(await asset(one, house.id))?.notes, (await asset(one, wood.id))?.siteArea]).toEqual(['乙写的', 21_500]);
    // What was decided here holds there, without being asked about once more.
    const there = await other.open(await one.pack({ kind: 'exchange' }));
    expect(there.counts).toMatchObject({ clash: 0, updated: 2 });
    await other.merge(there.mergeId);
    expect(await other.holds()).toEqual(await one.holds());

    expect((await one.ask('desk.history', { limit: 1 }))[0]?.label.zh).toContain('合并交换件');
    await one.ask('desk.undo', {});
    expect(await one.holds()).toEqual(before);
    const again = await one.open(file);
    expect(again.counts.clash).toBe(2);
  });

  it('ask where one removed what the other changed, and keep it, leave it removed, or bring it back', async () => {
    const [one, other] = await desksOf(2, data()) as [ExchangeDesk, ExchangeDesk];
    for (const desk of [one, other]) await desk.set(wood.id, 'notes', '同一句话');
    await one.ask('desk.apply', { edits: [{ kind: 'remove', noun: 'asset', id: house.id }] });
    await other.set(house.id, 'notes', '改过了');
    await other.ask('desk.apply', { edits: [{ kind: 'remove', noun: 'asset', id: hall.id }] });
    await one.set(hall.id, 'notes', '也改过了');
    const { mergeId } = await one.open(await other.pack({ kind: 'exchange' }));
    const rows = await one.rows(mergeId, 'removal');
    expect(rows.map((row) => [row.id, row.removedBy]).sort()).toEqual([[house.id, 'mine'], [hall.id, 'theirs']].sort());
    await one.merge(mergeId, { decisions: [{ noun: 'asset', id: house.id, take: 'theirs' }, { noun: 'asset', id: hall.id, take: 'theirs' }] });
    expect((await asset(one, house.id))?.notes).toBe('改过了');
    expect(await asset(one, hall.id)).toBeUndefined();
  });

  it('offer to join two assets that each entered for itself, and then lead projects to the one that is left', async () => {
    const [one, other] = await desksOf(2, data()) as [ExchangeDesk, ExchangeDesk];
    const station = { category: 'other', name: '老粮站', code: 'QT-9', village: '石桥村' };
    const { ids: [mine] } = await one.ask('desk.apply', { edits: [{ kind: 'add', noun: 'asset', record: { ...station, notes: '甲的话' } }] });
    const { ids: [theirs] } = await other.ask('desk.apply', { edits: [{ kind: 'add', noun: 'asset', record: { ...station, landUse: '仓储' } }] });
    await other.ask('desk.apply', { edits: [{ kind: 'add', noun: 'project', record: { name: '粮站书吧', assetIds: [theirs] } }] });
    const file = await other.pack({ kind: 'exchange' });
    const { mergeId, counts } = await one.open(file);
    expect(counts.double).toBe(1);
    expect(await one.rows(mergeId, 'double')).toEqual([expect.objectContaining({ id: mine, double: expect.objectContaining({ id: theirs, reason: 'code' }) as unknown })]);
    await one.merge(mergeId, { decisions: [{ noun: 'asset', id: mine as string, take: 'theirs' }] });
    const kept = [mine, theirs].sort()[0] as string;
    expect(await asset(one, kept)).toMatchObject({ notes: '甲的话', landUse: '仓储' });
    expect((await one.ask('desk.projects', {})).find((entry) => entry.project.name === '粮站书吧')?.project.assetIds).toEqual([kept]);
    expect((await one.ask('ledger.check', {})).problems).toEqual([]);
    expect((await one.open(file)).counts).toMatchObject({ added: 0, double: 0, clash: 0 });
  });
});

describe('an exchange file', () => {
  it('brings photos, originals and documents with their bytes, which lie in the folder under their content', async () => {
    const photo = (words: string, ending = 'jpg') => ({ bytes: Buffer.from(words), id: `${createHash('sha256').update(words).digest('hex')}.${ending}` });
    const [shown, original, paper] = [photo('a picture'), photo('as it came'), photo('a paper', 'pdf')];
    const [one, other] = await desksOf(2, data()) as [ExchangeDesk, ExchangeDesk];
    for (const [shelf, { id, bytes }] of [['media', shown], ['media/originals', original], ['media/documents', paper]] as const) { await mkdir(join(one.folder, shelf), { recursive: true }); await writeFile(join(one.folder, shelf, id), bytes); }
    await one.set(house.id, 'photos', [{ id: shown.id, original: original.id }]);
    await one.set(house.id, 'documents', [{ id: paper.id, fileName: '权证.pdf' }]);
    const { mergeId } = await other.open(await one.pack({ kind: 'exchange' }));
    expect((await other.merge(mergeId)).media).toBe(3);
    for (const [shelf, { id, bytes }] of [['media', shown], ['media/originals', original], ['media/documents', paper]] as const) expect(await readFile(join(other.folder, shelf, id))).toEqual(bytes);
    expect((await other.ask('ledger.check', {})).problems).toEqual([]);
  });

  it('of a village holds its assets, what was removed of them, and the projects that link no others', async () => {
    const [one, other] = await desksOf(2, data()) as [ExchangeDesk, ExchangeDesk];
    await one.set(house.id, 'notes', '新的');
    await one.set(wood.id, 'notes', '别村的');
    await one.ask('desk.apply', { edits: [{ kind: 'remove', noun: 'asset', id: hall.id }] });
    const part = { villages: ['溪口村', '石桥村'] };
    expect(await one.ask('exchange.count', { part, internal: true })).toMatchObject({ assets: 1, projects: 1, leftProjects: 1 });
    const { mergeId, counts, from } = await other.open(await one.pack({ kind: 'exchange', part }));
    expect(from.whole).toBe(false);
    expect(counts).toMatchObject({ updated: 1, removed: 1, same: 1 });
    await other.merge(mergeId);
    expect((await asset(other, wood.id))?.notes).toBeUndefined();
    expect((await failureOf(one.pack({ kind: 'exchange', part: { villages: ['没有的村'] } }))).code).toBe('wrong-input');
  });

  it('without internal fields holds nothing of any of them, and leaves those of the other desk as they are', async () => {
    const planted = ledgerOfCanaries();
    const [desk] = await desksOf(1, planted.data) as [ExchangeDesk];
    const said = [...(await unpacked(await desk.pack({ kind: 'exchange', audience: 'public' })))].map(([name, bytes]) => name + bytes.toString('utf8')).join('\n');
    expect(said).toContain('公开forest');
    // Which state of a record it is and since when goes along: without it nothing could be merged.
    expect(planted.canaries.filter(({ word }) => said.includes(word)).map(({ path }) => path).filter((path) => !/\.(?:revision|updatedAt)$/.test(path))).toEqual([]);
    const [one, other] = await desksOf(2, data()) as [ExchangeDesk, ExchangeDesk];
    await one.set(house.id, 'name', '溪畔老宅');
    await other.set(house.id, 'notes', '乙的内部话');
    await other.set(house.id, 'landUse', '宅基地');
    const { mergeId } = await other.open(await one.pack({ kind: 'exchange', audience: 'public' }));
    await other.merge(mergeId);
    expect(await asset(other, house.id)).toMatchObject({ name: '溪畔老宅', notes: '乙的内部话', landUse: '宅基地' });
  });

  it('holds no nouns but those of the ledger that two desks share', async () => {
    const [desk] = await desksOf(1, data()) as [ExchangeDesk];
    const lines = (await unpacked(await desk.pack({ kind: 'exchange' }))).get('records.jsonl')?.toString('utf8').trim().split('\n') ?? [];
    expect([...new Set(lines.map((line) => (JSON.parse(line) as { noun: string }).noun))].sort()).toEqual(['asset', 'profile', 'project']);
  });
});

describe('a file that is none, or not as it was made', () => {
  const repacked = async (file: string, change: (parts: Map<string, Buffer>) => void) => {
    const parts = await unpacked(file);
    change(parts);
    return zipOf([...parts].map(([name, bytes]) => ({ name, bytes })));
  };
  const signed = (head: object) => { const { checksum: _, ...rest } = head as { checksum?: string }; return Buffer.from(JSON.stringify({ ...rest, checksum: createHash('sha256').update(JSON.stringify(rest)).digest('hex') })); };
  const headOf = (parts: Map<string, Buffer>) => JSON.parse(parts.get('exchange.json')?.toString('utf8') ?? '') as Record<string, unknown>;

  it('is refused in a sentence, and the ledger stays as it is to the byte', async () => {
    const [one, other] = await desksOf(2, data()) as [ExchangeDesk, ExchangeDesk];
    await one.set(house.id, 'notes', '新的');
    const good = await one.pack({ kind: 'exchange' });
    const photo = `media/${'a'.repeat(64)}.jpg`;
    const cases: [string, Buffer, RegExp, string][] = [
      ['cut.xishanpart', (await readFile(good)).subarray(0, 900), /压缩结构损坏|已损坏/, 'unreadable-file'],
      ['words.xishanpart', Buffer.from('just words'), /不是溪山的交换件/, 'unreadable-file'],
      ['other.zip', zipOf([{ name: 'a.txt', bytes: Buffer.from('a') }]), /不是溪山的交换件/, 'unreadable-file'],
      ['altered.xishanpart', await repacked(good, (parts) => parts.set('records.jsonl', Buffer.from(parts.get('records.jsonl')!.toString('utf8').replace('新的', '假的')))), /已损坏/, 'unreadable-file'],
      ['head.xishanpart', await repacked(good, (parts) => parts.set('exchange.json', Buffer.from(JSON.stringify({ ...headOf(parts), by: '别人' })))), /已损坏/, 'unreadable-file'],
      ['newer.xishanpart', await repacked(good, (parts) => parts.set('exchange.json', signed({ ...headOf(parts), schema: 99 }))), /更新版本/, 'unreadable-file'],
      ['slip.xishanpart', await repacked(good, (parts) => parts.set('../../evil.txt', Buffer.from('x'))), /文件夹之外/, 'unreadable-file'],
      ['stranger.xishanpart', await repacked(good, (parts) => parts.set('run.exe', Buffer.from('x'))), /不该有的条目/, 'unreadable-file'],
      ['photo.xishanpart', await repacked(good, (parts) => parts.set(photo, Buffer.from('not what its name says'))), /已损坏/, 'unreadable-file'],
      ['lead.xishanpart', await repacked(good, (parts) => { const lines = Buffer.from(`${JSON.stringify({ noun: 'lead', id: house.id, record: { phone: '138' }, trail: [], past: [] })}\n`); parts.set('records.jsonl', lines); parts.set('exchange.json', signed({ ...headOf(parts), records: createHash('sha256').update(lines).digest('hex') })); }), /已损坏/, 'unreadable-file'],
      ['bomb.xishanpart', zipOf([{ name: 'exchange.json', bytes: Buffer.from('{}') }, { name: 'records.jsonl', bytes: Buffer.alloc(1 << 20), claimed: 600 * 2 ** 20 }]), /512 MB/, 'too-large'],
    ];
    const before = await bytesOf(other);
    for (const [name, bytes, sentence, code] of cases) {
      const failure = await failureOf(other.open(await other.save(name, bytes)));
      expect(failure, name).toMatchObject({ code, place: { file: name }, message: { zh: expect.stringMatching(sentence) as string } });
      expect(failure.message.en, name).toMatch(/\w.*[.]$/);
    }
    expect(await bytesOf(other)).toBe(before);
    const dropped = await failureOf(other.plan(good));
    expect(dropped.message.zh).toContain('合并进来');
  });

  it('is not merged into a ledger that went on since it was compared', async () => {
    const [one, other] = await desksOf(2, data()) as [ExchangeDesk, ExchangeDesk];
    await one.set(house.id, 'notes', '新的');
    const { mergeId } = await other.open(await one.pack({ kind: 'exchange' }));
    await other.set(wood.id, 'notes', '又改了');
    expect((await failureOf(other.merge(mergeId))).code).toBe('out-of-date');
    expect((await asset(other, house.id))?.notes).toBe('钥匙在村委');
  });
});
