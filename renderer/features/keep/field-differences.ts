import { sameRecord } from '#shared/edits/same-record.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/** A field that is not the same in two states of a record, with both values as text. */
export interface FieldDifference {
  field: string;
  /** The column of an imported table that it was, one of the record's further attributes. */
  attribute: string | null;
  mine: string;
  theirs: string;
}

type Values = Readonly<Record<string, unknown>>;

/** Fields that are drawn or mean nothing to a reader. */
const unread = new Set(['kind', 'id', 'geometry']);

const differing = (a: Values, b: Values): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !sameRecord(a[key], b[key]));

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

/**
 * Where two states of a record differ, beside their shape; of further attributes only those that do. `nameOf`
 * tells what an id is called.
 */
export function fieldDifferences(
  mine: AnyRecord,
  theirs: AnyRecord,
  nameOf: (id: string) => string | null,
): FieldDifference[] {
  const [a, b] = [mine, theirs] as unknown as [Values, Values];
  const told = (field: string, attribute: string | null, here: unknown, there: unknown) => ({
    field,
    attribute,
    mine: asText(here, nameOf),
    theirs: asText(there, nameOf),
  });
  return differing(a, b)
    .filter((field) => !unread.has(field))
    .flatMap((field) => {
      if (field !== 'attributes') return [told(field, null, a[field], b[field])];
      const [here, there] = [a[field] ?? {}, b[field] ?? {}] as [Values, Values];
      return differing(here, there).map((key) => told(field, key, here[key], there[key]));
    });
}
