import { describe, expect, it } from 'vitest';
import { metresBetween } from '../../data/rules/import/outliers.js';
import { squareMetresPerMu } from '../../data/rules/format.js';
import type { Location } from '../../data/schema/common.js';
import { understandGrids } from '../builders/grids.js';
import { forestOffice } from '../builders/offices.js';

describe('forest ledgers of other offices, in other words, orders, units, datums and habits', () => {
  it.each(Array.from({ length: 40 }, (_, at) => at + 1))('are read cell for cell: office %i', (seed) => {
    const { grid, wanted } = forestOffice(seed);
    const found = understandGrids([grid]);
    expect(found.drafts.map((draft) => draft.row)).toEqual(wanted.map((entry) => entry.row));
    for (const { row, plot } of wanted) {
      const values = found.drafts.find((draft) => draft.row === row)?.values ?? {};
      expect(values).toMatchObject({
        category: 'forest', code: plot.code, name: plot.name, village: plot.village, 'detail.treeSpecies': plot.tree, status: plot.status, ownership: plot.ownership, idleSince: plot.since,
        price: { yuan: plot.yuan, basis: 'mu-year' }, priceText: `${plot.yuan}元/亩·年`, contact: { name: plot.person, phone: plot.phone }, ...(plot.remark ? { notes: plot.remark } : {}),
      });
      expect(values['siteArea'] as number).toBeCloseTo(plot.mu * squareMetresPerMu, -1);
      expect(metresBetween(values['location'] as Location, plot)).toBeLessThan(2);
    }
  });
});
