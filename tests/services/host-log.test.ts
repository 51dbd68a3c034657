import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { callNames } from '../../data/contract.js';
import { createDispatch } from '../../electron/host/dispatch.js';
import { faultFacts, openLog } from '../../electron/host/log-file.js';
import { createProgram } from '../../electron/services/create-program.js';
import type { Handlers } from '../../electron/services/program.js';
import { createLedger } from '../../electron/storage/ledger.js';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { temporaryFolder } from '../builders/ledger.js';

const shipped = fileURLToPath(new URL('../../data', import.meta.url));
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp(); });
const folder = async () => { const { path, remove } = await temporaryFolder(); cleanUps.push(remove); return path; };

describe('the log file', () => {
  it('holds a line for every event, with its facts', async () => {
    const log = openLog(join(await folder(), 'logs'));
    log.note('start', { version: '1.2.3', host: 'electron', platform: 'win32' });
    log.note('page gone', { exitCode: 9, expected: false, reason: undefined });
    expect(readFileSync(log.file, 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z start version=1\.2\.3 host=electron platform=win32\n\S+ page gone exitCode=9 expected=false\n$/);
  });
  it('is put aside when it is full, and never takes more than three files', async () => {
    const home = await folder();
    const log = openLog(join(home, 'logs'));
    for (let turn = 0; turn < 5; turn += 1) {
      log.note(`turn ${turn}`);
      writeFileSync(log.file, 'x'.repeat(256 * 1024), { flag: 'a' });
    }
    log.note('last');
    const names = readdirSync(join(home, 'logs')).sort();
    expect(names).toEqual(['xishan.1.log', 'xishan.2.log', 'xishan.log']);
    expect(readFileSync(log.file, 'utf8')).toMatch(/last\n$/);
    expect(readFileSync(join(home, 'logs', 'xishan.1.log'), 'utf8')).toContain('turn 4');
    expect(Math.max(...names.map((name) => statSync(join(home, 'logs', name)).size))).toBeLessThan(300 * 1024);
  });
  it('takes the program with it under no circumstances', async () => {
    const home = await folder();
    writeFileSync(join(home, 'logs'), 'a file where the folder should be');
    const log = openLog(join(home, 'logs'));
    expect(() => { log.note('start'); log.fault('call', new Error('x')); }).not.toThrow();
    mkdirSync(join(home, 'other', 'xishan.log'), { recursive: true });
    expect(() => openLog(join(home, 'other')).note('start')).not.toThrow();
  });
  it('tells of an error its kind, its code and where in the program it was, and nothing that it says', () => {
    const error = Object.assign(new TypeError('王小溪 13800000000 cannot open /home/wang/台账.xlsx'), { code: 'ENOENT' });
    error.stack = `TypeError: 王小溪 cannot open\n    at 王小溪 (/home/wang/台账.xlsx:1:2)\n    at openLedger (file:///opt/app.asar/dist/node/create-program-Ab_1.js:120:5)\n    at /home/wang/dist/node/main.js:7:9`;
    expect(faultFacts(error)).toBe('error=TypeError code=ENOENT at=create-program-Ab_1.js:120:5 < main.js:7:9');
    expect(faultFacts(Object.assign(new Error('x'), { name: '王小溪', code: 'wang@example.com', stack: undefined }))).toBe('error=Error at=?');
    expect(faultFacts('王小溪')).toBe('thrown=no-error');
  });
  it('holds no word that a program did not choose', async () => {
    const log = openLog(await folder());
    log.note('start', { version: '王小溪', host: 'a'.repeat(61), platform: 'one\ntwo' });
    expect(readFileSync(log.file, 'utf8')).toMatch(/start version=\? host=\? platform=\?\n$/);
  });
});

describe('a session that goes wrong everywhere', () => {
  it('leaves nothing of the ledger, its people or its place in the log', async () => {
    const path = await folder();
    const home = join(path, 'home-of-CANARY-PERSON');
    const ledgerFolder = join(path, 'CANARY-LEDGER-FOLDER');
    const { data, canaries } = ledgerOfCanaries();
    await (await createLedger(ledgerFolder, data)).close();
    const log = openLog(join(home, 'logs'));
    const program = await createProgram({ home, ledger: ledgerFolder, shipped, host: 'test', version: '0.0.0', logFile: log.file });
    cleanUps.push(() => program.close());
    const secrets = JSON.stringify(data);
    // Every service breaks after it has had the ledger in its hands, with an error that quotes all of it.
    const breaking = Object.fromEntries(callNames.map((name) => [name, async (input: never) => {
      const answer = await (program.handlers[name] as (input: unknown) => unknown)(input);
      throw Object.assign(new Error(`${ledgerFolder} ${secrets} ${JSON.stringify(answer)}`), { path: ledgerFolder, code: 'CANARY code' });
    }])) as unknown as Handlers;
    const dispatch = createDispatch(breaking, (name, error) => log.fault(name, error));
    const inputs: Readonly<Record<string, object>> = { 'desk.assets': { ids: data.assets.map(({ id }) => id) }, 'ledger.open': { folder: ledgerFolder }, 'quality.ofAsset': { id: data.assets[0]!.id }, 'folder.list': { folder: path } };
    for (const name of callNames) await dispatch(name, inputs[name] ?? {}, 'desk');
    const written = readFileSync(log.file, 'utf8');
    expect(written.split('\n').length).toBeGreaterThan(20);
    expect(written).toContain('fault in desk.assets');
    expect(canaries.filter(({ word }) => written.includes(word))).toEqual([]);
    for (const trace of ['CANARY', 'home-of', '公开', path]) expect(written).not.toContain(trace);
  });
});
