import { compareAreas } from '../../geometry/area.js';
import { formatArea, formatNumber } from '../../format.js';
import type { Asset } from '../../../schema/asset.js';
import { text, type Language } from '../../../schema/text.js';
import { boundaryFacts } from '../boundary-facts.js';
import { numberIn } from '../read.js';
import { found, nothing, type Rule } from '../rule.js';

const said = (asset: Asset, squareMetres: number, language: Language) => { const { value, unit } = formatArea(squareMetres, asset.category, language); return `${value} ${unit}`; };

export const areaRules: readonly Rule[] = [
  {
    code: 'area-boundary', level: 'doubt', label: text('面积与范围不符', 'Area and boundary differ'),
    find: (asset) => {
      if (!asset.boundary || asset.siteArea === undefined) return nothing;
      const drawn = boundaryFacts(asset.boundary).squareMetres;
      const compared = compareAreas(drawn, asset.siteArea);
      if (!compared?.marked) return nothing;
      const share = formatNumber(Math.abs(compared.share) * 100, 0);
      return found('siteArea',
        `填的是 ${said(asset, asset.siteArea, 'zh')}，范围圈出 ${said(asset, drawn, 'zh')}，相差 ${share}%，请核实是数字还是范围有误。`,
        `${said(asset, asset.siteArea, 'en')} is stated, the boundary holds ${said(asset, drawn, 'en')}: ${share} % apart. Check the figure or the boundary.`);
    },
  },
  {
    code: 'area-implausible', level: 'doubt', label: text('面积不合常理', 'Implausible area'),
    find: (asset) => (['siteArea', 'floorArea'] as const).flatMap((path) => {
      const value = asset[path];
      // No township holds more than 1,000 km², no village building more than 10 hectares of floor.
      const most = path === 'siteArea' ? 1e9 : 1e5;
      if (value === undefined || (value >= 1 && value <= most)) return nothing;
      return found(path, `填的是 ${said(asset, value, 'zh')}，${value < 1 ? '小得' : '大得'}不合常理，请核实单位。`, `${said(asset, value, 'en')} is implausibly ${value < 1 ? 'small' : 'large'}; check the unit.`);
    }),
  },
  {
    code: 'floor-area', level: 'doubt', label: text('建筑面积与层数不符', 'Floor area and floors differ'),
    find: (asset) => {
      const floors = numberIn(asset, 'floors');
      if (asset.floorArea === undefined || asset.siteArea === undefined || floors === undefined || floors < 1) return nothing;
      // Eaves and galleries overhang the plot a little.
      if (asset.floorArea <= asset.siteArea * floors * 1.3) return nothing;
      return found('floorArea',
        `占地 ${said(asset, asset.siteArea, 'zh')}、${formatNumber(floors)} 层，建筑面积却有 ${said(asset, asset.floorArea, 'zh')}，请核实。`,
        `${said(asset, asset.siteArea, 'en')} of ground and ${formatNumber(floors)} floor(s) cannot hold ${said(asset, asset.floorArea, 'en')}; check the figures.`);
    },
  },
];
