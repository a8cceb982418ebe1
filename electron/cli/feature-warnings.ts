import type { i18n } from 'i18next';
import type { FeatureFile, FileFeature } from './parse-features.ts';

type GeometryType = FileFeature['geometry']['type'];

export const areaTypes: readonly GeometryType[] = ['Polygon', 'MultiPolygon'];
export const pointTypes: readonly GeometryType[] = ['Point', 'MultiPoint'];

/**
 * A sentence for each feature that was not read; `wants` tells those that were, `isKept` whether the
 * others are written again.
 */
export function warningsOf(
  file: string,
  { features, empty }: FeatureFile,
  wants: (feature: FileFeature) => boolean,
  translator: i18n,
  isKept = false,
): string[] {
  const others = features.filter((feature) => !wants(feature));
  return [
    ...empty.map((number) =>
      translator.t(`cli.warning.${isKept ? 'emptyKept' : 'emptyGeometry'}`, { file, number }),
    ),
    ...others.map(({ number, geometry: { type } }) =>
      translator.t(`cli.warning.${isKept ? 'otherKept' : 'otherGeometry'}`, { file, number, type }),
    ),
  ];
}
