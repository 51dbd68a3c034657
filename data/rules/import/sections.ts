import { horizons, scales, stages, type Category } from '../../schema/vocabularies.js';
import { categoryIn } from './category.js';
import type { TableNoun } from './match-columns.js';
import { wordOf } from './parse-words.js';
import { withoutNumeral } from './row-kinds.js';

/** A heading within a table; 一、 ranks above （一）. */
export interface Section { readonly level: number; readonly title: string }

/** What headings give the rows below them: fields of a project, or the village and category of an asset. */
export interface SectionValues { readonly values: Readonly<Record<string, unknown>>; readonly village?: string; readonly category?: Category }

/** Reads the sections above a row. */
export function sectionValues(sections: readonly Section[], noun: TableNoun): SectionValues {
  const values: Record<string, unknown> = {};
  let village: string | undefined;
  let category: Category | undefined;
  for (const { title } of sections) {
    const words = withoutNumeral(title).replace(/^[【\[（(](.+)[】\])）]$/, '$1').replace(/[（(【].*?[)）】]/g, '').replace(/[:：].*$/, '').replace(/共?\d+[个宗处项座].*$/, '').trim();
    if (!words) continue;
    if (/(?:村|社区)$/.test(words) && words.length <= 14) village = words;
    if (noun === 'asset') {
      if (!/(?:村|社区)$/.test(words)) category = categoryIn(words) ?? category;
      continue;
    }
    const found = ([['horizon', horizons], ['scale', scales], ['stage', stages]] as const).find(([, list]) => wordOf(list, words) !== undefined);
    if (found) values[found[0]] = wordOf(found[1], words);
    else if (!/(?:村|社区)$/.test(words)) values['sector'] = words.replace(/(?:类)?(?:招商)?项目$|类$/, '') || words;
  }
  return { values, ...(village ? { village } : {}), ...(category ? { category } : {}) };
}
