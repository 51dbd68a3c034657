import { isFieldInMu } from '../../../data/rules/format.js';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import type { Category } from '../../../data/schema/vocabularies.js';

export type AreaUnit = 'mu' | 'm2';

/** The unit in which people speak of this area: built space in ㎡, watered land in 亩, sites as the category is used to. Apart from the drafts, whose parsers no page needs that only shows. */
export const areaUnitOf = (entry: Pick<FieldDefinition, 'path'>, category: Category | undefined): AreaUnit => (isFieldInMu(entry.path, category) ? 'mu' : 'm2');
