import type { ImportSheet } from '../../../../data/schema/import-plan.js';
import { useSay } from '../../../state/language.js';
import { CategoryBadge } from '../../../ui/category-badge.js';
import { Icon } from '../../../ui/icon.js';
import type { PlacedSheet } from './concerns.js';

export const sheetKey = ({ file, sheet }: PlacedSheet) => `${file}:${sheet.name}`;

/** The sheets of all files, one of them chosen, each with how much it asks. */
export function SheetRail({ sheets, at, onChoose, countOf, countWords }: {
  sheets: readonly PlacedSheet[]; at: string; onChoose: (key: string) => void; countOf: (sheet: ImportSheet) => number; countWords: (count: number) => string;
}) {
  const say = useSay();
  return (
    <ul className="import-rail" aria-label={say('表格', 'Tables')}>
      {sheets.map((placed) => {
        const { sheet, fileName } = placed;
        const key = sheetKey(placed);
        const count = countOf(sheet);
        return (
          <li key={key}>
            <button type="button" aria-current={key === at} onClick={() => onChoose(key)}>
              {sheet.noun === 'asset' && sheet.category ? <CategoryBadge category={sheet.category} size={22} /> : <span className="import-rail-sign"><Icon name={sheet.noun === 'project' ? 'projects' : 'ledger'} size={16} /></span>}
              <span className="import-rail-words"><b>{sheet.name || fileName}</b>{sheet.name && sheet.name !== fileName && <small>{fileName}</small>}</span>
              {count > 0 ? <em className="figures" title={countWords(count)} aria-label={countWords(count)}>{count}</em> : <Icon name="check" size={16} />}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
