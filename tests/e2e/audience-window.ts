import type { Browser, BrowserContextOptions, CDPSession, Page } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '../../data/contract.js';
import type { RunningHost } from './fixtures.js';

/** A window of a host under test that can make calls as its own page does. */
export interface HostWindow { readonly page: Page; call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>; close(): Promise<void> }

/** A call as the page in a window makes it; fails with what the host answered. */
async function callFrom(page: Page, name: string, input: unknown): Promise<unknown> {
  const reply = await page.evaluate(async ([asked, given]) => {
    const token = document.querySelector<HTMLMetaElement>('meta[name="xishan-token"]')?.content ?? '';
    const response = await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json', 'x-xishan-token': token }, body: JSON.stringify({ name: asked, input: given }) });
    return response.json() as Promise<{ ok: boolean; value?: unknown; failure?: { code: string } }>;
  }, [name, input] as const);
  if (!reply.ok) throw new Error(`${name}: ${reply.failure?.code}`);
  return reply.value;
}

async function windowAt(browser: Browser, address: string, options: BrowserContextOptions, before: (page: Page) => Promise<void>): Promise<HostWindow> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  const page = await context.newPage();
  await before(page);
  await page.goto(address);
  return { page, call: (name, input) => callFrom(page, name, input) as never, close: () => context.close() };
}

/** The presenter's window; nobody looks at it, it only asks. */
export const openDesk = (browser: Browser, host: RunningHost): Promise<HostWindow> => windowAt(browser, host.address, {}, async () => undefined);

/** The audience window of a host, 1920 × 1080 with a touch screen; `before` is done before its page is asked for. */
export async function openAudience(browser: Browser, desk: HostWindow, options: BrowserContextOptions = {}, before: (page: Page) => Promise<void> = async () => undefined): Promise<HostWindow> {
  const { address } = await desk.call('stage.screen', { open: true });
  if (!address) throw new Error('The host gave no address for the audience screen.');
  return windowAt(browser, address, { viewport: { width: 1920, height: 1080 }, hasTouch: true, ...options }, before);
}

/** What a page holds after all that it let go of is swept away. */
export interface Held { readonly heap: number; readonly nodes: number; readonly listeners: number; readonly documents: number }

/** Sweeps and counts. */
export async function held(session: CDPSession): Promise<Held> {
  // What was let go of by the first sweep may let go of more.
  for (let sweep = 0; sweep < 2; sweep += 1) await session.send('HeapProfiler.collectGarbage');
  const [{ usedSize: heap }, { nodes, jsEventListeners: listeners, documents }] = [await session.send('Runtime.getHeapUsage'), await session.send('Memory.getDOMCounters')];
  return { heap, nodes, listeners, documents };
}

/** Waits until the page has drawn what it was last told: two frames, and nothing more to do after them. */
export const settled = (page: Page): Promise<void> => page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => { setTimeout(done, 0); }))));
