import { creditsOf, creditWords } from '../../data/rules/map/credits.js';
import { formatDate, formatNumber } from '../../data/rules/format.js';
import { groundOfPixel } from '../../data/rules/map/paper-scale.js';
import type { PrintView } from '../map/print/print-view.js';
import { roundLength } from '../map/round-scale.js';
import { sayerOf, type Say } from '../state/language.js';
import type { MapContent } from './map-content.js';

const lengthWords = (metres: number, say: Say) => (metres >= 1_000 ? `${formatNumber(metres / 1_000)} ${say('公里', 'km')}` : `${formatNumber(metres)} ${say('米', 'm')}`);
const parts = 4;

/** Scale, whose map it is, when and by whom it was made. */
export function SheetFoot({ content: { request, profile, sample, today, sheets }, view, unit }: { content: MapContent; view: PrintView; unit: number }) {
  const say = sayerOf(request.language);
  const credits = creditsOf(sheets);
  const metres = groundOfPixel(view.lat, view.zoom);
  const whole = roundLength(metres * unit * 62);
  const width = whole / metres;
  const onPaper = request.map.paper !== 'screen';
  const centimetre = view.scale / 100;
  const contact = profile.publicContact;
  return (
    <>
      <div className="foot-scale">
        {onPaper && <p><b>{say('比例尺', 'Scale')} 1:{formatNumber(Math.round(view.scale))}</b><span>{say(`图上 1 厘米 = 实地 ${lengthWords(centimetre, say)}`, `1 cm on paper is ${lengthWords(centimetre, say)}`)}</span></p>}
        <svg width={width + unit * 16} height={unit * 5.2} viewBox={`${-unit * 2} 0 ${width + unit * 16} ${unit * 5.2}`} aria-hidden="true">
          {Array.from({ length: parts }, (_, at) => <rect key={at} className={at % 2 === 0 ? 'scale-full' : 'scale-empty'} x={(width / parts) * at} y={unit * 0.4} width={width / parts} height={unit * 1.3} strokeWidth={unit * 0.18} />)}
          {[0, parts / 2, parts].map((at) => <text key={at} x={(width / parts) * at} y={unit * 4.4} fontSize={unit * 2.3} textAnchor={at === parts ? 'start' : 'middle'} dx={at === parts ? -unit * 1.5 : 0}>{at === parts ? lengthWords((whole / parts) * at, say) : formatNumber((whole / parts) * at / (whole >= 1_000 ? 1_000 : 1))}</text>)}
        </svg>
      </div>
      <div className="foot-credits">
        {creditWords(credits, request.language, { sample }).map((words, at) => <p key={at} data-first={at === 0 || undefined}>{words}</p>)}
        {credits.warning && <p className="foot-warning">{say('本图底图无审图号，未经审核不得公开登载。', 'The ground of this map has no approval number; it may not be published without review.')}</p>}
      </div>
      <div className="foot-day">
        <p>{say('制表日期', 'Made on')} {formatDate(today, request.language)}</p>
        {contact?.phone && <p>{contact.name ?? say('招商热线', 'Investment office')} <b>{contact.phone}</b></p>}
      </div>
    </>
  );
}
