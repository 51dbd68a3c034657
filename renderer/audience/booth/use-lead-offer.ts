import { useEffect, useState } from 'react';
import { useClient } from '../../client/current-client.js';

/** True where a visitor may leave a lead here: asked anew for each visitor, since staff may set the passphrase while the booth runs. */
export function useLeadOffer(): boolean {
  const client = useClient();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    let over = false;
    client.call('public.leadOffer', {}).then((offer) => { if (!over) setOpen(offer.open); }, () => undefined);
    return () => { over = true; };
  }, [client]);
  return open;
}
