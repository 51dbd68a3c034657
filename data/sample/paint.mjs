/**
 * Paints the pictures of the shipped sample, films one of them, and writes its ledger: media/<sha-256>, pictures.json, ledger-data.json.
 * Run with `npm run sample`. The same list always gives the same pictures in one version of Chromium; a film is recorded anew.
 * `--only a,b` paints just the pictures named; `--data` paints nothing and writes the ledger from the pictures there are.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildLedger } from './script/ledger/build.mjs'
import { openEasel } from './script/easel.mjs'
import { films } from './script/pictures/films.mjs'
import { pictures } from './script/pictures/index.mjs'

const folder = fileURLToPath(new URL('.', import.meta.url))
const { values: options } = parseArgs({ options: { only: { type: 'string' }, data: { type: 'boolean' } } })
const listFile = `${folder}pictures.json`
const known = await readFile(listFile, 'utf8').then(JSON.parse, () => ({}))

async function paintAll(wanted) {
  await mkdir(`${folder}media`, { recursive: true })
  const easel = await openEasel()
  try {
    for (const { name, caption, takenAt, ...order } of wanted) {
      const { bytes, width, height, quality } = await easel.paint(order)
      const id = `${createHash('sha256').update(bytes).digest('hex')}.webp`
      await writeFile(`${folder}media/${id}`, bytes)
      known[name] = { id, width, height, caption, takenAt }
      console.log(`${name.padEnd(20)} ${String(Math.round(bytes.length / 1024)).padStart(4)} KB  q ${quality}`)
    }
  } finally {
    await easel.close()
  }
}

/** Films are recorded after the pictures that they are made of. */
async function filmAll(wanted) {
  if (wanted.length === 0) return
  const easel = await openEasel()
  try {
    for (const { name, of, caption, takenAt, ...order } of wanted) {
      const { bytes, width, height } = await easel.film({ ...order, address: `/media/${known[of].id}` })
      const id = `${createHash('sha256').update(bytes).digest('hex')}.webm`
      await writeFile(`${folder}media/${id}`, bytes)
      known[name] = { id, width, height, caption, takenAt }
      console.log(`${name.padEnd(20)} ${String(Math.round(bytes.length / 1024)).padStart(4)} KB`)
    }
  } finally {
    await easel.close()
  }
}

if (!options.data) {
  const only = options.only?.split(',')
  const chosen = (list) => (only ? list.filter((one) => only.includes(one.name)) : list)
  await paintAll(chosen(pictures))
  await filmAll(chosen(films))
}

const list = Object.fromEntries([...pictures, ...films].flatMap(({ name, caption, takenAt }) => (known[name] ? [[name, { ...known[name], caption, takenAt }]] : [])))
await writeFile(listFile, `${JSON.stringify(list, null, 1)}\n`)
const kept = new Set(Object.values(list).map((picture) => picture.id))
for (const file of await readdir(`${folder}media`)) if (!kept.has(file)) await rm(`${folder}media/${file}`)
const ledger = buildLedger(list)
await writeFile(`${folder}ledger-data.json`, `${JSON.stringify(ledger, null, 1)}\n`)
console.log(`${ledger.assets.length} assets, ${ledger.projects.length} projects, ${ledger.tours.length} tours, ${kept.size} pictures and films`)
