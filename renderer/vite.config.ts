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
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
});
