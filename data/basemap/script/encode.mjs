import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe']

/** The browser that encodes: CHROMIUM_PATH, else the first usual name on PATH, else the one Playwright keeps. */
function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/**
 * Opens a WebP encoder in a headless Chromium: `encode(rgba, side, quality)` gives the bytes of a square picture.
 * Pixels travel by a server on 127.0.0.1 that lives only as long as the encoder.
 */
export async function openEncoder() {
  const waiting = new Map()
  const server = createServer((request, response) => {
    const job = waiting.get(request.url)
    if (!job) return response.end('<!doctype html>')
    if (request.method === 'GET') return response.end(job.pixels)
    const chunks = []
    request.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
      waiting.delete(request.url)
      job.finish(Buffer.concat(chunks))
      response.end()
    })
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${server.address().port}/`)
  let serial = 0
  return {
    async encode(rgba, side, quality) {
      const url = `/${++serial}`
      const encoded = new Promise((finish) => waiting.set(url, { pixels: Buffer.from(rgba.buffer), finish }))
      await page.evaluate(async ([path, size, grade]) => {
        const pixels = new Uint8ClampedArray(await (await fetch(path)).arrayBuffer())
        const canvas = new OffscreenCanvas(size, size)
        canvas.getContext('2d').putImageData(new ImageData(pixels, size, size), 0, 0)
        const blob = await canvas.convertToBlob({ type: 'image/webp', quality: grade })
        await fetch(path, { method: 'POST', body: blob })
      }, [url, side, quality])
      return encoded
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}
