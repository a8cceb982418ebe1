import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LaunchError } from './launch-error.mjs';
import { text } from './say.mjs';

/**
 * Reads the flags of `npm start --`.
 * @throws LaunchError for a flag that does not exist or a port that is none.
 */
export function readStartOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string' },
        profile: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new LaunchError(`${error.message}\n\n${text('launch.usage')}`);
  }
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port >= 1024 && port <= 65535)) {
    throw new LaunchError(text('launch.badPort', { port: values.port }));
  }
  return {
    help: values.help,
    // A window is Electron's whole purpose: serving without one is the browser host's.
    browser: values.browser || values['no-open'] || port !== null,
    open: !values['no-open'],
    port,
    profile: values.profile === undefined ? null : resolve(values.profile),
  };
}
