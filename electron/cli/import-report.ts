import type { CallOutput, ImportPlanSummary } from '../../data/contract.js';
import { assetFields, projectFields } from '../../data/schema/fields.js';
import type { Doubt, ImportPhoto, ImportRow } from '../../data/schema/import-plan.js';
import type { Text } from '../../data/schema/text.js';
import type { Session } from './session.js';
import { sentence, type Speech } from './speech.js';

type PlannedFile = ImportPlanSummary['files'][number];

/** What `import --json` prints of one file; rows count from 1 as the person sees them. */
export interface FileReport {
  readonly file: string;
  /** Why the whole file is refused; absent of a file that was read. */
  readonly refusal?: string;
  readonly sheets: readonly { readonly name: string; readonly noun: string | null; readonly headerRows?: readonly [number, number]; readonly reason: string; readonly columns: readonly { readonly column: string; readonly header: string; readonly path: string | null }[] }[];
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  /** Whatever is remarked on a row: what a person should look at, and notes on how a value was understood. */
  readonly doubtful: readonly { readonly sheet: string; readonly row: number; readonly field: string; readonly level: Doubt['level']; readonly reason: string }[];
  readonly refused: readonly { readonly sheet: string; readonly row: number; readonly reason: string }[];
  /** Of a photo: when and where it was taken, which assets it may show, the likeliest first, and what it lacks. */
  readonly photo?: {
    readonly takenAt?: string;
    readonly location?: { readonly lng: number; readonly lat: number };
    readonly candidates: readonly { readonly id: string; readonly name: string; readonly metres?: number; readonly sure: boolean; readonly reason: string }[];
    readonly notice?: string;
  };
}

/** The report of a file that could not be read at all. */
export const refusedFile = (file: string, refusal: string): FileReport => ({ file, refusal, sheets: [], new: 0, changed: 0, same: 0, doubtful: [], refused: [] });

const pageRows = 500;

async function rowsOf(session: Session, choice: { planId: string; file: number; outcome?: 'refused'; remarkedOnly?: boolean }): Promise<readonly ImportRow[]> {
  const rows: ImportRow[] = [];
  for (;;) {
    const page: CallOutput<'import.rows'> = await session.ask('import.rows', { ...choice, offset: rows.length, limit: pageRows });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

async function fileReport(session: Session, planId: string, planned: PlannedFile, photo: ImportPhoto | undefined, file: number, speech: Speech): Promise<FileReport> {
  const say = (text: Text | undefined) => (text ? sentence(text, speech) : '');
  const doubtful = await rowsOf(session, { planId, file, remarkedOnly: true });
  const refused = await rowsOf(session, { planId, file, outcome: 'refused' });
  return {
    file: planned.file,
    ...(planned.refusal ? { refusal: say(planned.refusal.message) } : {}),
    sheets: planned.sheets.map(({ name, noun, headerRows, reason, columns }) => ({
      name, noun, ...(headerRows ? { headerRows } : {}), reason: say(reason), columns: columns.map(({ column, header, path }) => ({ column, header, path })),
    })),
    new: planned.counts.new,
    changed: planned.counts.changed,
    same: planned.counts.same,
    doubtful: doubtful.flatMap(({ sheet, row, doubts }) => doubts.map(({ field, level, reason }) => ({ sheet, row, field, level, reason: say(reason) }))),
    refused: refused.map(({ sheet, row, reason }) => ({ sheet, row, reason: say(reason) })),
    ...(photo ? { photo: {
      ...(photo.takenAt ? { takenAt: photo.takenAt } : {}), ...(photo.location ? { location: photo.location } : {}),
      candidates: photo.candidates.map(({ assetId, name, metres, sure, reason }) => ({ id: assetId, name, ...(metres === undefined ? {} : { metres }), sure, reason: say(reason) })),
      ...(photo.notice ? { notice: say(photo.notice) } : {}),
    } } : {}),
  };
}

/** What a plan proposes, file by file, in the order the files were named. */
export async function importReport(session: Session, { planId, files, photos = [] }: ImportPlanSummary, speech: Speech): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const [at, planned] of files.entries()) reports.push(await fileReport(session, planId, planned, photos.find((photo) => photo.file === at), at, speech));
  return reports;
}

/** The word that people know a field by. */
function fieldWord(path: string, speech: Speech): string {
  const field = [...assetFields, ...projectFields].find((entry) => entry.path === path);
  return field ? sentence(field.label, speech) : path;
}

/** The same report for reading. */
export function reportLines(report: FileReport, speech: Speech): string[] {
  if (report.refusal) return [`${report.file}: ${report.refusal}`];
  const label = (zh: string, en: string) => sentence({ zh, en }, speech);
  if (report.photo) {
    const { candidates, notice } = report.photo;
    const proposed = candidates.map(({ name, sure, reason }) => `  ${sure ? label('应是', 'shows') : label('可能是', 'may show')}  ${name}  ${reason}`);
    return [`${report.file}: ${label('照片', 'photo')}${candidates.length === 0 ? ` · ${label('没有找到对应的资产', 'no asset found for it')}` : ''}`, ...proposed, ...(notice ? [`  ${notice}`] : [])];
  }
  const where = (sheet: string, row: number) => label(`${sheet ? `${sheet} ` : ''}第 ${row} 行`, `${sheet ? `${sheet} ` : ''}row ${row}`);
  return [
    `${report.file}: ${label('新增', 'new')} ${report.new} · ${label('更新', 'changed')} ${report.changed} · ${label('相同', 'same')} ${report.same} · ${label('存疑', 'doubtful')} ${new Set(report.doubtful.flatMap(({ sheet, row, level }) => (level === 'doubt' ? [`${sheet}#${row}`] : []))).size} · ${label('拒绝', 'refused')} ${report.refused.length}`,
    ...report.refused.map(({ sheet, row, reason }) => `  ${label('拒绝', 'refused')}  ${where(sheet, row)}  ${reason}`),
    ...report.doubtful.map(({ sheet, row, field, level, reason }) => `  ${level === 'doubt' ? label('存疑', 'doubtful') : label('说明', 'note')}  ${where(sheet, row)}  ${fieldWord(field, speech)}  ${reason}`),
  ];
}
