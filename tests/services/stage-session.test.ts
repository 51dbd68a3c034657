import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CallInput, CallName, CallOutput, Events } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import type { StageCommand, StageShow } from '../../data/schema/stage.js';
import { tourSchema, type Tour } from '../../data/schema/tour.js';
import { createDispatch } from '../../electron/host/dispatch.js';
import { createProgram } from '../../electron/services/create-program.js';
import { openLedger } from '../../electron/storage/ledger.js';
import { eventually } from '../builders/eventually.js';
import { buildLedgerData, temporaryFolder } from '../builders/ledger.js';
import { preparedLedger } from '../builders/prepared-ledger.js';

const tourId = '01J9Z3KT000000000000000000';
const data = buildLedgerData({ assets: 6, projects: 2 });
const [first, second, third] = data.assets.map((asset) => asset.id) as [string, string, string];
const published = (of: LedgerData): LedgerData => ({ ...of, assets: of.assets.map((asset) => ({ ...asset, status: 'available' as const })) });
const stops = (seconds = 60) => [
  { id: 'stop-cover', kind: 'cover', seconds }, { id: 'stop-first', kind: 'asset', assetId: first, seconds }, { id: 'stop-second', kind: 'asset', assetId: second, seconds, notes: '只给讲解人看' }, { id: 'stop-closing', kind: 'closing', seconds },
];
const tour = (given: readonly object[] = stops()): Tour => tourSchema.parse({ id: tourId, revision: 1, updatedAt: '2026-03-01T08:00:00.000Z', name: '春季路演', stops: given });
const ledgerWith = (...tours: readonly Tour[]): LedgerData => ({ ...published(data), tours: [...tours] });

const endings: (() => Promise<void>)[] = [];
afterEach(async () => { for (const end of endings.splice(0).reverse()) await end(); });
const place = async () => {
  const { path, remove } = await temporaryFolder();
  endings.push(remove);
  return path;
};

/** A program over a ledger folder, as desk and audience ask it; `heard` is what the audience was shown. */
async function program(home: string, ledger: string, boothSecondMs?: number) {
  const running = await createProgram({ home, ledger, shipped: join(import.meta.dirname, '../../data'), host: 'test', version: '0', ...(boothSecondMs ? { boothSecondMs } : {}) });
  endings.push(() => close());
  let closed = false;
  const close = async () => { if (!closed) await running.close(); closed = true; };
  const dispatch = createDispatch(running.handlers);
  const asker = (circle: 'desk' | 'public') => async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const reply = await dispatch(name, input, circle);
    if (!reply.ok) throw new FailureError(reply.failure.code, reply.failure.message);
    return reply.value as CallOutput<N>;
  };
  const heard: StageShow[] = [];
  running.on('stage.shows', (show) => heard.push(show));
  const ask = asker('desk');
  return {
    running, ask, askAsAudience: asker('public'), heard, close,
    start: (rest: Partial<CallInput<'stage.start'>> = {}) => ask('stage.start', { tourId, ...rest }),
    act: (command: StageCommand) => ask('stage.act', { command }),
    show: async () => (await ask('public.stage', {})).show,
    edit: (...edits: CallInput<'desk.apply'>['edits']) => ask('desk.apply', { edits }),
  };
}
const refusal = (asked: Promise<unknown>) => asked.then(() => { throw new Error('It was not refused.'); }, (error: unknown) => { if (error instanceof FailureError) return error.failure; throw error; });
/** Waits for the booth's clock, which runs by itself. */
const until = (what: () => boolean) => eventually(() => { if (!what()) throw new Error('not yet'); });
/** What a crash leaves behind: the folders as they are, and nobody who tidied up. */
async function afterCrash(home: string, ledger: string) {
  const kept = await readFile(join(home, 'stage.json'), 'utf8');
  return {
    again: async () => {
      await writeFile(join(home, 'stage.json'), kept);
      return program(home, ledger);
    },
  };
}
const written = (home: string, what: string) => eventually(async () => { if (!(await readFile(join(home, 'stage.json'), 'utf8')).includes(what)) throw new Error('not yet'); });

async function opened(of = ledgerWith(tour()), boothSecondMs?: number) {
  const path = await place();
  const home = join(path, 'home');
  const ledger = await preparedLedger(path, of);
  return { path, home, ledger, ...(await program(home, ledger, boothSecondMs)) };
}

describe('a show', () => {
  it('begins at its first stop, or at the one named, and tells the audience', async () => {
    const stage = await opened();
    expect(await stage.start()).toMatchObject({ on: true, tourId, stopId: 'stop-cover', step: 0, mode: 'tour' });
    expect(stage.heard.at(-1)).toMatchObject({ on: true, stopId: 'stop-cover' });
    expect(await stage.start({ stopId: 'stop-second' })).toMatchObject({ stopId: 'stop-second' });
    expect((await stage.ask('stage.desk', {})).recovered).toBe(false);
  });
  it('begun while another is on starts anew: lit, on its tour, and at its own stop', async () => {
    const stage = await opened();
    await stage.start();
    await stage.act({ do: 'open', assetId: third });
    await stage.act({ do: 'black', on: true });
    expect(await stage.start({ stopId: 'stop-closing' })).toMatchObject({ mode: 'tour', black: false, assetId: null, stopId: 'stop-closing' });
  });
  it('cannot begin on a tour that is not there, or that has nothing to show', async () => {
    const stage = await opened(ledgerWith(tour([{ id: 'stop-gone', kind: 'asset', assetId: '01J9Z3KZ000000000000000000' }, { id: 'stop-hidden', kind: 'cover', hidden: true }])));
    expect((await refusal(stage.ask('stage.start', { tourId: '01J9Z3KT000000000000000009' }))).code).toBe('not-found');
    expect((await refusal(stage.start())).message.zh).toContain('添加一站');
    expect((await stage.show()).on).toBe(false);
  });
  it('tells the audience neither notes nor hidden stops', async () => {
    const stage = await opened(ledgerWith(tour([...stops(), { id: 'stop-hidden', kind: 'chapter', hidden: true, title: { zh: '藏起来的' } }])));
    await stage.start();
    const told = JSON.stringify(await stage.askAsAudience('public.stage', {}));
    expect(told).toContain('stop-second');
    expect(told).not.toMatch(/只给讲解人看|藏起来的/);
  });
  it('obeys the audience screen as it obeys the desk', async () => {
    const stage = await opened();
    await stage.start();
    await stage.askAsAudience('public.act', { command: { do: 'next' } });
    expect(await stage.show()).toMatchObject({ stopId: 'stop-first' });
  });
  it('answers a command before anything is written: a disk that is gone stops nothing', async () => {
    const stage = await opened();
    await stage.start();
    // What the start itself writes must have come to its end: a folder in which a file is just being made cannot be taken away.
    await written(stage.home, 'stop-cover');
    await eventually(async () => { if ((await readdir(stage.home)).some((name) => name.endsWith('.tmp'))) throw new Error('not yet'); });
    await rm(stage.home, { recursive: true, force: true });
    await writeFile(stage.home, 'no folder');
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect((await stage.act({ do: 'last' })).stopId).toBe('stop-closing');
    expect((await stage.act({ do: 'present', theme: 'dark' })).theme).toBe('dark');
    expect((await stage.ask('settings.get', {})).stageTheme).toBe('dark');
    await stage.close();
    vi.restoreAllMocks();
  });
  it('runs on a ledger that can only be read', async () => {
    const path = await place();
    const ledger = await preparedLedger(path, ledgerWith(tour()));
    const holder = await openLedger(ledger);
    endings.push(() => holder.close());
    const stage = await program(join(path, 'home'), ledger);
    expect((await stage.ask('ledger.status', {})).readOnly).toBe(true);
    await stage.start();
    expect((await stage.act({ do: 'last' })).stopId).toBe('stop-closing');
    expect((await stage.ask('stage.mark', { assetId: first, marked: true })).marks).toHaveLength(1);
  });
});

describe('a change of the ledger in mid-show', () => {
  it('leads from a stop that is taken out to the one that takes its place', async () => {
    const stage = await opened();
    await stage.start({ stopId: 'stop-first' });
    await stage.edit({ kind: 'set', noun: 'tour', id: tourId, path: 'stops', value: stops().filter((stop) => stop.id !== 'stop-first') });
    expect(await stage.show()).toMatchObject({ on: true, stopId: 'stop-second', step: 0 });
    expect(stage.heard.at(-1)).toMatchObject({ stopId: 'stop-second' });
  });
  it('passes over a stop whose asset is withdrawn, and closes the asset where it was open', async () => {
    const stage = await opened();
    await stage.start({ stopId: 'stop-second' });
    await stage.edit({ kind: 'set', noun: 'asset', id: second, path: 'status', value: 'withdrawn' });
    expect(await stage.show()).toMatchObject({ stopId: 'stop-closing' });
    await stage.act({ do: 'open', assetId: third });
    await stage.edit({ kind: 'set', noun: 'asset', id: third, path: 'status', value: 'withdrawn' });
    expect(await stage.show()).toMatchObject({ mode: 'explore', assetId: null });
  });
  it('that touches nothing of it tells the audience nothing', async () => {
    const stage = await opened();
    await stage.start({ stopId: 'stop-first' });
    const told = stage.heard.length;
    await stage.edit({ kind: 'set', noun: 'asset', id: third, path: 'name', value: '新名字' });
    expect(stage.heard).toHaveLength(told);
  });
  it('that deletes the tour ends the show', async () => {
    const stage = await opened();
    await stage.start();
    await stage.edit({ kind: 'remove', noun: 'tour', id: tourId });
    expect(await stage.show()).toMatchObject({ on: false });
    expect(await stage.ask('stage.desk', {})).toMatchObject({ startedAt: null });
  });
  it('to another ledger ends the show and forgets what was marked in it', async () => {
    const stage = await opened();
    const other = await preparedLedger(stage.path, { ...buildLedgerData({ assets: 0 }), projects: [], tours: [] }, '另一乡');
    await stage.start();
    await stage.ask('stage.mark', { assetId: first, marked: true });
    await stage.ask('ledger.open', { folder: other });
    expect(await stage.show()).toMatchObject({ on: false, tourId: null, stopId: null });
    expect((await stage.ask('stage.desk', {})).marks).toEqual([]);
  });
});

describe('after a crash', () => {
  it('the show stands at the same stop and step, its clock runs on, and the presenter is told', async () => {
    const stage = await opened();
    await stage.start();
    await stage.act({ do: 'go', stopId: 'stop-second', step: 1 });
    const { startedAt } = await stage.ask('stage.desk', {});
    await written(stage.home, '"stopId":"stop-second","step":1');
    const { again } = await afterCrash(stage.home, stage.ledger);
    await stage.close();
    const next = await again();
    expect(await next.show()).toMatchObject({ on: true, stopId: 'stop-second', step: 1 });
    expect(await next.ask('stage.desk', {})).toMatchObject({ startedAt, recovered: true });
    await next.act({ do: 'next' });
    await next.act({ do: 'last' });
    expect((await next.ask('stage.desk', {})).recovered).toBe(false);
  });
  it('a show whose tour is gone does not come back', async () => {
    const stage = await opened();
    await stage.start();
    await written(stage.home, '"on":true');
    const { again } = await afterCrash(stage.home, stage.ledger);
    await stage.edit({ kind: 'remove', noun: 'tour', id: tourId });
    await stage.close();
    expect(await (await again()).show()).toMatchObject({ on: false });
  });
  it('a show of one ledger does not come back in another', async () => {
    const stage = await opened();
    const other = await preparedLedger(stage.path, ledgerWith(tour()), '另一乡');
    await stage.start();
    await stage.close();
    expect(await (await program(stage.home, other)).show()).toMatchObject({ on: false });
  });
  it('a file that was cut in the middle means no show, and the program starts', async () => {
    const stage = await opened();
    await stage.start();
    await stage.close();
    const file = join(stage.home, 'stage.json');
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 40));
    expect(await (await program(stage.home, stage.ledger)).show()).toMatchObject({ on: false });
  });
  it('marks are there, and taking one away or all of them lasts', async () => {
    const stage = await opened();
    await stage.ask('stage.mark', { assetId: first, marked: true });
    await stage.ask('stage.mark', { assetId: second, marked: true });
    await stage.ask('stage.mark', { assetId: first, marked: false });
    await stage.close();
    const next = await program(stage.home, stage.ledger);
    expect((await next.ask('stage.desk', {})).marks.map(({ assetId }) => assetId)).toEqual([second]);
    await next.ask('stage.clearMarks', {});
    await next.close();
    expect((await (await program(stage.home, stage.ledger)).ask('stage.desk', {})).marks).toEqual([]);
  });
});

describe('a program closed while a show is on', () => {
  const closedSince = async (milliseconds: number) => {
    const stage = await opened();
    await stage.start({ stopId: 'stop-first' });
    await stage.close();
    const file = join(stage.home, 'stage.json');
    const kept = JSON.parse(await readFile(file, 'utf8')) as { closedAt: number };
    expect(kept.closedAt).toBeGreaterThan(0);
    await writeFile(file, JSON.stringify({ ...kept, closedAt: kept.closedAt - milliseconds }));
    return (await program(stage.home, stage.ledger)).show();
  };
  it('takes it up again when it is opened at once: the wrong window was closed', async () => expect(await closedSince(0)).toMatchObject({ on: true, stopId: 'stop-first' }));
  it('begins with no show the next morning', async () => expect(await closedSince(12 * 3_600_000)).toMatchObject({ on: false }));
});

describe('theme and language', () => {
  it('said to the show are kept in the settings, and told to the desk', async () => {
    const stage = await opened();
    const told: Events['settings.changed'][] = [];
    stage.running.on('settings.changed', (settings) => told.push(settings));
    await stage.act({ do: 'present', theme: 'dark', language: 'both' });
    await until(() => told.length > 0);
    expect(await stage.ask('settings.get', {})).toMatchObject({ stageTheme: 'dark', stageLanguage: 'both' });
    expect(told.at(-1)).toMatchObject({ stageTheme: 'dark' });
    expect(await stage.start()).toMatchObject({ theme: 'dark', language: 'both' });
  });
  it('changed in the settings change the screen, in a show and before one', async () => {
    const stage = await opened();
    await stage.ask('settings.set', { stageTheme: 'dark' });
    expect(stage.heard.at(-1)).toMatchObject({ on: false, theme: 'dark' });
    await stage.start();
    await stage.ask('settings.set', { stageLanguage: 'en' });
    expect(await stage.show()).toMatchObject({ on: true, theme: 'dark', language: 'en' });
  });
  it('end where the last of many quick changes left them', async () => {
    const stage = await opened();
    await stage.start();
    await Promise.all(Array.from({ length: 21 }, (_, turn) => stage.act({ do: 'present', theme: turn % 2 === 0 ? 'dark' : 'light' })));
    await stage.ask('settings.set', {});
    expect([(await stage.show()).theme, (await stage.ask('settings.get', {})).stageTheme]).toEqual(['dark', 'dark']);
  });
});

describe('a booth', () => {
  it('runs through its stops by itself, again and again', async () => {
    const stage = await opened(ledgerWith(tour(stops(5))), 1);
    await stage.start({ booth: true });
    await until(() => stage.heard.filter(({ stopId }) => stopId === 'stop-closing').length >= 3);
    expect(new Set(stage.heard.map(({ stopId }) => stopId))).toEqual(new Set(['stop-cover', 'stop-first', 'stop-second', 'stop-closing']));
    expect(stage.heard.every(({ mode, on }) => on && mode === 'booth')).toBe(true);
  });
  it('of one scene goes on being a booth', async () => {
    const stage = await opened(ledgerWith(tour([{ id: 'stop-cover', kind: 'cover', seconds: 5 }])), 1);
    await stage.start({ booth: true });
    const told = stage.heard.length;
    await until(() => stage.heard.length > told + 2);
    expect(await stage.show()).toMatchObject({ on: true, stopId: 'stop-cover', step: 0 });
  });
  it('waits for a visitor, and goes back to its loop when nobody touches it any more', async () => {
    const stage = await opened(ledgerWith(tour(stops(5))), 2);
    await stage.start({ booth: true });
    await stage.askAsAudience('public.act', { command: { do: 'touch' } });
    await stage.askAsAudience('public.act', { command: { do: 'open', assetId: first } });
    await until(() => stage.heard.at(-1)?.awake === false && stage.heard.some(({ awake }) => awake));
    // A machine that stands still for a moment lets it sleep between the two touches: within each waking it stays where it was.
    const moved = stage.heard.filter((show, at) => show.awake && stage.heard[at - 1]?.awake && show.stopId !== stage.heard[at - 1]?.stopId);
    expect(moved).toEqual([]);
    const told = stage.heard.length;
    await until(() => stage.heard.length > told);
    expect(stage.heard.at(-1)).toMatchObject({ awake: false, assetId: null, mode: 'booth' });
  });
  it('stands still while the screen is black', async () => {
    const stage = await opened(ledgerWith(tour(stops(5))), 1);
    await stage.start({ booth: true });
    await stage.act({ do: 'black', on: true });
    const { stopId, step } = await stage.show();
    const told = stage.heard.length;
    // Ten stops' worth of its own seconds.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stage.heard).toHaveLength(told);
    expect(await stage.act({ do: 'next' })).toMatchObject({ black: false, stopId, step });
    await until(() => stage.heard.length > told + 2);
  });
  it('lets a visitor look about and nothing else', async () => {
    const stage = await opened();
    await stage.start({ booth: true });
    for (const command of [{ do: 'next' }, { do: 'first' }, { do: 'end' }, { do: 'black' }, { do: 'go', stopId: 'stop-closing' }, { do: 'present', theme: 'dark' }] as const) {
      expect([command.do, (await refusal(stage.askAsAudience('public.act', { command }))).code]).toEqual([command.do, 'not-allowed']);
    }
    await stage.askAsAudience('public.act', { command: { do: 'open', assetId: first } });
    expect(await stage.show()).toMatchObject({ on: true, mode: 'booth', awake: true, assetId: first, theme: 'light' });
  });
});

describe('the PIN of a booth', () => {
  const locked = async () => {
    const stage = await opened();
    await stage.ask('settings.set', { boothPin: '4711' });
    await stage.start({ booth: true });
    return { ...stage, unlock: (pin: string) => stage.askAsAudience('public.unlock', { pin }) };
  };
  it('ends it when it is right', async () => expect((await (await locked()).unlock('4711')).on).toBe(false));
  it('ends nothing when it is wrong, and says so at once', async () => {
    const stage = await locked();
    expect((await refusal(stage.unlock('0000'))).message.zh).toContain('PIN 不对');
    expect((await stage.show()).on).toBe(true);
  });
  it('is compared with one of many asked at once, so that all ten thousand cannot be tried', async () => {
    const stage = await locked();
    const answers = await Promise.allSettled(Array.from({ length: 10_000 }, (_, pin) => stage.unlock(String(pin).padStart(4, '0'))));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    expect((await stage.show()).on).toBe(true);
  });
  it('is looked at again after a while', async () => {
    const stage = await locked();
    await refusal(stage.unlock('0000'));
    expect((await refusal(stage.unlock('4711'))).message.en).toContain('wait');
    await eventually(() => stage.unlock('4711'));
    expect((await stage.show()).on).toBe(false);
  });
  it('asks nothing of a show that is no booth', async () => {
    const stage = await opened();
    await stage.start();
    expect((await stage.askAsAudience('public.unlock', { pin: '1' })).on).toBe(true);
  });
});

describe('the light dot', () => {
  it('is seen on a show that is on, and on no other screen', async () => {
    const stage = await opened();
    const dots: unknown[] = [];
    stage.running.on('stage.points', (dot) => dots.push(dot));
    await stage.ask('public.point', { laser: { x: 0.5, y: 0.5 } });
    await stage.start();
    await stage.ask('public.point', { laser: { x: 0.2, y: 0.3 } });
    expect(dots).toEqual([{ x: 0.2, y: 0.3 }]);
  });
});

it('a program that can open no audience screen says so', async () => {
  expect((await refusal((await opened()).ask('stage.screen', { open: true }))).code).toBe('not-found');
});
