import { fieldAt, leadOpenFields, leadPersonFields } from '../../schema/fields.js';
import type { LeadOpen, LeadPerson } from '../../schema/lead.js';
import { text } from '../../schema/text.js';
import { columnsOf, type SourceColumn } from '../export/columns.js';
import { listSeparator } from '../export/shown-text.js';
import type { TableSheet } from '../export/sheet.js';
import { sheetOf } from '../export/table-model.js';
import type { TableOccasion } from '../export/table-occasion.js';

/** A lead as a row: its times as days where the office is, its links by their names. */
export interface LeadRecord { readonly id: string; readonly lead: LeadOpen; readonly person: LeadPerson; readonly takenDay: string; readonly doneDay?: string | undefined; readonly assets: readonly string[]; readonly projects: readonly string[] }

/** 意向登记表 for staff, with names and phones: it is made on purpose, and says what it holds. */
export function leadTable(records: readonly LeadRecord[], occasion: TableOccasion): TableSheet {
  const { language } = occasion;
  const columns = (fields: typeof leadOpenFields, path: string, of: (record: LeadRecord) => object): SourceColumn<LeadRecord>[] =>
    columnsOf(fieldAt(fields, path), language).map((column) => ({ ...column, cell: (record: LeadRecord) => column.cell(of(record)) }));
  const person = (path: string) => columns(leadPersonFields, path, (record) => record.person);
  const open = (path: string) => columns(leadOpenFields, path, ({ lead, takenDay, doneDay }) => ({ ...lead, takenAt: takenDay, doneAt: doneDay }));
  const names = (path: string, of: (record: LeadRecord) => readonly string[]): SourceColumn<LeadRecord>[] => {
    const { label, width = 12 } = fieldAt(leadOpenFields, path);
    return [{ key: path, label, width, minimum: 7, align: 'left', digits: 0, summed: false, listed: true, cell: (record) => of(record).join(listSeparator(language)) || null }];
  };
  const until: SourceColumn<LeadRecord> = { key: 'until', label: text('保存到', 'Kept until'), width: 7.5, minimum: 7, align: 'center', digits: 0, summed: false, cell: ({ lead }) => lead.consent.until };
  const groups = [
    { label: text('是谁', 'Who'), columns: ['name', 'organisation', 'phone'].flatMap(person) },
    { label: text('想要什么', 'What is wanted'), columns: [...person('words'), ...names('assetIds', ({ assets }) => assets), ...names('projectIds', ({ projects }) => projects)] },
    { label: text('跟进', 'Follow-up'), columns: [...open('nextStep'), ...open('nextAt'), ...person('note'), ...open('doneAt')] },
    { label: text('登记', 'Taken'), columns: [...open('takenAt'), ...open('way'), ...open('takenBy'), until] },
  ];
  return sheetOf<LeadRecord>({
    // Every column here takes a LeadRecord; the model of tables knows records only as objects.
    occasion, groups: groups as unknown as readonly { label: typeof until.label; columns: readonly SourceColumn[] }[], left: 0, records, sections: undefined, notices: [], unitOfCount: text('条', ''),
    sheetName: text('意向登记', 'Leads'), title: text('招商意向登记表', 'Leads'),
    notes: [text('含个人信息：只用于招商联系，不得外传；用完即删，到期必删。', 'Holds personal data: only for contact about investing, for nobody else; delete it after use, and at the latest when its time is over.')],
  });
}
