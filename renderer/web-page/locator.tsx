import { useLayoutEffect, useRef, useState } from 'react';
import { placeInFrame, tilePath, tileSide } from '../../data/rules/web/tile-frame.js';
import type { WebAsset, WebMap } from '../../data/rules/web/web-content.js';
import { categoryColour, categoryGlyphs } from '../ui/category-glyph.js';
import type { BasemapStyle } from '../map/basemap/palette.js';
import { Icon } from '../ui/icon.js';
import { usePageSay } from './page-language.js';

const height = 190;

/** A still piece of the map around an asset; pressed, it leads to the map. */
export function Locator({ asset, map: { frame, styles }, style, onPress }: { asset: WebAsset; map: WebMap; style: BasemapStyle; onPress: () => void }) {
  const say = usePageSay();
  const box = useRef<HTMLButtonElement>(null);
  const [width, setWidth] = useState(360);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return undefined;
    const measure = () => setWidth(node.clientWidth);
    const watcher = new ResizeObserver(measure);
    watcher.observe(node);
    measure();
    return () => watcher.disconnect();
  }, []);
  if (!asset.place) return null;
  const place = placeInFrame(frame, asset.place);
  const [across, down] = [(frame.columns[1] - frame.columns[0]) * tileSide, (frame.rows[1] - frame.rows[0]) * tileSide];
  const clamp = (wanted: number, most: number) => Math.max(0, Math.min(Math.max(0, most), wanted));
  const [left, top] = [clamp(place.x - width / 2, across - width), clamp(place.y - height / 2, down - height)];
  const steps = (from: number, length: number, count: number) => Array.from({ length: Math.min(count, Math.ceil((from + length) / tileSide)) - Math.floor(from / tileSide) }, (_, at) => Math.floor(from / tileSide) + at);
  const glyph = categoryGlyphs[asset.category];
  return (
    <button ref={box} type="button" className="web-locator" style={{ height }} onClick={onPress}>
      {styles.includes(style) && steps(top, height, down / tileSide).flatMap((row) => steps(left, width, across / tileSide).map((column) => (
        <img key={`${column} ${row}`} src={tilePath(style, frame.zoom, frame.columns[0] + column, frame.rows[0] + row)} alt="" width={tileSide} height={tileSide} style={{ left: column * tileSide - left, top: row * tileSide - top }} />
      )))}
      <svg className="web-locator-pin" width="44" height="44" viewBox="-16 -16 32 32" aria-hidden="true" style={{ left: place.x - left - 22, top: place.y - top - 22 }}>
        <circle r="13" fill={categoryColour(asset.category)} stroke="var(--raised)" strokeWidth="2.500" />
        <path d={glyph.path} fill={glyph.filled ? 'var(--on-strong)' : 'none'} stroke={glyph.filled ? 'none' : 'var(--on-strong)'} strokeWidth="1.700" strokeLinejoin="round" strokeLinecap="round" />
      </svg>
      <span className="web-locator-words"><Icon name="showcase" size={18} />{say('在地图上看', 'See it on the map')}</span>
    </button>
  );
}
