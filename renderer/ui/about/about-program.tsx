import { useEffect, useState } from 'react';
import type { About } from '../../../data/contract.js';
import { shellWords } from '../../../data/schema/commands.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { useNative } from '../../state/use-native.js';
import { Button } from '../button.js';
import './about.css';
import { LicenceList } from './licence-list.js';

const hostNames: Readonly<Record<string, { zh: string; en: string }>> = {
  electron: { zh: '桌面程序', en: 'Desktop program' },
  browser: { zh: '在本机浏览器中打开', en: 'Opened in this machine’s browser' },
};

/** What the program is, what it runs on, where it keeps its log, and whose work it stands on. */
export function AboutProgram() {
  const say = useSay();
  const client = useClient();
  const [about, setAbout] = useState<About | null>(null);
  const native = useNative();
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    let stale = false;
    client.call('about.get', {}).then((reply) => { if (!stale) setAbout(reply); }, (error: unknown) => { if (!stale) setFault(say(failureOf(error).message)); });
    return () => { stale = true; };
  }, [client, say]);
  const showLog = () => { client.call('desktop.show', { what: 'log' }).catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); };
  if (fault) return <p className="fault" role="alert">{fault}</p>;
  if (!about) return <p className="soft">{say('正在取…', 'Loading…')}</p>;
  return (
    <div className="about">
      <header className="about-head">
        <span className="about-seal" aria-hidden="true">溪<br />山</span>
        <div>
          <h3>溪山 Xishan</h3>
          <p className="figures">{say(`版本 ${about.version}`, `Version ${about.version}`)}<span className="soft"> · {say(hostNames[about.host] ?? { zh: about.host, en: about.host })}</span></p>
          <p className="soft">{say('全程不联网：资产、底图、字体都在这台电脑上。', 'Works with no network at all: assets, map and fonts are on this machine.')}</p>
        </div>
      </header>
      <dl className="about-lines">
        <dt>{say('运行环境', 'Runs on')}</dt>
        <dd className="figures">{about.engines.map(({ name, version }) => <span key={name} className="about-engine">{name} {version}</span>)}</dd>
        {about.logFile !== null && <>
          <dt>{say(shellWords.logFile)}</dt>
          <dd>
            <span className="about-path">{about.logFile}</span>
            {native && <Button small icon="folder" onPress={showLog}>{say('显示', 'Show')}</Button>}
            <small className="soft">{say('只记程序自己的状态和出错位置，不记姓名、电话、账本内容和文件名；最多三份，每份 256\u00a0KB。', 'Holds only the program’s own state and where it failed: no names, phones, contents or file names. At most three files of 256 KB.')}</small>
          </dd>
        </>}
      </dl>
      <LicenceList licences={about.licences} />
    </div>
  );
}
