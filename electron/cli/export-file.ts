import { copyFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CallInput, JobState, OutputFile } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import type { Text } from '../../data/schema/text.js';
import { makeFile } from '../services/export/finished-file.js';
import type { Session } from './session.js';

export interface ExportReport { readonly out: string; readonly bytes: number; readonly notices: readonly Text[] }

/** Makes an output and puts it at `out`, where it appears only when it is whole. An older file of that name is replaced. */
export async function exportFile(session: Session, request: CallInput<'output.start'>, out: string, onStep: (job: JobState & { state: 'running' }) => void): Promise<ExportReport> {
  if ((await stat(out).catch(() => undefined))?.isDirectory()) {
    throw new FailureError('wrong-input', { zh: `「${basename(out)}」是文件夹，请在 --out 里写上文件名。`, en: `“${basename(out)}” is a folder; give --out a file's name.` }, { file: basename(out) });
  }
  const { jobId } = await session.ask('output.start', request);
  const result = await session.finish(jobId, onStep) as OutputFile & { notices?: readonly Text[] };
  const resource = await session.program.resource(`outputs/${result.fileId}`);
  if (!resource || !('file' in resource)) throw new FailureError('not-found', { zh: '导出的文件不见了，请再试一次。', en: 'The exported file is gone; try again.' });
  const bytes = await makeFile(out, (temporary) => copyFile(resource.file, temporary));
  return { out, bytes, notices: result.notices ?? [] };
}
