import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../data/contract.js';
import type { Asset } from '../../data/schema/asset.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { createDispatch } from '../../electron/host/dispatch.js';
import { createProgram } from '../../electron/services/create-program.js';
import { qualityCalls } from '../../electron/services/quality-calls.js';
import { createLedger } from '../../electron/storage/ledger.js';
import { buildAsset, buildProfile, seeded, temporaryFolder } from '../builders/ledger.js';
import { manyAssets } from '../builders/many-assets.js';

const shipped = fileURLToPath(new URL('../../data', import.meta.url));
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp(); });

/** Makes calls to a program over a ledger with these assets, as a page does. */
async function askerOver(assets: readonly Asset[]) {
  const { path, remove } = await temporaryFolder();
  cleanUps.push(remove);
  const folder = join(path, 'ledger');
  await (await createLedger(folder, { profile: buildProfile(), assets, projects: [], tours: [] })).close();
  const program = await createProgram({ home: join(path, 'home'), shipped, host: 'test', version: '0.0.0', ledger: folder });
  cleanUps.push(() => program.close());
  const dispatch = createDispatch(program.handlers);
  return async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const reply = await dispatch(name, input, 'desk');
    if (!reply.ok) throw new Error(`${reply.failure.code}: ${reply.failure.message.en}`);
    return reply.value as CallOutput<N>;
  };
}
const photo = { id: `${'a'.repeat(64)}.jpg` };
const expired = buildAsset('hydropower', { name: '断流电站', location: { lng: 119.90, lat: 29.8 }, photos: [photo, photo, photo], highlights: { zh: '临溪', en: 'By the stream' }, suggestedUses: ['发电'], detail: { waterPermitExpiry: '2020-01-01' } });
const bare = buildAsset('house', { name: '空屋', location: undefined });
const doubtful = buildAsset('forest', { name: '坡林', location: { lng: 119.92, lat: 29.8 }, detail: { slope: '120°' } });

describe('the check-up', () => {
  it('lists blocked assets first and then the worst score, and answers in pages', async () => {
    const ask = await askerOver([doubtful, bare, expired]);
    const all = await ask('quality.list', {});
    expect(all.total).toBe(3);
    expect(all.rows.map((row) => row.name)).toEqual(['断流电站', '空屋', '坡林']);
    expect(all.rows[0]!.score).toBeGreaterThan(all.rows[1]!.score);
    expect((await ask('quality.list', { offset: 1, limit: 1 })).rows.map((row) => row.name)).toEqual(['空屋']);
  });

  it('narrows the list by category, finding, gap, standing and words, pinyin too', async () => {
    const ask = await askerOver([doubtful, bare, expired]);
    const names = async (input: CallInput<'quality.list'>) => (await ask('quality.list', input)).rows.map((row) => row.name);
    expect(await names({ category: 'house' })).toEqual(['空屋']);
    expect(await names({ finding: 'permit-expired' })).toEqual(['断流电站']);
    expect(await names({ gap: 'location' })).toEqual(['空屋']);
    expect(await names({ standing: 'blocked' })).toEqual(['断流电站']);
    expect(await names({ standing: 'doubtful' })).toEqual(['坡林']);
    expect(await names({ standing: 'publishable', query: 'polin' })).toEqual(['坡林']);
    expect(await names({ standing: 'complete' })).toEqual([]);
  });

  it('sums up the same that it lists', async () => {
    const ask = await askerOver([doubtful, bare, expired]);
    const summary = await ask('quality.summary', {});
    const { rows } = await ask('quality.list', {});
    expect(summary).toMatchObject({ assets: 3, blocked: 1, doubtful: 1, complete: 0, score: Math.round(rows.reduce((sum, row) => sum + row.score, 0) / 3) });
    expect(summary.byFinding.map(({ code, level, assets }) => [code, level, assets])).toEqual([['permit-expired', 'blocks', 1], ['figure-implausible', 'doubt', 1]]);
    expect(summary.byGap.find((gap) => gap.path === 'photos')?.assets).toBe(rows.filter((row) => row.gaps.some((gap) => gap.path === 'photos')).length);
  });

  it('follows edits, and what an edit means for others', async () => {
    const ask = await askerOver([expired, bare, buildAsset('house', { name: '旧屋', location: undefined, village: bare.village })]);
    await ask('desk.apply', { edits: [{ kind: 'set', noun: 'asset', id: expired.id, path: 'detail.waterPermitExpiry', value: '2999-01-01' }] });
    expect((await ask('quality.summary', {})).blocked).toBe(0);
    const other = (await ask('quality.list', { query: '旧屋' })).rows[0]!;
    expect(other.findings).toEqual([]);
    await ask('desk.apply', { edits: [{ kind: 'set', noun: 'asset', id: bare.id, path: 'name', value: '旧屋' }] });
    expect((await ask('quality.ofAsset', { id: other.id })).findings.map((finding) => finding.code)).toEqual(['same-name']);
    await ask('desk.apply', { edits: [{ kind: 'remove', noun: 'asset', id: bare.id }] });
    expect((await ask('quality.ofAsset', { id: other.id })).findings).toEqual([]);
    expect((await ask('quality.summary', {})).assets).toBe(2);
    await expect(ask('quality.ofAsset', { id: bare.id })).rejects.toThrow(/not-found/);
    await ask('desk.undo', {});
    expect((await ask('quality.ofAsset', { id: other.id })).findings).toHaveLength(1);
  });

  it('lets the township’s line stand in for each asset’s as soon as it is there', async () => {
    const ask = await askerOver([bare]);
    expect((await ask('quality.ofAsset', { id: bare.id })).gaps.some((gap) => gap.path === 'publicContact')).toBe(true);
    await ask('desk.apply', { edits: [{ kind: 'set', noun: 'profile', id: 'profile', path: 'publicContact', value: { phone: '0571-60000000' } }] });
    expect((await ask('quality.ofAsset', { id: bare.id })).gaps.some((gap) => gap.path === 'publicContact')).toBe(false);
  });
});

describe('the live check', () => {
  /** The check of a list that can be exchanged, on a day that can be turned. */
  function checkOver(assets: readonly Asset[]) {
    const state = { data: { profile: buildProfile(), assets, projects: [], tours: [] } as LedgerData, day: '2026-11-24' };
    return { state, calls: qualityCalls(() => state, () => state.day) };
  }
  const everything = { offset: 0, limit: 500 } as const;

  it('turns with the day', async () => {
    const { state, calls } = checkOver([buildAsset('hydropower', { detail: { waterPermitExpiry: '2026-11-24' } })]);
    const code = async () => (await calls['quality.list'](everything)).rows[0]!.findings[0]?.code;
    expect(await code()).toBe('permit-due');
    state.day = '2026-11-25';
    expect(await code()).toBe('permit-expired');
  });

  it('comes to the same after a hundred changes of all kinds as a check of the whole would', async () => {
    const random = seeded(7);
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
    let spare = manyAssets(60, 3).map((asset, at): Asset => ({ ...asset, id: `01JSPARE${String(at).padStart(18, '0')}` }));
    const { state, calls } = checkOver(manyAssets(240));
    for (let round = 0; round < 100; round += 1) {
      const { assets } = state.data;
      const [one, other] = [pick(assets), pick(assets)];
      const changed: Asset = pick([
        { ...one, location: other.location }, { ...one, code: other.code }, { ...one, name: other.name, village: other.village }, { ...one, price: { yuan: Math.round(random() * 1e9), basis: 'year' } },
        { ...one, location: { lng: 121, lat: 31 } }, { ...one, suggestedUses: ['工厂'] },
      ] as Asset[]);
      const next = assets.map((asset) => (asset === one ? changed : asset));
      if (round % 7 === 0) next.splice(Math.floor(random() * next.length), 1);
      if (round % 11 === 0) { next.push(...spare.slice(0, 3)); spare = spare.slice(3); }
      state.data = { ...state.data, assets: next };
      if (round % 3 === 0) await calls['quality.summary']({});
    }
    const live = [await calls['quality.summary']({}), await calls['quality.list'](everything)];
    const whole = checkOver(state.data.assets).calls;
    expect(live).toEqual([await whole['quality.summary']({}), await whole['quality.list'](everything)]);
    expect((live[0] as CallOutput<'quality.summary'>).byFinding.length).toBeGreaterThan(5);
  });

  it('forgets a ledger when another is opened', async () => {
    const { state, calls } = checkOver(manyAssets(50));
    await calls['quality.summary']({});
    state.data = { ...state.data, assets: [bare] };
    expect(await calls['quality.summary']({})).toMatchObject({ assets: 1, byCategory: [{ category: 'house', assets: 1 }] });
    state.data = { ...state.data, assets: [] };
    expect(await calls['quality.summary']({})).toMatchObject({ assets: 0, score: 0, byGap: [], byFinding: [] });
  });

  it('answers all who ask at once with the ledger as it is', async () => {
    const { state, calls } = checkOver(manyAssets(2_000));
    const first = calls['quality.summary']({});
    state.data = { ...state.data, assets: [...state.data.assets, bare] };
    const [, second] = await Promise.all([first, calls['quality.summary']({})]);
    expect(second.assets).toBe(2_001);
  });

  it('lets other work through while it checks', async () => {
    const { calls } = checkOver(manyAssets(5_000));
    let turns = 0;
    let isOver = false;
    const turn = () => { turns += 1; if (!isOver) setImmediate(turn); };
    setImmediate(turn);
    await calls['quality.summary']({});
    isOver = true;
    expect(turns).toBeGreaterThan(10);
  });
});
