import { farmland } from './farmland.mjs'
import { forest } from './forest.mjs'
import { hall } from './hall.mjs'
import { house } from './house.mjs'
import { hydropower } from './hydropower.mjs'
import { other } from './other.mjs'

/** Every hand-written asset with its category; `key` is `category/key`. */
export const assets = Object.entries({ forest, farmland, hydropower, house, hall, other }).flatMap(([category, list]) => list.map((entry) => ({ ...entry, category, key: `${category}/${entry.key}` })))
