import type { Asset } from '../../schema/asset.js';
import type { Person } from '../../schema/common.js';
import { fieldsOfCategory, isSeenBy, projectFields, valueAt, type FieldDefinition } from '../../schema/fields.js';
import type { Project } from '../../schema/project.js';
import type { Language } from '../../schema/text.js';
import { shownText } from '../export/shown-text.js';

const kinds = new Set(['text', 'long-text', 'person', 'choice', 'choices', 'tags', 'date']);

function linesOfRecord(record: Asset | Project, fields: readonly FieldDefinition[], language: Language): string[] {
  return fields.filter((entry) => kinds.has(entry.kind) && !isSeenBy('public', entry)).flatMap((entry) => {
    const value = valueAt(record, entry.path);
    const said = entry.kind === 'person' ? [(value as Person | undefined)?.name, (value as Person | undefined)?.phone].filter(Boolean).join(' ') : shownText(entry, value, language);
    return said === '' ? [] : [`${entry.label[language]}${language === 'zh' ? '：' : ': '}${said}`];
  });
}

/** What only the staff know of an asset or a project, line by line: for the notes pages of their own edition. */
export const staffNotes = {
  asset: (asset: Asset, language: Language): string[] => linesOfRecord(asset, fieldsOfCategory(asset.category), language),
  project: (project: Project, language: Language): string[] => linesOfRecord(project, projectFields, language),
};
