import * as z from 'zod';
import { issueFilter } from './issue-filter.ts';
import { mapLayers } from './layer.ts';
import { id, position } from './primitives.ts';

/** One thought of a briefing: a named view of the map with layers, filters and few words. */
export const scene = z.object({
  kind: z.literal('scene'),
  id,
  order: z.number().int(),
  title: z.string().trim().min(1).max(20),
  sentence: z.string().max(200).default(''),
  notes: z.string().max(10_000).default(''),
  /** At most three figures, each with its label and unit as shown. */
  numbers: z
    .array(z.object({ label: z.string().max(20), value: z.string().max(20) }))
    .max(3)
    .default([]),
  camera: z.object({
    centre: position,
    zoom: z.number().min(0).max(24),
    bearing: z.number().min(-360).max(360),
    pitch: z.number().min(0).max(85),
  }),
  /** Map layer -> shown with this opacity (0 hides it). */
  layers: z.partialRecord(z.enum(mapLayers), z.number().min(0).max(1)),
  filter: issueFilter.nullable().default(null),
  selectedId: id.nullable().default(null),
});
export type Scene = z.infer<typeof scene>;
