import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { box } from '#test/unit/shared/checks/given.ts';
import type { CliProgram } from './cli-program.ts';

export type Json = Record<string, unknown>;
export const feature = (properties: Json, geometry: Json) => ({
  type: 'Feature',
  properties,
  geometry,
});
export const area = (properties: Json, ...coordinates: unknown[]) =>
  feature(properties, { type: 'Polygon', coordinates });
export const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

// +---+---+
// | 甲 | 乙 |    乙 has a lake in it for which nobody answers
// +---+---+
export const lake = {
  name: '湖',
  reason: '水面',
  approver: '水务局',
  from: '2026-01-01',
  expires: '2099-12-31',
};
export const east = area({ name: '乙', code: '2' }, box(50, 0, 100, 50), box(60, 10, 80, 30));
export const west = area({ name: '甲', code: '1' }, box(0, 0, 50, 50));

interface Answer {
  ok: boolean;
  verdict: string;
  differences: { key: string; params: Json; message: string }[];
}

/** The files of a sound coverage beside the built command line, and what it says of them. */
export class CertifiedFiles {
  private readonly cli: CliProgram;

  constructor(cli: CliProgram) {
    this.cli = cli;
  }

  files() {
    const { cli } = this;
    return {
      zones: cli.file('zones.json', collection(west, east)),
      boundary: cli.file(
        'boundary.json',
        area({ name: '试验区', code: '110' }, box(0, 0, 100, 50)),
      ),
      exceptions: cli.file('exceptions.json', collection(area(lake, box(60, 10, 80, 30)))),
    };
  }

  /** Options that name the files, on a plane and for a day of 2026. */
  planar(given: { zones?: string; boundary?: string; exceptions?: string } = {}): string[] {
    const { zones, boundary, exceptions } = { ...this.files(), ...given };
    const list = ['--zones', zones, '--boundary', boundary, '--planar', '--on', '2026-06-01'];
    return exceptions === '' ? list : [...list, '--exceptions', exceptions];
  }

  verifying(certificate: string, args: string[]): Answer & { status: number | null } {
    const { status, stdout, stderr } = this.cli.run('verify', certificate, '--json', ...args);
    expect(stderr).toBe('');
    return { status, ...(JSON.parse(stdout) as Answer) };
  }

  read(name: string): Json {
    return JSON.parse(readFileSync(join(this.cli.folder, name), 'utf8')) as Json;
  }
}
