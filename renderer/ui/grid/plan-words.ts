import type { Text } from '../../../data/schema/text.js';
import type { CellSet } from '../../state/cell-edits.js';
import type { CellPlan } from './cell-changes.js';

/** What a person did with many cells at once. */
export interface CellAction { readonly kind: 'paste' | 'fill-down' | 'fill-right' | 'clear' | 'cut' }

const names: Record<CellAction['kind'], Text> = {
  paste: { zh: '粘贴', en: 'Paste' }, 'fill-down': { zh: '向下填充', en: 'Fill down' }, 'fill-right': { zh: '向右填充', en: 'Fill right' }, clear: { zh: '清空', en: 'Clear' }, cut: { zh: '剪切', en: 'Cut' },
};
export const actionName = (action: CellAction): Text => names[action.kind];

const recordsIn = (sets: readonly CellSet[]) => new Set(sets.map((set) => set.id)).size;

/** What a change of cells is called in the history: 粘贴：12 宗 30 格. */
export function labelOf(action: CellAction, sets: readonly CellSet[]): Text {
  const name = actionName(action);
  return { zh: `${name.zh} ${recordsIn(sets)} 行 ${sets.length} 格`, en: `${name.en}: ${sets.length} cells in ${recordsIn(sets)} rows` };
}

const named = 2;

/** What a person is told afterwards: how many cells, which were left as they were and why, and what found no place. */
export function doneOf(plan: CellPlan, action: CellAction, nameAt: (row: number) => string, columnAt: (column: number) => Text | undefined): Text {
  const name = actionName(action);
  const { sets, refused, over } = plan;
  const zh = [sets.length > 0 ? `${name.zh}了 ${sets.length} 格，可以撤销` : `${name.zh}：没有要改的格`];
  const en = [sets.length > 0 ? `${name.en}: ${sets.length} cells; this can be undone` : `${name.en}: nothing to change`];
  if (refused.length > 0) {
    const said = refused.slice(0, named);
    const rest = refused.length - said.length;
    const where = (language: 'zh' | 'en') => said.map(({ row, column, words, reason }) => `${nameAt(row)} · ${columnAt(column)?.[language] ?? ''}${words ? ` “${words.slice(0, 16)}”` : ''}：${reason[language].replace(/[。.]$/, '')}`).join(language === 'zh' ? '；' : '; ');
    zh.push(`${refused.length} 格没有改（${where('zh')}${rest > 0 ? `；另 ${rest} 格` : ''}）`);
    en.push(`${refused.length} left as they were (${where('en')}${rest > 0 ? `; ${rest} more` : ''})`);
  }
  if (over.rows > 0) { zh.push(`末尾 ${over.rows} 行没有地方放；要新增资产请用「导入」`); en.push(`${over.rows} rows had no place; use Import to add records`); }
  if (over.columns > 0) { zh.push(`右边 ${over.columns} 列没有地方放`); en.push(`${over.columns} columns had no place`); }
  return { zh: `${zh.join('；')}。`, en: `${en.join('; ')}.` };
}
