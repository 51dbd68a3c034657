import { useRef } from 'react';
import { cardOf } from '../../../data/rules/card.js';
import type { PublicAsset } from '../../../data/rules/projection.js';
import { categories } from '../../../data/schema/vocabularies.js';
import { Figure } from '../parts/figure.js';
import { Fit } from '../parts/fit.js';
import { Picture } from '../parts/picture.js';
import { Seal } from '../parts/seal.js';
import { Words } from '../parts/words.js';
import { nameSize, widthInEms } from '../pure/pieces.js';
import type { StageContent } from '../stage-content.js';
import type { Line, StageSay } from '../stage-say.js';
import { stageUnits } from '../stage-units.js';
import type { SceneProps } from './scene-props.js';

/** An asset's name in the language of the stage. */
export const assetName = (asset: { readonly name: string; readonly nameEn?: string | null | undefined }, say: StageSay) => say.of({ zh: asset.name, ...(asset.nameEn ? { en: asset.nameEn } : {}) });

/** Its kind and its village: 水电站 · 白鹭畈村. Villages have no English name of their own. */
export function kickerOf(asset: Pick<PublicAsset, 'category'> & { readonly village?: string | null | undefined }, say: StageSay): readonly Line[] {
  return say.word(categories, asset.category).map((line, at) => (asset.village && at === 0 ? { ...line, text: `${line.text} · ${asset.village}` } : line));
}

/** What is offered, in chips: cooperation and term, price, what is laid on. */
export function chipsOf(asset: PublicAsset, say: StageSay): readonly string[] {
  const lines = cardOf(asset, say.first).lines;
  return ['cooperation', 'price', 'utilities'].flatMap((path) => lines.find((line) => line.path === path)?.value ?? []);
}

/** The big figures with labels in the languages of the stage. */
export function figuresOf(asset: PublicAsset, say: StageSay) {
  const cards = say.languages.map((language) => cardOf(asset, language).figures);
  return (cards[0] ?? []).map((figure) => {
    const other = cards[1]?.find(({ path }) => path === figure.path);
    return { ...figure, lines: say.of({ [say.first]: figure.label, ...(other ? { en: other.label } : {}) }) };
  });
}

/** The facts of an asset, as they stand beside its picture. */
export function AssetFacts({ asset, say, still, line }: { asset: PublicAsset; say: StageSay; still: boolean; line?: readonly Line[] | undefined }) {
  const name = assetName(asset, say);
  const figures = figuresOf(asset, say);
  const chips = chipsOf(asset, say);
  const saying = line && line.length > 0 ? line : say.of(asset.highlights);
  return (
    <>
      <Seal status={asset.status} say={say} />
      <Words lines={kickerOf(asset, say)} className="kicker kicker-beside" inline whole />
      <Words lines={name} as="h1" className="title" style={{ fontSize: stageUnits(nameSize(name[0]?.text ?? '', 640, 2, 100)) }} />
      <Words lines={saying} className="saying" />
      {figures.length > 0 && (
        <div className="figure-row" data-count={figures.length} data-long={figures.reduce((sum, { value, unit }) => sum + widthInEms(value) * 2.4 + widthInEms(unit), 0) > 19 || undefined}>
          {figures.map((figure) => <Figure key={figure.path} value={figure.value} unit={figure.unit} label={figure.lines} still={still} />)}
        </div>
      )}
      {chips.length > 0 && <ul className="chips">{chips.map((chip) => <li key={chip}>{chip}</li>)}</ul>}
    </>
  );
}

const captionOf = (asset: PublicAsset, media: string, say: StageSay) => say.of(asset.photos.find(({ id }) => id === media)?.caption);

/** The picture with the facts. */
export function CardScene({ content, stop, scene, say, still }: SceneProps<'card'>) {
  const asset = content.asset(scene.assetId);
  if (!asset) return <AwaitedAsset content={content} id={scene.assetId} say={say} />;
  const [cover] = asset.photos;
  const caption = cover ? captionOf(asset, cover.id, say) : [];
  return (
    <section className="scene scene-spread scene-card" data-category={asset.category}>
      <Picture className="spread-picture" address={cover ? content.media(cover.id) : null} seed={asset.id} category={asset.category} drift />
      {caption.length > 0 && <Words lines={caption} className="spread-caption" inline />}
      <Fit className="spread-side"><AssetFacts asset={asset} say={say} still={still} line={say.of(stop.line)} /></Fit>
    </section>
  );
}

/** An asset that is published but has not come yet: what the index knows of it. */
function AwaitedAsset({ content, id, say }: { content: StageContent; id: string; say: StageSay }) {
  const entry = content.entry(id);
  if (!entry) return null;
  return (
    <section className="scene scene-spread scene-card">
      <Picture className="spread-picture" address={entry.cover ? content.media(entry.cover) : null} seed={id} category={entry.category} />
      <Fit className="spread-side">
        <Words lines={kickerOf(entry, say)} className="kicker" inline whole />
        <Words lines={assetName(entry, say)} as="h1" className="title" style={{ fontSize: stageUnits(nameSize(entry.name, 640, 2, 100)) }} />
      </Fit>
    </section>
  );
}

/** A photo that fills the screen, with one line. */
export function PhotoScene({ content, scene, say }: SceneProps<'photo'>) {
  const asset = content.asset(scene.assetId);
  const entry = content.entry(scene.assetId);
  if (!entry) return null;
  const caption = asset ? captionOf(asset, scene.media, say) : [];
  const name = assetName(asset ?? entry, say);
  return (
    <section className="scene scene-full scene-photo">
      <Picture address={content.media(scene.media)} seed={scene.media} category={entry.category} drift />
      <div className="full-foot">
        <Words lines={caption.length > 0 ? caption : name} as="h1" className="full-line" />
        {caption.length > 0 && <p className="full-place" lang={name[0]?.language}>{name[0]?.text}</p>}
      </div>
    </section>
  );
}

/** Before and after, under a slider that a finger, the mouse or the console moves. */
export function ChangeScene({ content, scene, say, share, onCommand }: SceneProps<'change'>) {
  const box = useRef<HTMLDivElement>(null);
  const asset = content.asset(scene.assetId);
  const entry = content.entry(scene.assetId);
  if (!entry) return null;
  const slideTo = (clientX: number) => {
    const bounds = box.current?.getBoundingClientRect();
    if (bounds && bounds.width > 0) onCommand?.({ do: 'slide', share: Math.min(1, Math.max(0, (clientX - bounds.left) / bounds.width)) });
  };
  const name = assetName(asset ?? entry, say);
  const label = say.one('前后对比，向右为现在', 'Before and after; further right shows more of before');
  return (
    <section className="scene scene-full scene-change">
      <div className="change" ref={box}>
        <Picture address={content.media(scene.after)} seed={scene.after} />
        <div className="change-before" style={{ clipPath: `inset(0 ${(1 - share) * 100}% 0 0)` }}><Picture address={content.media(scene.before)} seed={scene.before} /></div>
        <Words lines={say('现在', 'Before')} as="span" className="change-word change-word-before" style={{ opacity: share > 0.14 ? 1 : 0 }} inline />
        <Words lines={say('之后', 'After')} as="span" className="change-word change-word-after" style={{ opacity: share < 0.86 ? 1 : 0 }} inline />
        <span
          className="change-handle" style={{ left: `${share * 100}%` }} role="slider" tabIndex={onCommand ? 0 : -1} aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)}
          onPointerDown={(event) => { if (onCommand) { event.currentTarget.setPointerCapture(event.pointerId); slideTo(event.clientX); } }}
          onPointerMove={(event) => { if (event.currentTarget.hasPointerCapture(event.pointerId)) slideTo(event.clientX); }}
        >
          <svg viewBox="-32 -32 64 64" aria-hidden="true"><circle r="30" /><path d="M-8-9-17 0-8 9M8-9 17 0 8 9" /></svg>
        </span>
      </div>
      <div className="full-foot"><Words lines={name} as="h1" className="full-name" style={{ fontSize: stageUnits(nameSize(name[0]?.text ?? '', 1_700, 1, 76)) }} inline /></div>
    </section>
  );
}

/** Two or three assets side by side, their figures on the same lines. */
export function ComparisonScene({ content, stop, scene, say, still }: SceneProps<'comparison'>) {
  const assets = scene.assetIds.flatMap((id) => content.asset(id) ?? []);
  const titled = say.of(stop.title);
  return (
    <section className="scene scene-comparison" data-count={assets.length}>
      <header className="scene-head"><Words lines={titled.length > 0 ? titled : say('放在一起看', 'Side by side')} as="h1" className="title title-small" inline /></header>
      <div className="compared">
        {assets.map((asset) => {
          const name = assetName(asset, say);
          const figures = figuresOf(asset, say);
          return (
            <article key={asset.id}>
              <Picture address={asset.photos[0] ? content.media(asset.photos[0].id) : null} seed={asset.id} category={asset.category} />
              <Fit className="compared-facts">
                <Words lines={kickerOf(asset, say)} className="kicker" inline whole />
                <Words lines={name} as="h2" className="compared-name" style={{ fontSize: stageUnits(64) }} />
                <div className="compared-figures">{figures.map((figure) => <Figure key={figure.path} value={figure.value} unit={figure.unit} label={figure.lines} still={still} />)}</div>
                <ul className="chips">{chipsOf(asset, say).map((chip) => <li key={chip}>{chip}</li>)}</ul>
              </Fit>
            </article>
          );
        })}
      </div>
    </section>
  );
}
