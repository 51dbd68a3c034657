import { readReply } from '../../data/contract/read-reply.js';
import { CallFailure } from './call-failure.js';

/** Posts a file's bytes to the host. Throws a CallFailure with the host's sentence when it is refused. */
export async function uploadTo(address: string, file: File, headers: Record<string, string>, signal?: AbortSignal): Promise<string> {
  const response = await fetch(`${address}?name=${encodeURIComponent(file.name)}`, {
    method: 'POST', body: file, headers: { ...headers, 'content-type': 'application/octet-stream' }, ...(signal ? { signal } : {}),
  });
  const reply = readReply(await response.json());
  if (!reply.ok) throw new CallFailure(reply.failure);
  return (reply.value as { uploadId: string }).uploadId;
}
