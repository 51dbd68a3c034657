import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const scripts = fileURLToPath(new URL('.', import.meta.url))
const media = fileURLToPath(new URL('../media/', import.meta.url))
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe']
/** Never resolved: every request of the page is answered from the script folder. */
const origin = 'http://easel.invalid/'

/** The browser that paints: CHROMIUM_PATH, else the first usual name on PATH, else the one Playwright keeps. */
function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/** Opens a page that paints: `paint(order)` gives {bytes, width, height, quality} of one picture, `film(order)` one film. */
export async function openEasel() {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname.startsWith('/media/')) return route.fulfill({ contentType: 'image/webp', body: await readFile(join(media, pathname.slice('/media/'.length))) })
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><meta charset="utf-8">' })
    return route.fulfill({ contentType: 'text/javascript', body: await readFile(join(scripts, pathname), 'utf8') })
  })
  await page.goto(origin)
  return {
    async paint(order) {
      const { data, ...rest } = await page.evaluate(async (wanted) => {
        const { paintPicture } = await import('/paint-picture.mjs')
        return paintPicture(wanted)
      }, order)
      return { bytes: Buffer.from(data, 'base64'), ...rest }
    },
    /** Films a picture of the media folder: {bytes, width, height}. */
    async film(order) {
      const { data, ...rest } = await page.evaluate(async (wanted) => {
        const { paintFilm } = await import('/paint-film.mjs')
        return paintFilm(wanted)
      }, order)
      return { bytes: Buffer.from(data, 'base64'), ...rest }
    },
    close: () => browser.close(),
  }
}
