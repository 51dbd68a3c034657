import { join } from 'node:path';
import { fileNameOf } from '../../../data/rules/export/file-name.js';
import { nameIn } from '../../../data/rules/export/shown-text.js';
import { leadTable, type LeadRecord } from '../../../data/rules/lead/lead-table.js';
import { publicProfile } from '../../../data/rules/projection.js';
import type { Language } from '../../../data/schema/text.js';
import type { Ledger } from '../../storage/ledger.js';
import type { ExportedFile } from '../export/export-table.js';
import { makeFile } from '../export/finished-file.js';
import { writeXlsx } from '../export/write-xlsx.js';
import type { JobContext } from '../jobs.js';
import type { ToldLead } from '../lead-calls.js';

interface ExportMeans { readonly ledger: Ledger; readonly folder: string; readonly language: Language; readonly today: string; readonly dayOf: (date: Date) => string; readonly workerFile?: string | undefined; readonly context: JobContext }

/** Writes leads with names and phones as a workbook, marked 内部资料. Fails with a FailureError, also when cancelled. */
export async function exportLeads(leads: readonly ToldLead[], { ledger, folder, language, today, dayOf, workerFile, context: { signal, progress } }: ExportMeans): Promise<ExportedFile> {
  const names = (ids: readonly string[], find: (id: string) => { name: string; nameEn?: string | undefined } | undefined) => ids.flatMap((id) => { const found = find(id); return found ? [nameIn(found, language)] : []; });
  const records = leads.map(({ lead, person }): LeadRecord => ({
    id: lead.id, lead, person, takenDay: dayOf(new Date(lead.takenAt)), doneDay: lead.doneAt && dayOf(new Date(lead.doneAt)),
    assets: names(lead.assetIds, (id) => ledger.asset(id)), projects: names(lead.projectIds, (id) => ledger.project(id)),
  }));
  const sheet = leadTable(records, { language, internal: true, today, township: publicProfile(ledger.data.profile) });
  const name = fileNameOf(sheet.head, today, 'xlsx');
  const file = join(folder, name);
  const step = { zh: '写出意向登记表', en: 'Writing the leads' };
  const bytes = await makeFile(file, async (temporary) => { await writeXlsx(temporary, [sheet], { today, workerFile, onProgress: (done, total) => progress(done, total, step), signal }); }, signal);
  return { file, name, bytes, notices: [{ zh: '表里有姓名和电话。用完请删除，不要发到群里。', en: 'It holds names and phones. Delete it after use, and do not send it around.' }] };
}
