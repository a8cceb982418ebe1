import type { i18n } from 'i18next';
import { certifiedBoundary, certifiedZones, type Layer, layerOf } from './certificate-records.ts';
import { areaTypes, warningsOf } from './feature-warnings.ts';
import { exceptionsFrom } from './check-records.ts';
import { type FileFeature, parseFeatures } from './parse-features.ts';
import { readText } from './read-text.ts';

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
  const warnings: string[] = [];
  const read = async (file: string, layer: Layer) => {
    const parsed = parseFeatures(file, await readText(file), planar);
    const content = { ...parsed, features: [...layerOf(parsed.features, layer)] };
    return { content, from: { file, features: content.features, planar, nameProperty } };
  };
  type Read = Awaited<ReturnType<typeof read>>;
  const warn = ({ content, from }: Read, wants: (feature: FileFeature) => boolean) =>
    warnings.push(...warningsOf(from.file, content, wants, translator));
  const isArea = ({ geometry: { type } }: FileFeature) => areaTypes.includes(type);

  const zoneFile = await read(files.zones, 'zones');
  const { zones, left } = certifiedZones(zoneFile.from);
  warn(zoneFile, ({ number }) => !left.has(number));
  const outline = files.boundary === null ? null : await read(files.boundary, 'district');
  if (outline) warn(outline, isArea);
  const exceptionsFile = options.get('--exceptions');
  const excepted = exceptionsFile === undefined ? null : await read(exceptionsFile, 'exceptions');
  if (excepted) warn(excepted, isArea);
  return {
    planar,
    zones,
    boundary: outline && certifiedBoundary(outline.from),
    exceptions: excepted ? exceptionsFrom(excepted.from) : [],
    warnings,
  };
}
