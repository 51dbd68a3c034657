/** Ground metres of the world square's side at the township's latitude; the map is small enough for one value. */
export const worldMetres = 2 * Math.PI * 6378137 * Math.cos((29.83 * Math.PI) / 180);

/** Web Mercator place of a longitude: 0 at 180° west, 1 at 180° east. */
export const worldX = (lng: number): number => (lng + 180) / 360;

/** Web Mercator place of a latitude: 0 in the north, 1 in the south. */
export const worldY = (lat: number): number => {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
};

/** Packed steps of degrees as world coordinates x, y, x, y … */
export function unpackLine(packed: readonly number[], unit: number): Float64Array {
  const points = new Float64Array(packed.length);
  let lng = 0;
  let lat = 0;
  for (let k = 0; k + 1 < packed.length; k += 2) {
    lng += packed[k] ?? 0;
    lat += packed[k + 1] ?? 0;
    points[k] = worldX(lng * unit);
    points[k + 1] = worldY(lat * unit);
  }
  return points;
}
