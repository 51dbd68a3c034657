/** A decoded picture: red, green, blue, alpha, row by row, 8 bits each. */
export interface Pixels { readonly data: Uint8ClampedArray<ArrayBuffer>; readonly width: number; readonly height: number }

const wordsOf = (data: Uint8ClampedArray) => new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);

/** Mirrored first, then turned clockwise. */
export interface Stance { readonly mirrored: boolean; readonly turns: number }

/** What puts a picture upright that was stored with this EXIF orientation (CIPA DC-008, tag 0x0112). */
export function stanceOf(orientation: number): Stance {
  const stances: Readonly<Record<number, Stance>> = {
    2: { mirrored: true, turns: 0 }, 3: { mirrored: false, turns: 2 }, 4: { mirrored: true, turns: 2 },
    5: { mirrored: true, turns: 3 }, 6: { mirrored: false, turns: 1 }, 7: { mirrored: true, turns: 1 }, 8: { mirrored: false, turns: 3 },
  };
  return stances[orientation] ?? { mirrored: false, turns: 0 };
}

/** The picture mirrored and turned; the same one when there is nothing to do. */
export function stood(pixels: Pixels, { mirrored, turns }: Stance): Pixels {
  if (!mirrored && turns % 4 === 0) return pixels;
  const { width, height } = pixels;
  const from = wordsOf(pixels.data);
  const isAcross = turns % 2 === 1;
  const [newWidth, newHeight] = isAcross ? [height, width] : [width, height];
  const data = new Uint8ClampedArray(from.length * 4);
  const to = wordsOf(data);
  for (let y = 0, at = 0; y < newHeight; y += 1) {
    for (let x = 0; x < newWidth; x += 1, at += 1) {
      // Where this pixel was before the turn.
      const column = turns % 4 === 1 ? y : turns % 4 === 2 ? width - 1 - x : turns % 4 === 3 ? width - 1 - y : x;
      const row = turns % 4 === 1 ? height - 1 - x : turns % 4 === 2 ? height - 1 - y : turns % 4 === 3 ? x : y;
      to[at] = from[row * width + (mirrored ? width - 1 - column : column)] as number;
    }
  }
  return { data, width: newWidth, height: newHeight };
}

/** True when no pixel lets anything through. */
export function isOpaque({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  return true;
}

/**
 * Each square of `factor` pixels becomes their mean: a very large picture is brought near its size before the finer scaling,
 * which needs several times the picture's room. A rest at the right and lower edge is left out.
 */
export function reduced({ data, width, height }: Pixels, factor: number): Pixels {
  if (factor <= 1) return { data, width, height };
  const [newWidth, newHeight] = [Math.max(1, Math.floor(width / factor)), Math.max(1, Math.floor(height / factor))];
  const [across, down] = [Math.min(factor, width), Math.min(factor, height)];
  const result = new Uint8ClampedArray(newWidth * newHeight * 4);
  for (let y = 0, to = 0; y < newHeight; y += 1) {
    for (let x = 0; x < newWidth; x += 1, to += 4) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (let row = y * factor; row < y * factor + down; row += 1) {
        for (let at = (row * width + x * factor) * 4, column = 0; column < across; column += 1, at += 4) {
          // Weighted by alpha, so that the colour of what is not seen does not bleed in.
          const weight = data[at + 3] as number;
          red += (data[at] as number) * weight;
          green += (data[at + 1] as number) * weight;
          blue += (data[at + 2] as number) * weight;
          alpha += weight;
        }
      }
      const share = alpha === 0 ? 1 : alpha;
      result[to] = red / share;
      result[to + 1] = green / share;
      result[to + 2] = blue / share;
      result[to + 3] = alpha / (across * down);
    }
  }
  return { data: result, width: newWidth, height: newHeight };
}

/** The size that fits a longest edge; never larger than it is. */
export function fitted(width: number, height: number, edge: number): { width: number; height: number } {
  const scale = Math.min(1, edge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
