import type { i18n } from 'i18next';
import { certifiedBoundary, certifiedZones, type Layer, layerOf } from './certificate-records.ts';
import { exceptionsFrom } from './check-records.ts';
import { areaTypes } from './feature-warnings.ts';
import { InputFiles } from './input-files.ts';
import type { FileFeature } from './parse-features.ts';

/** Options that `certify` and `verify` share. */
export const dataOptions = {
  valued: ['--zones', '--boundary', '--exceptions', '--name-property', '--on', '--lang'],
  switches: ['--planar', '--json'],
} as const;

/** The files that a certificate is about. One file may hold all layers. @throws BadInput */
export async function readCertifiedData(
  options: ReadonlyMap<string, string>,
  files: { zones: string; boundary: string | null },
  translator: i18n,
) {
  const planar = options.has('--planar');
  const nameProperty = options.get('--name-property') ?? null;
  const input = new InputFiles({ planar, nameProperty }, translator);
  const of = (layer: Layer) => (features: readonly FileFeature[]) => layerOf(features, layer);
  const { zones } = input.zones(await input.read(files.zones, of('zones')), certifiedZones);
  const boundary =
    files.boundary === null
      ? null
      : input.only(await input.read(files.boundary, of('district')), areaTypes, certifiedBoundary);
  const excepted = options.get('--exceptions');
  const exceptions =
    excepted === undefined
      ? []
      : input.only(await input.read(excepted, of('exceptions')), areaTypes, exceptionsFrom);
  return { planar, zones, boundary, exceptions, warnings: input.warnings };
}
