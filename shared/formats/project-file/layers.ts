import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import * as z from 'zod';

/** Kinds that lie on the ground as GeoJSON layers; the rest are plain JSON. */
export const layerKinds = [
  'district',
  'street',
  'community',
  'zone',
  'point',
  'exception',
  'border',
  'baseUnit',
] as const satisfies readonly RecordKind[];

const featureCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: z.string(),
      properties: z.record(z.string(), z.unknown()),
      geometry: z.looseObject({ type: z.string(), coordinates: z.array(z.unknown()) }),
    }),
  ),
});

/** Records as a GeoJSON layer that any GIS opens: the properties hold the rest of each record. */
export function toLayer(records: readonly AnyRecord[]): z.input<typeof featureCollection> {
  return {
    type: 'FeatureCollection',
    features: records.map((record) => {
      if (record.kind === 'point') {
        const { position, ...properties } = record;
        const geometry = { type: 'Point', coordinates: position };
        return { type: 'Feature', id: record.id, properties, geometry };
      }
      if (!('geometry' in record)) throw new Error(`a ${record.kind} has no geometry`);
      const { geometry, ...properties } = record;
      return { type: 'Feature', id: record.id, properties, geometry };
    }),
  };
}

/** Records of a layer, not yet checked against their schemas. @throws ZodError when it is no layer. */
export function fromLayer(value: unknown): unknown[] {
  return featureCollection.parse(value).features.map(({ properties, geometry }) => {
    if (properties['kind'] === 'point') {
      return { ...properties, position: geometry.coordinates };
    }
    return { ...properties, geometry };
  });
}
