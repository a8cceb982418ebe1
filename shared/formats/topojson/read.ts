import type { GeometryObject, Topology } from 'topojson-specification';
import { FormatError } from '#shared/formats/format-error.ts';
import { parseJson } from '#shared/formats/geojson/parse-json.ts';
import { layersOfFeatures } from '#shared/formats/geojson/read.ts';
import { limits, Meter } from '#shared/formats/limits.ts';
import { declaredCrs } from '#shared/formats/geojson/crs.ts';
import type { ReadOptions, Source, SourceLayer } from '#shared/formats/source/source.ts';
import { inTurns } from '#shared/formats/source/turns.ts';
import { decodeText, evidenceOf, textProblems } from '#shared/formats/text/decode-text.ts';

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length >= 2 && value.every((one) => typeof one === 'number');

/** @throws FormatError when the arcs are not lists of positions */
function checkArcs(arcs: unknown): number[] {
  if (!Array.isArray(arcs)) throw new FormatError('format.topojson.noArcs');
  return arcs.map((arc: unknown, index) => {
    if (!Array.isArray(arc) || !arc.every(isNumbers)) {
      throw new FormatError('format.topojson.badArc', { number: index + 1 });
    }
    return arc.length;
  });
}

/** Counts the positions that an object's arcs stand for: each may be used any number of times. */
function checkUse(value: unknown, lengths: readonly number[], meter: Meter, depth = 0): void {
  if (depth > limits.depth) throw new FormatError('format.tooDeep', { limit: limits.depth });
  if (typeof value === 'number') {
    const length = Number.isInteger(value) ? lengths[value < 0 ? ~value : value] : undefined;
    if (length === undefined)
      throw new FormatError('format.topojson.missingArc', { number: value });
    meter.positions(length);
  } else if (Array.isArray(value)) {
    for (const part of value) checkUse(part, lengths, meter, depth + 1);
  } else if (typeof value === 'object' && value !== null) {
    const { arcs, geometries } = value as { arcs?: unknown; geometries?: unknown };
    if (arcs !== undefined) checkUse(arcs, lengths, meter, depth + 1);
    if (geometries !== undefined) checkUse(geometries, lengths, meter, depth + 1);
  }
}

/** A geometry that topojson-client cannot take is handed on as one that nobody can. */
function featuresOf(topology: Topology, object: GeometryObject, convert: Convert): unknown[] {
  const members =
    object.type === 'GeometryCollection' && !('properties' in object)
      ? object.geometries
      : [object];
  if (!Array.isArray(members)) throw new FormatError('format.topojson.noObjects');
  return members.map((member) => {
    try {
      return convert(topology, member as GeometryObject);
    } catch {
      return { type: 'Feature', geometry: { type: 'broken' }, properties: {} };
    }
  });
}

type Convert = (topology: Topology, object: GeometryObject) => unknown;

/** Layers of a TopoJSON file, one for each of its objects. @throws FormatError */
export async function readTopoJson(source: Source, options: ReadOptions): Promise<SourceLayer[]> {
  const decoded = decodeText(source.bytes, options.encoding);
  const topology = parseJson(decoded.text) as Topology & { crs?: unknown };
  const { objects, arcs } = topology as { objects?: unknown; arcs?: unknown };
  if (typeof objects !== 'object' || objects === null || Array.isArray(objects)) {
    throw new FormatError('format.topojson.noObjects');
  }
  const lengths = checkArcs(arcs);
  const meter = new Meter();
  checkUse(Object.values(objects), lengths, meter);
  const { feature } = await import('topojson-client');
  const named = Object.entries(objects as Record<string, GeometryObject | null>).filter(
    (entry): entry is [string, GeometryObject] => typeof entry[1] === 'object' && entry[1] !== null,
  );
  const of = {
    crs: declaredCrs(topology.crs),
    encoding: evidenceOf(decoded),
    problems: textProblems(decoded),
  };
  const layers: SourceLayer[] = [];
  for (const [name, object] of named) {
    await options.pause?.();
    const features = featuresOf(topology, object, feature);
    if (features.length === 0) continue;
    const layer = named.length > 1 ? name.slice(0, 200) : '';
    layers.push(...(await inTurns(layersOfFeatures(features, layer, of), options.pause)));
  }
  if (layers.length === 0) throw new FormatError('format.geojson.empty');
  return layers;
}
