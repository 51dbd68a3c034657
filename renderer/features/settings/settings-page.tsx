import { useState, type ComponentType } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useSay } from '../../state/language.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { LedgerNotice } from '../../ui/ledger-notice.js';
import { PageHead } from '../../ui/page-head.js';
import { BackupSection } from './backup-section.js';
import { LedgerSection } from './ledger-section.js';
import { MapSection } from './map-section.js';
import { ProfileSection } from './profile-section.js';
import { ProgramSection } from './program-section.js';
import { ServerSection } from './server-section.js';
import './settings.css';

interface Section { readonly id: string; readonly icon: IconName; readonly zh: string; readonly en: string; readonly noteZh: string; readonly noteEn: string; readonly view: ComponentType }

const sections: readonly Section[] = [
  { id: 'ledgers', icon: 'ledger', zh: '账本', en: 'Ledgers', noteZh: '新建、打开、搬移', noteEn: 'New, open, move', view: LedgerSection },
  { id: 'server', icon: 'server', zh: '服务器', en: 'Server', noteZh: '几人同记一本账', noteEn: 'One ledger, shared', view: ServerSection },
  { id: 'backup', icon: 'history', zh: '备份', en: 'Backups', noteZh: '恢复点，比较与恢复', noteEn: 'Restore points', view: BackupSection },
  { id: 'maps', icon: 'layers', zh: '底图', en: 'Maps', noteZh: '离线底图包，次序与浓淡', noteEn: 'Offline map packs', view: MapSection },
  { id: 'township', icon: 'home', zh: '乡镇', en: 'Township', noteZh: '名称、各村、热线', noteEn: 'Name and villages', view: ProfileSection },
  { id: 'program', icon: 'settings', zh: '程序', en: 'Program', noteZh: '界面、操作人、许可', noteEn: 'Looks, your name', view: ProgramSection },
];

/** 设置: the ledgers, their backups, the township, and how the program looks and speaks. */
export function SettingsPage() {
  const say = useSay();
  const [section, setSection] = useState('ledgers');
  return (
    <div className="sheet">
      <PageHead title={say('设置', 'Settings')} />
      <LedgerNotice />
      <Tabs className="settings" orientation="vertical" selectedKey={section} onSelectionChange={(key) => setSection(String(key))}>
        <div className="settings-side">
          <TabList className="settings-tabs" aria-label={say('设置', 'Settings')}>
            {sections.map(({ id, icon, zh, en, noteZh, noteEn }) => (
              <Tab key={id} id={id} className="settings-tab"><Icon name={icon} size={22} /><span><b>{say(zh, en)}</b><small>{say(noteZh, noteEn)}</small></span></Tab>
            ))}
          </TabList>
          <Hills />
        </div>
        {sections.map(({ id, view: View }) => <TabPanel key={id} id={id} className="settings-panel"><div className="settings-sheet"><View /></div></TabPanel>)}
      </Tabs>
    </div>
  );
}

/** Far hills and a stream at the foot of the list. */
const Hills = () => (
  <svg className="settings-hills" viewBox="0 0 220 120" aria-hidden="true">
    <path d="M0 70C20 60 30 30 46 28s20 30 34 32 18-38 36-40 22 36 38 38 26-14 40-14 18 12 26 18v58H0Z" fill="var(--blue)" opacity="0.12" />
    <path d="M0 92C24 84 40 62 62 60s28 22 48 22 28-18 50-18 34 16 60 22v34H0Z" fill="var(--green)" opacity="0.16" />
    <path d="M96 120c10-12 34-12 30-22s-26-8-18-16c4-4 12-4 14-8-6 2-16 4-20 10-6 10 16 12 14 20s-26 6-34 16Z" fill="var(--ground)" opacity="0.85" />
    <circle cx="176" cy="22" r="7" fill="var(--cinnabar)" opacity="0.6" />
  </svg>
);
