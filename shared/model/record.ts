import * as z from 'zod';
import { baseUnit } from './base-unit.ts';
import { border } from './border.ts';
import { community } from './community.ts';
import { district } from './district.ts';
import { dutyList } from './duty-list.ts';
import { exception } from './exception.ts';
import { issueChunk } from './issue-chunk.ts';
import { lock } from './lock.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';
import { planEdition } from './plan-edition.ts';
import { point } from './point.ts';
import { post } from './post.ts';
import { project } from './project.ts';
import { scenario } from './scenario.ts';
import { scene } from './scene.ts';
import { street } from './street.ts';
import { team } from './team.ts';
import { zone } from './zone.ts';

/** Schema of each kind of record that a document holds. */
export const recordSchemas = {
  project,
  district,
  street,
  community,
  zone,
  point,
  person,
  organisation,
  post,
  team,
  exception,
  border,
  dutyList,
  issueChunk,
  scene,
  lock,
  scenario,
  planEdition,
  baseUnit,
} as const;

export type RecordKind = keyof typeof recordSchemas;
export type RecordOf<K extends RecordKind> = z.infer<(typeof recordSchemas)[K]>;
export type AnyRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind];

export const recordKinds = Object.keys(recordSchemas) as RecordKind[];

/**
 * Checks one record that comes from outside (file, database, message).
 * @throws ZodError naming the field when the record does not fit its kind.
 */
export function parseRecord(value: unknown): AnyRecord {
  const { kind } = z.looseObject({ kind: z.enum(recordKinds) }).parse(value);
  return recordSchemas[kind].parse(value);
}
