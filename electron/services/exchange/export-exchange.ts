import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExchangeRequest } from '../../../data/contract/exchange.js';
import { carriedOf, type CarriedCircle, type ExchangedNoun } from '../../../data/rules/merge/carried.js';
import { chosenRecords, isInPart, isWhole, type Part } from '../../../data/rules/merge/chosen-part.js';
import { packStates } from '../../../data/rules/merge/past-states.js';
import type { Asset } from '../../../data/schema/asset.js';
import { profileId, schemaVersion, type LedgerData, type NounName } from '../../../data/schema/ledger.js';
import { text, type Text } from '../../../data/schema/text.js';
import type { Ledger } from '../../storage/ledger.js';
import { pace } from '../../storage/slices.js';
import { makeFile, throwIfCancelled } from '../export/finished-file.js';
import type { ExportedFile } from '../export/export-table.js';
import { folderName } from '../folders/folder-name.js';
import type { JobContext } from '../jobs.js';
import { exchangeEnding, exchangeFormat, exchangeVersion, mostStates, type ExchangeHead, type ExchangeRecord } from './exchange-format.js';
import { refuseExchange } from './exchange-refusals.js';
import { runExchange } from './exchange-thread.js';
import { trailsOfLedger, type LedgerTrails } from './ledger-trails.js';
import { entryOfMedium, mediaOfRecords, placesOfMedium } from './media-of-records.js';

export interface ExchangeExport {
  readonly ledger: Ledger;
  /** The folder that the finished file is put in; it must be there. */
  readonly folder: string;
  readonly today: string;
  readonly by: string;
  readonly now: Date;
  /** Where the sample's pictures are shipped. */
  readonly shippedMedia: string;
  readonly workerFile?: URL | string | undefined;
  readonly run: Pick<JobContext, 'signal' | 'progress'>;
  /** Of a whole ledger, only these records, where the rest is known to be the same at the other desk. */
  readonly only?: (noun: NounName, id: string) => boolean;
}

/** The most that media may come to, in bytes: a reader takes in no more. */
const mostMedia = 500 * 2 ** 20;
/** How long packing may go without a word, in milliseconds: it is the ledger's own data, and compressing much of it is one long step. */
const packingPatience = 600_000;
const writing: Text = text('写出记录', 'Writing the records');
const packing: Text = text('装入照片', 'Packing the photos');

interface Chosen { readonly noun: ExchangedNoun; readonly id: string; readonly record: object }

/** What goes along. A tour and the township's profile go with a whole ledger only; without internal fields no tour does. */
function chosenOf(data: LedgerData, part: Part, circle: CarriedCircle): { records: Chosen[]; leftProjects: number } {
  const { assets, projects, leftProjects } = chosenRecords(data, part);
  const listed = (noun: ExchangedNoun, list: readonly { readonly id: string }[]) => list.map((record): Chosen => ({ noun, id: record.id, record }));
  return { leftProjects, records: [
    ...(isWhole(part) ? [{ noun: 'profile', id: profileId, record: data.profile } as const] : []), ...listed('asset', assets), ...listed('project', projects),
    ...(isWhole(part) && circle === 'whole' ? listed('tour', data.tours) : []),
  ] };
}

/** Writes the records of a part of a ledger, with their trails and media, as a file that another desk can merge. Fails with a FailureError and leaves no file then. */
export async function exportExchange({ audience, part }: ExchangeRequest, { ledger, folder, today, by, now, shippedMedia, workerFile, run, only = () => true }: ExchangeExport): Promise<ExportedFile> {
  const circle: CarriedCircle = audience === 'internal' ? 'whole' : 'outer';
  const { data } = ledger;
  const { records: chosen, leftProjects } = chosenOf(data, part, circle);
  const records = chosen.filter(({ noun, id }) => only(noun, id));
  if (!isWhole(part) && !records.some(({ noun }) => noun === 'asset')) throw refuseExchange.nothing();
  const township = data.profile.name;
  const name = `${folderName(township.zh)}-交换件${isWhole(part) ? '' : '（部分）'}-${today}.${exchangeEnding}`;
  const file = join(folder, name);
  const media = await foundMedia(ledger, records, circle, data.profile.sample ? shippedMedia : undefined);
  const lines = join(folder, '.records');
  try {
    await writeRecords(lines, ledger, { records, part, circle, run, only });
    const head: Omit<ExchangeHead, 'records' | 'checksum'> = {
      format: exchangeFormat, version: exchangeVersion, schema: schemaVersion, madeAt: now.toISOString(), by: circle === 'whole' ? by : '', ledger: township, sample: data.profile.sample, circle,
      whole: isWhole(part), assets: records.filter(({ noun }) => noun === 'asset').length, projects: records.filter(({ noun }) => noun === 'project').length,
    };
    const bytes = await makeFile(file, async (temporary) => {
      await runExchange({ kind: 'pack', file: temporary, head: JSON.stringify(head), records: lines, media: media.found }, { signal: run.signal, workerFile, patience: packingPatience, stuck: () => refuseExchange.stuck(name), onProgress: (done, total) => run.progress(done, total, packing) });
    }, run.signal);
    return { file, name, bytes, notices: noticesOf(leftProjects, media.missing) };
  } finally {
    await rm(lines, { force: true });
  }
}

function noticesOf(leftProjects: number, missing: number): Text[] {
  return [
    ...(leftProjects === 0 ? [] : [text(`有 ${leftProjects} 个项目还连着没选的资产，没有带上。`, `${leftProjects} projects link other assets as well and were not taken along.`)]),
    ...(missing === 0 ? [] : [text(`有 ${missing} 个照片或附件在账本文件夹里找不到，没有带上。`, `${missing} photos or documents were not found in the ledger's folder and were left out.`)]),
  ];
}

async function foundMedia(ledger: Ledger, records: readonly Chosen[], circle: CarriedCircle, shippedMedia: string | undefined) {
  const assets = records.flatMap(({ noun, record }) => (noun === 'asset' ? [record as Asset] : []));
  const found: { name: string; path: string }[] = [];
  let [bytes, missing] = [0, 0];
  for (const medium of mediaOfRecords(assets, records.some(({ noun }) => noun === 'tour') ? ledger.data.tours : [], circle === 'whole')) {
    let isFound = false;
    for (const path of placesOfMedium(medium, ledger.folder, shippedMedia)) {
      const state = isFound ? undefined : await stat(path).catch(() => undefined);
      if (!state?.isFile()) continue;
      isFound = true;
      bytes += state.size;
      found.push({ name: entryOfMedium(medium), path });
    }
    if (!isFound) missing += 1;
  }
  if (bytes > mostMedia) throw refuseExchange.tooLarge(bytes);
  return { found, missing };
}

/** Writes one record to a line: those of the part, and what was removed of it. */
async function writeRecords(file: string, ledger: Ledger, { records, part, circle, run, only }: { records: readonly Chosen[]; part: Part; circle: CarriedCircle } & Required<Pick<ExchangeExport, 'run' | 'only'>>): Promise<void> {
  const reader = ledger.reader();
  const handle = await open(file, 'wx');
  try {
    const chosen = new Set(records.map(({ noun, id }) => `${noun} ${id}`));
    const mine = await trailsOfLedger(ledger, reader, circle, run, (noun, id) => only(noun, id) && (isWhole(part) || chosen.has(`${noun} ${id}`) || noun === 'asset'));
    const steps = pace();
    let pending = '';
    const put = async (line: ExchangeRecord) => {
      pending += `${JSON.stringify(line)}\n`;
      if (pending.length < 1 << 18) return;
      await handle.writeFile(pending);
      pending = '';
    };
    for (const [at, { noun, id, record }] of records.entries()) {
      throwIfCancelled(run.signal);
      await put(await lineOf(mine, noun, id, record, circle));
      if ((at & 127) === 0) run.progress(at, records.length, writing);
      if (steps.isDue) await steps.rest();
    }
    for (const { noun, id } of mine.trails.removed()) {
      const last = isWhole(part) ? undefined : await lastStateOf(mine, noun, id);
      if (isWhole(part) || (noun === 'asset' && !part.ids && last && isInPart(part)(last as Asset))) await put(await lineOf(mine, noun, id, null, circle));
    }
    await handle.writeFile(pending);
  } finally {
    await handle.close();
    await reader.close();
  }
}

/** What a removed record was before it was removed. */
async function lastStateOf(mine: LedgerTrails, noun: ExchangedNoun, id: string): Promise<object | null | undefined> {
  return mine.state(mine.trailOf(noun, id, null).at(-2)?.ref);
}

async function lineOf(mine: LedgerTrails, noun: ExchangedNoun, id: string, record: object | null, circle: CarriedCircle): Promise<ExchangeRecord> {
  const trail = mine.trailOf(noun, id, record);
  const carried = (state: object | null | undefined) => state && carriedOf(noun, state, circle);
  const earlier = [];
  for (const step of trail.slice(-mostStates - 1, -1)) earlier.push(carried(await mine.state(step.ref)));
  const now = carried(record) ?? null;
  return { noun, id, record: now, trail: trail.map(({ key, also }) => ({ key, ...(also ? { also: [...also] } : {}) })), past: packStates([...earlier, now]) };
}
