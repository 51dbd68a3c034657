import { useEffect, useMemo, useRef, useState } from 'react';
import type { WebContent } from '../../data/rules/web/web-content.js';
import type { Language } from '../../data/schema/text.js';
import { isStill } from '../ui/motion.js';
import { sayerOf } from '../state/say.js';
import { AssetList } from './asset-list.js';
import { AssetView } from './asset-view.js';
import { ContactPart } from './contact-part.js';
import { Cover } from './cover.js';
import { Credits } from './credits.js';
import { FilterBar } from './filter-bar.js';
import { nothingAsked, useFoundAssets } from './found-assets.js';
import { MapPart } from './map-part.js';
import { PageBar } from './page-bar.js';
import { PageLanguage } from './page-language.js';
import { closeTo, openRoute, useRoute } from './page-route.js';
import { usePageTheme } from './page-theme.js';
import { ProjectList } from './project-list.js';

const nowhere = { asset: null, photo: null };

/** The page that a township hands out: cover, map, assets, projects, whom to call. */
export function Page({ content }: { content: WebContent }) {
  const [language, setLanguage] = useState<Language>(content.language);
  const [question, setQuestion] = useState(nothingAsked);
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const style = usePageTheme();
  const route = useRoute();
  const say = sayerOf(language);
  const { found, result } = useFoundAssets(content.assets, question);
  const opened = useMemo(() => content.assets.find(({ id }) => id === route.asset) ?? null, [content.assets, route.asset]);
  const mapPart = useRef<HTMLElement>(null);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = content.title[language];
  }, [language, content.title]);
  const open = (asset: string) => openRoute({ asset, photo: null });
  const showOnMap = (id: string) => {
    setQuestion((now) => (found.some((asset) => asset.id === id) ? now : nothingAsked));
    setPointedAt(id);
    mapPart.current?.scrollIntoView({ behavior: isStill() ? 'auto' : 'smooth', block: 'start' });
  };
  return (
    <PageLanguage.Provider value={say}>
      <div className="web" data-language={language}>
        <a className="web-skip" href="#assets" onClick={(event) => { event.preventDefault(); document.getElementById('assets')?.focus(); }}>{say('跳到资产列表', 'Skip to the assets')}</a>
        <Cover content={content} />
        <PageBar content={content} language={language} onLanguage={setLanguage} />
        <main>
          <div className="web-explore">
            {content.map && <section id="map" ref={mapPart} className="web-map-part" aria-label={say('地图', 'Map')} tabIndex={-1}>
              <MapPart content={content} map={content.map} style={style} found={found} selected={pointedAt} onSelect={setPointedAt} onOpen={open} />
            </section>}
            <section id="assets" className="web-assets" aria-labelledby="assets-title" tabIndex={-1}>
              <header className="web-head"><h2 id="assets-title">{content.chosen ? say('为您挑选的资产', 'Assets chosen for you') : say('闲置资产', 'Idle assets')}</h2></header>
              <FilterBar assets={content.assets} question={question} result={result} found={found.length} onAsk={setQuestion} />
              <AssetList assets={found} onOpen={open} onClear={() => setQuestion(nothingAsked)} />
            </section>
          </div>
          {content.projects.length > 0 && <ProjectList content={content} onOpen={open} />}
          <ContactPart content={content} />
        </main>
        <Credits content={content} />
        {opened && <AssetView key={opened.id} asset={opened} content={content} style={style} photo={route.photo} onOpen={open} onMap={showOnMap} onClose={() => closeTo(nowhere)} />}
      </div>
    </PageLanguage.Provider>
  );
}
