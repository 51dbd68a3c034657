import { profile, villages } from '../content/profile.mjs'
import { stableId } from './identity.mjs'
import { resolvePlace } from './place.mjs'

const squareMetresPerMu = 10_000 / 15
const utilityOf = { 水: 'water', 电: 'power', 路: 'road', 网: 'network', 停: 'parking', 污: 'sewage' }
const codeOf = { forest: 'SL', farmland: 'TD', hydropower: 'SD', house: 'LF', hall: 'LT', other: 'QT' }
const sheetOf = { forest: '山林', farmland: '田地', hydropower: '水电站', house: '老房', hall: '文化礼堂', other: '其他' }
const landUseOf = { forest: '林地', house: '宅基地', hall: '公共管理与公共服务用地' }
const inMu = (category) => category === 'forest' || category === 'farmland'
const editors = ['资产管理员', '村文书', '招商专员']

/** A day counted from the first of September 2026, as YYYY-MM-DD. */
const day = (count) => new Date(Date.UTC(2026, 8, 1 + count)).toISOString().slice(0, 10)
const tidy = (value, digits) => Number(value.toFixed(digits))
const without = (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== ''))

/** The pictures or films of an entry: names, or [name, zh, en] where this asset wants its own words. */
function photosOf(names, entry, pictures, ending) {
  return names.map((photo) => {
    const [name, zh, en] = Array.isArray(photo) ? photo : [photo]
    const picture = pictures[name]
    if (!picture) throw new Error(`${entry.key} wants a picture that is not painted: ${name}`)
    return { id: picture.id, caption: zh ? { zh, en } : picture.caption, width: picture.width, height: picture.height, takenAt: picture.takenAt, fileName: `${name}.${ending}` }
  })
}

function defaultPlace({ category, order }) {
  return category === 'hall' ? { kind: 'hall' } : { kind: 'building', order }
}

/** What was typed in the price cell. */
function priceTextOf([yuan, basis]) {
  if (yuan === null) return '面议'
  if (basis === 'mu-year') return `${yuan} 元/亩·年`
  if (basis === 'month') return `${yuan} 元/月`
  return yuan >= 10_000 ? `${yuan / 10_000} 万元/年` : `${yuan} 元/年`
}

/** A hand-written asset as a record of the ledger. */
export function assetRecord(entry, order, countInCategory, pictures) {
  const { category, village } = entry
  const { contact, highwayKm } = villages[village]
  const placed = resolvePlace(entry.place ?? defaultPlace(entry), village)
  const siteArea = placed.area ? (inMu(category) ? tidy(Math.round((placed.area / squareMetresPerMu) * 10) / 10 * squareMetresPerMu, 2) : Math.round(placed.area)) : entry.squareMetres
  const { lng, lat } = placed.location
  return without({
    id: stableId(entry.key, order), revision: 1 + (order % 4), updatedAt: `${day(20 + ((order * 7) % 60))}T0${1 + (order % 8)}:${10 + (order % 45)}:00.000Z`, updatedBy: editors[order % editors.length],
    source: { file: '示例乡闲置资产台账.xlsx', sheet: sheetOf[category], row: countInCategory + 3 },
    code: `${codeOf[category]}-2026-${String(countInCategory).padStart(3, '0')}`,
    category, name: entry.name, nameEn: entry.nameEn, village, address: entry.address,
    location: { lng, lat }, locationSource: { datum: 'WGS-84', text: `${lng}, ${lat}` }, boundary: placed.boundary,
    siteArea, siteAreaText: siteArea && (inMu(category) ? `${tidy(siteArea / squareMetresPerMu, 1)} 亩` : `${siteArea} ㎡`),
    floorArea: entry.floorArea, floorAreaText: entry.floorArea && `${entry.floorArea} ㎡`,
    ownership: entry.ownership ?? 'collective', owner: entry.owner, certificateNo: entry.cert, landUse: entry.landUse ?? landUseOf[category], constraints: entry.constraints ?? [],
    status: entry.status, statusText: entry.statusText, idleSince: entry.idleSince, cooperation: entry.cooperation, term: entry.term,
    price: { yuan: entry.price[0], basis: entry.price[1] }, priceText: priceTextOf(entry.price), reservePrice: entry.reserve,
    utilities: [...entry.utilities].map((word) => utilityOf[word]), distanceToHighwayKm: entry.km ?? tidy(highwayKm + ((order * 13) % 9) / 10, 1),
    suggestedUses: entry.uses, highlights: { zh: entry.zh, en: entry.en }, detail: entry.detail,
    photos: photosOf(entry.photos, entry, pictures, 'webp'), videos: photosOf(entry.videos ?? [], entry, pictures, 'webm'), documents: [],
    publicContact: profile.publicContact, contact, notes: entry.notes, surveyedAt: day((order * 5) % 70),
  })
}

/** A hand-written project as a record; `idOf` gives an asset's id by its key. */
export function projectRecord(entry, order, idOf) {
  return without({
    id: stableId(`project/${entry.key}`, 500 + order), revision: 1 + (order % 3), updatedAt: `${day(45 + order * 3)}T0${1 + (order % 8)}:30:00.000Z`, updatedBy: '项目专员',
    source: { file: '示例乡招商项目一览表.xlsx', sheet: '项目一张表', row: order + 4 },
    code: `XM-2026-${String(order + 1).padStart(2, '0')}`, name: entry.name, nameEn: entry.nameEn, location: entry.location,
    summary: { zh: entry.zh, en: entry.en }, content: entry.content, investment: entry.investment, investmentText: `${entry.investment}`,
    horizon: entry.horizon, scale: entry.scale, sector: entry.sector, stage: entry.stage, stageText: entry.stageText, cooperation: entry.cooperation, landUse: entry.landUse,
    returns: entry.returns, progress: entry.progress, assetIds: entry.assets.map(idOf), officer: entry.officer,
    publicContact: profile.publicContact, contact: { name: entry.officer.split(' ')[1], phone: `19900000${String(201 + order)}` }, startsAt: entry.startsAt, endsAt: entry.endsAt, notes: entry.notes,
  })
}

const everything = { categories: [], villages: [], statuses: [], area: null, cooperation: [], utilities: [] }

/** A hand-written tour as a record; pictures by their names, assets and projects by their keys. */
export function tourRecord(entry, order, { assetId, projectId, pictures }) {
  const media = (name) => {
    const picture = pictures[name]
    if (!picture) throw new Error(`The tour ${entry.key} wants a picture that is not painted: ${name}`)
    return picture.id
  }
  const stops = entry.stops.map(({ asset, assets, project, picture, photos, change, video, filter, ...stop }) => ({
    hidden: false, ...stop, ...(filter && { filter: { ...everything, ...filter } }),
    ...(asset && { assetId: assetId(asset) }), ...(assets && { assetIds: assets.map(assetId) }), ...(project && { projectId: projectId(project) }),
    ...(picture && { picture: media(picture) }), ...(photos && { photos: photos.map(media) }), ...(video && { video: media(video) }),
    ...(change && { change: { before: media(change[0]), after: media(change[1]) } }),
  }))
  return { id: stableId(`tour/${entry.key}`, 800 + order), revision: 1, updatedAt: `${day(70)}T02:00:00.000Z`, updatedBy: '招商专员', name: entry.name, stops }
}
