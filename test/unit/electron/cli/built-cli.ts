import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../../..');

/** The command line as it ships, bundled into a folder of its own that files can be put into. */
export interface BuiltCli {
  folder: string;
  run(...args: string[]): { status: number | null; stdout: string; stderr: string };
  /** Writes a file into the folder and answers its name. */
  file(name: string, content: unknown): string;
  remove(): void;
}

export async function buildCli(): Promise<BuiltCli> {
  const folder = mkdtempSync(join(tmpdir(), 'hengzong-cli-'));
  await build({
    configFile: join(root, 'electron/cli/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: join(folder, 'out') },
  });
  return {
    folder,
    run: (...args) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(folder, 'out/hengzong.mjs'), ...args],
        { encoding: 'utf8', cwd: folder },
      );
      return { status, stdout, stderr };
    },
    file: (name, content) => {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      writeFileSync(join(folder, name), text);
      return name;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
