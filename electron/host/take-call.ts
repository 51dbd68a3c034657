import type { CallCircle, Reply } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import { text } from '../../data/schema/text.js';
import type { Program } from '../services/program.js';
import { jsonAnswer, refusal, type Answer } from './answer.js';
import type { Dispatch } from './dispatch.js';

export const callLimitBytes = 64 * 1024 * 1024;
export const uploadLimitBytes = 512 * 1024 * 1024;

const tooLarge = () => refusal(413, '内容太大。 Too large.', { connection: 'close' });

async function readWhole(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    length += part.length;
    if (length > limit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

/** Reads `{name, input}` from a body and makes the call. `declared` is the content length as announced, if it was. */
export async function takeCall(dispatch: Dispatch, circle: CallCircle, bytes: AsyncIterable<Uint8Array>, declared: number | undefined): Promise<Answer> {
  if ((declared ?? 0) > callLimitBytes) return tooLarge();
  const body = await readWhole(bytes, callLimitBytes);
  if (!body) return tooLarge();
  let asked: unknown;
  try {
    asked = JSON.parse(body.toString('utf8'));
  } catch {
    return refusal(400, '不是 JSON。 Not JSON.');
  }
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return refusal(400, '缺调用名。 The call has no name.');
  const { name, input } = asked as { name?: unknown; input?: unknown };
  return jsonAnswer(await dispatch(name, input, circle));
}

/** Streams a file's bytes into the program; answers with `{ok: true, value: {uploadId}}` or a failure. */
export async function takeUpload(program: Pick<Program, 'acceptUpload'>, name: string, bytes: AsyncIterable<Uint8Array>, declared: number | undefined): Promise<Answer> {
  if ((declared ?? 0) > uploadLimitBytes) return tooLarge();
  try {
    return jsonAnswer({ ok: true, value: { uploadId: await program.acceptUpload(name, bytes) } } satisfies Reply);
  } catch (error) {
    if (error instanceof FailureError) return jsonAnswer({ ok: false, failure: error.failure } satisfies Reply);
    console.error(`[upload] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return jsonAnswer({ ok: false, failure: { code: 'internal', message: text('文件没有收下。请再试一次。', 'The file was not taken in. Try again.'), place: { file: name } } } satisfies Reply);
  }
}
