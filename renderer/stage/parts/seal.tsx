import { isOpenStanding, statuses, type Status } from '../../../data/schema/vocabularies.js';
import { labelOf } from '../../../data/schema/vocabulary.js';
import type { StageSay } from '../stage-say.js';

/** An asset's status as a seal: in cinnabar what still waits for somebody, in quiet ink what is taken. Chinese stands in rows of two characters, as seals are cut. */
export function Seal({ status, say }: { status: Status | undefined; say: StageSay }) {
  if (!status) return null;
  const word = labelOf(statuses, status)?.[say.first] ?? status;
  const rows = say.first === 'zh' ? word.match(/.{1,2}/gu) ?? [word] : word.split(' ');
  return <span className="seal" data-quiet={!isOpenStanding(status) || undefined} data-language={say.first}>{rows.map((row) => <span key={row}>{row}</span>)}</span>;
}
