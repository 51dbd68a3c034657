import { useEffect, useState } from 'react';
import type { LedgerPerson } from '../../../data/contract/server.js';
import { roleLabels, roleNotes, roles, type Role } from '../../../data/schema/person.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';
import { Select } from '../../ui/select.js';
import { Part } from './part.js';

/** Who may do what in the ledger that is open; for approvers. */
export function ServerPeople({ me, connected }: { me: string; connected: boolean }) {
  const say = useSay();
  const client = useClient();
  const [people, setPeople] = useState<readonly LedgerPerson[]>([]);
  const [edited, setEdited] = useState<LedgerPerson | 'new' | null>(null);
  const complain = (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); };
  useEffect(() => { client.call('server.people', {}).then(setPeople, complain); }, [client]);
  return (
    <Part title={say('人员', 'People')} actions={<Button icon="add" isDisabled={!connected} onPress={() => setEdited('new')}>{say('加一个人', 'Add a person')}</Button>}>
      <table className="settings-points">
        <thead><tr><th>{say('姓名', 'Name')}</th><th>{say('登录名', 'Login')}</th><th>{say('权限', 'Role')}</th><th aria-label={say('操作', 'Actions')} /></tr></thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.login}>
              <td><b>{person.name}</b>{person.name === me && <small>{say('您', 'you')}</small>}</td>
              <td>{person.login}</td>
              <td>{say(roleLabels[person.role])}<small>{person.owner ? say('建账的人', 'Made the ledger') : say(roleNotes[person.role])}</small></td>
              <td>{!person.owner && <>
                <Button small tone="quiet" isDisabled={!connected} onPress={() => setEdited(person)}>{say('修改', 'Change')}</Button>
                <Button small tone="quiet" isDisabled={!connected || person.name === me} onPress={() => { client.call('server.removePerson', { login: person.login }).then(setPeople, complain); }}>{say('移出', 'Take off')}</Button>
              </>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {edited && <PersonDialog person={edited === 'new' ? null : edited} onSaved={(next) => { setPeople(next); setEdited(null); }} onClose={() => setEdited(null)} />}
    </Part>
  );
}

function PersonDialog({ person, onSaved, onClose }: { person: LedgerPerson | null; onSaved: (people: readonly LedgerPerson[]) => void; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const [login, setLogin] = useState(person?.login ?? '');
  const [name, setName] = useState(person?.name ?? '');
  const [role, setRole] = useState<Role>(person?.role ?? 'keeper');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const isReady = /^[a-z][a-z0-9_]*$/.test(login) && name.trim() !== '' && (password === '' || password.length >= 8);
  const save = () => {
    client.call('server.setPerson', { login, name: name.trim(), role, ...(password === '' ? {} : { password }) }).then(onSaved, (error: unknown) => setFault(say(failureOf(error).message)));
  };
  return (
    <Modal title={person ? say(`修改「${person.name}」`, `Change “${person.name}”`) : say('加一个人', 'Add a person')} width={520} onClose={onClose}
      foot={<>{fault && <p className="fault" role="alert">{fault}</p>}<span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={!isReady} onPress={save}>{say('保存', 'Save')}</Button></>}>
      <form className="server-door" onSubmit={(event) => { event.preventDefault(); if (isReady) save(); }}>
        <label className="label" htmlFor="person-name">{say('姓名', 'Name')}</label>
        <input id="person-name" className="input" autoComplete="off" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
        <label className="label" htmlFor="person-login">{say('登录名', 'Login')}</label>
        <input id="person-login" className="input" autoComplete="off" spellCheck={false} maxLength={40} disabled={person !== null} placeholder="wangxi" value={login} onChange={(event) => setLogin(event.target.value.toLowerCase())} />
        <p className="help">{say('小写字母、数字和下划线，字母开头。', 'Small letters, digits and underscores, beginning with a letter.')}</p>
        <span className="label">{say('权限', 'Role')}</span>
        <Select label={say('权限', 'Role')} value={role} onChange={(value) => setRole(value as Role)} options={roles.map((value) => ({ value, label: say(roleLabels[value]) }))} />
        <p className="help">{say(roleNotes[role])}</p>
        <label className="label" htmlFor="person-password">{say('密码', 'Password')}</label>
        <input id="person-password" className="input" type="password" autoComplete="new-password" maxLength={200} value={password} onChange={(event) => setPassword(event.target.value)} />
        <p className="help">{person ? say('空着就不改。至少 8 位。', 'Left empty, it stays. At least 8 characters.') : say('至少 8 位，当面交给本人。', 'At least 8 characters; hand it over in person.')}</p>
      </form>
    </Modal>
  );
}
