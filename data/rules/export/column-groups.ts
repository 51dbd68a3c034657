import type { FormSection } from '../../schema/field.js';
import type { FieldDefinition } from '../../schema/fields.js';
import { text, type Text } from '../../schema/text.js';
import { columnsOf, isExported, mayStand, type SourceColumn } from './columns.js';
import type { TableOccasion } from './table-occasion.js';

/** A header over some columns. */
export interface LabelledColumns { readonly label: Text; readonly columns: readonly SourceColumn[] }
/** A header over the columns of some of the form's sections; the registry says which field is in which section. */
interface GroupOfSections { readonly label: Text; readonly sections: readonly FormSection[] }

const basics = text('基本情况', 'Basics');
const offer = text('招商信息', 'Offer');
const linked = text('关联资产', 'Linked assets');
/** Headers of either table in the order that the office sets; the linked assets of a project stand where no section is named. */
const groupsOf: Readonly<Record<'ledger' | 'projects', readonly GroupOfSections[]>> = {
  ledger: [
    { label: basics, sections: ['identity', 'place'] }, { label: text('规模', 'Size'), sections: ['size', 'detail'] }, { label: text('权属', 'Title'), sections: ['rights'] },
    { label: offer, sections: ['offer', 'story'] }, { label: text('管理与联系', 'Management and contact'), sections: ['people', 'system'] },
  ],
  projects: [
    { label: basics, sections: ['identity', 'place', 'story', 'size'] }, { label: offer, sections: ['offer', 'rights', 'detail'] },
    { label: linked, sections: [] }, { label: text('推进与联系', 'Progress and contact'), sections: ['people', 'system'] },
  ],
};

interface ColumnWish {
  readonly table: 'ledger' | 'projects';
  readonly fields: readonly FieldDefinition[];
  /** Columns that are derived from linked records, by the path that stands for them on screen. */
  readonly linked?: ReadonlyMap<string, readonly SourceColumn[]>;
}

/** The columns of a table with the headers over them: those that a person chose, in their order, or as the office sets them. `left` counts the chosen ones that these readers may not see. */
export function columnGroups({ table, fields, linked: derived = new Map() }: ColumnWish, { layout, internal, language }: TableOccasion): { readonly groups: readonly LabelledColumns[]; readonly left: number } {
  if (!layout?.columns) {
    const shown = fields.filter((entry) => entry.kind !== 'links' && isExported(entry, internal));
    return {
      left: 0,
      groups: groupsOf[table].map(({ label, sections }) => ({
        label, columns: sections.length === 0 ? [...derived.values()].flat() : sections.flatMap((section) => shown.filter((entry) => entry.section === section)).flatMap((entry) => columnsOf(entry, language)),
      })),
    };
  }
  const groups: { label: Text; columns: SourceColumn[] }[] = [];
  let left = 0;
  for (const path of new Set(layout.columns)) {
    const entry = fields.find((one) => one.path === path);
    const columns = derived.get(path) ?? (entry && mayStand(entry, internal) ? columnsOf(entry, language) : []);
    if (columns.length === 0) { left += 1; continue; }
    const label = derived.has(path) ? linked : groupsOf[table].find(({ sections }) => entry && sections.includes(entry.section))?.label ?? basics;
    const last = groups.at(-1);
    // Neighbours of one group share its header; where the order breaks a group, it stands again.
    if (last?.label === label) last.columns.push(...columns);
    else groups.push({ label, columns: [...columns] });
  }
  return { groups, left };
}
