import { FormatError } from '#shared/formats/format-error.ts';
import { rowGeometryOf } from '#shared/formats/geometry/tidy-geometry.ts';
import type { Problem } from '#shared/formats/source/problem.ts';
import type { ReadOptions, Source, SourceLayer } from '#shared/formats/source/source.ts';
import { inTurns } from '#shared/formats/source/turns.ts';
import { decodeText, evidenceOf, textProblems } from '#shared/formats/text/decode-text.ts';
import { encodingLabel } from '#shared/formats/text/encoding.ts';
import { positionsOf } from '#shared/geo/map-positions.ts';
import { readDrawing } from './drawing.ts';
import { layerLimit, placeThings, type PlacedShape } from './place-things.ts';

/** Code page that a drawing names in its header, such as ANSI_936. */
function codePage(bytes: Uint8Array): string | null {
  let head = '';
  for (const byte of bytes.subarray(0, 4000)) head += String.fromCharCode(byte);
  const name = /\$DWGCODEPAGE\s+3\s+(\w{1,20})/.exec(head)?.[1];
  // Since 2007 drawings are UTF-8 and name a code page all the same.
  return name === undefined || /AC10(2[1-9]|3\d)/.test(head) ? null : encodingLabel(name);
}

const isSound = (shape: PlacedShape) =>
  shape.geometry === null ||
  [...positionsOf(shape.geometry)].every(([x, y]) => Number.isFinite(x) && Number.isFinite(y));

function layerOf(
  shapes: readonly PlacedShape[],
  layer: string,
  of: Pick<SourceLayer, 'encoding' | 'problems'>,
): SourceLayer {
  const columns = ['layer', 'text', 'kind', 'block'] as const;
  const used = columns.filter((column) => shapes.some((shape) => shape[column] !== ''));
  return {
    layer,
    columns: [...used],
    rows: shapes.map((shape, index) => ({
      number: index + 1,
      cells: used.map((column) => shape[column] || null),
      ...rowGeometryOf(isSound(shape) ? { geometry: shape.geometry } : { problem: 'badGeometry' }),
    })),
    crs: null,
    ...of,
  };
}

/**
 * Layers of a drawing: lines, closed lines as areas, circles, arcs, points and texts, those of
 * inserted blocks too. A drawing has no coordinate system of its own. Kinds that are not read are
 * counted by name.
 * @throws FormatError
 */
export async function readDxf(source: Source, options: ReadOptions): Promise<SourceLayer[]> {
  const decoded = decodeText(source.bytes, options.encoding, codePage(source.bytes));
  const drawing = await inTurns(readDrawing(decoded.text), options.pause);
  const { shapes, left, onPaper, leftOut } = placeThings(drawing);
  if (shapes.length === 0) throw new FormatError('format.dxf.empty');
  const problems: Problem[] = [...textProblems(decoded), ...leftOut.problems()];
  if (left.size > 0) {
    const kinds = [...left].map(([kind, count]) => `${kind.slice(0, 30)} ${count}`);
    problems.push({ key: 'dxfLeft', params: { kinds: kinds.slice(0, 8).join('、') } });
  }
  if (onPaper > 0) problems.push({ key: 'dxfPaperLeft', params: { count: onPaper } });
  const groups = new Map<string, PlacedShape[]>();
  for (const shape of shapes) {
    const group = groups.get(shape.layer);
    if (group) group.push(shape);
    else groups.set(shape.layer, [shape]);
  }
  const of = { encoding: evidenceOf(decoded), problems };
  if (groups.size > layerLimit || groups.size === 1) return [layerOf(shapes, '', of)];
  return [...groups].map(([layer, members], index) =>
    layerOf(members, layer, index === 0 ? of : { ...of, problems: [] }),
  );
}
