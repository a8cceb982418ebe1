import { type OptionTable, required } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import { dayOf } from './check-options.ts';

export interface RepairArguments {
  zones: string;
  boundary: string | null;
  exceptions: string | null;
  /** Day on which exceptions have to be in force, `YYYY-MM-DD`. */
  on: string;
  out: string;
  /** Greatest ground in m² that is mended. */
  maxAreaM2: number;
  /** Greatest width in metres of a mismatched border that is mended. */
  snapM: number;
  planar: boolean;
  json: boolean;
  nameProperty: string | null;
}

export const repairOptions: OptionTable = {
  valued: [
    '--zones',
    '--boundary',
    '--exceptions',
    '--on',
    '--max-area',
    '--snap',
    '--out',
    '--name-property',
    '--lang',
  ],
  switches: ['--planar', '--json'],
  short: { '-o': '--out' },
};

/** A size that is no less than nothing. @throws BadInput */
function sizeOf(options: ReadonlyMap<string, string>, option: string): number {
  const value = options.get(option);
  if (value === undefined) throw new BadInput('optionRequired', { option });
  const size = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(size) || size < 0) throw new BadInput('badSize', { option, value });
  return size;
}

/** What `hengzong repair` is asked. @throws BadInput */
export function repairArguments(options: ReadonlyMap<string, string>): RepairArguments {
  const out = options.get('--out');
  if (out === undefined) throw new BadInput('optionRequired', { option: '-o' });
  return {
    zones: required(options, '--zones', 'zonesRequired'),
    boundary: options.get('--boundary') ?? null,
    exceptions: options.get('--exceptions') ?? null,
    on: dayOf(options),
    out,
    maxAreaM2: sizeOf(options, '--max-area'),
    snapM: sizeOf(options, '--snap'),
    planar: options.has('--planar'),
    json: options.has('--json'),
    nameProperty: options.get('--name-property') ?? null,
  };
}
