import { app, type BrowserWindow, screen } from 'electron';
import { join } from 'node:path';
import type { WindowName } from '#shared/host/host.ts';
import * as z from 'zod';
import { readJson, writeJson } from '#electron/files/json-file.ts';
import { type Bounds, fitToDisplays } from './fit-to-displays.ts';

const pixel = z.number().int().min(-100_000).max(100_000);
const size = z.number().int().min(200).max(100_000);
const windowState = z.strictObject({
  bounds: z.strictObject({ x: pixel, y: pixel, width: size, height: size }),
  maximised: z.boolean(),
});
const states = z.partialRecord(z.enum(['planner', 'briefing', 'wall']), windowState);

/** Sizes on first start; cut to the display where it is smaller. */
const firstSize = {
  planner: { width: 1440, height: 900 },
  briefing: { width: 1280, height: 760 },
  wall: { width: 1280, height: 720 },
} as const satisfies Record<WindowName, { width: number; height: number }>;

const file = () => join(app.getPath('userData'), 'window-state.json');

/** Where a new window of this name opens; without x and y it is centred. */
export function rememberedState(name: WindowName): {
  bounds: Partial<Bounds> & { width: number; height: number };
  maximised: boolean;
} {
  const state = readJson(file(), states, {})[name];
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const bounds = state && fitToDisplays(state.bounds, workAreas);
  if (bounds) return { bounds, maximised: state.maximised };
  const { workArea } = screen.getPrimaryDisplay();
  return {
    bounds: {
      width: Math.min(firstSize[name].width, workArea.width),
      height: Math.min(firstSize[name].height, workArea.height),
    },
    maximised: false,
  };
}

/** Remembers position, size and whether it is maximised as the window closes. */
export function rememberOnClose(window: BrowserWindow, name: WindowName): void {
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds();
    const state = { bounds: { x, y, width, height }, maximised: window.isMaximized() };
    if (!windowState.safeParse(state).success) return;
    void writeJson(file(), { ...readJson(file(), states, {}), [name]: state });
  });
}
