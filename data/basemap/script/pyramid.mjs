import { mkdir, rm, writeFile } from 'node:fs/promises'
import { toWorld } from './frame.mjs'
import { openEncoder } from './encode.mjs'
import { createReliefPainter, tileSize } from './relief.mjs'

/** WebP quality by level: the deepest tiles are many and are only seen enlarged. */
const quality = { 9: 0.84, 10: 0.84, 11: 0.82, 12: 0.8, 13: 0.78, 14: 0.74 }

/** Tiles [x, y] of level z that touch an extent in local metres. */
export function tilesOf([west, south, east, north], z) {
  const [left, top] = toWorld(west, north).map((share) => Math.floor(share * 2 ** z))
  const [right, bottom] = toWorld(east, south).map((share) => Math.floor(share * 2 ** z))
  const tiles = []
  for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) tiles.push([x, y])
  return tiles
}

/** Writes relief/<style>/<z>/<x>/<y>.webp for every level; returns the number of bytes written. */
export async function writePyramid(folder, terrain, levels, log) {
  await rm(folder, { recursive: true, force: true })
  const paint = createReliefPainter(terrain)
  const encoder = await openEncoder()
  let bytes = 0
  const write = async (style, z, x, y, picture) => {
    const file = await encoder.encode(picture, tileSize, quality[z])
    await mkdir(`${folder}/${style}/${z}/${x}`, { recursive: true })
    await writeFile(`${folder}/${style}/${z}/${x}/${y}.webp`, file)
    bytes += file.length
  }
  for (const { z, extent } of levels) {
    const tiles = tilesOf(extent, z)
    let running = Promise.resolve()
    for (const [x, y] of tiles) {
      const pictures = paint(z, x, y)
      // One tile is encoded by the browser while the next is painted here.
      await running
      running = Promise.all(Object.entries(pictures).map(([style, picture]) => write(style, z, x, y, picture)))
    }
    await running
    log(`level ${z}: ${tiles.length} tiles, ${(bytes / 1e6).toFixed(2)} MB so far`)
  }
  await encoder.close()
  return bytes
}
