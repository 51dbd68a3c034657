import { useEffect, useMemo, useState } from 'react';
import type { StageTheme } from '../../../data/schema/stage.js';
import type { MapPoint } from '../clusters.js';
import { groundColour, type Language, type Sheet } from '../ground/ground.js';
import type { Insets } from '../map-handle.js';
import { flatten, pictureAddress } from '../print/flatten.js';
import { layGround } from '../print/lay-ground.js';
import { worldSize, worldX, worldY } from '../world.js';
import { cameraOf, type StageLook } from './stage-camera.js';

/** A still map is drawn at this size and shown at whatever size it has. */
const [width, height] = [640, 360];
const unit = width / 1920;
const labelsMagnified = 1.72;
const mostKept = 60;
const kept = new Map<string, Promise<string | null>>();
/** One after another: twenty maps at once would hold up the page. */
let queue: Promise<unknown> = Promise.resolve();

/** A page that is busy with a show comes first; but not for ever. */
const whenIdle = () => new Promise<void>((idle) => { requestIdleCallback(() => idle(), { timeout: 1_500 }); });

/** The ground of a view as a picture, drawn once for what it shows. */
function groundPicture(sheets: readonly Sheet[], theme: StageTheme, language: Language, camera: { readonly lng: number; readonly lat: number; readonly zoom: number }): Promise<string | null> {
  const key = JSON.stringify([sheets.map(({ address, opacity, shown }) => [address, opacity, shown]), theme, language, camera]);
  const known = kept.get(key);
  if (known) return known;
  const made = queue.then(whenIdle).then(() => drawGround(sheets, theme, language, camera)).catch(() => null);
  queue = made;
  kept.set(key, made);
  for (const [oldest, picture] of kept) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
    void picture.then((address) => { if (address) URL.revokeObjectURL(address); });
  }
  return made;
}

async function drawGround(sheets: readonly Sheet[], theme: StageTheme, language: Language, { lng, lat, zoom }: { readonly lng: number; readonly lat: number; readonly zoom: number }): Promise<string> {
  const style = theme === 'dark' ? 'night' : 'paper';
  const box = document.createElement('div');
  Object.assign(box.style, { position: 'fixed', left: '-4000px', top: '0', width: `${width}px`, height: `${height}px`, overflow: 'hidden' });
  box.setAttribute('aria-hidden', 'true');
  box.inert = true;
  document.body.append(box);
  const scale = worldSize(zoom);
  const view = { scale, left: worldX(lng) * scale - width / 2, top: worldY(lat) * scale - height / 2 };
  const nothing = { west: lng, east: lng, south: lat, north: lat };
  try {
    const laid = await layGround(box, { sheets, style, language, view: { width, height, lng, lat, zoom, scale: 1, extent: nothing, view }, labelScale: labelsMagnified * unit, still: true, heat: null }, new AbortController().signal);
    await laid?.settled();
    const address = await pictureAddress(flatten(box, 1, groundColour(style)));
    laid?.remove();
    return address;
  } finally {
    box.remove();
  }
}

/** The map of a scene as a still picture: the ground, and its assets as dots. */
export function StillMap({ sheets, theme, language, lit, quiet, chosen, look, insets }: {
  sheets: readonly Sheet[] | null; theme: StageTheme; language: Language; lit: readonly MapPoint[]; quiet: readonly MapPoint[]; chosen: MapPoint | null; look: StageLook | null; insets: Insets;
}) {
  const [picture, setPicture] = useState<string | null>(null);
  const words = JSON.stringify(look);
  const { left, top, right, bottom } = insets;
  const camera = useMemo(() => {
    const wish = JSON.parse(words) as StageLook | null;
    return wish && cameraOf(wish, { x: width, y: height }, unit, { left: left * unit, top: top * unit, right: right * unit, bottom: bottom * unit });
  }, [words, left, top, right, bottom]);
  useEffect(() => {
    if (!sheets || !camera) return undefined;
    let gone = false;
    void groundPicture(sheets, theme, language, camera).then((address) => { if (!gone) setPicture(address); });
    return () => { gone = true; };
  }, [sheets, theme, language, camera]);
  if (!camera) return null;
  const scale = worldSize(camera.zoom);
  const place = ({ lng, lat }: MapPoint) => ({ cx: (worldX(lng) - worldX(camera.lng)) * scale + width / 2, cy: (worldY(lat) - worldY(camera.lat)) * scale + height / 2 });
  return (
    <div className="still-map" aria-hidden="true" style={{ background: groundColour(theme === 'dark' ? 'night' : 'paper') }}>
      {picture && <img src={picture} alt="" />}
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMid slice">
        {quiet.map((point) => <circle key={point.id} {...place(point)} r="2.400" fill={`var(--${point.category})`} stroke="var(--raised)" strokeWidth="0.700" />)}
        {lit.map((point) => <circle key={point.id} {...place(point)} r="7" fill={`var(--${point.category})`} stroke="var(--raised)" strokeWidth="1.600" />)}
        {chosen && <circle {...place(chosen)} r="14" fill={`var(--${chosen.category})`} stroke="var(--raised)" strokeWidth="3" />}
      </svg>
    </div>
  );
}
