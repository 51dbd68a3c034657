import { assets } from '../content/index.mjs'
import { profile } from '../content/profile.mjs'
import { projects } from '../content/projects.mjs'
import { assetRecord, projectRecord } from './records.mjs'

/** The sample ledger {profile, assets, projects}; `pictures` gives of each painted picture its id, size, caption and date by name. */
export function buildLedger(pictures) {
  const counts = {}
  const records = assets.map((entry, order) => {
    counts[entry.category] = (counts[entry.category] ?? 0) + 1
    return assetRecord(entry, order, counts[entry.category], pictures)
  })
  const ids = new Map(assets.map((entry, order) => [entry.key, records[order].id]))
  const idOf = (key) => {
    const id = ids.get(key)
    if (!id) throw new Error(`A project names an asset that does not exist: ${key}`)
    return id
  }
  return { profile, assets: records, projects: projects.map((entry, order) => projectRecord(entry, order, idOf)), tours: [] }
}
