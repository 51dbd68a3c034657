import type { WebContent } from '../../data/rules/web/web-content.js';
import type { Language } from '../../data/schema/text.js';
import { goTo } from './go-to.js';
import { usePageSay } from './page-language.js';

/** The parts of the page and its language; stays at the upper edge. */
export function PageBar({ content, language, onLanguage }: { content: WebContent; language: Language; onLanguage: (language: Language) => void }) {
  const say = usePageSay();
  const parts = [
    ...(content.map ? [{ id: 'map', label: say('地图', 'Map') }] : []),
    { id: 'assets', label: say('资产', 'Assets') },
    ...(content.projects.length > 0 ? [{ id: 'projects', label: say('项目', 'Projects') }] : []),
    { id: 'contact', label: say('联系', 'Contact') },
  ];
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <div className="web-bar">
      <b className="web-bar-name">{say(content.title)}</b>
      <nav aria-label={say('本页', 'This page')}>{parts.map(({ id, label }) => <a key={id} href={`#${id}`} onClick={(event) => { event.preventDefault(); goTo(id); }}>{label}</a>)}</nav>
      <button type="button" className="web-language" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => onLanguage(other)}>{other === 'en' ? 'English' : '中文'}</button>
    </div>
  );
}
