import react from '@vitejs/plugin-react';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;
const sample = resolve(here, '../../../data');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.webp': 'image/webp', '.webm': 'video/webm', '.woff2': 'font/woff2' };

/** Builds the page that shows the stage alone and serves it with the sample's pictures and map. */
export async function serveStage(): Promise<{ readonly address: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'xishan-stage-page-'));
  await build({
    root: here, base: './', configFile: false, logLevel: 'error', plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: 'chrome120', assetsInlineLimit: 0, reportCompressedSize: false, chunkSizeWarningLimit: 2000, rollupOptions: { input: join(here, 'stage-page.html') } },
  });
  const fileOf = (path: string) => {
    if (path.startsWith('/media/')) return join(sample, 'sample/media', path.split('/')[2]!);
    if (path.startsWith('/maps/shili/')) return join(sample, 'basemap', path.slice('/maps/shili'.length));
    return join(folder, path);
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://here').pathname);
    readFile(fileOf(path)).then(
      (bytes) => response.writeHead(200, { 'content-type': types[extname(fileOf(path))] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const at = server.address();
  return {
    address: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/stage-page.html`,
    async close() {
      await new Promise((closed) => { server.close(closed); server.closeAllConnections(); });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
