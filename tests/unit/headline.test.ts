import { describe, expect, it } from 'vitest';
import { headlineOf, type Counted } from '../../data/rules/headline.js';

const some: Counted[] = [
  { id: 'a', category: 'forest', siteArea: 1000, floorArea: null, capacityKw: null },
  { id: 'b', category: 'farmland', siteArea: 500, floorArea: 40, capacityKw: null },
  { id: 'c', category: 'hydropower', siteArea: 300, floorArea: 120, capacityKw: 960 },
  { id: 'd', category: 'house', siteArea: 200, floorArea: 150, capacityKw: null },
  { id: 'e', category: 'hall', siteArea: null, floorArea: null, capacityKw: null },
  { id: 'f', category: 'other', siteArea: 900, floorArea: 70, capacityKw: null },
];
const projects = [{ assetIds: ['a', 'c'] }, { assetIds: ['f'] }, { assetIds: [] }];

describe('headline', () => {
  it('adds the land of woods and fields, the capacity of stations and the floor of houses and halls', () => {
    expect(headlineOf(some, projects, true)).toEqual({ assets: 6, land: 1500, capacityKw: 960, buildings: 150, projects: 3 });
  });

  it('counts only projects with one of the assets found', () => {
    expect(headlineOf([some[2]!], projects, false)).toEqual({ assets: 1, land: 0, capacityKw: 960, buildings: 0, projects: 1 });
  });

  it('is all zero when nothing is found', () => {
    expect(headlineOf([], projects, false)).toEqual({ assets: 0, land: 0, capacityKw: 0, buildings: 0, projects: 0 });
  });
});
