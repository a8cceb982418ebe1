import { bent, dividingLines } from './borders.ts';
import { facesOf } from './faces.ts';
import { node, type Segment, withoutDeadEnds } from './noding.ts';
import { seeded } from './random.ts';
import { type DirectedEdge, edgeKey } from './rings.ts';
import { grouped, zoneSeeds } from './seeds.ts';
import { divideStreets, type Ground, type StreetGround } from './streets.ts';
import { inside, type Vertex } from './vertex.ts';

/** Ground of one zone of the coverage, as the edges with it on their left. */
export interface ZoneGround {
  streetCode: string;
  /** Number of the community inside the street. */
  community: number;
  seed: Vertex;
  edges: DirectedEdge[];
  areaM2: number;
}

export interface Division extends StreetGround {
  zones: ZoneGround[];
  /** Edges of exceptions and of the gap, by owner. */
  others: Map<string, DirectedEdge[]>;
}

/** Pieces smaller than this join a neighbour even when a seed happens to stand in them. */
const leastPieceM2 = 12_000;

const isStreet = (owner: string) => /^\d{12}$/.test(owner);

function ownersWithin(lines: readonly Segment[], grounds: readonly Ground[]): Segment[] {
  const byOwner = new Map(grounds.map((ground) => [ground.owner, ground.rings]));
  return lines.filter(({ a, b, owner }) => {
    const rings = byOwner.get(owner);
    return !rings || inside(rings, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
  });
}

/** Divides every street into zones whose common borders have identical vertices. */
export function divideZones(): Division {
  const ground = divideStreets();
  const zones: ZoneGround[] = [];
  const lines: Segment[] = [...ground.lines];
  for (const { owner, rings } of ground.grounds.filter((entry) => isStreet(entry.owner))) {
    const random = seeded(`zones ${owner}`);
    const seeds = zoneSeeds(rings, random);
    const communities = grouped(seeds, random);
    seeds.forEach((seed, index) => {
      const community = communities[index] ?? 0;
      zones.push({ streetCode: owner, community, seed, edges: [], areaM2: 0 });
    });
    for (const { a, b } of dividingLines(seeds)) lines.push(...bent(a, b, owner, random));
  }
  const borders = withoutDeadEnds(ownersWithin(node(lines), ground.grounds));
  const faces = facesOf(borders);
  const owners = faces.map(
    (face) => ground.grounds.find((entry) => inside(entry.rings, face.at))?.owner,
  );
  const zoneOf = new Map<number, number>();
  zones.forEach((zone, number) => {
    const index = faces.findIndex(
      (face, candidate) =>
        owners[candidate] === zone.streetCode &&
        face.areaM2 >= leastPieceM2 &&
        inside(face.rings, zone.seed),
    );
    if (index >= 0 && !zoneOf.has(index)) zoneOf.set(index, number);
  });
  joinRest(faces, owners, zones, zoneOf);
  const others = new Map<string, DirectedEdge[]>();
  faces.forEach((face, index) => {
    const owner = owners[index];
    const zone = zones[zoneOf.get(index) ?? -1];
    if (zone) {
      zone.edges.push(...face.edges);
      zone.areaM2 += face.areaM2;
    } else if (owner !== undefined) {
      others.set(owner, [...(others.get(owner) ?? []), ...face.edges]);
    }
  });
  return { ...ground, zones: zones.filter((zone) => zone.edges.length > 0), others };
}

/** Gives every face of a street that has no seed to the neighbour with the longest common border. */
function joinRest(
  faces: readonly { edges: DirectedEdge[] }[],
  owners: readonly (string | undefined)[],
  zones: readonly ZoneGround[],
  zoneOf: Map<number, number>,
): void {
  const faceAt = new Map(
    faces.flatMap((face, index) => face.edges.map((e) => [edgeKey(e), index])),
  );
  const waiting = new Set(
    faces
      .map((_, index) => index)
      .filter((index) => isStreet(owners[index] ?? '') && !zoneOf.has(index)),
  );
  while (waiting.size > 0) {
    let [face, zone, longest] = [-1, -1, 0];
    for (const index of waiting) {
      const lengths = new Map<number, number>();
      for (const [from, to] of faces[index]?.edges ?? []) {
        const beside = zoneOf.get(faceAt.get(edgeKey([to, from])) ?? -1);
        if (beside === undefined || zones[beside]?.streetCode !== owners[index]) continue;
        const length = (lengths.get(beside) ?? 0) + Math.hypot(to[0] - from[0], to[1] - from[1]);
        lengths.set(beside, length);
        if (length > longest) [face, zone, longest] = [index, beside, length];
      }
    }
    if (face < 0) throw new Error(`ground without a zone: ${[...waiting].join(', ')}`);
    zoneOf.set(face, zone);
    waiting.delete(face);
  }
}
