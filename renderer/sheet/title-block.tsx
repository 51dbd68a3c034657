import { sealSigns } from '../../data/rules/map/print-words.js';
import { sayerOf } from '../state/language.js';
import type { MapContent } from './map-content.js';

/** The name of the map with the township's seal: upright on a slip as on the cover of a thread-bound book, or flat. */
export function TitleBlock({ content: { profile, sample, request }, title, upright }: { content: MapContent; title: string; upright: boolean }) {
  const say = sayerOf(request.language);
  const signs = sealSigns(profile);
  const slogan = profile.slogan?.[request.language] ?? profile.slogan?.zh;
  // A long name keeps to one line by smaller letters.
  const length = [...title].reduce((sum, sign) => sum + (/[\u0000-\u024f]/.test(sign) ? 0.55 : 1), 0);
  return (
    <div className="sheet-title" data-upright={upright || undefined} style={{ '--length': Math.max(7, length) } as React.CSSProperties}>
      <div className="title-slip"><h1>{title}</h1></div>
      <div className="title-side">
        {slogan && <p>{slogan}</p>}
        <span className="title-seals">
          {sample && <i className="title-sample">{say('示例数据', 'Sample data')}</i>}
          {signs.length > 0 && <span className="title-seal" aria-hidden="true">{signs.map((sign, at) => <b key={at}>{sign}</b>)}</span>}
        </span>
      </div>
    </div>
  );
}
