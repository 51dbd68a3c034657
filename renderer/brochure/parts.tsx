import { useMemo } from 'react';
import { encode } from 'uqr';
import type { BookAsset } from '../../data/rules/brochure/book.js';
import { emsOf } from '../../data/rules/slides/fit-words.js';
import type { SlideBar, SlideFact, SlideFigure } from '../../data/rules/slides/slide.js';
import { isOpenStanding } from '../../data/schema/vocabularies.js';
import { barShares, brushBar } from '../stage/pure/shares.js';
import { contactText, utf8Bytes } from '../stage/pure/contact-text.js';
import { CategoryBadge } from '../ui/category-badge.js';
import { pageAnchor, useBook, useBookSay } from './book-context.js';
import { Said } from './said.js';

/** Big figures in a row, each with what it counts. */
export function Figures({ figures, className = '' }: { figures: readonly SlideFigure[]; className?: string }) {
  if (figures.length === 0) return null;
  return (
    <ul className={`book-figures ${className}`} data-count={figures.length}>
      {figures.map(({ value, unit, label }) => <li key={label.main}><p><b>{value}</b>{unit && <i>{unit}</i>}</p><Said words={label} /></li>)}
    </ul>
  );
}

/** Values of more ems have a line of their own where facts stand in two columns. */
const longValue = 26;

/** Facts line by line; what limits the use stands out. */
export function Facts({ facts, className = '' }: { facts: readonly SlideFact[]; className?: string }) {
  if (facts.length === 0) return null;
  return <dl className={`book-facts ${className}`}>{facts.map(({ label, value, caution }) => <div key={label.main} data-caution={caution || undefined} data-long={emsOf(value.main) > longValue || undefined}><Said words={label} as="dt" /><Said words={value} as="dd" /></div>)}</dl>;
}

/** The status of an asset as a seal: cinnabar for what still waits, quiet ink for what is taken. */
export function StatusSeal({ asset: { status, standing } }: { asset: Pick<BookAsset, 'status' | 'standing'> }) {
  if (!status || !standing) return null;
  const rows = /[\u2e80-\uffff]/.test(status.main) ? status.main.match(/.{1,2}/gu) ?? [status.main] : status.main.split(' ');
  return <span className="book-seal" data-quiet={!isOpenStanding(standing) || undefined}>{rows.map((row) => <span key={row}>{row}</span>)}</span>;
}

/** Whose category, where, under which code. */
export function AssetKicker({ asset: { category, categoryName, village, code } }: { asset: BookAsset }) {
  return <p className="book-kicker" style={{ color: `var(--${category})` }}><CategoryBadge category={category} size={17} /><Said words={categoryName} inline />{village && <span>{village}</span>}{code && <span className="book-code">{code}</span>}</p>;
}

/** Whom to call about it, the projects that it belongs to with their pages, and what only the staff know. */
export function AssetEnds({ asset: { contact, projectIds, staff } }: { asset: BookAsset }) {
  const { project, projectPage } = useBook();
  const say = useBookSay();
  const projects = projectIds.flatMap((id) => project(id) ?? []);
  return (
    <>
      <Staff lines={staff} />
      {(contact || projects.length > 0) && (
        <div className="asset-ends">
          {projects.length > 0 && <p><span>{say.one('关联项目', 'Projects')}</span>{projects.map(({ id, name }) => <a key={id} href={`#${pageAnchor(projectPage(id))}`}>{name.main}<i>{projectPage(id)}</i></a>)}</p>}
          {contact && <p><span>{say.one('联系', 'Contact')}</span><b>{contact}</b></p>}
        </div>
      )}
    </>
  );
}

/** What only the staff know, in the internal edition. */
export function Staff({ lines }: { lines: readonly string[] }) {
  const say = useBookSay();
  if (lines.length === 0) return null;
  return <aside className="book-staff"><h3>{say.one('内部信息', 'For the staff')}</h3><ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul></aside>;
}

/** How many of each kind, as loaded brushes leave them. */
export function Bars({ bars }: { bars: readonly SlideBar[] }) {
  const say = useBookSay();
  const lengths = barShares(bars.map(({ count }) => count));
  return (
    <ul className="book-bars">
      {bars.map(({ category, name, count }, at) => (
        <li key={category}>
          <CategoryBadge category={category} size={20} /><Said words={name} />
          <svg viewBox="0 0 1000 56" preserveAspectRatio="none" aria-hidden="true"><path d={brushBar(1000 * lengths[at]!, 56)} fill={`var(--${category})`} /></svg>
          <b>{count}<small>{say.one('宗', '')}</small></b>
        </li>
      ))}
    </ul>
  );
}

/** The contact as a code that a phone keeps, with no network. */
export function ContactCode() {
  const { book: { contact, township } } = useBook();
  const say = useBookSay();
  const held = contactText({ township: township.main, name: contact?.name ?? undefined, phone: contact?.phone ?? undefined });
  const code = useMemo(() => {
    if (!held) return null;
    const { data, size } = encode(utf8Bytes(held), { ecc: 'M', border: 2 });
    return { size, path: data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : ''))).join('') };
  }, [held]);
  if (!code) return null;
  return <svg className="book-code-square" viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={say.one('含有联系方式的二维码', 'A code that holds the contact')} shapeRendering="crispEdges"><rect width={code.size} height={code.size} fill="var(--qr-paper)" /><path d={code.path} fill="var(--qr-ink)" /></svg>;
}

/** The township's seal, cut in cinnabar. */
export function TownshipSeal() {
  const { book: { seal } } = useBook();
  if (seal.length === 0) return null;
  return <span className="township-seal" aria-hidden="true">{seal.map((sign, at) => <b key={at}>{sign}</b>)}</span>;
}
