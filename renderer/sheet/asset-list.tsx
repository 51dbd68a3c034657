import { useEffect, useRef, type CSSProperties } from 'react';
import { formatNumber } from '../../data/rules/format.js';
import { categories } from '../../data/schema/vocabularies.js';
import { labelOf } from '../../data/schema/vocabulary.js';
import type { Say } from '../state/language.js';
import { categoryColour } from '../ui/category-glyph.js';
import { byVillage, type SheetList } from './listed-assets.js';
import { sheetFontsReady } from './sheet-fonts.js';
import { CategoryMark } from './sheet-legend.js';
import type { SheetLayout } from './sheet-layout.js';

/** The assets by number, or, where they are too many, how many there are in each village. */
export function AssetList({ list, layout: { list: size }, say }: { list: SheetList; layout: SheetLayout; say: Say }) {
  if (list.count === 0) return <section className="sheet-list"><p className="sheet-note">{say('图上没有资产。', 'There is no asset on the map.')}</p></section>;
  const style = { '--letters': size.size, '--line': size.line, '--columns': size.columns } as CSSProperties;
  return (
    <section className="sheet-list" style={style}>
      <h2>{list.numbered ? say('资产名录', 'The assets') : say('各村宗数', 'Assets by village')}</h2>
      {list.numbered ? <Names list={list} say={say} /> : <Villages list={list} say={say} rows={Math.max(3, Math.min(size.rows - 3, 26))} />}
      {list.elsewhere > 0 && <p className="sheet-note">{say(`另有 ${formatNumber(list.elsewhere)} 宗在图外或没有坐标。`, `${formatNumber(list.elsewhere)} more lie off the map or have no position.`)}</p>}
    </section>
  );
}

/** A long name keeps to its line by smaller letters, down to this share; one that is longer still is cut. */
const smallestLetters = 0.74;

function fitNames(names: HTMLElement): void {
  const spans = [...names.querySelectorAll<HTMLElement>('p > span')];
  for (const span of spans) span.style.fontSize = '';
  // All are measured before any is changed.
  const shares = spans.map(({ clientWidth, scrollWidth }) => clientWidth / Math.max(1, scrollWidth));
  spans.forEach((span, at) => { if (shares[at]! < 1) span.style.fontSize = `${Math.max(smallestLetters, shares[at]! * 0.995)}em`; });
}

function Names({ list, say }: { list: SheetList; say: Say }) {
  const names = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void sheetFontsReady(list.groups.flatMap(({ assets }) => assets.map(({ name }) => name)).join('')).then(() => { if (names.current) fitNames(names.current); });
  }, [list]);
  return (
    <div ref={names} className="sheet-names">
      {list.groups.map(({ category, assets }) => (
        <section key={category} style={{ color: categoryColour(category) }}>
          <h3><CategoryMark category={category} />{say.word(categories, category)}</h3>
          {assets.map(({ entry, number, name }) => <p key={entry.id}><b>{number}</b><span>{name}</span></p>)}
        </section>
      ))}
    </div>
  );
}

function Villages({ list, say, rows }: { list: SheetList; say: Say; rows: number }) {
  const villages = byVillage(list);
  const shown = villages.length > rows ? villages.slice(0, rows - 1) : villages;
  const rest = villages.slice(shown.length);
  const there = list.groups.map(({ category }) => category);
  const line = (name: string, counts: ReadonlyMap<string, number>, total: number) => (
    <tr key={name}><th scope="row">{name}</th>{there.map((category) => <td key={category}>{counts.get(category) ? formatNumber(counts.get(category)!) : ''}</td>)}<td><b>{formatNumber(total)}</b></td></tr>
  );
  const merged = new Map(there.map((category) => [category, rest.reduce((sum, { counts }) => sum + (counts.get(category) ?? 0), 0)]));
  return (
    <table className="sheet-villages">
      <thead><tr><th scope="col">{say('村', 'Village')}</th>{there.map((category) => <th key={category} scope="col" aria-label={labelOf(categories, category)?.[say.language]}><CategoryMark category={category} /></th>)}<th scope="col">{say('合计', 'All')}</th></tr></thead>
      <tbody>
        {shown.map(({ village, counts, total }) => line(village || say('未注明', 'Not stated'), counts, total))}
        {rest.length > 0 && line(say(`其余 ${rest.length} 村`, `${rest.length} others`), merged, rest.reduce((sum, { total }) => sum + total, 0))}
      </tbody>
    </table>
  );
}
