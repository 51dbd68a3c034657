import { useSay } from '../../state/language.js';

const radius = 92;
const centre = { x: 120, y: 112 };
/** Where a score stands on the half circle from left to right. */
function placeOf(score: number) {
  const angle = Math.PI * (1 - score / 100);
  return { x: centre.x + radius * Math.cos(angle), y: centre.y - radius * Math.sin(angle) };
}
const half = `M${centre.x - radius} ${centre.y}A${radius} ${radius} 0 0 1 ${centre.x + radius} ${centre.y}`;

/** The score of the ledger: a sun that climbs over the hills as the ledger gets ready. */
export function ScoreGauge({ score }: { score: number }) {
  const say = useSay();
  const words = score >= 90 ? say('拿得出手', 'Ready to be shown') : score >= 75 ? say('再补几处就好', 'Nearly there') : score >= 50 ? say('还差一截', 'Some way to go') : say('刚刚起步', 'Just begun');
  const sun = placeOf(score);
  return (
    <figure className="quality-gauge">
      <svg viewBox="0 0 240 132" role="img" aria-label={say(`全账平均 ${score} 分，满分 100`, `The ledger scores ${score} of 100 on average`)}>
        <path d={half} className="quality-gauge-track" pathLength={100} />
        <path d={half} className="quality-gauge-part" pathLength={100} strokeDasharray={`${score} 100`} />
        {[0, 25, 50, 75, 100].map((mark) => { const { x, y } = placeOf(mark); const inner = { x: centre.x + (x - centre.x) * 0.86, y: centre.y + (y - centre.y) * 0.86 }; return <circle key={mark} className="quality-gauge-mark" cx={inner.x} cy={inner.y} r="1.500" />; })}
        <path className="quality-gauge-far" d="M14 132c18-8 30-24 48-24s30 14 46 14 30-22 52-22 30 18 44 20 14 6 22 12Z" />
        <path className="quality-gauge-near" d="M0 132c26-2 40-14 62-14s36 10 58 10 40-12 60-12 36 12 60 16Z" />
        <circle className="quality-gauge-sun" cx={sun.x} cy={sun.y} r="8.500" />
      </svg>
      <figcaption><b className="figures">{score}</b><span>{words}</span></figcaption>
    </figure>
  );
}
