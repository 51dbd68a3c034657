import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { callNames, type CallName } from '../../../data/contract.js';
import { readPage } from '../../../electron/host/page-files.js';
import { startShell } from '../../../electron/host/shell.js';
import type { Handlers } from '../../../electron/services/program.js';
import { display, fakeElectron } from '../../builders/fake-electron.js';
import { fakeProgram } from '../../builders/fake-program.js';
import { pageFolder, secret } from '../../builders/http-host.js';
import { noneOf, type Finding } from '../finding.js';

type Shell = ReturnType<typeof fakeElectron>;
type Window = Shell['windows'][number];

const foreignAddresses = ['https://evil.example/', 'http://127.0.0.1/', 'app://other/', 'app://xishan.evil/', 'app://xishan@evil/', 'app://xishan:1/', 'file:///app/index.html', 'about:blank', 'data:text/html,x', 'blob:https://evil.example/1', 'javascript:1', 'chrome://gpu', ''];

/** Everyone who is not the top frame of one of our windows that shows our own page. */
function strangers(windows: readonly Window[]): { readonly who: string; readonly event: object }[] {
  return [
    ...windows.flatMap(({ webContents: sender }, at) => [
      { who: `window ${at} without a frame`, event: { sender, senderFrame: null } },
      { who: `a frame within window ${at}`, event: { sender, senderFrame: { parent: {}, url: 'app://xishan/' } } },
      ...foreignAddresses.map((url) => ({ who: `window ${at} at ${url || '(nothing)'}`, event: { sender, senderFrame: { parent: null, url } } })),
    ]),
    { who: 'contents that are no window of ours', event: { sender: { id: 99_999 }, senderFrame: { parent: null, url: 'app://xishan/' } } },
  ];
}

async function channelFinding(shell: Shell, isServing: () => number): Promise<Finding> {
  const faults: string[] = [];
  let tried = 0;
  for (const [channel, handler] of shell.calls) {
    for (const { who, event } of strangers(shell.windows)) {
      for (const name of callNames) {
        tried += 1;
        const before = isServing();
        const reply = JSON.stringify(await (handler as (...words: unknown[]) => unknown)(event, name, {}));
        if (isServing() !== before || reply?.includes(secret) || !/"code":"not-allowed"/.test(reply ?? '')) faults.push(`${who} on ${channel}, ${name}: ${reply}`);
      }
    }
  }
  return noneOf(`${shell.calls.size} IPC channel${shell.calls.size === 1 ? '' : 's'}: calls of foreign frames that were answered`, tried, faults);
}

/** Every guard of every window and session: leaving the page, new windows, guests, permissions, devices, requests. */
function guardFinding(shell: Shell): Finding {
  const faults: string[] = [];
  let tried = 0;
  const expectTrue = (what: string, isSo: boolean) => { tried += 1; if (!isSo) faults.push(what); };
  for (const [at, { webContents }] of shell.windows.entries()) {
    for (const url of foreignAddresses) {
      for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
        let isPrevented = false;
        webContents.emit(name, { preventDefault: () => { isPrevented = true; }, url });
        expectTrue(`window ${at}: ${name} to ${url}`, isPrevented);
      }
      expectTrue(`window ${at}: pop-up of ${url}`, webContents.openHandler?.({ url })?.action === 'deny');
    }
  }
  const sessions = [['the desk', shell.guards] as const, ...[...shell.partitions].map(([name, { guards }]) => [name, guards] as const)];
  for (const [who, guards] of sessions) {
    const asked = (name: string, ...words: unknown[]) => (guards[name] as ((...words: unknown[]) => unknown) | undefined)?.(...words);
    for (const permission of ['media', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'display-capture', 'fullscreen', 'openExternal', 'usb', 'serial', 'hid']) {
      let isAllowed: unknown = true;
      asked('permissionRequest', {}, permission, (given: unknown) => { isAllowed = given; });
      expectTrue(`${who}: permission ${permission}`, isAllowed === false);
      expectTrue(`${who}: permission check ${permission}`, asked('permissionCheck', {}, permission) === false);
      expectTrue(`${who}: device ${permission}`, asked('device', { deviceType: permission }) === false);
    }
    for (const url of foreignAddresses.filter((address) => !/^(data|blob):/.test(address))) {
      let isCancelled: unknown;
      asked('request', { url }, (answer: { cancel: boolean }) => { isCancelled = answer.cancel; });
      expectTrue(`${who}: request of ${url}`, isCancelled === true);
    }
  }
  for (const [name, { session }] of shell.partitions) {
    let isPrevented = false;
    session.emit('will-download', { preventDefault: () => { isPrevented = true; } }, {});
    expectTrue(`${name}: a download`, isPrevented);
  }
  for (const url of foreignAddresses) {
    let isPrevented = false;
    shell.session.emit('will-download', { preventDefault: () => { isPrevented = true; } }, { getURL: () => url, getFilename: () => 'file', setSaveDialogOptions: () => undefined });
    expectTrue(`the desk: a download of ${url}`, isPrevented);
  }
  return noneOf(`Electron, ${shell.windows.length} windows, ${sessions.length} sessions: navigations, pop-ups, permissions, requests, downloads let through`, tried, faults);
}

/** Plays every stranger to the Electron shell, with the desk's and the audience's windows open. */
export async function proveShell(): Promise<Finding[]> {
  const folder = pageFolder();
  try {
    let served = 0;
    const counting = fakeProgram();
    const counted = (name: CallName) => (input: never) => {
      served += 1;
      return name === 'settings.get' ? { secret } : (counting.handlers[name] as (input: never) => unknown)(input);
    };
    const program = fakeProgram(Object.fromEntries(callNames.map((name) => [name, counted(name)])) as unknown as Handlers);
    const shell = fakeElectron({ displays: [display(1, 0), display(2, 1920)] });
    const screens: { open?: () => Promise<unknown> } = {};
    await startShell(shell.electron, {
      arguments: { home: '/home/u/xishan', port: 0, open: true }, readPage: () => readPage(join(folder, 'page')), preload: '/app/preload.cjs', shipped: '/app/data', version: '1.0.0',
      createProgram: (options) => {
        // The audience's window is the program's to open, so it is opened here as the program would.
        const made = options.createScreens?.(program);
        if (made) screens.open = () => made.open();
        return Promise.resolve(program);
      },
    });
    await screens.open?.();
    return [await channelFinding(shell, () => served), guardFinding(shell)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
