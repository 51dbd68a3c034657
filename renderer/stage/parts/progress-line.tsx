import type { Passage } from '../../../data/rules/stage/act.js';

/** Where the tour stands: a short stroke for each stop, that of the present one filled scene by scene. */
export function ProgressLine({ passages, at, step }: { passages: readonly Passage[]; at: number; step: number }) {
  if (passages.length < 2) return null;
  return (
    <div className="progress-line" aria-hidden="true">
      {passages.map(({ stop, scenes }, index) => (
        <i key={stop.id} data-state={index < at ? 'past' : index === at ? 'now' : 'ahead'}>
          {index === at && <b style={{ width: `${((step + 1) / scenes.length) * 100}%` }} />}
        </i>
      ))}
    </div>
  );
}
