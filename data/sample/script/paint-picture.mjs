import { createMood } from './paint/mood.mjs'
import { createRandom } from './paint/random.mjs'
import { paperGrain } from './paint/wash.mjs'
import { scenes } from './scene/index.mjs'

export const width = 1600
export const height = 1000
const wantedBytes = 85_000
const qualities = [0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5, 0.45, 0.4]

/** Paints one picture of the list and gives it as base64 WebP with its size; the same entry always gives the same picture. */
export async function paintPicture({ scene: name, seed, time = 'noon', season = 'summer', ...options }) {
  const canvas = new OffscreenCanvas(width, height)
  const x = canvas.getContext('2d', { willReadFrequently: true })
  const mood = createMood(time, season)
  const scene = { x, width, height, mood, seed, random: createRandom(seed * 7919 + 13), options }
  scenes[name](scene)
  paperGrain(x, width, height, { seed, dark: mood.dark })
  for (const quality of qualities) {
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality })
    if (blob.size <= wantedBytes || quality === qualities.at(-1)) return { data: await base64(blob), width, height, quality }
  }
}

async function base64(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
