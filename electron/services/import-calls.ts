import type { ImportPlanSummary, ImportResult } from '../../data/contract.js';
import { roleNamed } from '../../data/rules/import/choices.js';
import { keysOf } from '../../data/rules/import/import-plan.js';
import { previewPlaces } from '../../data/rules/import/preview-places.js';
import type { ChangeEntry } from '../../data/schema/change.js';
import type { Location } from '../../data/schema/common.js';
import { FailureError } from '../../data/schema/failure.js';
import { assetFields, projectFields } from '../../data/schema/fields.js';
import { isDoubtful, type ImportChoice, type ImportRow } from '../../data/schema/import-plan.js';
import type { Ledger } from '../storage/ledger.js';
import { checkPhotos, withPhotos, type ConfirmedPhoto } from './import/attach-photos.js';
import type { Mappings } from './import/mappings.js';
import type { ImportPlan } from './import/run-import.js';
import type { JobContext, Jobs } from './jobs.js';
import { storeMedia } from './media/store-media.js';
import { newKey } from './new-id.js';
import type { Handlers, Resource } from './program.js';
import type { SettingsStore } from './settings.js';
import type { Uploads } from './uploads.js';

type ImportCalls = Pick<Handlers, 'import.plan' | 'import.replan' | 'import.places' | 'import.rows' | 'import.apply' | 'import.discard'>;
interface KeptPlan { readonly plan: ImportPlan; readonly ledger: Ledger; readonly seq: number; readonly uploadIds: readonly string[]; applying: boolean; /** Where the ledger has its assets; made when first asked for. */ known?: ReadonlyMap<string, Location> }

export interface ImportTools {
  readonly ledger: () => Ledger;
  readonly jobs: Jobs;
  readonly uploads: Uploads;
  readonly settings: SettingsStore;
  readonly mappings: Mappings;
  readonly now: () => Date;
  readonly workerFile?: string | undefined;
  readonly mediaWorkerFile?: string | undefined;
}
export interface Imports {
  readonly calls: ImportCalls;
  /** The picture behind `uploads/<id>`: a photo of a plan that waits for a decision, and nothing else that was uploaded. */
  picture(uploadId: string): Promise<Resource | undefined>;
}

/** Plans that wait for a decision; older ones are dropped, so that a forgotten preview holds no memory. */
const keptPlans = 3;

const expired = () => new FailureError('not-found', { zh: '这次预览已失效，请重新选择文件导入。', en: 'This preview has expired; choose the files again.' });
const outOfDate = () => new FailureError('out-of-date', { zh: '预览之后账本又有改动，请重新预览再导入，以免覆盖。', en: 'The ledger changed after this preview; preview again so that nothing is overwritten.' });

const cancelled = () => new FailureError('cancelled', { zh: '导入已取消，账本没有改动。', en: 'The import was cancelled; the ledger is unchanged.' });

/** The ids of the records that a plan's rows make. */
const madeIds = ({ rows }: ImportPlan): Map<string, string> => new Map(rows.flat().flatMap((row) => (row.outcome === 'new' && row.recordId ? [[row.key, row.recordId] as const] : [])));

/** True where words (in small letters) stand in a row's name, code or village. */
const mentions = ({ name, code, cells }: ImportRow, words: string) => [name, code, cells.find((cell) => cell.path === 'village')?.after].some((value) => typeof value === 'string' && value.toLowerCase().includes(words));

/** Import as people see it: first a plan, made anew with every choice, then one undoable change. Until then not a byte of the ledger is touched. */
export function createImports({ ledger, jobs, uploads, settings, mappings, now, workerFile, mediaWorkerFile }: ImportTools): Imports {
  const plans = new Map<string, KeptPlan>();
  const find = (planId: string) => {
    const kept = plans.get(planId);
    if (!kept) throw expired();
    return kept;
  };
  const drop = async (planId: string) => {
    const kept = plans.get(planId);
    plans.delete(planId);
    if (kept) await uploads.discard(kept.uploadIds);
  };

  /** Plans files and keeps the plan; with `old` it takes that plan's place. */
  async function plan(uploadIds: readonly string[], choices: readonly ImportChoice[], { signal, progress }: JobContext, old?: string): Promise<ImportPlanSummary> {
    const target = ledger();
    const { seq } = target;
    // A record keeps its id over every choice, so that a photo which was given to it stays with it.
    const ids = old === undefined ? new Map<string, string>() : madeIds(find(old).plan);
    // Reading, matching and comparing are loaded with the first file that is taken in.
    const { planImport } = await import('./import/run-import.js');
    const made = await planImport(await uploads.files(uploadIds), { data: target.data }, { onProgress: progress, signal, now: now(), workerFile, ids, decided: { choices, remembered: mappings.byShape() } })
      // Files of which nothing can be planned are chosen anew; those of a plan that stays are its own.
      .catch(async (error: unknown) => { if (old === undefined) await uploads.discard(uploadIds); throw error; });
    // Thrown away in the meantime: its files are gone.
    if (old !== undefined && !plans.delete(old)) throw expired();
    const planId = newKey();
    plans.set(planId, { plan: made, ledger: target, seq, uploadIds, applying: false });
    for (const forgotten of [...plans.keys()].slice(0, -keptPlans)) if (!plans.get(forgotten)?.applying) await drop(forgotten);
    const photos = made.photos.map((photo) => (made.unusablePhotos.has(photo.file) ? photo : { ...photo, preview: `uploads/${uploadIds[photo.file] ?? ''}` }));
    return { planId, files: made.files, photos, ...(made.township ? { township: made.township } : {}) };
  }

  /** Stores confirmed photos in the ledger's media folder, one after the other. */
  async function store({ ledger: target, uploadIds, plan: { photos } }: KeptPlan, confirmed: readonly ConfirmedPhoto[], { signal, progress }: JobContext) {
    const stored = [];
    for (const [done, { file, assetId }] of confirmed.entries()) {
      if (signal.aborted) throw cancelled();
      const name = photos.find((photo) => photo.file === file)?.name ?? '';
      progress(done, confirmed.length, { zh: `存放照片「${name}」`, en: `Storing the photo “${name}”` });
      const [upload] = await uploads.files([uploadIds[file] as string]);
      if (upload) stored.push({ assetId, media: (await storeMedia(upload, { folder: target.folder, as: 'photo', workerFile: mediaWorkerFile })).media });
    }
    return stored;
  }

  /** Stores what is confirmed as one change. Until that is written, cancelling leaves the ledger as it is. */
  async function apply(kept: KeptPlan, skip: ReadonlySet<string>, confirmed: readonly ConfirmedPhoto[], context: JobContext): Promise<ImportResult> {
    const { plan: made, ledger: target, seq } = kept;
    const isCurrent = () => target === ledger() && target.seq === seq;
    if (!isCurrent()) throw outOfDate();
    const stamp = { at: now().toISOString(), by: target.server?.person ?? settings.get().operator };
    const { changeOf } = await import('./import/run-import.js');
    const rows = await changeOf(made, skip, stamp);
    const { assets } = target.data;
    checkPhotos(confirmed, { plan: made, assets, entries: rows });
    if (confirmed.length > 0 && target.readOnly) throw new FailureError('read-only', { zh: '账本现在只能查看，没有导入。', en: 'The ledger can only be read now; nothing was imported.' });
    const { entries, attached } = withPhotos(await store(kept, confirmed, context), { assets, entries: rows }, stamp);
    if (!isCurrent()) throw outOfDate();
    if (context.signal.aborted) throw cancelled();
    context.progress(confirmed.length, null, { zh: '写入账本', en: 'Writing to the ledger' });
    const change = entries.length > 0 ? await target.commit({ by: stamp.by, label: labelOf(made, rows, confirmed), entries }) : undefined;
    return { seq: change?.seq ?? seq, added: rows.filter((entry) => entry.before === null).length, changed: rows.filter((entry) => entry.before !== null).length, photos: attached };
  }

  const calls: ImportCalls = {
    'import.plan': ({ uploadIds }) => ({ jobId: jobs.start((context) => plan(uploadIds, [], context)) }),
    'import.replan': ({ planId, choices }) => {
      const kept = find(planId);
      checkChoices(choices, kept.plan);
      return { jobId: jobs.start((context) => plan(kept.uploadIds, choices, context, planId)) };
    },
    'import.places': ({ planId, file, sheet, datum }) => {
      const kept = find(planId);
      const { rows, raws, files } = kept.plan;
      kept.known ??= new Map(kept.ledger.data.assets.flatMap(({ id, location }) => (location ? [[id, location] as const] : [])));
      const placed = (rows[file] ?? []).flatMap((row, at) => (row.sheet === sheet && row.noun === 'asset' ? [{ row, raw: raws[file]?.[at] }] : []));
      return previewPlaces(placed, files[file]?.sheets.find((entry) => entry.name === sheet)?.datum, datum, (id) => kept.known?.get(id));
    },
    'import.rows': ({ planId, file, outcome, noun, doubtfulOnly, remarkedOnly, query, offset, limit }) => {
      const rows = find(planId).plan.rows[file] ?? [];
      const words = query?.trim().toLowerCase() ?? '';
      const chosen = rows.filter((row) => (!outcome || row.outcome === outcome) && (!noun || row.noun === noun) && (!doubtfulOnly || isDoubtful(row)) && (!remarkedOnly || row.doubts.length > 0) && (words === '' || mentions(row, words)));
      return { total: chosen.length, rows: chosen.slice(offset, offset + limit) };
    },
    'import.apply': ({ planId, skip, leaveOut, photos }) => {
      const kept = find(planId);
      if (kept.applying) throw new FailureError('wrong-input', { zh: '这份文件正在导入，请稍候。', en: 'These files are being imported; wait a moment.' });
      kept.applying = true;
      return { jobId: jobs.start(async (context) => {
        try {
          const result = await apply(kept, new Set([...skip, ...keysOf(kept.plan, leaveOut)]), photos, context);
          await drop(planId);
          // What is remembered is a convenience: that it cannot be written undoes no import.
          await mappings.keep(kept.plan.decisions, kept.plan.files.flatMap((file) => file.sheets.flatMap((sheet) => (sheet.shape && sheet.remembered ? [sheet.shape] : [])))).catch((error: unknown) => { console.error('Choices could not be remembered:', error instanceof Error ? error.message : error); });
          return result;
        } finally {
          kept.applying = false;
        }
      }) };
    },
    'import.discard': async ({ planId }) => { await drop(planId); return {}; },
  };
  return {
    calls,
    async picture(uploadId) {
      for (const { plan: made, uploadIds } of plans.values()) {
        const at = uploadIds.indexOf(uploadId);
        const format = made.files[at]?.format;
        if (at < 0 || made.unusablePhotos.has(at) || !made.photos.some((photo) => photo.file === at)) continue;
        const [file] = await uploads.files([uploadId]).catch(() => []);
        if (file && format) return { file: file.path, type: `image/${format}` };
      }
      return undefined;
    },
  };
}

function labelOf(plan: ImportPlan, rows: readonly ChangeEntry[], confirmed: readonly ConfirmedPhoto[]) {
  const photos = new Set(plan.photos.map((photo) => photo.file));
  const tables = plan.files.filter((file, at) => !file.refusal && !photos.has(at)).map((file) => file.file);
  if (rows.length === 0 || tables.length === 0) return { zh: `导入 ${confirmed.length} 张照片`, en: `Import ${confirmed.length} photos` };
  const also = confirmed.length > 0 ? { zh: ` 和 ${confirmed.length} 张照片`, en: ` and ${confirmed.length} photos` } : { zh: '', en: '' };
  return { zh: `导入 ${tables.join('、')}${also.zh}`, en: `Import ${tables.join(', ')}${also.en}` };
}

/** Refuses choices about files that are not there, and roles that no column can have. What does not fit a sheet is passed over later. */
function checkChoices(choices: readonly ImportChoice[], plan: ImportPlan): void {
  for (const { file, sheet, columns } of choices) {
    const found = plan.files[file];
    if (!found) throw new FailureError('wrong-input', { zh: '要改的文件不在这次导入里，请重新预览。', en: 'The file to be changed is not part of this import; preview again.' });
    for (const { role } of Object.values(columns ?? {})) {
      if (role === undefined || role === null || known.has(role) || roleNamed(role, 'asset', assetFields) || roleNamed(role, 'project', projectFields)) continue;
      throw new FailureError('wrong-input', { zh: `没有「${role}」这样的字段，请另选一个。`, en: `There is no field “${role}”; choose another.` }, { file: found.file, sheet, field: role });
    }
  }
}
/** Roles that the program gives columns by itself: wishing them back is allowed. */
const known: ReadonlySet<string> = new Set(['#sequence', '#ignored', '#datum', '#area-unit', '#tick']);
