import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { commandOf, commands, pageLabels } from '../data/schema/commands.js';
import './app-frame.css';
import { useClient } from './client/current-client.js';
import { useBlockedCount } from './state/blocked-count.js';
import { useSay } from './state/language.js';
import { openPage, pages, useProgram, wantDialog, type Page } from './state/program-store.js';
import { isTyping, runCommand } from './state/run-command.js';
import { useDueLeads } from './state/use-leads.js';
import { Icon } from './ui/icon.js';

const MissingLedger = lazy(() => import('./ui/ledger-notice.js').then((module) => ({ default: module.MissingLedger })));

/** The rail of pages, and the keys that work everywhere: those of the commands, and / for the search. */
export function AppFrame({ children }: { children: ReactNode }) {
  const say = useSay();
  const client = useClient();
  const page = useProgram((state) => state.page);
  const settings = useProgram((state) => state.settings);
  const isAway = useProgram((state) => state.status?.missing === true);
  const dark = settings.theme === 'dark';
  /** What waits on a page, as a figure beside its name, and how that is read out. */
  const waiting: Partial<Record<Page, { readonly count: number; readonly words: (count: number) => string }>> = {
    quality: { count: useBlockedCount(), words: (count) => say(`，${count} 宗不可发布`, `, ${count} blocked`) },
    leads: { count: useDueLeads(), words: (count) => say(`，${count} 条该跟进`, `, ${count} due`) },
  };
  const countOf = (name: Page) => waiting[name]?.count ?? 0;

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      const command = commandOf(event);
      if (event.key === '/' && !(event.ctrlKey || event.metaKey)) {
        const search = document.querySelector<HTMLInputElement>('[data-page-search]');
        if (search) { event.preventDefault(); search.focus(); search.select(); }
      } else if (command === 'undo' || command === 'redo') {
        event.preventDefault();
        void runCommand(client, command);
      }
    };
    // Heard on the way down: search fields keep their keys to themselves, and a page is to be left from there too. Undoing is theirs.
    const turn = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (command && command !== 'undo' && command !== 'redo') { event.preventDefault(); void runCommand(client, command); }
    };
    const stopCommands = client.on('desktop.command', ({ command }) => void runCommand(client, command));
    window.addEventListener('keydown', turn, true);
    window.addEventListener('keydown', press);
    return () => { stopCommands(); window.removeEventListener('keydown', turn, true); window.removeEventListener('keydown', press); };
  }, [client]);

  return (
    <div className="frame">
      <nav className="rail" aria-label={say('页面', 'Pages')}>
        <button type="button" className="rail-seal" aria-label={say(commands.about.label)} onClick={() => wantDialog('about')}>溪<br />山</button>
        {pages.map((name) => (
          <button type="button" key={name} className="rail-link" aria-current={page === name ? 'page' : undefined} onClick={() => openPage(name)}>
            <span className="rail-icon"><Icon name={name} size={24} />{countOf(name) > 0 && <b className="rail-count" aria-hidden="true">{countOf(name) > 99 ? '99+' : countOf(name)}</b>}</span>
            {say(pageLabels[name])}{countOf(name) > 0 && <span className="visually-hidden">{waiting[name]?.words(countOf(name))}</span>}
          </button>
        ))}
        <div className="rail-foot">
          <button type="button" className="rail-small" aria-label={say('切换到深色或浅色', 'Switch between light and dark')} onClick={() => void client.call('settings.set', { theme: dark ? 'light' : 'dark' })}>
            <Icon name={dark ? 'sun' : 'moon'} />
          </button>
          <button type="button" className="rail-small" onClick={() => void client.call('settings.set', { language: settings.language === 'zh' ? 'en' : 'zh' })}>
            {settings.language === 'zh' ? 'EN' : '中文'}
          </button>
        </div>
      </nav>
      <main className="page">{isAway && <Suspense fallback={null}><MissingLedger /></Suspense>}<div className="page-body">{children}</div></main>
    </div>
  );
}
