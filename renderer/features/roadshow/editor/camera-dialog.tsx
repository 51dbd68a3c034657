import { useMemo, useRef } from 'react';
import { cameraAround } from '../../../../data/rules/stage/steer.js';
import { matchesFilter } from '../../../../data/rules/filter.js';
import type { StageCamera, Stop } from '../../../../data/schema/tour.js';
import type { MapPoint } from '../../../map/clusters.js';
import type { MapHandle } from '../../../map/map-handle.js';
import { MapStage } from '../../../map/map-stage.js';
import { useSay } from '../../../state/language.js';
import { useTheme } from '../../../state/theme.js';
import { useBoundaries } from '../../../state/use-boundaries.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { Modal } from '../../../ui/modal.js';
import { seenCamera, zoomHere } from './framing.js';

const none = { left: 0, top: 0, right: 0, bottom: 0 };

/** The assets that a stop is about; all of them where it is about the township. */
function subjectOf(stop: Stop, content: StageContent): ReadonlySet<string> | null {
  switch (stop.kind) {
    case 'asset': return new Set([stop.assetId]);
    case 'comparison': return new Set(stop.assetIds);
    case 'project': return new Set(content.project(stop.projectId)?.project.assetIds);
    case 'overview': return new Set(content.entries.filter((entry) => matchesFilter(entry, stop.filter)).map(({ id }) => id));
    default: return null;
  }
}

/** The live map in the shape of the stage: what is seen here is what the audience will see. */
export function CameraDialog({ stop, content, onClose, onFrame }: { stop: Stop; content: StageContent; onClose: () => void; onFrame: (camera: StageCamera) => void }) {
  const say = useSay();
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const handle = useRef<MapHandle | null>(null);
  const boundaries = useBoundaries(true);
  const all = useMemo(() => content.entries.flatMap((entry): MapPoint[] => (entry.lng === null || entry.lat === null ? [] : [{ id: entry.id, name: say.language === 'en' ? entry.nameEn ?? entry.name : entry.name, category: entry.category, lng: entry.lng, lat: entry.lat, siteArea: entry.siteArea, floorArea: entry.floorArea, cover: entry.cover ? content.media(entry.cover, true) : null }])), [content, say]);
  const subject = useMemo(() => subjectOf(stop, content), [stop, content]);
  const points = useMemo(() => (subject ? all.filter(({ id }) => subject.has(id)) : all), [all, subject]);
  const go = (camera: StageCamera | null) => { if (camera) handle.current?.flyTo(camera, zoomHere(camera.zoom, box.current?.clientWidth ?? 0)); };
  const frame = () => { const camera = handle.current && seenCamera(handle.current.seen()); if (camera) onFrame(camera); };
  return (
    <Modal title={say('给这一站定画面', 'Frame the map for this stop')} width={1080} onClose={onClose}
      foot={<><span className="soft">{say('拖动、滚轮或方向键取景；框里就是观众看到的。', 'Drag, wheel or arrow keys; the frame is what the audience sees.')}</span><span className="spacer" /><Button icon="locate" onPress={() => go(cameraAround(points))}>{say('看全这一站', 'Fit this stop')}</Button><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" icon="camera" onPress={frame}>{say('用这个画面', 'Use this view')}</Button></>}>
      <div ref={box} className="camera-frame">
        <MapStage sheets={content.sheets} style={theme === 'dark' ? 'night' : 'paper'} language={say.language} label={say('取景用的地图', 'Map to frame')} points={points} allPoints={all} selected={stop.kind === 'asset' ? points[0] ?? null : null} hoveredId={null} boundaries={boundaries}
          insets={() => none} onSelect={() => undefined} onHover={() => undefined} onHandle={(next) => { handle.current = next; }} onGround={() => undefined} onOpened={() => go(stop.camera ?? cameraAround(points))} />
      </div>
    </Modal>
  );
}
