import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { CallCircle, Reply } from '../../data/contract.js';
import { text } from '../../data/schema/text.js';
import type { Program } from '../services/program.js';
import { isOwnAddress } from './app-scheme.js';
import { callChannel, eventChannel } from './channels.js';
import type { Dispatch } from './dispatch.js';
import { relayEvents } from './event-stream.js';

/** Our windows: what each may ask for, by the identity of its contents. */
export interface KnownWindows {
  circleOf(contents: WebContents): CallCircle | undefined;
}

const stranger: Reply = { ok: false, failure: { code: 'not-allowed', message: text('这个窗口不能调用程序。', 'This window may not call the program.') } };

/** The circle of a message's sender, if it is the top frame of one of our windows and shows our own page. */
export function circleOfSender(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>, windows: KnownWindows): CallCircle | undefined {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null || !isOwnAddress(frame.url)) return undefined;
  return windows.circleOf(event.sender);
}

/** Answers calls over IPC. */
export function serveIpc(ipcMain: Pick<IpcMain, 'handle'>, dispatch: Dispatch, windows: KnownWindows): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    const circle = circleOfSender(event, windows);
    return circle ? dispatch(name, input, circle) : stranger;
  });
}

/** Sends a window every event that its circle may hear, as long as it lives. */
export function relayToWindow(program: Pick<Program, 'on'>, circle: CallCircle, contents: Pick<WebContents, 'send' | 'isDestroyed' | 'once'>): void {
  const stop = relayEvents(program, circle, (name, payload) => {
    if (!contents.isDestroyed()) contents.send(eventChannel, name, payload);
  });
  contents.once('destroyed', stop);
}
