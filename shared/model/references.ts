import type { AnyRecord } from './record.ts';

/** One record that another names; `field` says as what. */
export interface Reference {
  field: string;
  id: string;
}

function named(field: string, ...ids: readonly (string | null | undefined)[]): Reference[] {
  return ids.flatMap((id) => (id ? [{ field, id }] : []));
}

/**
 * The records that a record cannot do without: where one of them is missing, what it says has lost its
 * meaning. What is merely remembered (who stood on an old duty list, what a scene had selected) is none.
 */
export function referencesOf(record: AnyRecord): Reference[] {
  switch (record.kind) {
    case 'street':
      return named('districtId', record.districtId);
    case 'community':
      return named('streetId', record.streetId);
    case 'zone':
    case 'organisation':
      return named('parentId', record.parentId);
    case 'person':
      return named('organisationId', record.organisationId);
    case 'post':
      return [
        ...named('targetId', record.targetId),
        ...named('personId', record.personId),
        ...named('organisationId', record.organisationId),
      ];
    case 'team':
      return named('memberIds', ...record.memberIds);
    case 'border':
      return named('partyIds', ...record.partyIds);
    case 'lock':
      return record.what.of === 'zone' ? named('zoneId', record.what.zoneId) : [];
    default:
      return [];
  }
}
