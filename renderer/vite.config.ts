import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Pictures of a few kilobytes go into the page; fonts stay files, so that the content policy need not let data fonts in. */
const isFont = (file: string) => /\.(woff2?|ttf|otf)$/.test(file);

/** The modules that the page begins with: all that its first one imports, and so on, without what is loaded later. */
const beginning = new Set<string>();
const findBeginning: Plugin = {
  name: 'find-beginning',
  buildEnd() {
    const take = (id: string) => {
      if (beginning.has(id)) return;
      beginning.add(id);
      this.getModuleInfo(id)?.importedIds.forEach(take);
    };
    for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) take(id);
  },
};

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), findBeginning],
  build: {
    outDir: '../dist/page',
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: (file) => (isFont(file) ? false : undefined),
    modulePreload: { polyfill: false },
    // Fonts keep their names: they are most of the program and lie beside the archive when it is packed, where the page that is handed out finds them, too.
    rollupOptions: {
      output: {
        assetFileNames: ({ names }) => (names.some(isFont) ? 'fonts/[name][extname]' : 'assets/[name]-[hash][extname]'),
        // One file to begin with, and not thirty that share parts with what comes later.
        codeSplitting: { groups: [{ name: 'start', test: (id) => beginning.has(id) }] },
      },
    },
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
});
