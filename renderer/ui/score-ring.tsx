import './score-ring.css';

/** From so many points on a score is called good, and below how many it is called poor; the ring's colour follows. */
const good = 90;
const poor = 60;
export const toneOfScore = (score: number) => (score >= good ? 'good' : score < poor ? 'poor' : 'fair');

const radius = 17;
const around = 2 * Math.PI * radius;

/** A score of 0 to 100 as a figure in a ring that fills. */
export const ScoreRing = ({ score, size = 44, label }: { score: number; size?: number; label: string }) => (
  <svg className="score-ring" data-tone={toneOfScore(score)} width={size} height={size} viewBox="0 0 40 40" role="img" aria-label={label}>
    <circle className="score-ring-track" cx="20" cy="20" r={radius} />
    <circle className="score-ring-part" cx="20" cy="20" r={radius} strokeDasharray={`${(around * score) / 100} ${around}`} transform="rotate(-90 20 20)" />
    <text x="20" y="20.500" textAnchor="middle" dominantBaseline="central">{score}</text>
  </svg>
);
