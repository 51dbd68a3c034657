import { formatNumber } from '../../../data/rules/format.js';
import { useSay } from '../../state/language.js';

/** When nothing was found and nothing is missing: the sun stands over clear hills. */
export function AllWell({ assets }: { assets: number }) {
  const say = useSay();
  return (
    <div className="quality-all-well">
      <svg viewBox="0 0 640 150" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
        <circle cx="470" cy="46" r="22" fill="var(--cinnabar)" opacity="0.85" />
        <path d="M0 150C60 118 96 62 150 58s70 50 118 50 74-66 126-66 72 62 122 62 70-22 124-22v68Z" fill="var(--blue)" opacity="0.2" />
        <path d="M0 150c80-22 124-46 190-46s108 26 174 26 120-36 180-36 66 12 96 18v38Z" fill="var(--green)" opacity="0.26" />
        <path d="M300 66c12-8 20-8 28 0 8-8 16-8 28 0m24-22c8-6 14-6 20 0 6-6 12-6 20 0" fill="none" stroke="var(--ink-soft)" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <h2>{say('山清水秀', 'All clear')}</h2>
      <p>{say(`${formatNumber(assets)} 宗资产样样齐全，没有一处存疑，都可以对外推介。`, `${formatNumber(assets)} assets, complete and without a doubt: all of them can be shown.`)}</p>
    </div>
  );
}
