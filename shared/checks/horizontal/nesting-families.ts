import { isInForce } from '#shared/model/in-force.ts';
import type { NestingCheckInput } from '#shared/checks/check-input.ts';
import { areaBounds, boundsMeet } from '#shared/geo/bounds.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import type { CoverageArea, Ground } from './coverage-faces.ts';

export interface NestedArea extends CoverageArea {
  name: string;
  /** How wide a piece beyond the parent's border may be: a road's half, a site's radius. */
  reachM: number;
}

/** An area of one level with those of the level below that name it as theirs. */
export interface NestingFamily {
  parent: { id: string; name: string; geometry: Ground };
  children: NestedArea[];
  /** Level of the children, where they have to fill the parent; null where others may help them. */
  tiles: 'streets' | 'communities' | null;
  /** Ground that the children need not fill. */
  excused: CoverageArea[];
}

/** A road drawn along a border may stray from it a little: a quarter of its width. */
const roadReach = 0.75;
const rounding = 1.01;

function reachOf(zone: Zone): number {
  if (zone.shape === 'strip') return zone.widthM * roadReach;
  const round = zone.shape === 'site' && zone.geometry.type === 'Point';
  return round && zone.radiusM !== null ? zone.radiusM * rounding : 0;
}

type Named = { id: string; name: string; geometry: Ground };
const asChild = ({ id, name, geometry }: Named): NestedArea => ({ id, name, geometry, reachM: 0 });

/**
 * Who belongs to whom: streets to the district, communities to their street, zones to the community
 * or street that they name. Ground of a parent that the child of another covers is told at that
 * child, and ground without any zone is a gap already, so neither has to be filled again.
 */
export function nestingFamilies(input: NestingCheckInput): NestingFamily[] {
  const { boundary, streets, communities, zones, planar } = input;
  const families: NestingFamily[] = [];
  const approved = input.exceptions.filter((exception) => isInForce(exception, input.on));
  if (boundary && streets.length > 0) {
    const children = streets.map(asChild);
    families.push({ parent: boundary, children, tiles: 'streets', excused: approved });
  }

  const boxes = new Map(communities.map((c) => [c, areaBounds(c.geometry)]));
  const byStreet = groupBy(communities, ({ streetId }) => streetId);
  for (const street of streets) {
    const own = byStreet.get(street.id);
    if (!own) continue;
    const box = areaBounds(street.geometry);
    const foreign = communities.filter((community) => {
      const other = boxes.get(community);
      return community.streetId !== street.id && other && boundsMeet(box, other);
    });
    families.push({
      parent: street,
      children: own.map(asChild),
      tiles: 'communities',
      excused: [...approved, ...foreign],
    });
  }

  const parents = new Map<string, Named>([...streets, ...communities].map((p) => [p.id, p]));
  const byParent = groupBy(zones, ({ parentId }) => parentId);
  for (const [parentId, own] of byParent) {
    const parent = parentId === null ? undefined : parents.get(parentId);
    if (!parent) continue;
    const children = own.flatMap((zone): NestedArea[] => {
      const geometry = zoneGround(zone, planar);
      return geometry ? [{ id: zone.id, name: zone.name, geometry, reachM: reachOf(zone) }] : [];
    });
    families.push({ parent, children, tiles: null, excused: [] });
  }
  return families;
}
