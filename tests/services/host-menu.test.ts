import { afterEach, describe, expect, it, vi } from 'vitest';
import { firstSettings } from '../../data/contract.js';
import { commandNames, commands, pages } from '../../data/schema/commands.js';
import { text } from '../../data/schema/text.js';
import type { ListedLedger } from '../../electron/host/app-menu.js';
import { eventually } from '../builders/eventually.js';
import { itemsOf, type MenuItem } from '../builders/fake-electron.js';
import { runShell, type RunningShell, type ShellPlay } from '../builders/shell.js';

const ledgers: ListedLedger[] = [
  { folder: '/ledgers/甲 & 乙', name: '甲 & 乙', sample: false, open: true },
  { folder: '/stick/丙', name: '丙', sample: false, open: false, missing: true },
  { folder: '/home/sample', name: '示例乡', sample: true, open: false },
];
let running: RunningShell;
const start = async (play: ShellPlay = {}) => { running = await runShell({ ...play, handlers: { 'ledger.list': () => ledgers, ...play.handlers } }); };
afterEach(() => running.end());

const menu = () => running.shell.system.menu;
const items = () => itemsOf(menu());
const named = (label: string | RegExp) => items().find((item) => (typeof label === 'string' ? item.label === label : label.test(item.label ?? '')))!;
const ofId = (id: string) => items().find((item) => item.id === id)!;

describe('the native menu', () => {
  it('has every command of the program, called as on the page and with the page’s own key, which the page alone hears', async () => {
    await start();
    for (const name of commandNames) {
      expect(ofId(name)?.label, name).toBe(commands[name].label.zh);
      if (commands[name].strokes.length > 0) expect([name, ofId(name).accelerator, ofId(name).registerAccelerator]).toEqual([name, commands[name].strokes[0]!.replace('Mod', 'CommandOrControl'), false]);
    }
    expect(pages.map((page) => ofId(page).accelerator)).toEqual(pages.map((_, at) => `CommandOrControl+${at + 1}`));
  });
  it('is complete in both languages and follows the program’s', async () => {
    const visible = () => items().filter((item) => item.type !== 'separator' && item.role !== 'windowMenu').map((item) => item.label ?? '');
    await start();
    expect(visible().every((label) => label !== '')).toBe(true);
    expect(menu().map(({ label }) => label)).toEqual(['文件', '编辑', '查看', '帮助']);
    running.program.handlers['settings.get'] satisfies unknown;
    const english = { ...firstSettings, language: 'en' as const };
    Object.assign(running.program.handlers, { 'settings.get': () => english });
    running.program.say('settings.changed', english);
    await eventually(() => expect(menu().map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Help']));
    expect(visible().filter((label) => /[一-龥]/.test(label) && !/中文|甲|丙|示例乡/.test(label))).toEqual([]);
  });
  it('is not drawn anew by settings that are none of its', async () => {
    await start();
    const drawn = running.shell.log.filter((line) => line === 'menu').length;
    running.program.say('settings.changed', { ...firstSettings, theme: 'dark' });
    await new Promise((done) => setTimeout(done, 20));
    expect(running.shell.log.filter((line) => line === 'menu')).toHaveLength(drawn);
  });
  it('brings the window forward and hands the command to the page', async () => {
    await start();
    for (const name of commandNames) ofId(name).click!();
    expect(running.sent()).toEqual(items().flatMap(({ id }) => (id ? [id] : [])).filter((id, at, all) => all.indexOf(id) === at).toSorted((a, b) => commandNames.indexOf(a as never) - commandNames.indexOf(b as never)));
    expect(running.desk().log).toContain('focus');
    running.desk().destroy();
    const told = running.sent().length;
    ofId('about').click!();
    expect(running.sent()).toHaveLength(told);
  });
  it('speaks another language when that is chosen', async () => {
    const set = vi.fn(() => firstSettings);
    await start({ handlers: { 'settings.set': set } });
    named('English').click!();
    await eventually(() => expect(set).toHaveBeenCalledWith({ language: 'en' }));
    expect([named('中文').checked, named('English').checked]).toEqual([true, false]);
  });
  it('shows the ledger’s folder and the log through the program, and notes a refusal without falling over it', async () => {
    const show = vi.fn(({ what }: { what: string }) => { if (what === 'log') throw new Error('no log'); return {}; });
    await start({ handlers: { 'desktop.show': show } });
    named('账本所在文件夹').click!();
    named('运行日志').click!();
    await eventually(() => expect(show.mock.calls).toEqual([[{ what: 'ledger' }], [{ what: 'log' }]]));
  });
  it('has developer tools only where the program is developed', async () => {
    const tools = () => items().some(({ role }) => role === 'toggleDevTools');
    await start();
    expect(tools()).toBe(true);
    running.end();
    await start({ electron: { packaged: true } });
    expect(tools()).toBe(false);
  });
  it('stands as a Mac’s menu does on a Mac, with the settings under its own key', async () => {
    await start({ options: { platform: 'darwin' } });
    expect(menu().map(({ label }) => label)).toEqual(['溪山', '文件', '编辑', '查看', '窗口', '帮助']);
    const [first] = menu() as [MenuItem];
    expect(first.submenu!.map(({ id, role }) => id ?? role).filter(Boolean)).toEqual(['about', 'settings', 'services', 'hide', 'hideOthers', 'unhide', 'quit']);
    expect(items().filter(({ role }) => role === 'quit')).toHaveLength(1);
  });
});

describe('recent ledgers', () => {
  it('stand in the menu with the open one ticked, the sample named so, and a stick that is out not to be pressed', async () => {
    await start();
    const recent = named('最近的账本').submenu!;
    expect(recent.map(({ label, checked, enabled }) => [label, checked, enabled])).toEqual([['甲 && 乙', true, true], ['丙（现在不在）', false, false], ['示例乡（示例）', false, true]]);
  });
  it('are opened from there', async () => {
    const open = vi.fn(() => running.program.handlers['ledger.status']({}) as never);
    await start({ handlers: { 'ledger.open': open } });
    named('示例乡（示例）').click!();
    await eventually(() => expect(open).toHaveBeenCalledWith({ folder: '/home/sample' }));
  });
  it('are drawn anew when another ledger is opened and when one is taken off the list', async () => {
    const list = vi.fn(() => ledgers);
    await start({ handlers: { 'ledger.list': list } });
    list.mockReturnValue(ledgers.slice(0, 1));
    running.program.say('ledger.opened', { sample: false });
    await eventually(() => expect(named('最近的账本').submenu).toHaveLength(1));
    list.mockReturnValue([]);
    running.program.say('ledger.stands', { name: '', folder: '', sample: false, readOnly: false, seq: 0, canUndo: false, canRedo: false });
    await eventually(() => expect(named('最近的账本').submenu!.map(({ enabled }) => enabled)).toEqual([false]));
  });
  it('go to the jump list of Windows, each opened by the file in its folder', async () => {
    await start({ options: { platform: 'win32', execPath: 'C:\\Xishan\\Xishan.exe' } });
    expect(running.shell.log).toContain('id cn.xishan.desktop');
    expect(running.shell.system.jumpList).toMatchObject([{ type: 'custom', name: '最近的账本', items: [
      { type: 'task', title: '甲 & 乙', program: 'C:\\Xishan\\Xishan.exe', args: '"/ledgers/甲 & 乙/打开账本.xishan"' }, { title: '示例乡' },
    ] }]);
  });
  it('go to the recent documents of macOS, the last one first', async () => {
    await start({ options: { platform: 'darwin' } });
    expect(running.shell.system.recents).toEqual(['/home/sample/打开账本.xishan', '/ledgers/甲 & 乙/打开账本.xishan']);
  });
  it('are told to no system that has no place for them', async () => {
    await start();
    expect([running.shell.system.jumpList, running.shell.system.recents]).toEqual([undefined, []]);
  });
});

describe('the words of commands', () => {
  it('are there in both languages, and no two commands share a stroke', () => {
    const strokes = commandNames.flatMap((name) => commands[name].strokes);
    expect(new Set(strokes).size).toBe(strokes.length);
    for (const name of commandNames) expect([name, commands[name].label.zh !== '' && commands[name].label.en !== '' && commands[name].label !== text('', '')]).toEqual([name, true]);
  });
});
