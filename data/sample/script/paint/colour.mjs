import { clamp } from './random.mjs'

/** #rrggbb to [r, g, b] in 0..255; lists pass through. */
export const channels = (colour) => (Array.isArray(colour) ? colour : [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)))
const hex = (list) => `#${list.map((value) => Math.round(clamp(value, 0, 255)).toString(16).padStart(2, '0')).join('')}`

/** A colour between two, by share 0..1. */
export const tint = (from, to, share) => {
  const low = channels(from)
  const high = channels(to)
  return hex(low.map((value, index) => value + (high[index] - value) * share))
}

/** The colour with an alpha 0..1, as CSS. */
export const veil = (colour, alpha) => {
  const [r, g, b] = channels(colour)
  return `rgba(${Math.round(r)},${Math.round(g)},${Math.round(b)},${clamp(alpha).toFixed(3)})`
}

export const darker = (colour, share) => tint(colour, '#0B2226', share)
export const lighter = (colour, share) => tint(colour, '#FBF5E4', share)

/** A slightly different colour of the same family, so that no two strokes are alike. */
export const stray = (random, colour, amount = 0.08) => {
  const shift = random.around() * amount * 160
  const warm = random.around() * amount * 60
  const [r, g, b] = channels(colour)
  return hex([r + shift + warm, g + shift, b + shift - warm])
}
