import type { Position } from 'geojson';
import type { Command } from '#shared/edits/command.ts';
import type { Document } from '#shared/edits/document.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { expect } from 'vitest';
import { after, findingsOf, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';

/** A position of a sketch; see district.ts. */
export const at = (x: number, y: number): LonLat => [
  snapDegrees(116 + x * 1e-4),
  snapDegrees(40 + y * 1e-4),
];

export const line = (...places: [number, number][]): LonLat[] => places.map(([x, y]) => at(x, y));

/** Ring of a zone in the sketch's units, as text: first polygon, given ring. */
export function sketch(document: Document, name: string, ring = 0): string {
  const { geometry } = zoneNamed(document, name);
  const rings = (
    geometry.type === 'MultiPolygon' ? geometry.coordinates[0] : geometry.coordinates
  ) as Position[][];
  const unit = (value: number, from: number) => Math.round((value - from) * 1e6) / 100;
  return rings[ring]!.slice(0, -1)
    .map(([x = 0, y = 0]) => `${unit(x, 116)},${unit(y, 40)}`)
    .join(' ');
}

/** Area of a zone in square units of the sketch, to a thousandth. */
export function size(document: Document, name: string): number {
  const unit = areaM2({
    type: 'Polygon',
    coordinates: [[at(0, 0), at(10, 0), at(10, 10), at(0, 10), at(0, 0)]],
  });
  const ground = zoneGround(zoneNamed(document, name));
  return ground ? Math.round((areaM2(ground) / unit) * 1e4) / 100 : 0;
}

/**
 * The document after a command, which must leave the coverage as sound as it was and be taken back to
 * the same bytes. @throws Error with the reason when it is refused
 */
export async function redrawn<A>(
  document: Document,
  command: Command<A>,
  args: A,
): Promise<Document> {
  const result = command(document, args);
  if ('refused' in result) throw new Error(result.refused);
  const before = await findingsOf(document);
  const next = after(document, result.patch);
  const rules = (found: typeof before) => found.map(({ rule, recordIds }) => [rule, recordIds]);
  expect(rules(await findingsOf(next))).toEqual(rules(before));
  const back = after(next, reversePatch(result.patch));
  for (const record of document.everything()) expect(back.get(record.id)).toBe(record);
  return next;
}

/** The reason for which a command is refused. */
export function reason<A>(document: Document, command: Command<A>, args: A): string {
  const result = command(document, args);
  return 'refused' in result ? result.refused : 'done';
}
