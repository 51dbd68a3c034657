import { useSay } from '../../state/language.js';
import { PageHead } from '../../ui/page-head.js';

/** 资产体检: what is missing for a good pitch, what is doubtful, and what keeps an asset from being published. */
export function QualityPage() {
  const say = useSay();
  return <PageHead title={say('资产体检', 'Check-up')} note={null}>{null}</PageHead>;
}
