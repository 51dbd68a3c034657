import { mkdir, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { OutputRequest } from '../../data/contract.js';
import type { TakeAway, TakeAwayPart, TakeAwayRequest } from '../../data/contract/take-away-calls.js';
import { isPublished } from '../../data/rules/projection.js';
import { FailureError } from '../../data/schema/failure.js';
import { text, type Text } from '../../data/schema/text.js';
import { realDisk } from '../storage/disk.js';
import type { Ledger } from '../storage/ledger.js';
import { folderName } from './folders/folder-name.js';
import { folderFailure } from './folders/list-folders.js';
import type { JobContext, Jobs } from './jobs.js';
import { newKey } from './new-id.js';
import type { Outputs } from './output-calls.js';
import type { Handlers } from './program.js';
import type { SettingsStore } from './settings.js';

interface TakeAwayMeans { readonly ledger: () => Ledger; readonly jobs: Jobs; readonly outputs: Pick<Outputs, 'makeInto' | 'keep'>; readonly settings: SettingsStore }
type TakeAwayCalls = Pick<Handlers, 'takeAway.start' | 'takeAway.place'>;

const partWords: Readonly<Record<TakeAwayPart, Text>> = { brochure: text('手册', 'Brochure'), web: text('网页', 'Page'), table: text('表格', 'Table') };

/** What each part is asked for. All are for the public, whoever they are made for: they leave the house. */
function requestOf(part: TakeAwayPart, ids: string[], { language, dedication }: TakeAwayRequest): OutputRequest {
  switch (part) {
    case 'brochure': return { kind: 'brochure', format: 'pdf', audience: 'public', language, ids, bleed: false, ...(dedication ? { dedication } : {}) };
    case 'web': return { kind: 'web', format: 'zip', audience: 'public', language, ids };
    case 'table': return { kind: 'ledger', format: 'xlsx', audience: 'public', language, ids, encoding: 'utf-8' };
  }
}

/** Where a folder of this name can be made: with a number behind it where the name is taken. */
async function freeFolder(parent: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = join(parent, number === 1 ? name : `${name} ${number}`);
    if (!(await stat(folder).then(() => true, () => false))) return folder;
  }
}

/** The chosen assets for one investor, as brochure, page and table in one folder; made in one job. */
export function takeAwayCalls({ ledger, jobs, outputs, settings }: TakeAwayMeans): TakeAwayCalls {
  async function make(request: TakeAwayRequest, context: JobContext): Promise<TakeAway> {
    const { signal } = context;
    const shown = request.assetIds.filter((id) => { const asset = ledger().asset(id); return asset !== undefined && isPublished(asset); });
    if (shown.length === 0) throw new FailureError('wrong-input', text('所选的资产都已下架或删除，没有可带走的。请另选几宗。', 'All the chosen assets were withdrawn or removed, so there is nothing to take away. Choose others.'), { field: 'assetIds' });
    const parent = resolve(request.parent);
    const name = folderName(request.name);
    // Until all is whole it lies under another name: what an interruption leaves is no take-away.
    const temporary = join(parent, `.xishan-${newKey()}`);
    const found = await stat(parent).catch((error: unknown) => { throw folderFailure(error, parent); });
    if (!found.isDirectory()) throw folderFailure({ code: 'ENOTDIR' }, parent);
    try {
      await mkdir(temporary).catch((error: unknown) => { throw folderFailure(error, parent); });
      const made: { name: string; bytes: number }[] = [];
      const notices: Text[] = shown.length === request.assetIds.length ? [] : [text(`有 ${request.assetIds.length - shown.length} 宗已下架或删除，没有放进去。`, `${request.assetIds.length - shown.length} were withdrawn or removed and are not in it.`)];
      for (const [at, part] of [...new Set(request.parts)].entries()) {
        const words = partWords[part];
        const numbered = (step: Text): Text => text(`${at + 1}/${request.parts.length} ${words.zh}：${step.zh}`, `${at + 1}/${request.parts.length} ${words.en}: ${step.en}`);
        const finished = await outputs.makeInto(requestOf(part, shown, request), temporary, { signal, progress: (done, total, step) => context.progress(done, total, numbered(step)) });
        made.push(finished);
        notices.push(...finished.notices);
      }
      signal.throwIfAborted();
      const folder = await freeFolder(parent, name);
      await realDisk.rename(temporary, folder);
      await realDisk.syncFolder(parent);
      await settings.set({ takeAway: { parts: [...request.parts], language: request.language, parent } });
      return { folder, files: made.map((file) => outputs.keep({ ...file, file: join(folder, file.name) })), notices: notices.filter((notice, at) => notices.findIndex(({ en }) => en === notice.en) === at) };
    } catch (error) {
      await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
      throw error;
    }
  }
  return {
    'takeAway.start': (request) => ({ jobId: jobs.start((context) => make(request, context)) }),
    'takeAway.place': async () => {
      const { parent } = settings.get().takeAway;
      const isThere = (path: string) => stat(path).then((found) => found.isDirectory(), () => false);
      if (parent !== undefined && (await isThere(parent))) return { parent };
      const [documents] = (await Promise.all(['Documents', '文档', 'Desktop', '桌面'].map(async (name) => ((await isThere(join(homedir(), name))) ? join(homedir(), name) : undefined)))).filter((path) => path !== undefined);
      return { parent: documents ?? homedir() };
    },
  };
}
