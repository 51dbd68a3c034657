/** A CSS pixel on paper is 1/96 inch, in metres. */
export const paperPixel = 0.0254 / 96;

const equatorRadius = 6_378_137;
const flattening = 1 / 298.257223563;
const squaredEccentricity = flattening * (2 - flattening);

/**
 * How many metres of ground a CSS pixel of a Web Mercator map (256 · 2^zoom pixels around the equator) stands for at a latitude.
 * The map is a little longer one way than the other (by 0.5 % at 30°), since it takes the ellipsoid for a ball; this is the mean of
 * both, from the radii of curvature of WGS-84: √(M·N) · cos φ · 2π / (256 · 2^zoom).
 */
export function groundOfPixel(latitude: number, zoom: number): number {
  const angle = (latitude * Math.PI) / 180;
  const bulge = 1 - squaredEccentricity * Math.sin(angle) ** 2;
  // M = a(1−e²)/bulge^1.5 and N = a/bulge^0.5, so √(M·N) = a√(1−e²)/bulge.
  const radius = (equatorRadius * Math.sqrt(1 - squaredEccentricity)) / bulge;
  return (2 * Math.PI * radius * Math.cos(angle)) / (256 * 2 ** zoom);
}

/** The scale of a printed map as its denominator: 25 000 for 1 : 25 000. */
export const scaleOf = (latitude: number, zoom: number) => groundOfPixel(latitude, zoom) / paperPixel;

/** The zoom at which a printed map has the scale 1 : `denominator`. */
export const zoomOfScale = (latitude: number, denominator: number) => Math.log2(groundOfPixel(latitude, 0) / (denominator * paperPixel));

const roundSteps = [1, 1.25, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10];

/** The first scale that maps are printed at which shows no less: 1 : 23 400 becomes 1 : 25 000. */
export function roundScaleAbove(denominator: number): number {
  const power = 10 ** Math.floor(Math.log10(denominator));
  return power * (roundSteps.find((step) => step * power >= denominator * (1 - 1e-9)) ?? 10);
}
