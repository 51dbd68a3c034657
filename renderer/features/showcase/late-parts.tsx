import { lazy, Suspense, type ComponentType } from 'react';

/** A part of the page that is loaded when it is first shown; until it is there, which is a few milliseconds on a disk, nothing stands in its place. */
function late<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => React.ReactNode {
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return function LatePart(props: Props) { return <Suspense fallback={null}><Part {...props} /></Suspense>; };
}

export const AssetCard = late(() => import('./asset-card.js').then((module) => module.AssetCard));
export const CompareSheet = late(() => import('./compare-sheet.js').then((module) => module.CompareSheet));
export const KeyCard = late(() => import('./key-card.js').then((module) => module.KeyCard));
export const MeasurePanel = late(() => import('./measure-panel.js').then((module) => module.MeasurePanel));
export const NearbyPanel = late(() => import('./nearby-panel.js').then((module) => module.NearbyPanel));
export const PrintDialog = late(() => import('./print-dialog.js').then((module) => module.PrintDialog));
export const ResultList = late(() => import('./result-list.js').then((module) => module.ResultList));
