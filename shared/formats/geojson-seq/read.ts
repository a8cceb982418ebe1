import { FormatError } from '#shared/formats/format-error.ts';
import { parseJson } from '#shared/formats/geojson/parse-json.ts';
import { layersOfFeatures } from '#shared/formats/geojson/read.ts';
import type { ReadOptions, Source, SourceLayer } from '#shared/formats/source/source.ts';
import { inTurns, type Reading, rowsInTurn } from '#shared/formats/source/turns.ts';
import { decodeText, evidenceOf, textProblems } from '#shared/formats/text/decode-text.ts';

/** Features of one text: a feature, a collection or a bare geometry; a bad one keeps its place. */
function featuresOfText(text: string): unknown[] {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    return [null];
  }
  const { type, features } = (value ?? {}) as { type?: unknown; features?: unknown };
  if (type === 'FeatureCollection' && Array.isArray(features)) return features;
  return type === 'Feature' ? [value] : [{ type: 'Feature', geometry: value, properties: {} }];
}

const recordSeparator = '\u001e';

/** The texts of a sequence: between its separators, however many lines each has, else its lines. */
function textsOf(sequence: string): string[] {
  const parts = sequence.trimStart().startsWith(recordSeparator)
    ? sequence.split(recordSeparator)
    : sequence.replaceAll(recordSeparator, '\n').split(/\r?\n/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/**
 * The layer of a text with one GeoJSON feature after another: behind record separators (RFC 8142) or
 * one a line.
 * @throws FormatError when not one of them is JSON
 */
export function readGeoJsonSeq(source: Source, options: ReadOptions): Promise<SourceLayer[]> {
  return inTurns(sequenceReading(source, options), options.pause);
}

function* sequenceReading(source: Source, options: ReadOptions): Reading<SourceLayer[]> {
  const decoded = decodeText(source.bytes, options.encoding);
  const features: unknown[] = [];
  for (const [index, text] of textsOf(decoded.text).entries()) {
    if (index % rowsInTurn === 0) yield;
    for (const feature of featuresOfText(text)) features.push(feature);
  }
  if (features.every((feature) => feature === null)) throw new FormatError('format.json.bad');
  return yield* layersOfFeatures(features, '', {
    crs: null,
    encoding: evidenceOf(decoded),
    problems: textProblems(decoded),
  });
}
