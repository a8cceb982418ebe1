import * as z from 'zod';
import { positions } from './positions.ts';
import { position } from './primitives.ts';

/**
 * GeoJSON geometries on the 1e-7° grid. Rings are kept as they came: a record may hold an invalid
 * ring (self-crossing, unclosed, too short) because the checks must be able to name and show it.
 */
export const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(positions) });
export const multiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(positions)),
});
export const area = z.discriminatedUnion('type', [polygon, multiPolygon]);
export type Area = z.infer<typeof area>;

export const line = z.object({ type: z.literal('LineString'), coordinates: positions });
export const multiLine = z.object({
  type: z.literal('MultiLineString'),
  coordinates: z.array(positions),
});

export const point = z.object({ type: z.literal('Point'), coordinates: position });
