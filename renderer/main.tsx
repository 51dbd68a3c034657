import './sheet/paper-dots.js';
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
import { sheetOfAddress } from './sheet/sheet-address.js';
import { followHost } from './state/follow-host.js';

// The one place that knows which host opened the page.
const bridge = (window as unknown as { xishan?: Bridge }).xishan;
const token = document.querySelector<HTMLMetaElement>('meta[name="xishan-token"]')?.content ?? '';
const client = createClient(bridge ? createIpcTransport(bridge) : createHttpTransport(token));

const root = createRoot(document.getElementById('root')!);
const sheet = sheetOfAddress();
if (sheet) void import('./sheet/open-sheet.js').then(({ openSheet }) => openSheet(client, sheet.id, root));
// The public's address shows the audience screen, whichever host serves it.
else if (window.location.pathname.endsWith('/audience')) void import('./audience/open-audience.js').then(({ openAudience }) => openAudience(client, root));
else {
  // Asked before anything is drawn: the host answers while the page is being put together.
  followHost(client);
  root.render(<ClientContext.Provider value={client}><App /></ClientContext.Provider>);
}
