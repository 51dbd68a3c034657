import { text, type Text } from './text.js';

/** The program's pages in the order in which the rail and the menu show them; Ctrl and its number opens a page. */
export const pages = ['showcase', 'ledger', 'quality', 'history', 'projects', 'roadshow', 'outputs', 'leads', 'settings'] as const;
export type Page = (typeof pages)[number];

export const pageLabels: Readonly<Record<Page, Text>> = {
  showcase: text('总览', 'Showcase'),
  ledger: text('一本账', 'Ledger'),
  quality: text('体检', 'Check-up'),
  history: text('变化', 'Changes'),
  projects: text('一张表', 'Projects'),
  roadshow: text('路演', 'Roadshow'),
  outputs: text('出品', 'Outputs'),
  leads: text('意向', 'Leads'),
  settings: text('设置', 'Settings'),
};

/** What the whole program does on request, by its menu or its keys, whichever page is open. */
export type CommandName = Page | 'new-ledger' | 'open-ledger' | 'print' | 'undo' | 'redo' | 'about';

/** One command: what it is called, and the strokes that do it. `Mod` is Ctrl, and Command on a Mac; the first stroke is the one that is shown. */
export interface Command { readonly label: Text; readonly strokes: readonly string[] }

const ofPages = Object.fromEntries(pages.map((page, at) => [page, { label: pageLabels[page], strokes: [`Mod+${at + 1}`] }])) as unknown as Readonly<Record<Page, Command>>;

/** Every command, once: the page hears these strokes, and the native menu shows them. */
export const commands: Readonly<Record<CommandName, Command>> = {
  ...ofPages,
  'new-ledger': { label: text('新建账本…', 'New ledger…'), strokes: [] },
  'open-ledger': { label: text('打开账本…', 'Open a ledger…'), strokes: ['Mod+O'] },
  print: { label: text('打印…', 'Print…'), strokes: ['Mod+P'] },
  undo: { label: text('撤销', 'Undo'), strokes: ['Mod+Z'] },
  redo: { label: text('重做', 'Redo'), strokes: ['Mod+Y', 'Mod+Shift+Z'] },
  about: { label: text('关于溪山', 'About Xishan'), strokes: [] },
};
export const commandNames = Object.keys(commands) as readonly CommandName[];

/** What the page and the native menu both call things. */
export const shellWords = {
  language: text('语言', 'Language'),
  languages: { zh: '中文', en: 'English' },
  recentLedgers: text('最近的账本', 'Recent ledgers'),
  sample: text('示例', 'Sample'),
  missing: text('现在不在', 'Not there now'),
  logFile: text('运行日志', 'Log file'),
  ledgerFolder: text('账本所在文件夹', 'The ledger’s folder'),
} as const;

/** A key press, as far as commands care. */
export interface Stroke { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean; readonly altKey: boolean }

/** The command that a key press asks for, if any. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Stroke): CommandName | undefined {
  if (altKey || !(ctrlKey || metaKey)) return undefined;
  const stroke = `Mod+${shiftKey ? 'Shift+' : ''}${key.toUpperCase()}`;
  return commandNames.find((name) => commands[name].strokes.includes(stroke));
}

/** A command's first stroke as Electron's menus write it. */
export const acceleratorOf = (name: CommandName): string | undefined => commands[name].strokes[0]?.replace('Mod+', 'CommandOrControl+');
