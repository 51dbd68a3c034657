import type { ImportSheet } from '../../../../data/schema/import-plan.js';
import { assetFields, projectFields } from '../../../../data/schema/fields.js';
import { categories } from '../../../../data/schema/vocabularies.js';
import { useSay } from '../../../state/language.js';

/** How each sheet was understood: what it holds, where its header is, which column became which field and why. */
export function ImportSheets({ sheets }: { sheets: readonly ImportSheet[] }) {
  const say = useSay();
  const labelOf = (sheet: ImportSheet, path: string) => {
    const field = (sheet.noun === 'project' ? projectFields : assetFields).find((entry) => entry.path === path);
    return field ? say(field.label) : path;
  };
  return (
    <div className="import-sheets">
      {[...sheets].sort((one, other) => Number(one.noun === null) - Number(other.noun === null)).map((sheet) => (
        <section key={sheet.name} className={sheet.noun === null ? 'import-sheet-skipped' : ''}>
          <h3>{sheet.name}</h3>
          <p>
            {sheet.noun === null ? <span className="tag">{say('未读', 'Skipped')}</span> : <span className="tag tag-good">{sheet.noun === 'asset' ? say('资产', 'Assets') : say('项目', 'Projects')}</span>}
            {sheet.category && <span className="tag">{say.word(categories, sheet.category)}</span>}
            {sheet.datum && <span className="tag">{sheet.datum}</span>}
            {sheet.headerRows && <span className="tag">{say(`表头 ${sheet.headerRows.join('–')} 行`, `Header rows ${sheet.headerRows.join('–')}`)}</span>}
            <span className="soft">{say(sheet.reason)}</span>
          </p>
          {sheet.noun !== null && sheet.columns.length > 0 && (
            <table>
              <thead><tr><th>{say('列', 'Column')}</th><th>{say('表头', 'Header')}</th><th>{say('记作', 'Taken as')}</th><th>{say('依据', 'Because')}</th></tr></thead>
              <tbody>
                {sheet.columns.map((column) => (
                  <tr key={column.column} className={column.path === null ? 'soft' : ''}>
                    <td>{column.column}</td><td>{column.header}</td>
                    <td>{column.path === null ? say('不读', 'Left out') : <b>{labelOf(sheet, column.path)}{column.unit ? <small> {column.unit}</small> : null}</b>}</td>
                    <td className="soft">{say(column.reason)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {sheet.skippedRows.length > 0 && (
            <details><summary>{say(`跳过 ${sheet.skippedRows.length} 行`, `${sheet.skippedRows.length} rows passed over`)}</summary>
              <ul>{sheet.skippedRows.map((row) => <li key={row.row}><span className="figures">{say(`第 ${row.row} 行`, `Row ${row.row}`)}</span> {say(row.reason)}</li>)}</ul>
            </details>
          )}
        </section>
      ))}
    </div>
  );
}
