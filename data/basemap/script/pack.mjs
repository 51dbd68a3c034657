import { toDegrees } from './frame.mjs'

const rounded = (point) => point.map((value) => Number(value.toFixed(6)))
const boundsOf = ([west, south, east, north]) => [...rounded(toDegrees(west, south)), ...rounded(toDegrees(east, north))]

/** The pack's own description. Zooms are Leaflet's map zooms; a 512 px tile of level z is shown at map zoom z + 1. */
export function describePack({ outline, horizon, far, near, township }) {
  return {
    id: 'shili',
    name: { zh: '示例乡示意图', en: 'Shili township (schematic)' },
    bounds: boundsOf(horizon),
    farBounds: boundsOf(far),
    detailBounds: boundsOf(near),
    townshipBounds: boundsOf(township),
    minZoom: 10,
    maxZoom: 18,
    wideMaxNativeZoom: 11,
    farMaxNativeZoom: 13,
    maxNativeZoom: 15,
    tileSize: 512,
    zoomOffset: -1,
    datum: 'WGS-84',
    scheme: 'xyz',
    attribution: { zh: '示例乡示意图 · 虚构地形，仅供演示', en: 'Shili township (schematic) · invented terrain for demonstration' },
    approvalNumber: null,
    licence: { zh: '随本程序提供，可自由使用', en: 'Ships with this program, free to use' },
    schematic: true,
    styles: ['paper', 'night'],
    outline: outline.map(([x, y]) => rounded(toDegrees(x, y))),
  }
}
