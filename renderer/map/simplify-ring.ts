/**
 * How much each corner of a closed ring matters, in the ring's own unit: the distance at which the Douglas–Peucker method would take
 * it in, never more than that of the corner it hangs on. So the corners above a tolerance are that method's answer for it, and one
 * reckoning serves every zoom. `ring` is x, y, x, y …, its first corner again at the end or not; the two corners farthest apart count
 * as endless. (Douglas and Peucker, 1973; the ordering is that of Cromley's and of Visvalingam's trees.)
 */
export function cornerWeights(ring: Float64Array): Float64Array {
  const count = ring.length >> 1;
  const weights = new Float64Array(count);
  if (count === 0) return weights;
  const [x0, y0] = [ring[0]!, ring[1]!];
  let far = 0;
  let reach = -1;
  for (let at = 1; at < count; at += 1) {
    const distance = (ring[2 * at]! - x0) ** 2 + (ring[2 * at + 1]! - y0) ** 2;
    if (distance > reach) { reach = distance; far = at; }
  }
  weights[0] = weights[far] = Infinity;
  // A corner's way is split until nothing is left between: from, to (to may be the ring's beginning again), and the weight above it.
  const open: number[] = [0, far, Infinity, far, count, Infinity];
  while (open.length > 0) {
    const above = open.pop()!;
    const to = open.pop()!;
    const from = open.pop()!;
    if (to - from < 2) continue;
    const [ax, ay] = [ring[2 * from]!, ring[2 * from + 1]!];
    const end = to === count ? 0 : to;
    const [dx, dy] = [ring[2 * end]! - ax, ring[2 * end + 1]! - ay];
    const length = dx * dx + dy * dy;
    let best = from + 1;
    let most = -1;
    for (let at = from + 1; at < to; at += 1) {
      const [px, py] = [ring[2 * at]! - ax, ring[2 * at + 1]! - ay];
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
      const distance = (px - share * dx) ** 2 + (py - share * dy) ** 2;
      if (distance > most) { most = distance; best = at; }
    }
    const weight = Math.min(above, Math.sqrt(most));
    weights[best] = weight;
    open.push(from, best, weight, best, to, weight);
  }
  return weights;
}

/** The ring with only the corners that matter more than a tolerance; never fewer than three of those it has. */
export function simplified(ring: Float64Array, weights: Float64Array, tolerance: number): Float64Array {
  let kept = 0;
  for (const weight of weights) if (weight > tolerance) kept += 1;
  const third = kept < 3 ? weights.toSorted().at(-3) ?? 0 : 0;
  const stays = (weight: number) => (kept < 3 ? weight >= third : weight > tolerance);
  const line = new Float64Array(2 * weights.length);
  let at = 0;
  for (let corner = 0; corner < weights.length; corner += 1) {
    if (!stays(weights[corner]!)) continue;
    line[at] = ring[2 * corner]!;
    line[at + 1] = ring[2 * corner + 1]!;
    at += 2;
  }
  return line.slice(0, at);
}
