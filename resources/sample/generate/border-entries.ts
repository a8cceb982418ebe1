import type { RecordOf } from '#shared/model/record.ts';
import type { Places } from './places.ts';
import { seeded } from './random.ts';
import { toLonLat } from './vertex.ts';

/** Entries of the border register: the stretches that two zones claim, with both claimants. */
export function makeBorderEntries({ disputes, blocks }: Places): RecordOf<'border'>[] {
  const random = seeded('border entries');
  const nameOf = (id: string) => blocks.find(({ zone }) => zone.id === id)?.zone.name ?? '';
  return disputes.map(({ claimantId, otherId, dispute }) => ({
    kind: 'border',
    id: random.uuid(),
    name: `${nameOf(claimantId)}与${nameOf(otherId)}`,
    partyIds: [claimantId, otherId],
    geometry: { type: 'LineString', coordinates: dispute.ring.map(toLonLat) },
    follows: 'other',
    basis: '两份责任图各画各的（虚构）',
    decision: '',
    decidedOn: null,
    disputed: true,
  }));
}
