import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the browser host keeps its port and the app window's data unless told otherwise: the
 * system's own place for application data, so that it survives a new clone of the program.
 */
export function defaultProfileFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32') {
    return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Hengzong');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Hengzong');
  return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'hengzong');
}
