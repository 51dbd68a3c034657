import { text, type Text } from '../../schema/text.js';
import { labelOf } from '../../schema/vocabulary.js';
import { cooperations, horizons, scales, stages } from '../../schema/vocabularies.js';
import { formatDate, formatInvestment, formatNumber, squareMetresPerMu } from '../format.js';
import type { PublicAsset, PublicProject } from '../projection.js';
import { projectTotals } from '../totals.js';
import { assetLine, figureIn } from './asset-slide.js';
import type { SlideFace, SlideFact, SlideFigure } from './slide.js';
import { nameWords, plainWords, sayIn, wordsIn, type SlideLanguage, type Words } from './slide-words.js';

/** Assets in a project's table: what is left over is counted. */
const assetsShown = 6;

const both = (values: readonly string[], pick: (value: string) => Text | undefined): Text => ({
  zh: values.map((value) => pick(value)?.zh ?? value).join('、'), en: values.map((value) => pick(value)?.en ?? value).join(', '),
});
const investmentFigure = (investment: number, label: Text, language: SlideLanguage): SlideFigure =>
  figureIn({ label: label.zh, ...formatInvestment(investment, 'zh') }, { label: label.en, ...formatInvestment(investment, 'en') }, language);
export const investmentIn = investmentFigure;

/** An amount of assets, land and so on under a label; nothing where there is none of it. */
function totalFigures(totals: ReturnType<typeof projectTotals>, language: SlideLanguage): SlideFigure[] {
  const figure = (value: number, unit: Text, label: Text): SlideFigure[] => (value > 0 ? [figureIn({ label: label.zh, value: formatNumber(value, 0), unit: unit.zh }, { label: label.en, value: formatNumber(value, 0), unit: unit.en }, language)] : []);
  return [
    ...figure(totals.assetCount, text('宗', ''), text('关联资产', 'Assets')),
    ...figure(totals.siteArea / squareMetresPerMu, text('亩', 'mu'), text('占地', 'Site')),
    ...figure(totals.floorArea, text('㎡', '㎡'), text('建筑面积', 'Floor area')),
    ...figure(totals.capacityKw, text('kW', 'kW'), text('装机容量', 'Capacity')),
  ];
}

/** The slide of one project with its assets; assets that are not for this audience are not among them. */
export function projectFace(project: PublicProject, assetOf: (id: string) => PublicAsset | undefined, stop: { readonly line?: Partial<Text> | undefined }, language: SlideLanguage): SlideFace {
  const assets = [...new Set(project.assetIds)].flatMap((id) => assetOf(id) ?? []);
  const fact = (label: Text, value: Partial<Text> | undefined): SlideFact[] => { const words = wordsIn(value, language); return words ? [{ label: sayIn(label, language), value: words, caution: false }] : []; };
  const dates = [project.startsAt, project.endsAt].filter((date) => date !== undefined);
  const chip = (value: Text | undefined): Words[] => { const words = wordsIn(value, language); return words ? [words] : []; };
  return {
    kind: 'project', name: nameWords(project, language),
    chips: [...chip(project.horizon && labelOf(horizons, project.horizon)), ...chip(project.scale && labelOf(scales, project.scale)), ...chip(project.stage && labelOf(stages, project.stage))],
    line: wordsIn(stop.line, language) ?? wordsIn(project.summary, language),
    figures: [...(project.investment === undefined ? [] : [investmentFigure(project.investment, text('总投资', 'Investment'), language)]), ...totalFigures(projectTotals(project, { get: assetOf }), language)].slice(0, 4),
    facts: [
      ...fact(text('建设内容', 'Content'), { zh: project.content ?? '' }),
      ...fact(text('合作方式', 'Cooperation'), project.cooperation.length > 0 ? both(project.cooperation, (value) => labelOf(cooperations, value)) : undefined),
      ...fact(text('效益', 'Returns'), { zh: project.returns ?? '' }),
      ...(dates.length > 0 ? fact(text('建设时间', 'Time'), { zh: dates.map((date) => formatDate(date, 'zh')).join(' — '), en: dates.join(' – ') }) : []),
    ],
    head: [text('关联资产', 'Asset'), text('类别', 'Category'), text('村', 'Village'), text('规模', 'Size'), text('状态', 'Status')].map((label) => sayIn(label, language)),
    assets: assets.slice(0, assetsShown).map((asset) => assetLine(asset, language)),
    more: assets.length > assetsShown ? sayIn(text(`另有 ${assets.length - assetsShown} 宗`, `and ${assets.length - assetsShown} more`), language) : null,
    photo: assets.find((asset) => asset.photos.length > 0)?.photos[0]?.id ?? null,
  };
}

export const projectTableHead = [text('项目名称', 'Project'), text('建设地点', 'Site'), text('产业', 'Sector'), text('总投资', 'Investment'), text('合作方式', 'Cooperation'), text('阶段', 'Stage'), text('近/远期', 'Horizon')] as const;
/** A project as a row of the table, under `projectTableHead`. */
export function projectRow(project: PublicProject, language: SlideLanguage): Words[] {
  const none = plainWords('—');
  const money = (shown: { readonly value: string; readonly unit: string }) => `${shown.value} ${shown.unit}`;
  return [
    nameWords(project, language), project.location ? plainWords(project.location) : none, project.sector ? plainWords(project.sector) : none,
    project.investment === undefined ? none : sayIn(text(money(formatInvestment(project.investment, 'zh')), money(formatInvestment(project.investment, 'en'))), language),
    project.cooperation.length > 0 ? sayIn(both(project.cooperation, (value) => labelOf(cooperations, value)), language) : none,
    (project.stage && wordsIn(labelOf(stages, project.stage), language)) ?? none, (project.horizon && wordsIn(labelOf(horizons, project.horizon), language)) ?? none,
  ];
}
