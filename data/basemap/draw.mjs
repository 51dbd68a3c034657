/**
 * Draws the shipped map pack of the invented township 示例乡: pack.json, features.json and relief/<style>/<z>/<x>/<y>.webp.
 * Run with `npm run basemap`; the same script always draws the same township. It needs a Chromium to write WebP.
 */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { drawFeatures, packFeatures, outlineRing } from './script/features.mjs'
import { describePack } from './script/pack.mjs'
import { writePyramid } from './script/pyramid.mjs'
import { farExtent, horizonExtent, raiseHorizon, raiseTerrain } from './script/terrain.mjs'
import { layStreams } from './script/water.mjs'

const folder = fileURLToPath(new URL('.', import.meta.url))
const started = Date.now()
const log = (text) => console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`)

/** Tile levels (512 px) and the local metres each covers. */
const township = [-8600, -8400, 8600, 8400]
const around = [-12000, -10800, 12000, 10800]
const levels = [
  { z: 9, extent: horizonExtent }, { z: 10, extent: horizonExtent }, { z: 11, extent: farExtent },
  { z: 12, extent: farExtent }, { z: 13, extent: around }, { z: 14, extent: around },
]

const streams = layStreams()
const terrain = raiseTerrain(streams, log)
const features = drawFeatures(terrain, streams, log)
const text = JSON.stringify(packFeatures(features))
await writeFile(`${folder}features.json`, text)
log(`features.json ${(text.length / 1e6).toFixed(2)} MB`)
await writeFile(`${folder}pack.json`, JSON.stringify(describePack({ outline: outlineRing(), horizon: horizonExtent, far: farExtent, near: around, township }), null, 2) + '\n')
await writePyramid(`${folder}relief`, { ...terrain, horizon: raiseHorizon(log) }, levels, log)
