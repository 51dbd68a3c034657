import { text, type Language, type Text } from '../schema/text.js';
import { formatInvestment, formatNumber, squareMetresPerMu } from './format.js';
import type { Headline } from './headline.js';

/** A big figure: how much of what. */
export interface HeadlineFigure { readonly value: string; readonly unit: string; readonly label: Text }

/** The township's numbers as they are shown large, without those that would be nothing. `investment` in 万元. */
export function headlineFigures({ land, capacityKw, buildings, projects }: Headline, investment: number, language: Language): HeadlineFigure[] {
  const zh = language === 'zh';
  const money = formatInvestment(investment, language);
  return [
    ...(land > 0 ? [{ value: formatNumber(land / squareMetresPerMu, 0), unit: zh ? '亩' : 'mu', label: text('山林与田地', 'Woods and fields') }] : []),
    ...(capacityKw > 0 ? [{ value: formatNumber(capacityKw, 0), unit: 'kW', label: text('水电装机容量', 'Hydropower capacity') }] : []),
    ...(buildings > 0 ? [{ value: formatNumber(buildings, 0), unit: '㎡', label: text('老房与文化礼堂', 'Old houses and halls') }] : []),
    { value: formatNumber(projects, 0), unit: zh ? '个' : '', label: text('招商项目', 'Projects on offer') },
    ...(investment > 0 ? [{ value: money.value, unit: money.unit, label: text('计划总投资', 'Planned investment') }] : []),
  ];
}
