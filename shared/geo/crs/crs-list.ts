import { type Crs, findCrs } from './crs.ts';

/** Codes of the systems in metres that Chinese offices use: Gauss–Krüger of three datums, UTM. */
const ranges: readonly (readonly [first: number, last: number])[] = [
  [4513, 4554],
  [4491, 4512],
  [2349, 2390],
  [2327, 2348],
  [2401, 2442],
  [21413, 21423],
  [21453, 21463],
  [32643, 32653],
];

const plain = [
  'EPSG:4326',
  'EPSG:4490',
  'GCJ-02',
  'BD-09',
  'BD-09MC',
  'EPSG:3857',
  'EPSG:4214',
  'EPSG:4610',
];

/** Every system to choose from, those in most use first. */
export function crsList(): Crs[] {
  const codes = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => `EPSG:${first + i}`),
  );
  return [...plain, ...codes].flatMap((id) => {
    const crs = findCrs(id);
    return crs ? [crs] : [];
  });
}
