import { readFileSync } from 'node:fs';
import { isBuiltin, registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileFunction, constants } from 'node:vm';

const scheme = 'standin-electron:';
const running = new Map<string, object>();
const shelf = Symbol.for('hengzong.standin.electron');
Object.assign(globalThis, { [shelf]: running });

/** Node's own import, also where a test runner has put its own in its place. */
const nativeImport = compileFunction('return import(url)', ['url'], {
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
}) as (url: string) => Promise<unknown>;

const runOf = (url: string | undefined) =>
  url === undefined ? null : /[?&]standin=([\w-]+)$/.exec(url)?.[1];

let hooked = false;

/** `import … from 'electron'` of a compiled main process then meets the stand-in of its run. */
function hook(): void {
  if (hooked) return;
  hooked = true;
  registerHooks({
    resolve(specifier, context, next) {
      const run = runOf(context.parentURL);
      if (!run) return next(specifier, context);
      if (specifier === 'electron') return { url: `${scheme}${run}`, shortCircuit: true };
      if (isBuiltin(specifier)) return next(specifier, context);
      if (!specifier.startsWith('.')) {
        throw new Error(`The package has no node_modules to find ${specifier} in: bundle it.`);
      }
      const resolved = next(specifier, context);
      // A chunk of the same run.
      return { ...resolved, url: `${resolved.url}?standin=${run}` };
    },
    load(url, context, next) {
      if (url.startsWith(scheme)) {
        const run = url.slice(scheme.length);
        const names = Object.keys(running.get(run) ?? {});
        const source = `const electron = globalThis[Symbol.for('${shelf.description}')].get('${run}');
          export default electron;
          ${names.map((name) => `export const ${name} = electron.${name};`).join('\n')}`;
        return { format: 'module', source, shortCircuit: true };
      }
      if (!runOf(url)) return next(url, context);
      const source = readFileSync(fileURLToPath(url.replace(/\?.*$/, '')), 'utf8');
      return { format: 'module', source, shortCircuit: true };
    },
  });
}

/** Runs a compiled main process, unmodified, with `electron` in the place of the real module. */
export async function loadMain(file: string, run: string, electron: object): Promise<void> {
  hook();
  running.set(run, electron);
  await nativeImport(`${pathToFileURL(file).href}?standin=${run}`);
}
