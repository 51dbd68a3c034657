/** The units in which people state an area; stored areas are in ㎡. */
export const areaUnits = ['mu', 'm2'] as const;
export type AreaUnit = (typeof areaUnits)[number];
