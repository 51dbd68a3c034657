import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type BrowserContext, type Page, type Response } from '@playwright/test';
import { findBrowser } from '../../../electron/host/find-browser.js';
import { startHost } from '../../bench/host-process.js';
import { temporaryFolder } from '../../builders/ledger.js';
import { noneOf, type Finding } from '../finding.js';

/** What a page of another program on this machine can try on ours, where a browser would send our cookies along. `own` is our origin. */
const attacks: Readonly<Record<string, string>> = {
  'reads a call': `fetch(own + '/call', { method: 'POST', credentials: 'include', headers: { 'content-type': 'application/json' }, body: '{"name":"desk.index"}' })`,
  'sends a call as text': `fetch(own + '/call', { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{"name":"desk.index"}' })`,
  'sends a beacon': `navigator.sendBeacon(own + '/call', '{"name":"desk.undo"}')`,
  'fetches the page': `fetch(own + '/', { credentials: 'include' })`,
  'fetches the map': `fetch(own + '/maps/shili/pack.json', { mode: 'no-cors', credentials: 'include' })`,
  'listens to events': `new EventSource(own + '/events', { withCredentials: true })`,
  'opens a socket': `new WebSocket(own.replace('http', 'ws') + '/events')`,
  'shows a picture': `Object.assign(document.body.appendChild(new Image()), { src: own + '/icon.svg' })`,
  'runs a script': `document.body.appendChild(Object.assign(document.createElement('script'), { src: own + '/assets/index.js' }))`,
  'frames the page': `document.body.appendChild(Object.assign(document.createElement('iframe'), { src: own + '/' }))`,
  'posts a form': `(() => { const form = Object.assign(document.createElement('form'), { action: own + '/call', method: 'post', enctype: 'text/plain', target: '_blank' }); form.innerHTML = '<input name=\\'{"name":"desk.undo","x":"\\' value=\\'"}\\'>'; document.body.appendChild(form).submit(); })()`,
  'opens the desk': `window.open(own + '/')`,
  'opens the audience': `window.open(own + '/audience')`,
  'saves an output': `document.body.appendChild(Object.assign(document.createElement('a'), { href: own + '/outputs/aaaaaaaaaaaa', download: 'x' })).click()`,
};
/** What a script that found its way into our page would try. `foreign` is another origin. */
const escapes: Readonly<Record<string, string>> = {
  'fetch': `fetch(foreign + '/fetch', { mode: 'no-cors' })`, 'beacon': `navigator.sendBeacon(foreign + '/beacon', 'x')`, 'picture': `new Image().src = foreign + '/picture'`, 'socket': `new WebSocket(foreign.replace('http', 'ws') + '/socket')`,
  'events': `new EventSource(foreign + '/events')`, 'script': `document.head.appendChild(Object.assign(document.createElement('script'), { src: foreign + '/script' }))`, 'style': `document.head.appendChild(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: foreign + '/style' }))`,
  'frame': `document.body.appendChild(Object.assign(document.createElement('iframe'), { src: foreign + '/frame' }))`, 'form': `document.body.appendChild(Object.assign(document.createElement('form'), { action: foreign + '/form', target: 'nowhere' })).submit()`,
  'font': `document.fonts.add(new FontFace('x', 'url(' + foreign + '/font)')), document.fonts.load('1px x')`, 'film': `document.body.appendChild(Object.assign(document.createElement('video'), { src: foreign + '/film', preload: 'auto' }))`, 'worker': `new Worker(foreign + '/worker')`, 'manifest': `document.head.appendChild(Object.assign(document.createElement('link'), { rel: 'manifest', href: foreign + '/manifest' }))`,
};
/** What our page has no use for, each ending in true where the browser refuses it. */
const permissions: Readonly<Record<string, string>> = {
  geolocation: `new Promise((done) => navigator.geolocation.getCurrentPosition(() => done(false), ({ code }) => done(code === 1)))`,
  ...Object.fromEntries(['camera', 'microphone', 'usb', 'serial', 'hid'].map((feature) => [feature, `!document.featurePolicy.allowsFeature('${feature}')`])),
  // In a task of its own: what a debugger evaluates is let through.
  'code in text': `new Promise((done) => setTimeout(() => { try { window.eval('1'); done(false); } catch { done(true); } }))`,
  'script in the page': `(() => { document.head.appendChild(Object.assign(document.createElement('script'), { textContent: 'window.ranInline = true' })); return window.ranInline !== true; })()`,
};

/** Time for a browser to send what it is going to send. */
const settleMs = 1_500;

/** A server of another origin on this machine that counts who comes. */
async function foreignServer(): Promise<{ origin: string; asked: string[]; close(): void }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><body>foreign</body>');
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close: () => { server.close(); server.closeAllConnections(); } };
}

/** The page that a request was made for; nothing where it was made for none. */
function pageOf(response: Response): Page | undefined {
  try {
    return response.frame().page();
  } catch {
    return undefined;
  }
}

async function attackFrom(context: BrowserContext, desk: Page, foreign: string, own: string): Promise<Finding> {
  const faults: string[] = [];
  for (const [what, script] of Object.entries(attacks)) {
    const page = await context.newPage();
    const answers: string[] = [];
    context.on('response', (response) => { if (pageOf(response) !== desk && response.url().startsWith(own) && !(response.status() >= 400 && response.status() < 500)) answers.push(`${response.status()} ${response.url()}`); });
    await page.goto(`${foreign}/`);
    await page.evaluate(`(() => { const own = ${JSON.stringify(own)}; try { const tried = (${script}); if (tried && tried.catch) tried.catch(() => {}); } catch { } })()`);
    await wait(settleMs / 3);
    if (answers.length > 0) faults.push(`a foreign page ${what}: ${answers.join(', ')}`);
    context.removeAllListeners('response');
    for (const opened of context.pages()) if (opened !== desk) await opened.close();
  }
  return noneOf('Chromium: attempts of another program’s page that our host answered', Object.keys(attacks).length, faults);
}

async function escapeFrom(page: Page, foreign: { origin: string; asked: string[] }): Promise<Finding[]> {
  foreign.asked.length = 0;
  for (const script of Object.values(escapes)) await page.evaluate(`(() => { const foreign = ${JSON.stringify(foreign.origin)}; try { const tried = (${script}); if (tried && tried.catch) tried.catch(() => {}); } catch { } })()`);
  await wait(settleMs);
  const refused: string[] = [];
  for (const [what, script] of Object.entries(permissions)) if ((await page.evaluate(script)) !== true) refused.push(`our page has ${what}`);
  return [
    noneOf('Chromium: requests that left our page for another origin', Object.keys(escapes).length, foreign.asked.map((url) => `our page asked for ${url}`)),
    noneOf('Chromium: permissions and code that our page was granted', Object.keys(permissions).length, refused),
  ];
}

/** The built host in a process of its own, and a real Chromium that has its cookie and also shows a page of another program. */
export async function proveInChromium(): Promise<Finding[]> {
  const executablePath = findBrowser();
  if (!executablePath) return [noneOf('Chromium: what strangers may do', 0, ['no Chromium, Chrome or Edge was found'])];
  const { path, remove } = await temporaryFolder();
  const host = await startHost(path);
  const foreign = await foreignServer();
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(host.address);
    const own = new URL(host.address).origin;
    await page.waitForURL(`${own}/`);
    return [await attackFrom(context, page, foreign.origin, own), ...(await escapeFrom(page, foreign))];
  } finally {
    await browser.close();
    foreign.close();
    await host.stop();
    await remove();
  }
}
