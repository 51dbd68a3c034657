import { useState } from 'react';
import type { Stop } from '../../../../data/schema/tour.js';
import { useSay } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { CameraDialog } from './camera-dialog.js';
import type { ChangeFields } from './stop-form.js';

/** Where the map looks at this stop: framed by hand, or by what it shows. */
export function CameraField({ stop, content, readOnly, onChange }: { stop: Stop; content: StageContent; readOnly: boolean; onChange: ChangeFields }) {
  const say = useSay();
  const [framing, setFraming] = useState(false);
  return (
    <div className="stop-field">
      <span className="label">{say('镜头', 'Camera')}</span>
      <div className="stop-row">
        <span className={stop.camera ? 'tag tag-good' : 'tag'}>{stop.camera ? say('已定画面', 'Framed by hand') : say('自动取景', 'Framed by itself')}</span>
        <Button small icon="camera" isDisabled={readOnly} onPress={() => setFraming(true)}>{say('定画面', 'Frame the map')}</Button>
        {stop.camera && <Button small tone="quiet" icon="locate" isDisabled={readOnly} onPress={() => onChange({ camera: undefined })}>{say('自动取景', 'Frame by itself')}</Button>}
      </div>
      {framing && <CameraDialog stop={stop} content={content} onClose={() => setFraming(false)} onFrame={(camera) => { setFraming(false); onChange({ camera }); }} />}
    </div>
  );
}
