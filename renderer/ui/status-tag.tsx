import { statuses, type Status } from '../../data/schema/vocabularies.js';
import { useSay } from '../state/language.js';

const tones: Partial<Record<Status, string>> = { available: 'tag-call', negotiating: 'tag-warn', signed: 'tag-good', revived: 'tag-good' };

/** An asset's status; cinnabar only where it calls for action. */
export function StatusTag({ status }: { status: Status | null | undefined }) {
  const say = useSay();
  return status ? <span className={`tag ${tones[status] ?? ''}`}>{say.word(statuses, status)}</span> : null;
}
