import { copyFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { CallInput, FinishedOutput, JobState, OutputFile } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import type { Text } from '../../data/schema/text.js';
import { makeFile } from '../services/export/finished-file.js';
import type { Session } from './session.js';

export interface ExportReport { readonly out: string; readonly bytes: number; readonly notices: readonly Text[]; readonly poster?: string }
/** Files of this machine that go with an output: a film's music, and where its poster is to be put. */
export interface Beside { readonly music?: string | undefined; readonly poster?: string | undefined }

/**
 * Makes an output and puts it at `out`, where it appears only when it is whole. An older file of that name is replaced. Where another kind
 * of file was made than was asked for, it goes by that kind's ending, for under the other nothing would open it.
 */
export async function exportFile(session: Session, request: CallInput<'output.start'>, out: string, onStep: (job: JobState & { state: 'running' }) => void, { music, poster }: Beside = {}): Promise<ExportReport> {
  for (const file of [out, ...(poster ? [poster] : [])]) await refuseFolder(file);
  const { jobId } = await session.ask('output.start', music === undefined ? request : { ...request, music: session.program.acceptFile(music) } as typeof request);
  const result = await session.finish(jobId, onStep) as OutputFile & Partial<FinishedOutput>;
  const ending = extname(result.name);
  const target = ending === `.${request.format}` ? out : join(dirname(out), basename(out, extname(out)) + ending);
  const bytes = await put(session, result, target);
  if (poster !== undefined && result.poster) await put(session, result.poster, poster);
  return { out: target, bytes, notices: result.notices ?? [], ...(poster === undefined ? {} : { poster }) };
}

async function refuseFolder(file: string): Promise<void> {
  if ((await stat(file).catch(() => undefined))?.isDirectory()) {
    throw new FailureError('wrong-input', { zh: `「${basename(file)}」是文件夹，请在 --out 里写上文件名。`, en: `“${basename(file)}” is a folder; give --out a file's name.` }, { file: basename(file) });
  }
}

async function put(session: Session, { fileId }: OutputFile, out: string): Promise<number> {
  const resource = await session.program.resource(`outputs/${fileId}`);
  if (!resource || !('file' in resource)) throw new FailureError('not-found', { zh: '导出的文件不见了，请再试一次。', en: 'The exported file is gone; try again.' });
  return makeFile(out, (temporary) => copyFile(resource.file, temporary));
}
