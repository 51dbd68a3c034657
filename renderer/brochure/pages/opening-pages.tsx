import type { Book } from '../../../data/rules/brochure/book.js';
import { useBook, useBookSay } from '../book-context.js';
import { Leaf } from '../leaf.js';
import { Figures, TownshipSeal } from '../parts.js';
import { PhotoBox } from '../photo-box.js';
import { Said } from '../said.js';
import { uprightSize } from '../upright-size.js';

/** Chinese stands upright on a slip, letters lie flat. */
const isChinese = (words: string) => /[\u2e80-\uffff]/.test(words);

/** The cover: the township's landscape at the foot, its name on a slip as on a thread-bound book. */
export function CoverPage({ index }: { index: number }) {
  const { book } = useBook();
  const { title, slogan, cover, marks, madeOn, township, chosen, dedication } = book;
  const say = useBookSay();
  const upright = isChinese(title.main);
  return (
    <Leaf index={index} kind="cover" bare art={<div className="cover-art"><PhotoBox media={cover} seed={township.main} /><i className="cover-fade" /></div>}>
      <div className="cover-slip" data-upright={upright || undefined} style={upright ? { fontSize: `${uprightSize(title.main)}mm` } : undefined}>
        <h1>{title.main}</h1>
      </div>
      <div className="cover-words">
        <div className="cover-side" data-upright={(slogan && isChinese(slogan.main)) || undefined}>{slogan && <p>{slogan.main}</p>}<TownshipSeal /></div>
        {(title.second ?? slogan?.second) && <p className="cover-second" lang="en">{title.second && <b>{title.second}</b>}{slogan?.second}</p>}
      </div>
      <footer className="cover-foot">
        <Said words={township} as="p" inline />
        <p>{(chosen ? [say('专送', 'Selection'), ...marks] : marks).map(({ main }) => <span key={main}>{main}</span>)}<span>{madeOn.main}</span></p>
        {dedication && <p className="cover-dedication">{say.one('敬呈', 'For')}　{dedication}</p>}
      </footer>
    </Leaf>
  );
}

/** 卷首: for whom the book is, and what the township says of itself. */
export function FrontPage({ index }: { index: number }) {
  const { book } = useBook();
  const { dedication, slogan, story, township, cover } = book;
  const say = useBookSay();
  return (
    <Leaf index={index} kind="front" bare>
      <div className="front-words">
        {dedication && <p className="front-dedication"><span>{say.one('敬呈', 'For')}</span><b>{dedication}</b></p>}
        <Said words={township} as="p" className="book-kicker" inline />
        <Said words={slogan ?? township} as="p" className="front-slogan" />
        {story && <div className="front-story"><Said words={story.title} as="p" className="front-title" /><Said words={story.line} as="p" /><Figures figures={story.figures} /></div>}
      </div>
      <PhotoBox media={pictureOf(story, cover)} seed={`${township.main} front`} className="front-picture" />
    </Leaf>
  );
}

/** The cover's picture is not shown twice in a row. */
const pictureOf = (story: Book['story'], cover: string | null) => (story?.picture === cover ? null : story?.picture ?? null);
