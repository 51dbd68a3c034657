import { useSay } from '../../state/language.js';
import { PageHead } from '../../ui/page-head.js';

/** 变化: who changed what and when. */
export function HistoryPage() {
  const say = useSay();
  return <PageHead title={say('变化', 'Changes')} note={null}>{null}</PageHead>;
}
