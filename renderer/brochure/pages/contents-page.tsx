import type { CSSProperties } from 'react';
import type { BookPage, ContentsLine } from '../../../data/rules/brochure/book.js';
import { contentsStretch } from '../../../data/rules/brochure/contents-columns.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { pageAnchor, useBook, useBookSay } from '../book-context.js';
import { Leaf, PartHead } from '../leaf.js';
import { PhotoBox } from '../photo-box.js';

function Line({ line: { kind, words, note, category, page } }: { line: ContentsLine }) {
  return (
    <a className={`contents-${kind}`} href={`#${pageAnchor(page + 1)}`}>
      {kind === 'category' && category && <CategoryBadge category={category} size={15} />}
      <span>{words.main}{words.second && <small lang="en">{words.second}</small>}</span>
      {note && <em>{note}</em>}
      <i /><b>{page + 1}</b>
    </a>
  );
}

/** The contents: every line leads to its page. */
export function ContentsPage({ index, page }: { index: number; page: Extract<BookPage, { kind: 'contents' }> }) {
  const { book: { township } } = useBook();
  const say = useBookSay();
  return (
    <Leaf index={index} kind="contents">
      <PartHead kicker={null} title={page.first ? say('目录', 'Contents') : say('目录（续）', 'Contents, continued')} />
      <nav className="contents-columns" style={{ '--contents-row': `calc(var(--row) * ${contentsStretch(page.columns)})` } as CSSProperties}>{page.columns.map((column, at) => <div key={at}>{column.map((line) => <Line key={`${line.kind}${line.page}`} line={line} />)}</div>)}</nav>
      <PhotoBox media={null} seed={`${township.main} ${page.first ? 'contents' : 'contact'}`} className="foot-picture" />
    </Leaf>
  );
}
