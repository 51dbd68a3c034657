import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Pictures of a few kilobytes go into the page; fonts stay files, so that the content policy need not let data fonts in. */
const isFont = (file: string) => /\.(woff2?|ttf|otf)$/.test(file);

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/page',
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: (file) => (isFont(file) ? false : undefined),
    modulePreload: { polyfill: false },
    // Fonts keep their names: they are most of the program and lie beside the archive when it is packed, where the page that is handed out finds them, too.
    rollupOptions: { output: { assetFileNames: ({ names }) => (names.some(isFont) ? 'fonts/[name][extname]' : 'assets/[name]-[hash][extname]') } },
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
});
