import { channels } from './colour.mjs'
import { clamp, fractal, smooth } from './random.mjs'

/**
 * Lays a soft field of colour over the picture: `share(u, v)` gives its alpha 0..1 at each place (0..1 across and down).
 * Worked at a quarter of the size and drawn up, which keeps washes soft and quick.
 */
export function wash(x, width, height, colour, share, mode = 'source-over') {
  const across = Math.ceil(width / 4)
  const down = Math.ceil(height / 4)
  const small = new OffscreenCanvas(across, down)
  const pen = small.getContext('2d')
  const image = pen.createImageData(across, down)
  const [r, g, b] = channels(colour)
  for (let j = 0; j < down; j++) {
    for (let i = 0; i < across; i++) {
      const at = (j * across + i) * 4
      image.data[at] = r
      image.data[at + 1] = g
      image.data[at + 2] = b
      image.data[at + 3] = 255 * clamp(share(i / across, j / down))
    }
  }
  pen.putImageData(image, 0, 0)
  x.save()
  x.globalCompositeOperation = mode
  x.imageSmoothingQuality = 'high'
  x.drawImage(small, 0, 0, across * 4, down * 4)
  x.restore()
}

/** A drifting band of mist about the height `v` (0..1), `thick` of the height deep, torn at its edges. */
export function mistBand(x, width, height, colour, v, thick, { seed = 1, strength = 0.9, torn = 0.55 } = {}) {
  wash(x, width, height, colour, (u, w) => {
    const drift = fractal(u * 2.2 + seed * 3.7, w * 6 + seed, 4)
    const middle = v + (fractal(u * 1.3 + seed * 9.1, seed, 2) - 0.5) * thick * 1.2
    const d = Math.abs(w - middle) / thick
    if (d > 1.6) return 0
    return strength * smooth(1.1, 0.1, d + (drift - 0.5) * torn * 2)
  })
}

/** The paper itself: faint fibres and stains over the whole picture, and the corners a little darker. */
export function paperGrain(x, width, height, { seed = 3, dark = 0 } = {}) {
  wash(x, width, height, dark > 0.5 ? '#06141C' : '#8A6A3C', (u, v) => {
    const stain = fractal(u * 5 + seed, v * 3.2, 4)
    const edge = smooth(0.62, 1.05, Math.hypot((u - 0.5) * 1.25, (v - 0.5) * 1.25) * 1.42)
    return 0.1 * smooth(0.45, 0.8, stain) + (0.12 + dark * 0.18) * edge
  }, 'multiply')
  const image = x.getImageData(0, 0, width, height)
  const data = image.data
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      const fibre = (fractal(i * 0.45 + seed * 7, j * 0.09, 2) + fractal(i * 0.07, j * 0.5 + seed, 2) - 1) * 9
      const at = (j * width + i) * 4
      data[at] += fibre
      data[at + 1] += fibre
      data[at + 2] += fibre * 0.9
    }
  }
  x.putImageData(image, 0, 0)
}
