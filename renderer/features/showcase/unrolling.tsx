import { useSay } from '../../state/language.js';

/** What is seen while the ledger and the map are being read. */
export function Unrolling() {
  const say = useSay();
  return (
    <div className="showcase-unrolling" role="status">
      <svg width="220" height="90" viewBox="0 0 220 90" aria-hidden="true" fill="none" stroke="var(--green)" strokeWidth="2" strokeLinecap="round">
        <path pathLength="1" d="M6 78C34 70 44 30 62 26s24 36 40 40 18-46 38-50 28 44 44 50 22 10 32 12" />
        <path pathLength="1" d="M20 84c40-10 62-6 92-12s56-10 92 6" opacity="0.5" />
      </svg>
      <p>{say('正在展卷…', 'Unrolling the map…')}</p>
    </div>
  );
}
