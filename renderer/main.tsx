import './sheet/paper-dots.js';
import '@fontsource-variable/noto-sans-sc/index.css';
import 'lxgw-wenkai-webfont/lxgwwenkai-bold.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import { beginCalls, httpPost } from './client/early-calls.js';
import type { Bridge } from './client/ipc-transport.js';
import { sheetOfAddress } from './sheet/sheet-address.js';

// The one place that knows which host opened the page. It is small, so that the host is asked before the program is read.
const bridge = (window as unknown as { xishan?: Bridge }).xishan;
const token = document.querySelector<HTMLMetaElement>('meta[name="xishan-token"]')?.content ?? '';
const sheet = sheetOfAddress();
// The public's address shows the audience screen, whichever host serves it.
const audience = window.location.pathname.endsWith('/audience');
const early = sheet || audience ? undefined : beginCalls(bridge ? (name, input) => bridge.call(name, input) : httpPost(token));

// The desk is most of the program; neither paper nor the audience needs it.
void Promise.all([import('./open-page.js'), sheet || audience ? undefined : import('./app.js')]).then(([{ openPage }, desk]) => openPage({ bridge, token, early, sheetId: sheet?.id, Desk: desk?.App }));
