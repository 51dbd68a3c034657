import { createRoot } from 'react-dom/client';
import '@fontsource-variable/noto-sans-sc/index.css';
import 'lxgw-wenkai-webfont/lxgwwenkai-bold.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import { App } from './app.js';
import { createClient } from './client/client.js';
import { ClientContext } from './client/current-client.js';
import { createHttpTransport } from './client/http-transport.js';
import { createIpcTransport, type Bridge } from './client/ipc-transport.js';

// The one place that knows which host opened the page.
const bridge = (window as unknown as { xishan?: Bridge }).xishan;
const token = document.querySelector<HTMLMetaElement>('meta[name="xishan-token"]')?.content ?? '';
const client = createClient(bridge ? createIpcTransport(bridge) : createHttpTransport(token));

createRoot(document.getElementById('root')!).render(
  <ClientContext.Provider value={client}><App /></ClientContext.Provider>,
);
