import { FailureError } from '../../../data/schema/failure.js';

/** Names that Windows keeps for devices, whatever their ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** A name as a folder may have it on Windows, macOS and Linux alike. Throws `wrong-input` when nothing of it can be used. */
export function folderName(name: string): string {
  const cleaned = name.normalize('NFC').replace(/[<>:"/\\|?*\u0000-\u001f]/g, '').replace(/^[. ]+|[. ]+$/g, '').trim();
  if (!cleaned || devices.test(cleaned)) throw new FailureError('wrong-input', { zh: '请起一个名字，不要用斜杠、冒号等符号。', en: 'Give it a name without slashes or colons.' }, { field: 'name' });
  return cleaned;
}
