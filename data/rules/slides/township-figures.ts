import { text, type Text } from '../../schema/text.js';
import { labelOf } from '../../schema/vocabulary.js';
import { categories, horizons } from '../../schema/vocabularies.js';
import { formatNumber, squareMetresPerMu } from '../format.js';
import { headlineOf } from '../headline.js';
import type { PublicAsset, PublicProject } from '../projection.js';
import { capacityOf } from '../totals.js';
import { categoryWords, figureIn } from './asset-slide.js';
import { investmentIn } from './project-slide.js';
import type { SlideBar, SlideFigure } from './slide.js';
import type { SlideLanguage } from './slide-words.js';

function figure(value: number, unit: Text, label: Text, language: SlideLanguage): SlideFigure[] {
  const part = (lead: 'zh' | 'en') => ({ label: label[lead], value: formatNumber(value, 0), unit: unit[lead] });
  return value > 0 ? [figureIn(part('zh'), part('en'), language)] : [];
}

/** The headline numbers over some assets, as slides and pages show them; a figure of nothing is left out. `all` counts every project. */
export function totalsOf(found: readonly PublicAsset[], projects: readonly PublicProject[], all: boolean, language: SlideLanguage): SlideFigure[] {
  const line = headlineOf(found.map((asset) => ({ id: asset.id, category: asset.category, siteArea: asset.siteArea ?? null, floorArea: asset.floorArea ?? null, capacityKw: capacityOf(asset) || null })), projects, all);
  return [
    ...figure(line.assets, text('宗', ''), text('闲置资产', 'Idle assets'), language), ...figure(line.land / squareMetresPerMu, text('亩', 'mu'), text('山林田地', 'Woods and fields'), language),
    ...figure(line.buildings, text('㎡', '㎡'), text('老房礼堂', 'Houses and halls'), language), ...figure(line.capacityKw, text('kW', 'kW'), text('水电装机', 'Hydropower'), language),
    ...figure(line.projects, text('个', ''), text('招商项目', 'Projects'), language),
  ];
}

/** How many there are of each category that is there. */
export const barsOf = (found: readonly PublicAsset[], language: SlideLanguage): SlideBar[] =>
  categories.values.map((category) => ({ category, name: categoryWords({ category }, language), count: found.filter((asset) => asset.category === category).length })).filter(({ count }) => count > 0);

/** What is to be invested near and far, with the number of projects. */
export const horizonFigures = (projects: readonly PublicProject[], language: SlideLanguage): SlideFigure[] => horizons.values.flatMap((horizon): SlideFigure[] => {
  const those = projects.filter((project) => project.horizon === horizon);
  const label = labelOf(horizons, horizon);
  if (those.length === 0 || !label) return [];
  const sum = those.reduce((total, { investment }) => total + (investment ?? 0), 0);
  return [investmentIn(sum, text(`${label.zh} · ${those.length} 个项目`, `${label.en} · ${those.length} projects`), language)];
});
