import { sameRecord } from '#shared/edits/same-record.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/** A field that is not the same in two states of a record, with both values as text. */
export interface FieldDifference {
  field: string;
  mine: string;
  theirs: string;
}

/** Fields that are drawn or mean nothing to a reader. */
const unread = new Set(['kind', 'id', 'geometry']);

function asText(value: unknown, nameOf: (id: string) => string | null): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'string') return nameOf(value) ?? value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    return value.length === 0 ? '–' : value.map((one) => asText(one, nameOf)).join('、');
  }
  if (ArrayBuffer.isView(value)) return `[${(value as Uint8Array).length}]`;
  return Object.entries(value)
    .map(([key, one]) => `${key} ${asText(one, nameOf)}`)
    .join(', ');
}

/** Where two states of a record differ, beside their shape. `nameOf` tells what an id is called. */
export function fieldDifferences(
  mine: AnyRecord,
  theirs: AnyRecord,
  nameOf: (id: string) => string | null,
): FieldDifference[] {
  const [a, b] = [mine, theirs] as unknown as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((field) => !unread.has(field) && !sameRecord(a[field], b[field]))
    .map((field) => ({
      field,
      mine: asText(a[field], nameOf),
      theirs: asText(b[field], nameOf),
    }));
}
