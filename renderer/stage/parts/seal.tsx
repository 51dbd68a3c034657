import { statuses, type Status } from '../../../data/schema/vocabularies.js';
import { labelOf } from '../../../data/schema/vocabulary.js';
import type { StageSay } from '../stage-say.js';

/** What still waits for somebody is sealed in cinnabar; what is taken, in quiet ink. */
export const openStatuses: ReadonlySet<Status> = new Set(['idle', 'partly-idle', 'available', 'negotiating']);

/** An asset's status as a seal. Chinese stands in rows of two characters, as seals are cut. */
export function Seal({ status, say }: { status: Status | undefined; say: StageSay }) {
  if (!status) return null;
  const word = labelOf(statuses, status)?.[say.first] ?? status;
  const rows = say.first === 'zh' ? word.match(/.{1,2}/gu) ?? [word] : word.split(' ');
  return <span className="seal" data-quiet={!openStatuses.has(status) || undefined} data-language={say.first}>{rows.map((row) => <span key={row}>{row}</span>)}</span>;
}
