import type { PublicStop } from '../../../data/rules/projection.js';
import { Figure } from '../parts/figure.js';
import { Fit } from '../parts/fit.js';
import { Picture } from '../parts/picture.js';
import { Pieces, Words } from '../parts/words.js';
import { nameSize, widthInEms } from '../pure/pieces.js';
import type { StageContent } from '../stage-content.js';
import type { Line, StageSay } from '../stage-say.js';
import { stageUnits } from '../stage-units.js';
import type { SceneProps } from './scene-props.js';

const pictureOf = (stop: PublicStop) => ('picture' in stop ? stop.picture ?? null : null);
/** As many characters stand upright on the title slip. */
const mostUpright = 7;

/** The title slip of a scroll: the name written downwards, the slogan beside it, a seal at its foot. */
function TitleSlip({ name, lines }: { name: readonly Line[]; lines: readonly (readonly Line[])[] }) {
  const [first, ...second] = name;
  const upright = first?.language === 'zh' && [...first.text].length <= mostUpright;
  const size = upright ? Math.min(216, 780 / [...first.text].length) : nameSize(first?.text ?? '', 620, 5, 120);
  return (
    <Fit className="slip" upright={upright}>
      <div className={upright ? 'slip-upright' : 'slip-level'}>
        {first && <h1 className="slip-name" lang={first.language} style={{ fontSize: stageUnits(size) }}>{upright ? first.text : <Pieces line={first} />}</h1>}
        {lines.map((one, at) => one[0] && <p key={at} className="slip-line" lang={one[0].language}>{upright && one[0].language === 'zh' ? one[0].text : <Pieces line={one[0]} />}</p>)}
      </div>
      {(second.length > 0 || lines.some((one) => one.length > 1)) && (
        <div className="slip-second">
          {second.map((line) => <p key={line.text} className="slip-second-name" lang={line.language}>{line.text}</p>)}
          {lines.flatMap((one) => one.slice(1)).map((line) => <p key={line.text} lang={line.language}>{line.text}</p>)}
        </div>
      )}
    </Fit>
  );
}

/** 封面: the township's name on a title slip over its picture. */
export function CoverScene({ content, stop, say }: SceneProps<'cover'>) {
  const title = stop.title ? say.of(stop.title) : [];
  const slogan = say.of(content.profile.slogan);
  const line = say.of(stop.line);
  return (
    <section className="scene scene-cover">
      <Picture address={pictureOf(stop) && content.media(pictureOf(stop)!)} seed={content.profile.name.zh} drift />
      <TitleSlip name={title.length > 0 ? title : say.of(content.profile.name)} lines={[slogan, line].filter((one) => one.length > 0)} />
    </section>
  );
}

/** What stands on the screen before a show and after it: the township, and nothing of the program. */
export function WaitingScene({ content, say }: { content: StageContent; say: StageSay }) {
  const slogan = say.of(content.profile.slogan);
  return (
    <section className="scene scene-cover scene-waiting">
      <Picture address={null} seed={content.profile.name.zh} drift />
      <TitleSlip name={say.of(content.profile.name)} lines={slogan.length > 0 ? [slogan] : []} />
    </section>
  );
}

/** 章节: a page of the township's own story, a picture beside a title, a line and up to four figures. */
export function ChapterScene({ content, stop, say, still }: SceneProps<'chapter'>) {
  const title = stop.title ? say.of(stop.title) : say.of(content.profile.name);
  const figures = stop.kind === 'chapter' ? stop.figures : [];
  return (
    <section className="scene scene-spread">
      <Picture className="spread-picture" address={pictureOf(stop) && content.media(pictureOf(stop)!)} seed={stop.id} drift />
      <Fit className="spread-side">
        <Words lines={say.of(content.profile.name)} className="kicker" inline />
        <Words lines={title} as="h1" className="title" style={{ fontSize: stageUnits(nameSize(title[0]?.text ?? '', 660, 2, 104)) }} />
        <Words lines={say.of(stop.line)} className="saying" />
        {figures.length > 0 && (
          <div className="figures" data-count={figures.length} data-long={figures.some((figure) => widthInEms(figure.value) > 4) || undefined}>
            {figures.map((figure, at) => <Figure key={at} value={figure.value} unit={figure.unit[say.first] ?? figure.unit.zh ?? figure.unit.en ?? ''} label={say.of(figure.label)} still={still} />)}
          </div>
        )}
      </Fit>
    </section>
  );
}
