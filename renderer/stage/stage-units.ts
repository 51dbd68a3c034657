/** A length on stage: so many parts of a screen 1920 wide. */
export const stageUnits = (count: number) => `calc(var(--u) * ${Math.round(count * 100) / 100})`;
