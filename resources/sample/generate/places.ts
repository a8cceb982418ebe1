import type { Community } from '#shared/model/community.ts';
import type { District } from '#shared/model/district.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Street } from '#shared/model/street.ts';
import type { BlockZone } from '#shared/model/zone.ts';
import { asClaimed, type Dispute, disputeIn } from './disputes.ts';
import { exceptionSites } from './exceptions.ts';
import { placeNames, shortStreet } from './names.ts';
import { seeded } from './random.ts';
import { areaOf, cancelled, type DirectedEdge, ringsOf } from './rings.ts';
import { gapOwner } from './streets.ts';
import type { Ring, Vertex } from './vertex.ts';
import { divideZones, type ZoneGround } from './zones.ts';

/** A zone of the coverage with what the later steps need to know about its ground. */
export interface Block {
  zone: BlockZone;
  street: Street;
  community: Community;
  ground: ZoneGround;
  /** Border without the disputed claims. */
  rings: Ring[];
}

export interface Places {
  district: District;
  streets: Street[];
  communities: Community[];
  blocks: Block[];
  exceptions: Exception[];
  disputes: { claimantId: string; otherId: string; dispute: Dispute }[];
  gap: Ring[];
}

/** Streets with a planted border dispute: 学院路街道, 羊坊店街道. */
const disputedStreets = ['110108010000', '110108003000'];

const byPlace = (a: Vertex, b: Vertex) => a[0] - b[0] || b[1] - a[1];
const digits = (number: number, length: number) => String(number).padStart(length, '0');

/** Records of the ground: district, streets, communities, zones and exceptions. */
export function makePlaces(): Places {
  const division = divideZones();
  const random = seeded('places');
  const nextName = placeNames(random);
  const disputes = disputedStreets.map((code) => disputeIn(code, division.zones));
  const area = (edges: DirectedEdge[], claims: readonly Dispute[]) =>
    areaOf(ringsOf(claims.reduce(asClaimed, cancelled(edges))));

  const everything = [...division.zones.map((zone) => zone.edges), ...division.others.values()];
  const district: District = {
    kind: 'district',
    id: random.uuid(),
    name: division.district.name,
    code: division.district.code.slice(0, 6),
    geometry: area(everything.flat(), []),
    source: 'thebamboogrove/bj-subdistricts，几何主要来自天地图（上游条款未核实）',
    licence: 'MIT；无审图号，不得公开出版',
    reviewNumber: '',
    attributes: {},
  };
  const streets: Street[] = [];
  const communities: Community[] = [];
  const blocks: Block[] = [];
  for (const source of [...division.streets].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const code = source.code.slice(0, 9);
    const grounds = division.zones.filter((zone) => zone.streetCode === source.code);
    const street: Street = {
      kind: 'street',
      id: random.uuid(),
      districtId: district.id,
      name: source.name,
      code,
      geometry: area(
        grounds.flatMap((zone) => zone.edges),
        [],
      ),
      attributes: {},
    };
    streets.push(street);
    let serialInStreet = 0;
    const numbers = [...new Set(grounds.map((zone) => zone.community))];
    const members = numbers.map((number) =>
      grounds.filter((zone) => zone.community === number).sort((a, b) => byPlace(a.seed, b.seed)),
    );
    members.sort((a, b) => byPlace((a[0] as ZoneGround).seed, (b[0] as ZoneGround).seed));
    members.forEach((zones, index) => {
      const claims = disputes.filter((dispute) => zones.includes(dispute.claimant));
      const community: Community = {
        kind: 'community',
        id: random.uuid(),
        streetId: street.id,
        name: `${nextName()}${source.name.endsWith('镇') && random.next() < 0.6 ? '村' : '社区'}`,
        code: code + digits(index + 1, 3),
        geometry: area(
          zones.flatMap((zone) => zone.edges),
          claims,
        ),
        attributes: {},
      };
      communities.push(community);
      zones.forEach((ground, serial) => {
        serialInStreet++;
        const zone: BlockZone = {
          kind: 'zone',
          id: random.uuid(),
          parentId: community.id,
          name: `${shortStreet(source.name)}-${digits(serialInStreet, 2)} 片`,
          code: community.code + digits(serial + 1, 3),
          categories: [],
          attributes: {},
          shape: 'block',
          geometry: area(
            ground.edges,
            claims.filter((claim) => claim.claimant === ground),
          ),
        };
        const rings = ringsOf(cancelled(ground.edges));
        blocks.push({ zone, street, community, ground, rings });
      });
    });
  }
  const zoneOf = (ground: ZoneGround) =>
    blocks.find((block) => block.ground === ground)?.zone.id as string;
  return {
    district,
    streets,
    communities,
    blocks,
    exceptions: exceptionSites.map((site) => ({
      kind: 'exception',
      id: random.uuid(),
      name: site.name,
      geometry: area(division.others.get(site.key) ?? [], []),
      reason: site.reason,
      approver: site.approver,
      from: '2025-01-01',
      expires: '2035-12-31',
    })),
    disputes: disputes.map((dispute) => ({
      claimantId: zoneOf(dispute.claimant),
      otherId: zoneOf(dispute.other),
      dispute,
    })),
    gap: ringsOf(cancelled(division.others.get(gapOwner) ?? [])),
  };
}
