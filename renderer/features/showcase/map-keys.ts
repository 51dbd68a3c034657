import { text, type Text } from '../../../data/schema/text.js';

export const keyGroups = { map: text('看地图', 'The map'), assets: text('看资产', 'Assets'), tools: text('工具', 'Tools'), measure: text('测量时', 'While measuring') } as const;
interface MapKey { readonly id: string; readonly group: keyof typeof keyGroups; /** `event.key` of each key that does it; letters in either case. */ readonly keys: readonly string[]; /** As the key card shows them. */ readonly shown: readonly string[]; readonly label: Text; /** Also while a key is held down. */ readonly repeats?: boolean }

/** Every key of the showcase's map, once: what is heard, what the key card says, what buttons name as their key. */
export const mapKeys = [
  { id: 'pan', group: 'map', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], shown: ['←', '↑', '↓', '→'], label: text('移动地图，按住 Shift 走得更远', 'Move the map; farther with Shift'), repeats: true },
  { id: 'closer', group: 'map', keys: ['+', '=', '＋'], shown: ['+'], label: text('放大', 'Zoom in'), repeats: true },
  { id: 'farther', group: 'map', keys: ['-', '_', '－'], shown: ['−'], label: text('缩小', 'Zoom out'), repeats: true },
  { id: 'all', group: 'map', keys: ['0'], shown: ['0'], label: text('看全乡', 'The whole township') },
  { id: 'heat', group: 'map', keys: ['h'], shown: ['H'], label: text('热力图', 'Heat map') },
  { id: 'next', group: 'assets', keys: ['PageDown'], shown: ['Page Down'], label: text('下一处资产（翻页笔同此）', 'Next asset (a clicker too)') },
  { id: 'previous', group: 'assets', keys: ['PageUp'], shown: ['Page Up'], label: text('上一处资产', 'Previous asset') },
  { id: 'enter', group: 'assets', keys: ['Enter'], shown: ['Enter'], label: text('打开十字旁资产的卡片', 'Open the card of the asset at the cross') },
  { id: 'list', group: 'assets', keys: ['l'], shown: ['L'], label: text('资产列表', 'List of assets') },
  { id: 'compare', group: 'assets', keys: ['c'], shown: ['C'], label: text('对比：先定一处，再选另一处', 'Compare: one asset, then another') },
  { id: 'measure', group: 'tools', keys: ['m'], shown: ['M'], label: text('测距离、测面积', 'Measure distance and area') },
  { id: 'nearby', group: 'tools', keys: ['n'], shown: ['N'], label: text('附近有什么', 'What is nearby') },
  { id: 'match', group: 'tools', keys: ['w'], shown: ['W'], label: text('投资匹配：说出意向，看谁合适', 'Matching: say a wish, see what answers it') },
  { id: 'print', group: 'tools', keys: ['p'], shown: ['P'], label: text('打印地图', 'Print the map') },
  { id: 'keys', group: 'tools', keys: ['?', '？'], shown: ['?'], label: text('这张按键卡', 'This card of keys') },
  { id: 'back', group: 'tools', keys: ['Escape'], shown: ['Esc'], label: text('退一步：工具、对比、卡片', 'One step back: tool, comparison, card') },
  { id: 'corner', group: 'measure', keys: [], shown: ['Enter'], label: text('在十字处定一点；回到起点即闭合', 'Set a corner at the cross; on the first one, close') },
  { id: 'takeBack', group: 'measure', keys: ['Backspace'], shown: ['Backspace'], label: text('退回一点', 'Take the last corner back'), repeats: true },
  { id: 'clear', group: 'measure', keys: ['Delete'], shown: ['Delete'], label: text('全部清除', 'Clear all') },
] as const satisfies readonly MapKey[];
export type MapKeyId = (typeof mapKeys)[number]['id'];
type Heard = Exclude<(typeof mapKeys)[number], { readonly keys: readonly [] }>['id'];

/** What each key does; answers false where it does nothing at the moment, so that the key is left to others. */
export type MapActions = Readonly<Record<Heard, (event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'target'>) => boolean | void>>;

const list: readonly MapKey[] = mapKeys;
/** The key that an event means, if any. */
export const keyOf = (event: Pick<KeyboardEvent, 'key' | 'repeat'>) => {
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return list.find(({ keys, repeats }) => keys.includes(pressed) && (repeats === true || !event.repeat)) as { readonly id: Heard } | undefined;
};
/** For `aria-keyshortcuts` and tips. */
export const shownKey = (id: MapKeyId): string => list.find((key) => key.id === id)!.shown[0]!;
