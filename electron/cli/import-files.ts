import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportPlanSummary, JobState } from '../../data/contract.js';
import { profileId } from '../../data/schema/ledger.js';
import { text, type Text } from '../../data/schema/text.js';
import { importReport, refusedFile, type FileReport } from './import-report.js';
import type { Session } from './session.js';
import { sentence, type Speech } from './speech.js';

/** Why a named file cannot even be handed to the import, if so. */
async function unfit(file: string): Promise<Text | undefined> {
  const name = basename(file);
  const found = await stat(file).catch(() => undefined);
  if (!found) return text(`找不到文件「${name}」，请核对路径。`, `The file “${name}” was not found; check the path.`);
  return found.isFile() ? undefined : text(`「${name}」不是文件。`, `“${name}” is not a file.`);
}

/** The photos that show one asset for sure, and that asset. */
const surePhotos = (plan: ImportPlanSummary) => (plan.photos ?? []).flatMap(({ file, candidates: [first] }) => (first?.sure ? [{ file, assetId: first.assetId }] : []));

/** Names a ledger that this import was the first to fill, and that is still called like its folder, after the township that the files state. */
async function nameAfter(session: Session, township: string | undefined): Promise<void> {
  if (!township) return;
  const { seq, folder, readOnly } = await session.ask('ledger.status', {});
  const { name } = await session.ask('desk.profile', {});
  if (seq !== 1 || readOnly || name.zh !== basename(folder) || /(?:乡|镇|街道)$/.test(name.zh)) return;
  await session.ask('desk.apply', { edits: [{ kind: 'set', noun: 'profile', id: profileId, path: 'name', value: { zh: township, en: township } }], label: text('按文件里的填报单位给账本取名', 'Name the ledger after the office in the files') });
}

/**
 * Plans an import of files, reports it, and applies all that it proposes as one change unless this is a dry run. Photos are proposed
 * only; `attachPhotos` gives assets those that are sure.
 * Reports come in the order the files were named.
 */
export async function importFiles(session: Session, files: readonly string[], options: { dryRun: boolean; attachPhotos: boolean; speech: Speech; onStep: (job: JobState & { state: 'running' }) => void }): Promise<readonly FileReport[]> {
  const { speech, dryRun, attachPhotos } = options;
  const named = await Promise.all(files.map(async (file) => ({ file, refusal: await unfit(file) })));
  const fit = named.filter(({ refusal }) => !refusal);
  let planned: FileReport[] = [];
  if (fit.length > 0) {
    const { jobId } = await session.ask('import.plan', { uploadIds: fit.map(({ file }) => session.program.acceptFile(file)) });
    const plan = await session.finish(jobId, options.onStep) as ImportPlanSummary;
    planned = await importReport(session, plan, speech);
    const photos = attachPhotos ? surePhotos(plan) : [];
    const changes = photos.length > 0 || planned.some((report) => report.new > 0 || report.changed > 0);
    if (changes && !dryRun) {
      const applying = await session.ask('import.apply', { planId: plan.planId, photos });
      await session.finish(applying.jobId, options.onStep);
      await nameAfter(session, plan.township);
    } else await session.ask('import.discard', { planId: plan.planId });
  }
  const rest = planned[Symbol.iterator]();
  return named.flatMap(({ file, refusal }) => (refusal ? refusedFile(basename(file), sentence(refusal, speech)) : rest.next().value ?? []));
}
