import type { Position } from 'geojson';
import type { CheckReport, Finding } from '#shared/checks/finding.ts';
import { Document } from '#shared/edits/document.ts';
import type { Patch } from '#shared/edits/patch.ts';
import { checkedKinds, checkJob } from '#shared/jobs/check.ts';
import type { AnyRecord, RecordOf } from '#shared/model/record.ts';
import { idOf, project, record } from '#test/unit/shared/edits/records.ts';

/** A sketch's unit: 0.0001°, some 11 m; sketches are drawn from 116° east and 40° north. */
const unit = 1e-4;

const place = ([x = 0, y = 0]: Position): Position => [116 + x * unit, 40 + y * unit];

type Rings = Position[][];

/** A polygon from open rings in the sketch's units. */
export function area(...rings: Rings) {
  return {
    type: 'Polygon',
    coordinates: rings.map((ring) => [...ring, ring[0] ?? []].map(place)),
  };
}

/** Open ring of a box. */
export const box = (x0: number, y0: number, x1: number, y1: number): Position[] => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];

/** A district with an outline and zones by name (or whole zone records), as a document. */
export function district(
  outline: Rings,
  zones: Record<string, Rings | object>,
  more: AnyRecord[] = [],
): Document {
  const list = Object.entries(zones).map(([name, shape], i) => {
    const fields = Array.isArray(shape)
      ? { shape: 'block', geometry: area(...(shape as Rings)) }
      : shape;
    return record('zone', 100 + i, { name, parentId: null, ...fields });
  });
  return new Document([
    project,
    record('district', 2, { name: '区', code: '110108', geometry: area(...outline) }),
    ...list,
    ...more,
  ]);
}

export const on = '2026-06-01';

/** What the checks say of the ground of a document. */
export async function reportOf(document: Document): Promise<CheckReport> {
  const records = checkedKinds.flatMap((kind) => document.all(kind));
  return checkJob({ records, on }, {
    signal: new AbortController().signal,
    progress: () => undefined,
  } as never);
}

export async function findingsOf(document: Document): Promise<Finding[]> {
  const { findings } = await reportOf(document);
  return findings.filter(({ rule }) => rule !== 'vacant');
}

/** The document as it would be after a patch; the first one stays as it was. */
export function after(document: Document, patch: Patch): Document {
  const copy = new Document(document.everything());
  copy.apply(patch);
  return copy;
}

export function zoneNamed(document: Document, name: string): RecordOf<'zone'> {
  const found = document.all('zone').find((zone) => zone.name === name);
  if (!found) throw new Error(`no zone ${name}`);
  return found;
}

export const newZone = { newId: idOf(900), name: '新片', parentId: null };
export const exception = {
  newId: idOf(901),
  name: '水面',
  reason: '湖',
  approver: '区政府',
  from: '2026-01-01',
  expires: '2026-12-31',
};
