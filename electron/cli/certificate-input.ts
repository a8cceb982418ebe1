import type { i18n } from 'i18next';
import { localDay } from '#shared/model/local-day.ts';
import { day } from '#shared/model/primitives.ts';
import { BadInput } from './bad-input.ts';
import {
  certifiedBoundary,
  certifiedExceptions,
  certifiedZones,
  layerOf,
} from './certificate-records.ts';
import { warningsOf } from './check-command.ts';
import { parseFeatures } from './parse-features.ts';
import { readText } from './read-text.ts';

const areaTypes = ['Polygon', 'MultiPolygon'] as const;
const zoneTypes = [...areaTypes, 'LineString', 'MultiLineString', 'Point'] as const;

/** Options that `certify` and `verify` share. */
export const dataOptions = {
  valued: ['--zones', '--boundary', '--exceptions', '--name-property', '--on', '--lang'],
  switches: ['--planar', '--json'],
} as const;

/** Day asked for with `--on`, else today on the machine's clock. @throws BadInput */
export function dayOf(options: ReadonlyMap<string, string>): string {
  const asked = options.get('--on');
  if (asked === undefined) return localDay(Date.now(), -new Date().getTimezoneOffset());
  if (!day.safeParse(asked).success) throw new BadInput('day', { value: asked });
  return asked;
}

/** The files that a certificate is about. One file may hold all layers. @throws BadInput */
export async function readCertifiedData(
  options: ReadonlyMap<string, string>,
  files: { zones: string; boundary: string | null },
  translator: i18n,
) {
  const planar = options.has('--planar');
  const nameProperty = options.get('--name-property') ?? null;
  const warnings: string[] = [];
  const read = async (
    file: string,
    layer: Parameters<typeof layerOf>[1],
    wanted: readonly (typeof zoneTypes)[number][],
  ) => {
    const parsed = parseFeatures(file, await readText(file), planar);
    const features = [...layerOf(parsed.features, layer)];
    warnings.push(...warningsOf(file, { ...parsed, features }, wanted, translator));
    return { file, features, planar, nameProperty };
  };
  const exceptions = options.get('--exceptions');
  return {
    planar,
    zones: certifiedZones(await read(files.zones, 'zones', zoneTypes)),
    boundary:
      files.boundary === null
        ? null
        : certifiedBoundary(await read(files.boundary, 'district', areaTypes)),
    exceptions:
      exceptions === undefined
        ? []
        : certifiedExceptions(await read(exceptions, 'exceptions', areaTypes)),
    warnings,
  };
}
