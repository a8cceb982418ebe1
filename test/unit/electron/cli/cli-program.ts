import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { inject } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
export const beijing = join(root, 'test/fixtures/beijing');

/** Takes from the machine's Node what Node 20 does not have; `npx hengzong` has to run on it. */
const asNode20 = `delete Map.groupBy; delete Object.groupBy; delete Promise.withResolvers; delete Array.fromAsync;
for (const name of ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'])
  delete Set.prototype[name];
const iterator = Object.getPrototypeOf(Object.getPrototypeOf([].values()));
for (const name of ['map', 'filter', 'flatMap', 'toArray', 'some', 'every', 'find', 'forEach', 'reduce'])
  delete iterator[name];`;

export interface Answer {
  ok: boolean;
  nothing: string | null;
  areas: Record<string, number>;
  findings: Record<string, unknown>[];
  notes: Record<string, unknown>[];
  counts: Record<string, number>;
  timings: Record<string, number>;
  warnings: string[];
}

let built: Promise<string> | undefined;

/** Builds the command line once for all test files of a thread, away from `node_modules`, as it ships. */
function builtProgram(): Promise<string> {
  built ??= buildInto(mkdtempSync(join(inject('scratchFolder'), 'cli-')));
  return built;
}

async function buildInto(folder: string): Promise<string> {
  writeFileSync(join(folder, 'as-node-20.mjs'), asNode20);
  await build({
    configFile: join(root, 'electron/cli/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: join(folder, 'out') },
  });
  return folder;
}

/** The built command line, working in a folder of its own. */
export class CliProgram {
  readonly folder = mkdtempSync(join(tmpdir(), 'hengzong-cli-'));
  #program = '';

  async build(): Promise<void> {
    this.#program = await builtProgram();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  run(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        join(this.#program, 'as-node-20.mjs'),
        join(this.#program, 'out/hengzong.mjs'),
        ...args,
      ],
      { encoding: 'utf8', cwd: this.folder },
    );
    return { status, stdout, stderr };
  }

  /** Writes a file for the program and answers its name. */
  file(name: string, content: unknown): string {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    writeFileSync(join(this.folder, name), text);
    return name;
  }

  /** What `hengzong check --json` says. */
  answer(...args: string[]): Answer & { status: number | null } {
    const { status, stdout } = this.run('check', '--json', ...args);
    return { status, ...(JSON.parse(stdout) as Answer) };
  }
}

/** {@link CliProgram} as it ships, built. */
export async function buildCli(): Promise<CliProgram> {
  const program = new CliProgram();
  await program.build();
  return program;
}

export const square = (x0: number, y0: number, x1: number, y1: number) => [
  [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
    [x0, y0],
  ],
];

export function zone(properties: Record<string, unknown>, coordinates: unknown) {
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } };
}

export const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
