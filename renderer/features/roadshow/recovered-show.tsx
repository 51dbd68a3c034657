import { useState } from 'react';
import './roadshow.css';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { openPage } from '../../state/program-store.js';
import { actOn, useStage, wasCutOff } from '../../state/stage-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { useStartShow } from './use-start-show.js';

/** Tells that a show was cut off and stands where it was: on any page, until the presenter goes on or ends it. */
export function RecoveredShow() {
  const say = useSay();
  const client = useClient();
  const { show, tour } = useStage();
  const isCutOff = useStage(wasCutOff);
  const [answered, setAnswered] = useState(false);
  const { openScreen, dialog } = useStartShow();
  if (!isCutOff || answered) return dialog;
  const at = (tour?.stops.findIndex(({ id }) => id === show.stopId) ?? -1) + 1;
  return (
    <>
      <div className="recovered-show" role="alert">
        <Icon name="history" size={22} />
        <p><b>{say('上次的路演还没有结束', 'The last show had not ended')}</b><span>{tour
          ? say(`程序中断过，「${tour.name}」停在第 ${Math.max(1, at)} 站，接着就能讲。`, `The program was cut off; “${tour.name}” stands at stop ${Math.max(1, at)} and can go on.`)
          : say('程序中断过，接着就能讲。', 'The program was cut off, and the show can go on.')}</span></p>
        <Button onPress={() => { setAnswered(true); actOn(client, 'desk', { do: 'end' }); }}>{say('结束', 'End it')}</Button>
        <Button tone="primary" onPress={() => { setAnswered(true); openPage('roadshow'); openScreen(); }}>{say('继续', 'Go on')}</Button>
      </div>
      {dialog}
    </>
  );
}
