import { farmstead } from './farmstead.mjs'
import { fields, lotus } from './fields.mjs'
import { frontage } from './frontage.mjs'
import { bambooGrove, forestPath } from './grove.mjs'
import { columnHall, latticeRoom, stageHall, turbineHall, workHall } from './interiors.mjs'
import { ridge } from './ridge.mjs'
import { station } from './station.mjs'
import { courtyard, street } from './street.mjs'
import { bloomSlope, teaHills, terraces } from './terraces.mjs'
import { panorama, steps, trail } from './trail.mjs'
import { lodging, streamVillage } from './village.mjs'
import { gorge, weir } from './waterworks.mjs'

/** Every kind of scene by its name in the list of pictures. */
export const scenes = {
  bambooGrove, bloomSlope, columnHall, courtyard, farmstead, fields, forestPath, frontage, gorge, latticeRoom, lodging, lotus, panorama,
  ridge, stageHall, station, steps, street, streamVillage, teaHills, terraces, trail, turbineHall, weir, workHall,
}
