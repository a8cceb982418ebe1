import { crsNamed } from '#shared/geo/crs/crs-named.ts';
import { wordsOf } from './arguments.ts';
import { BadInput } from './bad-input.ts';

export interface ConvertArguments {
  files: string[];
  out: string;
  /** Ids of systems; null leaves the reading to the evidence. */
  fromCrs: string | null;
  toCrs: string;
  swapped: boolean;
  encoding: string | undefined;
  outEncoding: 'utf-8' | 'gb18030';
  layer: string | null;
  boundary: string | undefined;
  json: boolean;
}

function crsOf(options: ReadonlyMap<string, string>, option: string): string | null {
  const value = options.get(option);
  if (value === undefined) return null;
  const id = crsNamed(value);
  if (id === null) throw new BadInput('unknownCrs', { option, value });
  return id;
}

/** What `hengzong convert` is asked. @throws BadInput */
export function convertArguments(options: ReadonlyMap<string, string>): ConvertArguments {
  const files = wordsOf(options, 'files');
  if (files.length === 0) throw new BadInput('inputsRequired');
  const out = options.get('--out');
  if (out === undefined) throw new BadInput('outRequired');
  const encoding = options.get('--out-encoding')?.toLowerCase() ?? 'utf-8';
  if (!['utf-8', 'utf8', 'gbk', 'gb18030'].includes(encoding)) {
    throw new BadInput('outEncoding', { value: encoding });
  }
  return {
    files,
    out,
    fromCrs: crsOf(options, '--from-crs'),
    toCrs: crsOf(options, '--to-crs') ?? 'EPSG:4326',
    swapped: options.has('--swapped'),
    encoding: options.get('--encoding'),
    outEncoding: encoding.startsWith('gb') ? 'gb18030' : 'utf-8',
    layer: options.get('--layer') ?? null,
    boundary: options.get('--boundary'),
    json: options.has('--json'),
  };
}
