import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { areaOf } from '../../../data/rules/filter.js';
import { formatArea, formatPrice } from '../../../data/rules/format.js';
import { categories } from '../../../data/schema/vocabularies.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Icon } from '../../ui/icon.js';
import { StatusTag } from '../../ui/status-tag.js';
import { Button } from '../../ui/button.js';
import { listColumns, turnSort, useShowcase } from './showcase-store.js';

const rowHeight = 44;
/** The row of headings, which stays at the top while the others scroll below it. */
const headHeight = 41;
const rowsBeyond = 8;

/** What was found, as a table: a row chosen here flies the map there; an asset chosen on the map comes into sight here. */
export function ResultList({ rows, selectedId, hoveredId, onSelect, onHover, onCompare }: {
  rows: readonly IndexEntry[]; selectedId: string | null; hoveredId: string | null; onSelect: (entry: IndexEntry) => void; onHover: (id: string | null) => void; onCompare: (entry: IndexEntry) => void;
}) {
  const say = useSay();
  const sort = useShowcase((state) => state.sort);
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: rowsBeyond, scrollMargin: headHeight, scrollPaddingStart: headHeight });

  useEffect(() => {
    const at = selectedId ? rows.findIndex((entry) => entry.id === selectedId) : -1;
    if (at >= 0) { setCursor(at); virtual.scrollToIndex(at, { align: 'auto' }); }
  }, [selectedId, rows, virtual]);

  const labels = { name: say('名称', 'Name'), category: say('类别', 'Kind'), village: say('村', 'Village'), area: say('面积', 'Area'), status: say('状态', 'Status'), price: say('参考价', 'Price') };
  const go = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setCursor(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const press = (event: React.KeyboardEvent) => {
    // The headings and the buttons of a row have keys of their own.
    if (event.target !== event.currentTarget) return;
    const steps: Record<string, number> = { ArrowDown: cursor + 1, ArrowUp: cursor - 1, Home: 0, End: rows.length - 1 };
    const to = steps[event.key];
    const entry = rows[cursor];
    if (to !== undefined) { event.preventDefault(); go(to); }
    else if ((event.key === 'Enter' || event.key === ' ') && entry) { event.preventDefault(); onSelect(entry); }
    else if (event.key.toLowerCase() === 'c' && entry && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); onCompare(entry); }
  };
  const cells = (entry: IndexEntry) => {
    const size = areaOf(entry);
    const area = size === null ? null : formatArea(size, entry.category, say.language);
    return (
      <>
        <span role="gridcell" className="showcase-cell-name"><CategoryBadge category={entry.category} size={22} /><span className="showcase-clip">{say.language === 'en' ? entry.nameEn ?? entry.name : entry.name}</span>{entry.lng === null && <i className="showcase-unplaced" title={say('还没有坐标，地图上看不到', 'No location yet, so not on the map')}><Icon name="pin" size={14} />{say('无坐标', 'No location')}</i>}</span>
        <span role="gridcell" className="soft showcase-clip">{say.word(categories, entry.category)}</span>
        <span role="gridcell" className="showcase-clip">{entry.village ?? '—'}</span>
        <span role="gridcell" className="figures showcase-number">{area ? <>{area.value} <small>{area.unit}</small></> : '—'}</span>
        <span role="gridcell"><StatusTag status={entry.status} /></span>
        <span role="gridcell" className="figures showcase-clip">{entry.price ? formatPrice(entry.price, say.language) : '—'}</span>
        <span role="gridcell" className="showcase-row-tools"><Button small excludeFromTabOrder icon="compare" label={say(`对比：${entry.name}`, `Compare: ${entry.nameEn ?? entry.name}`)} onPress={() => onCompare(entry)} /></span>
      </>
    );
  };
  return (
    <div
      ref={scroller} className="showcase-list" role="grid" aria-label={say('找到的资产', 'Assets found')} aria-description={say('上下键移动，回车打开，C 对比', 'Arrow keys move, Enter opens, C compares')} aria-rowcount={rows.length + 1}
      style={{ '--rows': `${rows.length * rowHeight + headHeight}px` } as React.CSSProperties} tabIndex={0} onKeyDown={press} onPointerLeave={() => onHover(null)} {...(rows[cursor] ? { 'aria-activedescendant': `row-${rows[cursor].id}` } : {})}
    >
      <div className="showcase-list-head" role="row">
        {listColumns.map((column) => (
          <button key={column} type="button" role="columnheader" className={column === 'area' ? 'showcase-number' : ''} aria-sort={sort?.column === column ? (sort.down ? 'descending' : 'ascending') : 'none'} onClick={() => turnSort(column)}>
            {labels[column]}{sort?.column === column && <Icon name={sort.down ? 'down' : 'up'} size={14} />}
          </button>
        ))}
      </div>
      <div style={{ height: virtual.getTotalSize() - headHeight, position: 'relative' }} role="rowgroup">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const entry = rows[index]!;
          return (
            <div
              key={entry.id} id={`row-${entry.id}`} role="row" aria-rowindex={index + 2} aria-selected={entry.id === selectedId} className="showcase-row" style={{ transform: `translateY(${start - headHeight}px)` }}
              data-cursor={index === cursor || undefined} data-hovered={entry.id === hoveredId || undefined} onClick={() => { setCursor(index); onSelect(entry); }} onPointerEnter={() => onHover(entry.lng === null ? null : entry.id)}
            >{cells(entry)}</div>
          );
        })}
      </div>
    </div>
  );
}
