import { useEffect, useRef } from 'react';
import type { WebAsset, WebContent } from '../../data/rules/web/web-content.js';
import { categories } from '../../data/schema/vocabularies.js';
import type { BasemapStyle } from '../map/basemap/palette.js';
import { CategoryBadge } from '../ui/category-badge.js';
import { Icon } from '../ui/icon.js';
import { StatusMark } from './asset-row.js';
import { CallKey } from './call-key.js';
import { Locator } from './locator.js';
import { usePageSay } from './page-language.js';
import { closeTo, openRoute } from './page-route.js';
import { PhotoStrip } from './photo-strip.js';
import { PhotoViewer } from './photo-viewer.js';

/** One asset over the page: photos, figures, facts, where it lies, its projects, whom to call. Esc and the phone's back key close it. */
export function AssetView({ asset, content, style, photo, onOpen, onMap, onClose }: { asset: WebAsset; content: WebContent; style: BasemapStyle; photo: number | null; onOpen: (id: string) => void; onMap: (id: string) => void; onClose: () => void }) {
  const say = usePageSay();
  const { language } = say;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { if (!dialog.current?.open) dialog.current?.showModal(); }, []);
  const { figures, lines } = asset.card[language];
  const second = asset.name[language === 'zh' ? 'en' : 'zh'];
  const projects = content.projects.filter(({ id }) => asset.projectIds.includes(id));
  const contact = asset.contact ?? content.contact;
  return (
    <dialog ref={dialog} className="web-view" aria-labelledby="view-title" onCancel={(event) => { event.preventDefault(); if (photo === null) onClose(); }} onClick={(event) => { if (event.target === dialog.current) onClose(); }}>
      <div className="web-view-frame">
        <button type="button" className="web-view-close" aria-label={say('关闭', 'Close')} onClick={onClose}><Icon name="close" size={22} /></button>
        <div className="web-view-scroll" tabIndex={-1}>
          <PhotoStrip asset={asset} onOpen={(at) => openRoute({ asset: asset.id, photo: at })} />
          <div className="web-view-words">
            <p className="web-row-kind"><CategoryBadge category={asset.category} size={22} /><span>{[say.word(categories, asset.category), asset.village, asset.code].filter(Boolean).join(' · ')}</span><StatusMark status={asset.status} /></p>
            <h2 id="view-title">{say(asset.name)}</h2>
            {second !== say(asset.name) && <p className="web-view-second" lang={language === 'zh' ? 'en' : 'zh-CN'}>{second}</p>}
            {asset.highlight && <p className="web-view-line">{say(asset.highlight)}</p>}
            {figures.length > 0 && <dl className="web-view-figures">{figures.map(({ path, label, value, unit }) => <div key={path}><dt>{label}</dt><dd><b>{value}</b> <i>{unit}</i></dd></div>)}</dl>}
            <dl className="web-view-lines">{lines.map(({ path, label, value, caution }) => <div key={path} data-caution={caution}><dt>{label}</dt><dd>{caution && <Icon name="info" size={17} />}<span>{value}</span></dd></div>)}</dl>
            {asset.place && content.map && <Locator asset={asset} map={content.map} style={style} onPress={() => { onClose(); onMap(asset.id); }} />}
            {projects.length > 0 && <section className="web-view-projects"><h3>{say('所在项目', 'Part of')}</h3>{projects.map((project) => (
              <div key={project.id}><b>{say(project.name)}</b>{project.summary && <p>{say(project.summary)}</p>}
                <p className="web-links">{project.assetIds.filter((id) => id !== asset.id).map((id) => content.assets.find((one) => one.id === id)).flatMap((one) => (one ? [<button key={one.id} type="button" onClick={() => onOpen(one.id)}>{say(one.name)}</button>] : []))}</p></div>
            ))}</section>}
          </div>
        </div>
        {contact && <div className="web-view-foot"><CallKey contact={contact} /></div>}
      </div>
      {photo !== null && asset.photos.length > 0 && <PhotoViewer asset={asset} at={Math.min(photo, asset.photos.length - 1)} onClose={() => closeTo({ asset: asset.id, photo: null })} />}
    </dialog>
  );
}
