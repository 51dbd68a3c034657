import { useState, type ReactNode } from 'react';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';
import { saveTours } from './tours/tour-store.js';

const windowName = 'xishan-audience';
/** Opens the audience screen's window; null when the browser holds it back. */
const openWindow = (address: string) => window.open(address, windowName, 'popup,width=1280,height=720');

export interface ShowStart {
  /** Opens the audience screen and begins the show, at a stop or at the first. */
  readonly start: (tourId: string, stopId?: string, booth?: boolean) => void;
  /** Opens the audience screen alone, or brings it forward. */
  readonly openScreen: () => void;
  /** What is to be said when the browser holds the window back; rendered where the hook is used. */
  readonly dialog: ReactNode;
}

/** Starting a show. The window is asked for in the press itself, or right after: a browser lets a page open one only then. */
export function useStartShow(): ShowStart {
  const say = useSay();
  const client = useClient();
  const [blocked, setBlocked] = useState<string | null>(null);
  const guard = (work: Promise<unknown>) => { work.catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); };
  const screen = async () => {
    const { address } = await client.call('stage.screen', { open: true });
    if (address !== null && !openWindow(address)) setBlocked(address);
  };
  const start = async (tourId: string, stopId?: string, booth = false) => {
    await screen();
    await saveTours(client);
    await client.call('stage.start', { tourId, booth, ...(stopId ? { stopId } : {}) });
  };
  return {
    start: (tourId, stopId, booth) => guard(start(tourId, stopId, booth)),
    openScreen: () => guard(screen()),
    dialog: blocked === null ? null : (
      <Modal title={say('观众屏被浏览器拦住了', 'The browser held the audience screen back')} width={520} onClose={() => setBlocked(null)}
        foot={<><span className="spacer" /><Button onPress={() => setBlocked(null)}>{say('先不打开', 'Not now')}</Button><Button tone="primary" onPress={() => { if (openWindow(blocked)) setBlocked(null); }}>{say('打开观众屏', 'Open the audience screen')}</Button></>}>
        <p>{say('浏览器不让网页自己打开新窗口。按一下「打开观众屏」就好；也可以在地址栏右侧选「始终允许」，下次不再拦。', 'The browser does not let a page open windows by itself. Press “Open the audience screen”, or choose “Always allow” at the right of the address bar.')}</p>
      </Modal>
    ),
  };
}
