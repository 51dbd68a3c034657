import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { contentType } from './content-types.js';

/** One file of the built page. */
export interface PageFile {
  readonly file: string;
  readonly type: string;
  /** True when the name holds a hash of the content, so that a copy never grows old. */
  readonly hashed: boolean;
}

/** The page as a host serves it: its first document, and every other file by the exact path it is asked for. */
export interface PageSource {
  index(path: string): string | Promise<string>;
  readonly files: ReadonlyMap<string, PageFile>;
  /** Replaces the policy of the built page; for the development server alone. */
  readonly policy?: string;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
}

/**
 * Lists the built page once. Requests are looked up in this list and never joined to a folder, so that no spelling of
 * a path can leave it. `fonts` is where the page's fonts lie, if not in its own folder.
 */
export function readPage(folder: string, fonts?: string): PageSource {
  if (!statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.isFile()) throw new Error('The page is not built: run the build first.');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = new Map(filesBelow(folder).map((file) => {
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    return [path, { file, type: contentType(file), hashed: path.startsWith('/assets/') }];
  }));
  if (fonts !== undefined) for (const name of readdirSync(fonts)) files.set(`/fonts/${name}`, { file: join(fonts, name), type: contentType(name), hashed: false });
  files.delete('/index.html');
  return { index: () => html, files };
}

/** Puts what this one visit needs into the document: the nonce for its styles and, over HTTP, the token for its calls. */
export function fillIndex(html: string, marks: { readonly nonce: string; readonly token?: string }): string {
  const metas = [`<meta name="csp-nonce" content="${marks.nonce}">`, ...(marks.token ? [`<meta name="xishan-token" content="${marks.token}">`] : [])];
  return html.replace(/<head[^>]*>/i, (head) => `${head}${metas.join('')}`);
}
