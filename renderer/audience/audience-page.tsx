import { useEffect } from 'react';
import { useClient } from '../client/current-client.js';
import { failureOf } from '../client/call-failure.js';
import { useStageContent, usePassages } from '../stage/stage-content.js';
import { StageScreen } from '../stage/stage-screen.js';
import { loadPublic, takePublicChange } from '../state/follow-public.js';
import { tell } from '../state/program-store.js';
import { actOn, followStage, useStage } from '../state/stage-store.js';

/** 观众屏: the window that the room looks at. It asks for public records and for nothing else. */
export function AudiencePage() {
  const client = useClient();
  const { show, tour, laser, known } = useStage();
  const content = useStageContent();
  const passages = usePassages(tour, content);
  useEffect(() => {
    const guard = (work: Promise<unknown>) => { work.catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); };
    guard(loadPublic(client));
    const stops = [followStage(client, false), client.on('ledger.opened', () => guard(loadPublic(client))), client.on('ledger.changed', (change) => guard(takePublicChange(client, change)))];
    return () => stops.forEach((stop) => stop());
  }, [client]);
  if (!known || !content) return null;
  return <StageScreen content={content} show={show} passages={passages} laser={laser} onCommand={(command) => actOn(client, 'public', command)} />;
}
