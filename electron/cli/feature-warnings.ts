import type { i18n } from 'i18next';
import type { FeatureFile, FileFeature } from './parse-features.ts';

export type GeometryType = FileFeature['geometry']['type'];

export const areaTypes: GeometryType[] = ['Polygon', 'MultiPolygon'];
export const pointTypes: GeometryType[] = ['Point', 'MultiPoint'];

/** One sentence for each feature of a file that plays no part; `isKept` when it is written again. */
export function warningsOf(
  file: string,
  read: FeatureFile,
  wanted: GeometryType[],
  translator: i18n,
  isKept = false,
): string[] {
  const { features, empty } = read;
  const others = features.filter(({ geometry }) => !wanted.includes(geometry.type));
  return [
    ...empty.map((number) =>
      translator.t(`cli.warning.${isKept ? 'emptyKept' : 'emptyGeometry'}`, { file, number }),
    ),
    ...others.map(({ number, geometry: { type } }) =>
      translator.t(`cli.warning.${isKept ? 'otherKept' : 'otherGeometry'}`, { file, number, type }),
    ),
  ];
}
