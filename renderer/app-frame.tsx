import { useEffect, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import './app-frame.css';
import { useClient } from './client/current-client.js';
import { useBlockedCount } from './state/blocked-count.js';
import { useSay } from './state/language.js';
import { openPage, pages, useProgram, type Page } from './state/program-store.js';
import { undoOrRedo } from './state/undo.js';
import { Icon } from './ui/icon.js';
import { MissingLedger } from './ui/ledger-notice.js';

const names: Record<Page, { zh: string; en: string }> = {
  showcase: { zh: '总览', en: 'Showcase' },
  ledger: { zh: '一本账', en: 'Ledger' },
  quality: { zh: '体检', en: 'Check-up' },
  history: { zh: '变化', en: 'Changes' },
  projects: { zh: '一张表', en: 'Projects' },
  roadshow: { zh: '路演', en: 'Roadshow' },
  outputs: { zh: '出品', en: 'Outputs' },
  settings: { zh: '设置', en: 'Settings' },
};

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The rail of pages and the keys that work everywhere: Ctrl+1…8 pages, / search, Ctrl+Z and Ctrl+Y undo and redo. */
export function AppFrame({ children }: { children: ReactNode }) {
  const say = useSay();
  const client = useClient();
  const page = useProgram((state) => state.page);
  const settings = useProgram((state) => state.settings);
  const dark = settings.theme === 'dark';
  const blocked = useBlockedCount();

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey;
      if (isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (event.key === '/' && !command) {
        const search = document.querySelector<HTMLInputElement>('[data-page-search]');
        if (search) { event.preventDefault(); search.focus(); search.select(); }
      } else if (command && (key === 'z' || key === 'y')) {
        event.preventDefault();
        void undoOrRedo(client, key === 'y' || event.shiftKey ? 'redo' : 'undo');
      }
    };
    // Heard on the way down: search fields keep their keys to themselves, and a page is to be left from there too.
    const turn = (event: KeyboardEvent) => {
      const target = (event.ctrlKey || event.metaKey) && !event.altKey ? pages[Number(event.key) - 1] : undefined;
      if (target) { event.preventDefault(); openPage(target); }
    };
    window.addEventListener('keydown', turn, true);
    window.addEventListener('keydown', press);
    return () => { window.removeEventListener('keydown', turn, true); window.removeEventListener('keydown', press); };
  }, [client]);

  return (
    <div className="frame">
      <nav className="rail" aria-label={say('页面', 'Pages')}>
        <div className="rail-seal" aria-hidden="true">溪<br />山</div>
        {pages.map((name) => (
          <Button key={name} className="rail-link" aria-current={page === name ? 'page' : undefined} onPress={() => openPage(name)}>
            <span className="rail-icon"><Icon name={name} size={24} />{name === 'quality' && blocked > 0 && <b className="rail-count" aria-hidden="true">{blocked > 99 ? '99+' : blocked}</b>}</span>
            {say(names[name])}{name === 'quality' && blocked > 0 && <span className="visually-hidden">{say(`，${blocked} 宗不可发布`, `, ${blocked} blocked`)}</span>}
          </Button>
        ))}
        <div className="rail-foot">
          <Button className="rail-small" aria-label={say('切换到深色或浅色', 'Switch between light and dark')} onPress={() => void client.call('settings.set', { theme: dark ? 'light' : 'dark' })}>
            <Icon name={dark ? 'sun' : 'moon'} />
          </Button>
          <Button className="rail-small" onPress={() => void client.call('settings.set', { language: settings.language === 'zh' ? 'en' : 'zh' })}>
            {settings.language === 'zh' ? 'EN' : '中文'}
          </Button>
        </div>
      </nav>
      <main className="page"><MissingLedger /><div className="page-body">{children}</div></main>
    </div>
  );
}
