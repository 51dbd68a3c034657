import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useRef, useState } from 'react';
import { Input, TextField, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { formatNumber, squareMetresPerMu } from '../../../data/rules/format.js';
import { inWords, lengthWords } from '../../../data/rules/map/measure.js';
import { readDistance, usualDistances, type Near, type Surrounding } from '../../../data/rules/map/nearby.js';
import { categories } from '../../../data/schema/vocabularies.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Icon } from '../../ui/icon.js';
import { clearAll } from './showcase-store.js';
import { awayText } from './away-text.js';
import { closeTool, setMetres } from './tool-store.js';

const rowHeight = 48;
const rowsBeyond = 8;

export interface NearbyPlaceName { readonly name: string; readonly metres: number; readonly bearing: number }

/** 附近有什么: what lies within a distance of an asset or a place, nearest first. */
export function NearbyPanel({ name, metres, around, places, narrowed, leftOut, picking, selectedId, hoveredId, onPick, onSelect, onHover }: {
  /** What it is asked for; null while the place is being picked. */
  name: string | null; metres: number; around: Surrounding<IndexEntry> | null; places: readonly NearbyPlaceName[]; narrowed: boolean; picking: boolean;
  /** How many more lie there that do not match what is asked for. */
  leftOut: number;
  selectedId: string | null; hoveredId: string | null; onPick: () => void; onSelect: (entry: IndexEntry) => void; onHover: (id: string | null) => void;
}) {
  const say = useSay();
  return (
    <section className="tool-panel tool-nearby panel" aria-label={say('附近有什么', 'What is nearby')} data-testid="nearby-panel">
      <header className="tool-head">
        <Icon name="nearby" />
        <h2>{say('附近有什么', 'Nearby')}</h2>
        <Button tone="quiet" icon="close" label={say('关闭附近', 'Close nearby')} onPress={closeTool} />
      </header>
      {name !== null && (
        <div className="tool-centre">
          <span>{name}</span>
          <Button small icon="locate" isDisabled={picking} onPress={onPick}>{say('另选一处', 'Elsewhere')}</Button>
        </div>
      )}
      <Distances metres={metres} />
      {name === null && <p className="tool-hint">{say('在地图上点一处，或点一处资产；用键盘时，方向键移动，回车选十字处。', 'Press a place on the map, or an asset; by keys, arrows move and Enter takes the cross.')}</p>}
      {around && <Around around={around} places={places} narrowed={narrowed} leftOut={leftOut} selectedId={selectedId} hoveredId={hoveredId} onSelect={onSelect} onHover={onHover} />}
    </section>
  );
}

/** The usual distances at a press, or any other typed. */
function Distances({ metres }: { metres: number }) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const read = typed.trim() === '' ? null : readDistance(typed);
  const take = () => { if (read !== null) { setMetres(read); setTyped(''); } };
  const isUsual = usualDistances.some((usual) => usual === metres);
  return (
    <div className="tool-distances">
      <ToggleButtonGroup className="segmented" aria-label={say('多远以内', 'Within')} selectionMode="single" disallowEmptySelection selectedKeys={isUsual ? [String(metres)] : []} onSelectionChange={(keys) => { const [first] = keys; if (first !== undefined) setMetres(Number(first)); }}>
        {usualDistances.map((usual) => <ToggleButton key={usual} id={String(usual)} aria-label={inWords(lengthWords(usual, say.language))}>{usual / 1_000}</ToggleButton>)}
      </ToggleButtonGroup>
      <span className="soft">{say('公里', 'km')}</span>
      <TextField aria-label={say('其他距离，如 800 米、3 公里', 'Another distance, such as 800 m or 3 km')} value={typed} onChange={setTyped} isInvalid={typed.trim() !== '' && read === null} onKeyDown={(event) => { if (event.key === 'Enter') take(); }} onBlur={take}>
        <Input className="input figures" placeholder={isUsual ? say('其他', 'Other') : inWords(lengthWords(metres, say.language))} />
      </TextField>
    </div>
  );
}

function Around({ around: { rows, counts, totals }, places, narrowed, leftOut, selectedId, hoveredId, onSelect, onHover }: {
  around: Surrounding<IndexEntry>; places: readonly NearbyPlaceName[]; narrowed: boolean; leftOut: number;
  selectedId: string | null; hoveredId: string | null; onSelect: (entry: IndexEntry) => void; onHover: (id: string | null) => void;
}) {
  const say = useSay();
  const sums = [
    totals.land > 0 && `${formatNumber(totals.land / squareMetresPerMu, 0)} ${say('亩山林田地', 'mu of land')}`,
    totals.buildings > 0 && `${formatNumber(totals.buildings, 0)} ${say('㎡老房礼堂', '㎡ of buildings')}`,
    totals.capacityKw > 0 && `${formatNumber(totals.capacityKw, 0)} ${say('kW 装机', 'kW')}`,
  ].filter(Boolean).join(' · ');
  return (
    <>
      <div className="tool-sums" role="status">
        <p><b className="figures">{formatNumber(rows.length, 0)}</b>{say(narrowed ? '处符合条件的资产' : '处资产', narrowed ? ' matching assets' : rows.length === 1 ? ' asset' : ' assets')}</p>
        {counts.size > 0 && (
          <ul aria-label={say('按类别', 'By kind')}>
            {categories.words.filter(({ value }) => counts.has(value)).map(({ value, label }) => <li key={value} title={say(label)}><CategoryBadge category={value} size={20} /><span className="visually-hidden">{say(label)}</span><b className="figures">{formatNumber(counts.get(value) ?? 0, 0)}</b></li>)}
          </ul>
        )}
        {sums && <p className="soft figures">{sums}</p>}
      </div>
      {leftOut > 0 && (
        <div className="tool-left-out">
          <span>{say(`另有 ${formatNumber(leftOut, 0)} 处不符合现在的查找条件。`, `${formatNumber(leftOut, 0)} more do not match what is searched for.`)}</span>
          <Button small onPress={clearAll}>{say('也列出来', 'List them too')}</Button>
        </div>
      )}
      {rows.length === 0 ? leftOut === 0 && <p className="tool-hint">{say('这个范围内没有资产，把距离放大些再看。', 'No asset within this distance; try a greater one.')}</p>
        : <NearList rows={rows} selectedId={selectedId} hoveredId={hoveredId} onSelect={onSelect} onHover={onHover} />}
      {places.length > 0 && (
        <p className="tool-places"><b>{say('周边', 'Around')}</b>{places.map((place) => <span key={`${place.name} ${place.metres}`}>{place.name} <i className="figures">{awayText(place, say)}</i></span>)}</p>
      )}
    </>
  );
}

function NearList({ rows, selectedId, hoveredId, onSelect, onHover }: { rows: readonly Near<IndexEntry>[]; selectedId: string | null; hoveredId: string | null; onSelect: (entry: IndexEntry) => void; onHover: (id: string | null) => void }) {
  const say = useSay();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setCursor] = useState(0);
  const cursor = Math.min(wanted, rows.length - 1);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: rowsBeyond });
  const press = (event: React.KeyboardEvent) => {
    const to = { ArrowDown: cursor + 1, ArrowUp: cursor - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(rows.length - 1, to));
      setCursor(next);
      onHover(rows[next]!.thing.id);
      virtual.scrollToIndex(next, { align: 'auto' });
    } else if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); onSelect(rows[cursor]!.thing); }
  };
  return (
    <div ref={scroller} className="tool-near-list" role="listbox" tabIndex={0} aria-label={say('附近的资产，近的在前', 'Assets nearby, nearest first')} aria-activedescendant={`${id}-${cursor}`} onKeyDown={press} onPointerLeave={() => onHover(null)} style={{ '--rows': `${rows.length * rowHeight}px` } as React.CSSProperties}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          const entry = row.thing;
          return (
            <div
              key={entry.id} id={`${id}-${index}`} role="option" aria-selected={entry.id === selectedId} aria-setsize={rows.length} aria-posinset={index + 1} className="tool-near-row" style={{ transform: `translateY(${start}px)` }}
              data-cursor={index === cursor || undefined} data-hovered={entry.id === hoveredId || undefined} onClick={() => { setCursor(index); onSelect(entry); }} onPointerEnter={() => onHover(entry.id)}
            >
              <CategoryBadge category={entry.category} size={22} />
              <span className="showcase-clip">{say.language === 'en' ? entry.nameEn ?? entry.name : entry.name}</span>
              <span className="figures soft">{awayText(row, say)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
