const lessMotion = window.matchMedia('(prefers-reduced-motion: reduce)');

/** True when the person has asked the machine for less motion: things then go where they belong at once. */
export const isStill = () => lessMotion.matches;
