import type { CSSProperties, ReactNode } from 'react';
import { categories, type Category } from '../../data/schema/vocabularies.js';
import { pageAnchor, useBook, useBookSay } from './book-context.js';
import { Said } from './said.js';
import type { Words } from '../../data/rules/slides/slide-words.js';

/** One page of the book on its sheet: the cut is `--bleed` within it. `art` lies under the words and runs to the edge of the paper. */
export function Leaf({ index, kind, part = null, tab = null, bare = false, art = null, children }: {
  /** Of the page in the book, from 0: the cover, which is a right-hand page. */
  index: number; kind: string;
  /** What the foot says that it belongs to. */
  part?: Words | null; tab?: Category | null;
  /** Without a foot of its own. */
  bare?: boolean; art?: ReactNode; children: ReactNode;
}) {
  const { book } = useBook();
  const say = useBookSay();
  return (
    <section className={`leaf leaf-${kind}`} id={pageAnchor(index + 1)} data-side={index % 2 === 0 ? 'right' : 'left'}>
      {art}
      {tab && <i className="leaf-tab" style={{ '--at': categories.values.indexOf(tab), background: `var(--${tab})` } as CSSProperties} />}
      {book.internal && <p className="leaf-internal">{say.one('内部资料　注意保管', 'Internal. Keep safe.')}</p>}
      <div className="leaf-body" data-fit>{children}</div>
      {!bare && (
        <footer className="leaf-foot" data-over-map>
          <b className="leaf-number">{index + 1}</b>
          <span className="leaf-title">{book.title.main}{part && <i>{part.main}</i>}</span>
          <span className="leaf-marks">{book.marks.map((mark, at) => <span key={mark.main} data-strong={(at === 0 && book.internal) || undefined}>{mark.main}</span>)}</span>
        </footer>
      )}
    </section>
  );
}

/** The head of a part of the book. */
export function PartHead({ kicker, title, children }: { kicker: Words | null; title: Words; children?: ReactNode }) {
  return <header className="part-head"><Said words={kicker} as="p" className="book-kicker" inline /><Said words={title} as="h1" />{children}</header>;
}
