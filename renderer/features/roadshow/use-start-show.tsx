import { useRef, useState, type ReactNode } from 'react';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';
import { usePublicShowing } from '../../ui/public-showing-warning.js';

interface Wish { readonly tourId: string; readonly stopId?: string | undefined; readonly booth: boolean }

/** Opens the audience screen. Answers with its address where this page's own window could not be opened: a browser may refuse it. */
export async function openScreen(call: () => Promise<{ address: string | null }>): Promise<string | null> {
  const { address } = await call();
  if (address === null) return null;
  return window.open(address, 'xishan-audience', 'popup,width=1280,height=720') ? null : address;
}

/** Starts shows: warns of a map without a 审图号, opens the audience screen, begins. `dialogs` is to be rendered where the hook is used. */
export function useStartShow(): { readonly start: (wish: Wish) => void; readonly dialogs: ReactNode } {
  const say = useSay();
  const client = useClient();
  const wish = useRef<Wish | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const begin = async () => {
    if (!wish.current) return;
    const { tourId, stopId, booth } = wish.current;
    try {
      const blocked = await openScreen(() => client.call('stage.screen', { open: true }));
      await client.call('stage.start', { tourId, booth, ...(stopId ? { stopId } : {}) });
      setRefused(blocked);
    } catch (error) {
      const failure = failureOf(error);
      tell(failure.message, failure);
    }
  };
  const { ask, dialog } = usePublicShowing(() => void begin());
  return {
    start: (next) => { wish.current = next; ask(); },
    dialogs: (
      <>
        {dialog}
        {refused && (
          <Modal title={say('观众屏没有打开', 'The audience screen did not open')} width={520} onClose={() => setRefused(null)}
            foot={<><span className="spacer" /><Button tone="primary" icon="roadshow" onPress={() => { window.open(refused, 'xishan-audience', 'popup,width=1280,height=720'); setRefused(null); }}>{say('打开观众屏', 'Open the audience screen')}</Button></>}>
            <p>{say('浏览器拦住了新窗口。按下面的按钮打开，再把它拖到投影上。', 'The browser held the new window back. Open it with the button below, then move it to the projector.')}</p>
          </Modal>
        )}
      </>
    ),
  };
}
