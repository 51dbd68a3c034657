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
import { UndoButtons } from '../../ui/undo-buttons.js';
import { Part } from './part.js';

const shownFields = profileFields.filter((entry) => entry.kind !== 'system');

/** The township that the ledger belongs to, field by field. */
export function ProfileSection() {
  const say = useSay();
  const client = useClient();
  const folder = useProgram((state) => state.status?.folder);
  const readOnly = useProgram((state) => (state.status?.readOnly ?? true) || (state.status?.missing ?? false));
  const [profile, setProfile] = useState<Profile | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [state, setState] = useState<'rest' | 'saving' | 'saved'>('rest');
  const refresh = useCallback(async () => { setProfile(await client.call('desk.profile', {})); setFault(null); }, [client]);
  const reload = useCallback(() => { refresh().catch((error: unknown) => setFault(say(failureOf(error).message))); }, [refresh, say]);
  useEffect(() => {
    reload();
    return client.on('ledger.changed', (change) => { if (change.profile) reload(); });
  }, [client, reload, folder]);
  const save = useCallback(async (path: string, value: unknown) => {
    setState('saving');
    try {
      await applyEdits(client, [{ kind: 'set', noun: 'profile', id: profileId, path, ...(value === undefined ? {} : { value }) }]);
      setState('saved');
    } catch (error) {
      // The field itself says why.
      setState('rest');
      throw error;
    }
    await refresh();
  }, [client, refresh]);
  const words = state === 'saving' ? say('正在保存…', 'Saving…') : state === 'saved' ? say('已保存', 'Saved') : '';
  return (
    <Part title={say('乡镇概况', 'The township')} note={say('每改一栏立即保存，可以撤销。总览、表格和推介材料都用这里的名称。', 'Each field is saved at once and can be undone. The overview, tables and brochures use these names.')}
      actions={<><span className="settings-saved" role="status">{words}</span><UndoButtons /></>}>
      {fault && <p className="fault" role="alert">{fault}</p>}
      {!profile && !fault && <p className="soft">{say('正在取…', 'Loading…')}</p>}
      {profile && <div className="settings-profile"><RecordFields key={folder} record={profile} fields={shownFields} readOnly={readOnly} titles={{ people: say('对外联系', 'Public contact') }} save={save} onReload={reload} /></div>}
    </Part>
  );
}
