import { text, type Text } from '../../data/schema/text.js';

/** What a key asks of a screen that shows the stage. Panning and zooming mean something only while the map is explored. */
export type StageKeyAction =
  | 'next' | 'previous' | 'first' | 'last' | 'black' | 'explore'
  | 'zoom-in' | 'zoom-out' | 'pan-left' | 'pan-right' | 'pan-up' | 'pan-down'
  | 'back' | 'full-screen' | 'keys' | 'console';

export const stageKeyGroups = ['tour', 'map', 'screen'] as const;

/** One line of the table: what does it, how the key card prints it, and what it is for. */
export interface StageKey {
  readonly group: (typeof stageKeyGroups)[number];
  /** Values of `KeyboardEvent.key`; letters small. */
  readonly keys: readonly string[];
  /** Values of `KeyboardEvent.code` for keys whose letter an input method may swallow. */
  readonly codes?: readonly string[];
  readonly action: StageKeyAction;
  /** True: only while the map is explored. Such a line stands before one that gives the same key another meaning. */
  readonly exploring?: true;
  readonly caps: readonly string[];
  readonly label: Text;
}

/** Every key of the audience screen, the clicker's among them. The key card is drawn from this list, and a key press is looked up in it. */
export const stageKeys: readonly StageKey[] = [
  { group: 'map', keys: ['arrowleft'], action: 'pan-left', exploring: true, caps: ['←'], label: text('向西移', 'Pan west') },
  { group: 'map', keys: ['arrowright'], action: 'pan-right', exploring: true, caps: ['→'], label: text('向东移', 'Pan east') },
  { group: 'map', keys: ['arrowup'], action: 'pan-up', exploring: true, caps: ['↑'], label: text('向北移', 'Pan north') },
  { group: 'map', keys: ['arrowdown'], action: 'pan-down', exploring: true, caps: ['↓'], label: text('向南移', 'Pan south') },
  { group: 'map', keys: ['+', '='], action: 'zoom-in', exploring: true, caps: ['+'], label: text('放大', 'Zoom in') },
  { group: 'map', keys: ['-', '_'], action: 'zoom-out', exploring: true, caps: ['−'], label: text('缩小', 'Zoom out') },
  { group: 'tour', keys: ['pagedown', 'arrowright', 'arrowdown', ' ', 'enter'], action: 'next', caps: ['PgDn', '→', 'Space'], label: text('下一幕', 'Next') },
  { group: 'tour', keys: ['pageup', 'arrowleft', 'arrowup', 'backspace'], action: 'previous', caps: ['PgUp', '←'], label: text('上一幕', 'Back') },
  { group: 'tour', keys: ['home', 'f5'], action: 'first', caps: ['F5', 'Home'], label: text('回到第一站', 'First stop') },
  { group: 'tour', keys: ['end'], action: 'last', caps: ['End'], label: text('到最后一站', 'Last stop') },
  { group: 'screen', keys: ['b', '.', '。'], codes: ['KeyB'], action: 'black', caps: ['B', '.'], label: text('黑屏，再按恢复', 'Black screen, and back') },
  { group: 'map', keys: ['e'], codes: ['KeyE'], action: 'explore', caps: ['E'], label: text('自由探索，再按回到路线', 'Explore, and back to the tour') },
  { group: 'screen', keys: ['c'], codes: ['KeyC'], action: 'console', caps: ['C'], label: text('讲解工具', 'Presenter tools') },
  { group: 'screen', keys: ['f'], codes: ['KeyF'], action: 'full-screen', caps: ['F'], label: text('铺满屏幕', 'Full screen') },
  { group: 'screen', keys: ['?', '？', '/'], action: 'keys', caps: ['?'], label: text('按键一览', 'These keys') },
  { group: 'screen', keys: ['escape'], action: 'back', caps: ['Esc'], label: text('退一步', 'One step out') },
];

/** A key press, as far as the table cares. */
export interface KeyPress { readonly key: string; readonly code?: string; readonly ctrlKey?: boolean; readonly altKey?: boolean; readonly metaKey?: boolean }

/** What a key press asks for; nothing when it is no key of the stage. Held with Ctrl, Alt or Meta a key belongs to the system. */
export function stageKeyAction(press: KeyPress, exploring: boolean): StageKeyAction | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const key = press.key.toLowerCase();
  // An input method that is on gives the letter away as 'Process'; the place of the key on the board still tells.
  const found = stageKeys.find((line) => (exploring || !line.exploring) && (line.keys.includes(key) || (key === 'process' && line.codes?.includes(press.code ?? ''))));
  return found?.action ?? null;
}
