import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. (`import.meta.dirname` needs Node 20.11; this one works in all.) */
export const projectFolder = resolve(fileURLToPath(import.meta.url), '../../..');
