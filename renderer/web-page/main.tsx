import { createRoot } from 'react-dom/client';
import type { WebContent } from '../../data/rules/web/web-content.js';
import '../ui/tokens.css';
import './page.css';
import { Page } from './page.js';

declare global {
  interface Window {
    /** What data.js, which stands before this program in the document, has put there. */
    readonly xishanPage?: WebContent;
  }
}

const content = window.xishanPage;
const root = document.getElementById('root');
// Without its data the document's own words stay: they say what to do.
if (content && root) createRoot(root).render(<Page content={content} />);
