import { useCallback, useEffect, useState } from 'react';
import type { Profile } from '../../../data/schema/profile.js';
import { profileFields } from '../../../data/schema/fields.js';
import { profileId } from '../../../data/schema/ledger.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { applyEdits } from '../../state/apply-edits.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { RecordFields } from '../../ui/fields/record-fields.js';

/** The township that the ledger belongs to, field by field. */
export function ProfileForm() {
  const say = useSay();
  const client = useClient();
  const folder = useProgram((state) => state.status?.folder);
  const readOnly = useProgram((state) => state.status?.readOnly ?? true);
  const [profile, setProfile] = useState<Profile | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const refresh = useCallback(async () => { setProfile(await client.call('desk.profile', {})); setFault(null); }, [client]);
  const reload = useCallback(() => { refresh().catch((error: unknown) => setFault(say(failureOf(error).message))); }, [refresh, say]);
  useEffect(() => {
    reload();
    return client.on('ledger.changed', (change) => { if (change.profile) reload(); });
  }, [client, reload, folder]);
  const save = useCallback(async (path: string, value: unknown) => {
    await applyEdits(client, [{ kind: 'set', noun: 'profile', id: profileId, path, ...(value === undefined ? {} : { value }) }]);
    await refresh();
  }, [client, refresh]);
  if (fault) return <p className="fault" role="alert">{fault}</p>;
  if (!profile) return <p className="soft">{say('正在取…', 'Loading…')}</p>;
  return <RecordFields key={folder} record={profile} fields={profileFields.filter((entry) => entry.kind !== 'system')} readOnly={readOnly} titles={{ people: say('对外联系', 'Public contact') }} save={save} onReload={reload} />;
}
