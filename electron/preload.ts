import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { callChannel, eventChannel } from './host/channels.js';

// All that the page gets: a way to make a call and a way to hear events. Neither names a channel nor hands on Electron's own objects.
contextBridge.exposeInMainWorld('xishan', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel, name, input),
  on(listener: (name: string, payload: unknown) => void): () => void {
    const hear = (_event: IpcRendererEvent, name: string, payload: unknown) => listener(name, payload);
    ipcRenderer.on(eventChannel, hear);
    return () => { ipcRenderer.removeListener(eventChannel, hear); };
  },
});
