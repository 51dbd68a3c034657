import { text, type Text } from '../../../../data/schema/text.js';
import { stageKeyAction, stageKeys, type KeyPress, type StageKeyAction } from '../../../state/stage-keys.js';

/** What a key asks of the console: the keys of the stage, and a few that only the presenter has. */
export type ConsoleAction = Exclude<StageKeyAction, 'full-screen' | 'console'> | 'filter' | 'mark';
interface OwnKey { readonly keys: readonly string[]; readonly codes: readonly string[]; readonly action: ConsoleAction; readonly caps: readonly string[]; readonly label: Text }

const own: readonly OwnKey[] = [
  { keys: ['/', '、'], codes: ['Slash'], action: 'filter', caps: ['/'], label: text('快速筛选', 'Quick filter') },
  { keys: ['m'], codes: ['KeyM'], action: 'mark', caps: ['M'], label: text('标记有人感兴趣的资产', 'Mark the asset that someone asked about') },
];
/** The lines of the key card. */
export const consoleKeys: readonly Pick<OwnKey, 'caps' | 'label'>[] = [...stageKeys.filter(({ action }) => action !== 'full-screen' && action !== 'console'), ...own];
/** While words are typed, only the clicker is heard. */
const clicker = new Set(['pagedown', 'pageup', 'f5']);

/** What a key press asks of the console; nothing when it is none of its keys, or belongs to the field that is typed in. */
export function consoleAction(press: KeyPress & { readonly shiftKey?: boolean }, exploring: boolean, typing: boolean): ConsoleAction | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const key = press.key.toLowerCase();
  if (typing && !clicker.has(key)) return null;
  const mine = own.find((line) => line.keys.includes(key) || (key === 'process' && line.codes.includes(press.code ?? '')));
  if (mine && !press.shiftKey) return mine.action;
  const action = stageKeyAction(press, exploring);
  return action === 'full-screen' || action === 'console' ? null : action;
}
