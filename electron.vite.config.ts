import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = import.meta.dirname;

/**
 * Tells zod not to try whether it may compile schemas with `new Function`: the content security
 * policy forbids that, and every try would be reported as a violation.
 */
const banner = '(globalThis.__zod_globalConfig??={}).jitless=true;';

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        input: {
          main: resolve(here, 'electron/main.ts'),
        },
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: resolve(here, 'electron/preload/preload.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    worker: { format: 'es', rollupOptions: { output: { banner } } },
    build: {
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: {
        input: {
          planner: resolve(here, 'renderer/planner.html'),
          wall: resolve(here, 'renderer/wall.html'),
          briefing: resolve(here, 'renderer/briefing.html'),
        },
        output: {
          banner,
          // A file of its own, by which a profile tells the map's work from the window's.
          codeSplitting: {
            groups: [{ name: 'maplibre', test: /node_modules[\\/]maplibre-gl[\\/]/ }],
          },
        },
      },
    },
  },
});
