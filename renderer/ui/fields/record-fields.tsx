import type { ReactNode } from 'react';
import type { FormSection } from '../../../data/schema/field.js';
import { valueAt, type FieldDefinition } from '../../../data/schema/fields.js';
import type { Category } from '../../../data/schema/vocabularies.js';
import { useSay } from '../../state/language.js';
import { FieldEditor } from './field-editor.js';
import { formSections, isWide, writtenOf } from './form-sections.js';
import { valueText } from './value-text.js';

interface RecordFieldsProps {
  readonly record: object;
  readonly fields: readonly FieldDefinition[];
  readonly category?: Category;
  readonly readOnly: boolean;
  /** Paths that are edited elsewhere. */
  readonly omit?: readonly string[];
  /** Parts that stand in a field's place and edit it in their own way, by path. */
  readonly instead?: Readonly<Record<string, ReactNode>>;
  /** Other names for some of the sections. */
  readonly titles?: Partial<Record<FormSection, string>>;
  readonly save: (path: string, value: unknown) => Promise<void>;
  readonly onReload: () => void;
}

/** Every field of a record, section by section, saved field by field; what the program keeps stands at the foot. Made from the registry alone. */
export function RecordFields({ record, fields, category, readOnly, omit = [], instead = {}, titles = {}, save, onReload }: RecordFieldsProps) {
  const say = useSay();
  const kept = fields.filter((entry) => entry.section === 'system').flatMap((entry) => {
    const words = valueText(entry, valueAt(record, entry.path), say.language);
    return words === '' ? [] : [{ entry, words }];
  });
  return (
    <>
      {formSections.map(({ section, label }) => {
        const own = fields.filter((entry) => entry.section === section && entry.kind !== 'system' && !omit.includes(entry.path));
        return own.length === 0 ? null : (
          <section key={section} className="fields-section">
            <h3>{titles[section] ?? say(label)}</h3>
            <div className="fields-grid">
              {own.map((entry) => (
                <div key={entry.path} className={isWide(entry) ? 'fields-wide' : ''}>
                  {instead[entry.path] ?? <FieldEditor entry={entry} value={valueAt(record, entry.path)} category={category} readOnly={readOnly} written={writtenOf(entry, fields, record, say.language, category)} save={(value) => save(entry.path, value)} onReload={onReload} />}
                </div>
              ))}
            </div>
          </section>
        );
      })}
      {kept.length > 0 && (
        <section className="fields-section fields-kept">
          <h3>{say('记录', 'Record')}</h3>
          <dl>{kept.map(({ entry, words }) => <div key={entry.path}><dt>{say(entry.label)}</dt><dd className="figures">{words}</dd></div>)}</dl>
        </section>
      )}
    </>
  );
}
