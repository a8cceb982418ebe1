import * as z from 'zod';
import { snapDegrees } from '#shared/geo/grid.ts';

/** Identifier of a record: a UUID, so that copies on several laptops can be merged. */
export const id = z.uuid();

/** Calendar day, `YYYY-MM-DD`, in the district's own time zone. */
export const day = z.iso.date();

/** Moment with offset, ISO 8601. */
export const moment = z.iso.datetime({ offset: true });

export const name = z.string().trim().min(1).max(200);
export const note = z.string().max(20_000);
export const code = z.string().max(64);

const longitude = z.number().min(-180).max(180).transform(snapDegrees);
const latitude = z.number().min(-90).max(90).transform(snapDegrees);

/** [longitude, latitude] in degrees, WGS84, moved to the 1e-7° grid on parsing. */
export const position = z.tuple([longitude, latitude]);
export type LonLat = z.infer<typeof position>;

/** Attributes that came with an imported feature and belong to no field of ours. */
export const attributes = z.record(
  z.string(),
  // JSON knows no negative zero, so none is kept.
  z.union([z.string(), z.number().transform((value) => value + 0), z.boolean(), z.null()]),
);
export type Attributes = z.infer<typeof attributes>;
