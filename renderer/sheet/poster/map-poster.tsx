import { useEffect, useMemo, useState, type CSSProperties } from 'react';
import { formatNumber } from '../../../data/rules/format.js';
import { headlineFigures } from '../../../data/rules/headline-figures.js';
import { headlineOf } from '../../../data/rules/headline.js';
import { posterTitle, sealSigns } from '../../../data/rules/map/print-words.js';
import { pixelsOf } from '../../../data/rules/map/sheet-size.js';
import { text, type Text } from '../../../data/schema/text.js';
import { extentOf } from '../../map/extent.js';
import { PrintMap } from '../../map/print/print-map.js';
import { placeMarks } from '../../map/print/print-marks.js';
import { printView } from '../../map/print/print-view.js';
import { PaintedLandscape } from '../../stage/parts/painted-landscape.js';
import { contactText } from '../../stage/pure/contact-text.js';
import { sayerOf } from '../../state/language.js';
import { ContactCode } from '../../ui/contact-code.js';
import { AssetList } from '../asset-list.js';
import { listOf, pointsIn } from '../listed-assets.js';
import { NeatLine } from '../neat-line.js';
import { NorthArrow } from '../north-arrow.js';
import { sheetFontsReady, widthOfName } from '../sheet-fonts.js';
import { SheetFoot } from '../sheet-foot.js';
import { sheetLayout } from '../sheet-layout.js';
import { SheetLegend } from '../sheet-legend.js';
import type { PosterContent } from './poster-content.js';
import { mapMeasure, measures, posterLayout } from './poster-layout.js';
import '../map-sheet.css';
import './map-poster.css';

/** Where nothing is known, the middle of the country is looked at from afar. */
const somewhere = { west: 119.8, south: 29.7, east: 120.1, north: 30 };
/** Dots to a CSS pixel of the ground's picture: 200 to the inch on A2, 150 on A1. More would only fill memory. */
const groundDots = { A2: 2.1, A1: 1.6 } as const;

const lengthOf = (words: string) => [...words].reduce((sum, sign) => sum + (/[\u0000-\u024f]/.test(sign) ? 0.55 : 1), 0);

/** A map of the township to hang on a wall: painting and title to be seen from afar, figures and map from some steps away, the list from close by. */
export function MapPoster({ content: { poster, map: content, projects }, dots, onStep, onDrawn, onFailed }: {
  content: PosterContent; dots: number; onStep?: (step: Text) => void; onDrawn?: () => void; onFailed?: (error: unknown) => void;
}) {
  const { language, paper } = poster;
  const { profile, entries, boundaries, sheets, sample } = content;
  const say = sayerOf(language);
  const [ready, setReady] = useState(false);
  const layout = useMemo(() => posterLayout(paper, language), [paper, language]);
  const unit = pixelsOf(layout.unit);
  const view = useMemo(() => {
    const around = extentOf(entries.flatMap(({ lng, lat }) => (lng === null || lat === null ? [] : [{ lng, lat }])));
    return printView(around ?? somewhere, { width: Math.round(layout.map.width * unit), height: Math.round(layout.map.height * unit) }, true, unit * 9);
  }, [entries, layout, unit]);
  const list = useMemo(() => listOf(entries, view, language, layout.list.rows * layout.list.columns), [entries, view, language, layout]);
  useEffect(() => {
    let gone = false;
    const words = entries.length > 2_000 ? '' : entries.map(({ name, nameEn }) => name + (nameEn ?? '')).join('');
    void sheetFontsReady(words + posterTitle(profile, poster, language) + (profile.slogan?.zh ?? '')).then(() => { if (!gone) setReady(true); });
    return () => { gone = true; };
  }, [entries, profile, poster, language]);
  const points = useMemo(() => pointsIn(list), [list]);
  const marks = useMemo(() => {
    if (!ready) return null;
    const corner = unit * 26;
    return placeMarks({ view, unit: unit * mapMeasure, points, boundaries, selected: null, widthOf: widthOfName, taken: [[view.width - corner, 0, view.width, corner * 1.1]] });
  }, [ready, view, unit, points, boundaries]);
  useEffect(() => { if (ready) onStep?.(text('画底图', 'Drawing the ground')); }, [ready, onStep]);

  const title = posterTitle(profile, poster, language);
  const signs = sealSigns(profile);
  const slogan = profile.slogan?.[language] ?? profile.slogan?.zh;
  const chosen = poster.ids !== undefined;
  const headline = headlineOf(entries, projects.map(({ project }) => project), !chosen);
  const ids = new Set(entries.map(({ id }) => id));
  const investment = projects.filter(({ project }) => !chosen || project.assetIds.some((id) => ids.has(id))).reduce((sum, { project }) => sum + (project.investment ?? 0), 0);
  const figures = [{ value: formatNumber(headline.assets, 0), unit: say('处', ''), label: text('闲置资产，等人盘活', 'Idle assets, waiting for company') }, ...headlineFigures(headline, investment, language)];
  const contact = profile.publicContact;
  const held = contactText({ township: profile.name[language] || profile.name.zh, name: contact?.name, phone: contact?.phone });
  const place = (left: number, top: number, width: number, height: number): CSSProperties => ({ left: `calc(var(--u) * ${left})`, top: `calc(var(--u) * ${top})`, width: `calc(var(--u) * ${width})`, height: `calc(var(--u) * ${height})` });
  // Parts that are shared with the map sheets are set larger here: they measure themselves by a unit of their own.
  const larger = measures[language];
  const measured = (measure: number) => ({ '--u': `${layout.unit * measure}mm` }) as CSSProperties;
  const footContent = useMemo(() => ({ ...content, profile: { ...profile, publicContact: undefined } }), [content, profile]);
  return (
    <main className="map-sheet map-poster" data-theme="light" data-language={language} lang={language === 'zh' ? 'zh-CN' : 'en'} style={{ '--u': `${layout.unit}mm`, width: `${layout.page.width}mm`, height: `${layout.page.height}mm` } as CSSProperties}>
      <div className="poster-scene"><PaintedLandscape seed={profile.name.zh || profile.name.en} /></div>
      <header className="poster-title" style={{ '--length': Math.max(7, lengthOf(title)) } as CSSProperties}>
        <h1>{title}</h1>
        {slogan && <p>{slogan}</p>}
      </header>
      <div className="poster-seals">
        {signs.length > 0 && <span className="title-seal" style={measured(larger.seal)} aria-hidden="true">{signs.map((sign, at) => <b key={at}>{sign}</b>)}</span>}
        {sample && <i className="title-sample" style={measured(larger.seal)}>{say('示例数据', 'Sample data')}</i>}
      </div>
      <ul className="poster-figures" data-count={figures.length}>
        {figures.map(({ value, unit: measure, label }) => <li key={label.en}><b>{value}<small>{measure}</small></b><span>{say(label)}</span></li>)}
      </ul>
      <section className="sheet-map" style={{ ...place(layout.map.left, layout.map.top, 0, 0), width: view.width, height: view.height }}>
        {marks && <PrintMap view={view} sheets={sheets} style="paper" language={language} marks={marks} heat={null} unit={unit * mapMeasure} dots={Math.min(dots, groundDots[paper])} {...(onDrawn ? { onDrawn } : {})} {...(onFailed ? { onFailed } : {})} />}
        <NeatLine view={view} unit={unit * mapMeasure} />
        <NorthArrow unit={unit * mapMeasure} letter={say('北', 'N')} />
      </section>
      <div className="poster-legend"><div style={measured(larger.legend)}><SheetLegend list={list} heat={null} say={say} /></div></div>
      <div className="poster-list"><div style={measured(larger.list)}><AssetList list={list} layout={{ ...sheetLayout({ paper: 'A3', orientation: 'portrait' }, { hasLocator: false, hasHeat: false, language }), list: layout.list }} say={say} /></div></div>
      {held && (
        <aside className="poster-contact">
          <h2>{say('招商热线', 'Talk to us')}</h2>
          <ContactCode text={held} label={say('含有联系方式的二维码', 'A code that holds the contact')} />
          {contact?.name && <p className="poster-who">{contact.name}</p>}
          {contact?.phone && <p className="poster-phone">{contact.phone}</p>}
          <p className="poster-hint">{say('扫码存入通讯录，不用联网', 'Scan to keep the contact; no network needed')}</p>
        </aside>
      )}
      <footer className="poster-foot"><div className="sheet-foot" style={measured(1.3)}><SheetFoot content={footContent} view={view} unit={unit * 1.3} /></div></footer>
    </main>
  );
}
