import { join } from 'node:path';
import { app } from 'electron';

/** The built pages; inside the archive once packaged. */
export function pagesFolder(): string {
  return join(app.getAppPath(), 'out', 'renderer');
}

export function preloadFile(): string {
  return join(app.getAppPath(), 'out', 'preload', 'preload.cjs');
}

/** What ships beside the code: the sample, licences, icons. Outside the archive once packaged. */
export function resourcesFolder(): string {
  return join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'resources');
}
