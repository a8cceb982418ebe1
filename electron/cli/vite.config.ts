import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/**
 * The command line for plain Node with everything it needs inside; readers and writers of formats lie
 * beside it in assets/ and are loaded when a command asks for them.
 */
export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: resolve(import.meta.dirname, 'hengzong.ts'),
    outDir: resolve(root, 'out/cli'),
    emptyOutDir: true,
    target: 'node20',
    minify: true,
    rollupOptions: {
      output: { format: 'es', entryFileNames: 'hengzong.mjs', banner: '#!/usr/bin/env node' },
    },
  },
});
