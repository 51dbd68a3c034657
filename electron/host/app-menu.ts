import type { CallOutput, Settings } from '../../data/contract.js';
import { acceleratorOf, commands, pages, shellWords, type CommandName } from '../../data/schema/commands.js';
import { text, type Text } from '../../data/schema/text.js';
import type { MenuItemConstructorOptions } from './window.js';

export type ListedLedger = CallOutput<'ledger.list'>[number];

/** What the menu shows. */
export interface MenuState {
  readonly language: Settings['language'];
  readonly platform: NodeJS.Platform;
  /** The program's own list, the open one among them. */
  readonly ledgers: readonly ListedLedger[];
  /** True where the program is developed: then there are developer tools. */
  readonly developing: boolean;
}
/** What the menu does. */
export interface MenuActs {
  /** Does something on the page. */
  command(name: CommandName): void;
  openLedger(folder: string): void;
  speak(language: Settings['language']): void;
  show(what: 'ledger' | 'log'): void;
}

/** Only what the page has no word for, since the system does it. */
const words = {
  file: text('文件', 'File'), edit: text('编辑', 'Edit'), view: text('查看', 'View'), window: text('窗口', 'Window'), help: text('帮助', 'Help'),
  quit: text('退出溪山', 'Quit Xishan'), hide: text('隐藏溪山', 'Hide Xishan'), hideOthers: text('隐藏其他', 'Hide others'), unhide: text('全部显示', 'Show all'), services: text('服务', 'Services'),
  cut: text('剪切', 'Cut'), copy: text('复制', 'Copy'), paste: text('粘贴', 'Paste'), selectAll: text('全选', 'Select all'),
  larger: text('放大', 'Larger'), smaller: text('缩小', 'Smaller'), usual: text('实际大小', 'Usual size'), fullScreen: text('全屏', 'Full screen'), tools: text('开发者工具', 'Developer tools'),
  minimize: text('最小化', 'Minimise'), zoom: text('缩放窗口', 'Zoom'), close: text('关闭窗口', 'Close window'), front: text('全部置前', 'Bring all to front'),
  noOthers: text('（还没有别的账本）', '(no others yet)'),
} as const;

/** A system takes “&” in a label for the sign of its access key. */
const plain = (label: string) => label.replaceAll('&', '&&');

/** The native menu in one language. Words and strokes of commands are the page's own, which also hears the strokes; here they are only shown. */
export function menuTemplate({ language, platform, ledgers, developing }: MenuState, acts: MenuActs): MenuItemConstructorOptions[] {
  const say = (words: Text) => words[language];
  const isMac = platform === 'darwin';
  const command = (name: CommandName): MenuItemConstructorOptions => {
    const accelerator = acceleratorOf(name);
    return { id: name, label: say(commands[name].label), ...(accelerator ? { accelerator, registerAccelerator: false } : {}), click: () => acts.command(name) };
  };
  const role = (role: NonNullable<MenuItemConstructorOptions['role']>, label: Text): MenuItemConstructorOptions => ({ role, label: say(label) });
  const line: MenuItemConstructorOptions = { type: 'separator' };

  const recent = (ledger: ListedLedger): MenuItemConstructorOptions => {
    const note = ledger.missing ? shellWords.missing : ledger.sample ? shellWords.sample : undefined;
    return {
      label: plain(note ? `${ledger.name}（${say(note)}）` : ledger.name), sublabel: ledger.folder, toolTip: ledger.folder,
      type: 'checkbox', checked: ledger.open, enabled: !ledger.missing, click: () => acts.openLedger(ledger.folder),
    };
  };
  const recents = ledgers.length > 0 ? ledgers.map(recent) : [{ label: say(words.noOthers), enabled: false }];

  return [
    ...(isMac ? [{ label: '溪山', submenu: [
      command('about'), line, { ...command('settings'), accelerator: 'Command+,' }, line, role('services', words.services), line,
      role('hide', words.hide), role('hideOthers', words.hideOthers), role('unhide', words.unhide), line, role('quit', words.quit),
    ] } satisfies MenuItemConstructorOptions] : []),
    { label: say(words.file), submenu: [
      command('new-ledger'), command('open-ledger'), { label: say(shellWords.recentLedgers), submenu: recents },
      { label: say(shellWords.ledgerFolder), click: () => acts.show('ledger') }, line, command('print'),
      ...(isMac ? [line, role('close', words.close)] : [line, role('quit', words.quit)]),
    ] },
    { label: say(words.edit), submenu: [
      command('undo'), command('redo'), line, role('cut', words.cut), role('copy', words.copy), role('paste', words.paste), role('selectAll', words.selectAll),
    ] },
    { label: say(words.view), submenu: [
      ...pages.map(command), line,
      { label: say(shellWords.language), submenu: (['zh', 'en'] as const).map((one): MenuItemConstructorOptions => ({ label: shellWords.languages[one], type: 'radio', checked: one === language, click: () => acts.speak(one) })) },
      line, role('zoomIn', words.larger), role('zoomOut', words.smaller), role('resetZoom', words.usual), role('togglefullscreen', words.fullScreen),
      ...(developing ? [line, role('toggleDevTools', words.tools)] : []),
    ] },
    ...(isMac ? [{ label: say(words.window), role: 'windowMenu', submenu: [role('minimize', words.minimize), role('zoom', words.zoom), line, role('front', words.front)] } satisfies MenuItemConstructorOptions] : []),
    { label: say(words.help), ...(isMac ? { role: 'help' as const } : {}), submenu: [
      { label: say(shellWords.logFile), click: () => acts.show('log') }, ...(isMac ? [] : [line, command('about')]),
    ] },
  ];
}
