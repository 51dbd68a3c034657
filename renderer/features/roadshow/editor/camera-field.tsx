import { useState } from 'react';
import { noShow, type StageLanguage, type StageShow, type StageTheme } from '../../../../data/schema/stage.js';
import { text } from '../../../../data/schema/text.js';
import type { StageCamera, Stop } from '../../../../data/schema/tour.js';
import { StageScreen } from '../../../stage/stage-screen.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { Modal } from '../../../ui/modal.js';
import type { TourEdits } from './use-tour-edits.js';

/** The view of a stop's map scenes: framed by hand, or left to what the stop shows. Nothing else ever changes it. */
export function CameraField({ stop, content, edits, theme, language }: { stop: Stop; content: StageContent; edits: TourEdits; theme: StageTheme; language: StageLanguage }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const clear = () => edits.set(stop.id, (now) => { const { camera: _gone, ...rest } = now; return rest as Stop; }, text('镜头改回自动', 'Let the map frame the stop'));
  const keep = (camera: StageCamera) => { edits.set(stop.id, (now) => ({ ...now, camera }), text('重定镜头', 'Frame the map')); setOpen(false); };
  return (
    <div className="tour-field">
      <span className="label">{say('镜头', 'Camera')}</span>
      <div className="camera-field">
        <span className="soft">{stop.camera ? say(`已定：级别 ${stop.camera.zoom.toFixed(1)}`, `Set by hand, zoom ${stop.camera.zoom.toFixed(1)}`) : say('自动取景', 'Framed by itself')}</span>
        <span className="spacer" />
        {stop.camera && <Button small isDisabled={edits.readOnly} onPress={clear}>{say('自动取景', 'Frame by itself')}</Button>}
        <Button small icon="camera" isDisabled={edits.readOnly} onPress={() => setOpen(true)}>{stop.camera ? say('重定', 'Frame again') : say('取景', 'Frame')}</Button>
      </div>
      {open && <CameraDialog first={stop.camera ?? null} stop={stop} content={content} theme={theme} language={language} onKeep={keep} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** The stage's own map to move and zoom until it is right; 16 : 9, as the audience will see it. */
function CameraDialog({ first, stop, content, theme, language, onKeep, onClose }: { first: StageCamera | null; stop: Stop; content: StageContent; theme: StageTheme; language: StageLanguage; onKeep: (camera: StageCamera) => void; onClose: () => void }) {
  const say = useSay();
  const assetId = stop.kind === 'asset' ? stop.assetId : null;
  const entry = assetId ? content.entry(assetId) : undefined;
  const begin = first ?? (entry && entry.lng !== null && entry.lat !== null ? { lng: entry.lng, lat: entry.lat, zoom: 15 } : null);
  const [camera, setCamera] = useState<StageCamera | null>(begin);
  const [shown] = useState<StageShow>({ ...noShow, on: true, mode: 'explore', theme, language, camera: begin });
  return (
    <Modal title={say('取景：拖动、缩放地图，到满意为止', 'Frame the map: move and zoom it until it is right')} width={1040} onClose={onClose}
      foot={<><span className="soft">{say('画面与观众屏同比例。', 'In the proportions of the audience screen.')}</span><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={camera === null} onPress={() => { if (camera) onKeep(camera); }}>{say('用这个画面', 'Use this view')}</Button></>}>
      <div className="camera-frame"><StageScreen content={content} show={shown} passages={[]} laser={null} onCommand={(command) => { if (command.do === 'look') setCamera(command.camera); }} /></div>
    </Modal>
  );
}
