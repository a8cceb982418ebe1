import { FormatError } from '#shared/formats/format-error.ts';
import { layersOfFeatures } from '#shared/formats/geojson/read.ts';
import type { ReadOptions, Source, SourceLayer } from '#shared/formats/source/source.ts';
import { decodeText, evidenceOf, textProblems } from '#shared/formats/text/decode-text.ts';

/** Features of one line: a feature, a collection or a bare geometry; a bad line keeps its place. */
function featuresOfLine(line: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return [null];
  }
  const { type, features } = (value ?? {}) as { type?: unknown; features?: unknown };
  if (type === 'FeatureCollection' && Array.isArray(features)) return features;
  return type === 'Feature' ? [value] : [{ type: 'Feature', geometry: value, properties: {} }];
}

/**
 * The layer of a text with one GeoJSON feature a line (RFC 8142, with or without record separators).
 * @throws FormatError when not one line is JSON
 */
export function readGeoJsonSeq(source: Source, options: ReadOptions): SourceLayer[] {
  const decoded = decodeText(source.bytes, options.encoding);
  const lines = decoded.text
    .replaceAll('\u001e', '\n')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const features = lines.flatMap(featuresOfLine);
  if (features.every((feature) => feature === null)) throw new FormatError('format.json.bad');
  return layersOfFeatures(features, '', {
    crs: null,
    encoding: evidenceOf(decoded),
    problems: textProblems(decoded),
  });
}
