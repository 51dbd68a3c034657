import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { noShow } from '../../data/schema/stage.js';
import { eventually } from '../builders/eventually.js';
import { display } from '../builders/fake-electron.js';
import { runShell, type RunningShell, type ShellPlay } from '../builders/shell.js';

let running: RunningShell;
const start = async (play: ShellPlay = {}) => { running = await runShell(play); return running; };
afterEach(() => { vi.useRealTimers(); running.end(); });
const log = () => readFileSync(join(running.home, 'logs', 'xishan.log'), 'utf8');
const lose = (reason = 'crashed') => running.desk().webContents.emit('render-process-gone', {}, { reason, exitCode: 5 });

describe('a desk page that crashes', () => {
  it('is loaded again at once, on the page of the program that was open', async () => {
    const { desk } = await start();
    desk().webContents.address = 'app://xishan/#/ledger';
    lose();
    expect([desk().loads, desk().loaded]).toEqual([2, 'app://xishan/#/ledger']);
    expect(log()).toMatch(/desk page gone reason=crashed exitCode=5/);
  });
  it('begins anew where what it last showed is not ours', async () => {
    const { desk } = await start();
    desk().webContents.address = 'chrome-error://chromewebdata/';
    lose();
    expect(desk().loaded).toBe('app://xishan/');
  });
  it('is left to the person after the third time in a minute, who may load it again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const { desk, shell } = await start({ before: (fake) => { fake.answer = 0; } });
    lose(); lose();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([desk().loads, shell.boxes.length]).toEqual([3, 0]);
    lose();
    await eventually(() => expect(desk().loads).toBe(4));
    expect(shell.boxes).toMatchObject([{ message: '页面接连几次出错，已经停下。', buttons: ['重新载入', '退出'] }]);
  });
  it('or may leave', async () => {
    const { shell } = await start({ before: (fake) => { fake.answer = 1; } });
    lose(); lose(); lose();
    await eventually(() => expect(shell.log).toContain('quit'));
  });
  it('counts as well again after a quiet minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const { desk, shell } = await start();
    for (let turn = 0; turn < 4; turn += 1) { lose(); await vi.advanceTimersByTimeAsync(61_000); }
    expect([desk().loads, shell.boxes.length]).toEqual([5, 0]);
  });
  it('is not loaded when it left as it should, nor once its window is closed', async () => {
    const { desk } = await start();
    lose('clean-exit');
    desk().destroy();
    lose();
    expect(desk().loads).toBe(1);
  });
});

describe('a desk page that hangs', () => {
  it('is asked about once, and the question goes away when the page answers again', async () => {
    const { desk, shell } = await start();
    desk().emit('unresponsive');
    desk().emit('unresponsive');
    await eventually(() => expect(shell.boxes).toHaveLength(1));
    expect(shell.boxes[0]).toMatchObject({ message: '页面没有反应。', buttons: ['再等等', '重新载入'] });
    desk().emit('responsive');
    expect(shell.boxes[0]!.signal!.aborted).toBe(true);
    expect(desk().loads).toBe(1);
  });
  it('is ended and loaded again when the person says so', async () => {
    const { desk } = await start({ before: (fake) => { fake.answer = 1; } });
    desk().emit('unresponsive');
    await eventually(() => expect(desk().loads).toBe(2));
  });
});

describe('a helper process that is lost', () => {
  it('is noted, with what kind it was and why', async () => {
    const { shell } = await start();
    shell.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'oom', exitCode: 1, name: '王小溪', serviceName: '/home/wang' });
    expect(log()).toMatch(/helper gone type=GPU reason=oom exitCode=1\n$/);
  });
});

describe('sleep', () => {
  it('is held off while a show is on and let come again when it is over, however often', async () => {
    const { shell, program } = await start();
    const held = [true, false, true, false].map((on) => { program.say('stage.shows', { ...noShow, on }); return shell.awake.size; });
    expect(held).toEqual([1, 0, 1, 0]);
  });
});

describe('the place of the desk’s window', () => {
  const placed = (running: RunningShell) => { const { x, y, width, height } = running.desk().options; return { x, y, width, height }; };
  it('is remembered, and taken again', async () => {
    const { desk, home } = await start();
    desk().setBounds({ x: 100, y: 50, width: 1200, height: 700 });
    desk().maximize();
    desk().close();
    const again = await runShell({ options: { arguments: { home, port: 0, open: true } } });
    expect(placed(again)).toEqual({ x: 100, y: 50, width: 1200, height: 700 });
    again.desk().emit('ready-to-show');
    expect(again.desk().maximized).toBe(true);
    again.end();
  });
  it('is the usual one where its display is gone, or the note of it makes no sense', async () => {
    const { home } = await start();
    for (const note of [JSON.stringify({ bounds: { x: 9000, y: 0, width: 800, height: 600 }, maximized: false }), '{"bounds":{"x":"a"}}', 'null', '{"bounds":{"x":1e99,"y":0,"width":1,"height":1}}', '{}', '']) {
      writeFileSync(join(home, 'window-place.json'), note);
      const again = await runShell({ electron: { displays: [display(1, 0)] }, options: { arguments: { home, port: 0, open: true } } });
      expect([note, placed(again)]).toEqual([note, { x: undefined, y: undefined, width: 1440, height: 900 }]);
      again.end();
    }
  });
});
