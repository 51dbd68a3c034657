import { assets } from '../content/index.mjs'
import { profile } from '../content/profile.mjs'
import { projects } from '../content/projects.mjs'
import { tours } from '../content/tour.mjs'
import { assetRecord, projectRecord, tourRecord } from './records.mjs'

/** Finds the id that a key of the content files has become. */
const finder = (what, entries, records) => {
  const ids = new Map(entries.map((entry, order) => [entry.key, records[order].id]))
  return (key) => {
    const id = ids.get(key)
    if (!id) throw new Error(`Something names ${what} that does not exist: ${key}`)
    return id
  }
}

/** The sample ledger {profile, assets, projects, tours}; `pictures` gives of each painted picture or film its id, size, caption and date by name. */
export function buildLedger(pictures) {
  const counts = {}
  const assetRecords = assets.map((entry, order) => {
    counts[entry.category] = (counts[entry.category] ?? 0) + 1
    return assetRecord(entry, order, counts[entry.category], pictures)
  })
  const assetId = finder('an asset', assets, assetRecords)
  const projectRecords = projects.map((entry, order) => projectRecord(entry, order, assetId))
  const projectId = finder('a project', projects, projectRecords)
  return { profile, assets: assetRecords, projects: projectRecords, tours: tours.map((entry, order) => tourRecord(entry, order, { assetId, projectId, pictures })) }
}
