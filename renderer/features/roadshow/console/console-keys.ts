import { text, type Text } from '../../../../data/schema/text.js';

export type ConsoleAction = 'next' | 'previous' | 'first' | 'last' | 'black' | 'explore' | 'filter' | 'wish' | 'mark' | 'lead' | 'zoom-in' | 'zoom-out' | 'keys' | 'end' | 'restart';

/** One line of the console's key table, and of the key card drawn from it. */
export interface ConsoleKey {
  readonly keys: readonly string[];
  readonly codes?: readonly string[];
  readonly action: ConsoleAction;
  readonly caps: readonly string[];
  readonly label: Text;
  /** Pressed in a text field too: what a clicker sends and nobody types. */
  readonly always?: true;
  /** Belongs to a control that has the focus, such as a button or a list. */
  readonly yields?: true;
}

export const consoleKeys: readonly ConsoleKey[] = [
  { keys: ['pagedown'], action: 'next', caps: ['PgDn'], label: text('下一幕', 'Next'), always: true },
  { keys: ['arrowright', 'arrowdown', ' ', 'enter'], action: 'next', caps: ['→', 'Space', 'Enter'], label: text('下一幕', 'Next'), yields: true },
  { keys: ['pageup'], action: 'previous', caps: ['PgUp'], label: text('上一幕', 'Back'), always: true },
  { keys: ['arrowleft', 'arrowup', 'backspace'], action: 'previous', caps: ['←'], label: text('上一幕', 'Back'), yields: true },
  { keys: ['home'], action: 'first', caps: ['Home'], label: text('回到第一站', 'First stop'), yields: true },
  { keys: ['f5'], action: 'restart', caps: ['F5'], label: text('从第一站开始', 'From the first stop'), always: true },
  { keys: ['end'], action: 'last', caps: ['End'], label: text('到最后一站', 'Last stop'), yields: true },
  { keys: ['b', '.', '。'], codes: ['KeyB', 'Period'], action: 'black', caps: ['B', '.'], label: text('黑屏，再按恢复', 'Black screen, and back') },
  { keys: ['e'], codes: ['KeyE'], action: 'explore', caps: ['E'], label: text('自由探索，再按回到路线', 'Explore, and back to the tour') },
  { keys: ['/', '、'], codes: ['Slash'], action: 'filter', caps: ['/'], label: text('答问：快速筛选', 'Answer a question by filter') },
  { keys: ['w'], codes: ['KeyW'], action: 'wish', caps: ['W'], label: text('答问：按意向匹配', 'Answer an investor’s wish') },
  { keys: ['m'], codes: ['KeyM'], action: 'mark', caps: ['M'], label: text('标记屏上的资产', 'Mark the asset on screen') },
  { keys: ['l'], codes: ['KeyL'], action: 'lead', caps: ['L'], label: text('登记意向', 'Take a lead') },
  { keys: ['+', '='], action: 'zoom-in', caps: ['+'], label: text('探索时放大', 'Zoom in while exploring') },
  { keys: ['-', '_'], action: 'zoom-out', caps: ['−'], label: text('探索时缩小', 'Zoom out while exploring') },
  { keys: ['?', '？'], action: 'keys', caps: ['?'], label: text('按键一览', 'These keys') },
  { keys: ['escape'], action: 'end', caps: ['Esc'], label: text('结束路演（先问一句）', 'End the show (asks first)') },
];

/** Where the cursor is when a key is pressed. */
export type KeyPlace = 'field' | 'control' | 'page';

/** What a key asks of the show; nothing where it belongs to the field or the control that has the cursor, or to the system. */
export function consoleAction(press: { readonly key: string; readonly code?: string; readonly ctrlKey?: boolean; readonly altKey?: boolean; readonly metaKey?: boolean }, place: KeyPlace): ConsoleAction | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const key = press.key.toLowerCase();
  const found = consoleKeys.find((line) => line.keys.includes(key) || (key === 'process' && line.codes?.includes(press.code ?? '')));
  if (!found || (place === 'field' && !found.always) || (place === 'control' && found.yields)) return null;
  return found.action;
}
