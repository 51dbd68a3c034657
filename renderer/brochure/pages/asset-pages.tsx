import { useMemo } from 'react';
import type { AssetLayout, BookAsset, BookCategory } from '../../../data/rules/brochure/book.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { pageAnchor, useBook, useBookSay } from '../book-context.js';
import { Leaf } from '../leaf.js';
import { MapBox } from '../map-box.js';
import { extentAround } from '../map-extents.js';
import { AssetEnds, AssetKicker, Facts, Figures, StatusSeal } from '../parts.js';
import { PhotoBox } from '../photo-box.js';
import { Said } from '../said.js';

/** Names in the list of a category: all of them are in the contents. */
const listed = 36;

/** The first page of a category: its picture, what there is in all, and where each is found. */
export function CategoryPage({ index, category: { category, name, figures, assetIds, photo } }: { index: number; category: BookCategory }) {
  const { asset, assetPage } = useBook();
  const say = useBookSay();
  const those = assetIds.flatMap((id) => asset(id) ?? []);
  const shown = those.length > listed ? those.slice(0, listed - 1) : those;
  return (
    <Leaf index={index} kind="category" part={name} tab={category}>
      <PhotoBox media={photo?.media ?? null} seed={category} category={category} className="edge-picture" />
      <div className="category-words">
        <header style={{ color: `var(--${category})` }}><CategoryBadge category={category} size={52} /><Said words={name} as="h1" /></header>
        <Figures figures={figures} />
        <ul className="category-list">
          {shown.map(({ id, name: called, village, size }) => <li key={id}><a href={`#${pageAnchor(assetPage(id))}`}><span>{called.main}</span><em>{[village, size].filter((part) => part && part !== '—').join(' · ')}</em><i /><b>{assetPage(id)}</b></a></li>)}
          {those.length > shown.length && <li className="category-more">{say.one(`另有 ${those.length - shown.length} 宗，见目录`, `${those.length - shown.length} more in the contents`)}</li>}
        </ul>
      </div>
    </Leaf>
  );
}

/** An asset on a page of its own, or on the pages of its spread. */
export function AssetPage({ index, asset, layout }: { index: number; asset: BookAsset; layout: AssetLayout }) {
  const extent = useMemo(() => extentAround(asset), [asset]);
  const leaf = { index, part: asset.categoryName, tab: asset.category };
  if (layout === 'photos') return <Leaf {...leaf} kind="photos"><PhotosBody asset={asset} /></Leaf>;
  if (layout === 'facts') return <Leaf {...leaf} kind="facts"><FactsBody asset={asset} extent={extent} /></Leaf>;
  return <Leaf {...leaf} kind="asset"><SingleBody asset={asset} extent={extent} /></Leaf>;
}

const NameBlock = ({ asset }: { asset: BookAsset }) => <div className="asset-name"><StatusSeal asset={asset} /><AssetKicker asset={asset} /><Said words={asset.name} as="h2" /><Said words={asset.line} as="p" className="asset-saying" /></div>;

/** The left page of a spread: one large photo, the name, the others. */
function PhotosBody({ asset }: { asset: BookAsset }) {
  const [first, ...others] = asset.photos;
  return (
    <>
      <PhotoBox media={first?.media ?? null} caption={first?.caption ?? null} seed={asset.id} category={asset.category} className="edge-picture" />
      <div className="photos-words"><NameBlock asset={asset} /></div>
      <div className="photos-more" data-count={others.length}>{others.map(({ media, caption }) => <PhotoBox key={media} media={media} caption={caption} seed={asset.id} category={asset.category} />)}</div>
    </>
  );
}

type Ground = ReturnType<typeof extentAround>;

/** The right page of a spread: figures, facts, where it lies. */
function FactsBody({ asset, extent }: { asset: BookAsset; extent: Ground }) {
  const say = useBookSay();
  return (
    <>
      <p className="facts-name"><CategoryBadge category={asset.category} size={15} /><b>{asset.name.main}</b><span>{say.one('详情', 'in detail')}</span></p>
      <Figures figures={asset.figures} />
      <Facts facts={asset.facts} />
      <AssetEnds asset={asset} />
      {extent ? <MapBox extent={extent} chosen={asset.id} /> : <PhotoBox media={null} seed={asset.id} category={asset.category} className="filling-picture" />}
    </>
  );
}

/** All on one page: a photo with the map beside the facts; without a photo the map large, in its place. */
function SingleBody({ asset, extent }: { asset: BookAsset; extent: Ground }) {
  const [photo] = asset.photos;
  const mapBeside = photo !== undefined && extent !== null;
  return (
    <>
      {photo === undefined && extent
        ? <MapBox extent={extent} chosen={asset.id} className="edge-map" />
        : <PhotoBox media={photo?.media ?? null} caption={photo?.caption ?? null} seed={asset.id} category={asset.category} className="edge-picture" />}
      <div className="asset-words">
        <NameBlock asset={asset} />
        <Figures figures={asset.figures} />
        <div className="asset-lower" data-map={mapBeside || undefined}>
          <Facts facts={asset.facts} />
          {mapBeside && <MapBox extent={extent} chosen={asset.id} />}
        </div>
        <AssetEnds asset={asset} />
      </div>
    </>
  );
}
