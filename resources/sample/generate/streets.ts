import { exceptionSites } from './exceptions.ts';
import { facesOf } from './faces.ts';
import { node, type Segment } from './noding.ts';
import { cancelled, type DirectedEdge, edgeKey, ringEdges, ringsOf } from './rings.ts';
import { readSource, type SourceArea } from './source.ts';
import { inside, type Ring } from './vertex.ts';

/** Ground of one owner: a street's code, an exception's key, or the gap that the sources leave. */
export interface Ground {
  owner: string;
  rings: Ring[];
  areaM2: number;
}

export interface StreetGround {
  district: SourceArea;
  streets: SourceArea[];
  /** No two overlap; together they are the district's outline. */
  grounds: Ground[];
  /** Lines between them, noded. */
  lines: Segment[];
}

/** Owner of the one gap that stays in the sample; the other gaps and overlaps are given to a street. */
export const gapOwner = 'gap';

const isPlantedGap = (areaM2: number) => areaM2 > 850 && areaM2 < 980;

/**
 * The streets of the source, every square metre of the outline given to exactly one of them:
 * doubly claimed ground to the first claimant, unclaimed ground to the neighbour with the longest
 * common border. The largest unclaimed sliver is kept as it is: it is the gap to be found.
 */
export function divideStreets(): StreetGround {
  const [district] = readSource('haidian-outline');
  if (!district) throw new Error('the outline file holds no area');
  const streets = readSource('haidian-streets');
  const rings = [district, ...streets, ...exceptionSites.map((site) => ({ rings: [site.ring] }))];
  const lines = node(
    rings
      .flatMap((source) => source.rings)
      .flatMap(ringEdges)
      .map(([a, b]) => ({ a, b, owner: '' })),
  );
  const faces = facesOf(lines).filter((face) => inside(district.rings, face.at));
  const owners = faces.map((face) => {
    const site = exceptionSites.find((candidate) => inside([candidate.ring], face.at));
    if (site) return site.key;
    return streets.find((street) => inside(street.rings, face.at))?.code;
  });
  const faceAt = new Map(
    faces.flatMap((face, index) => face.edges.map((e) => [edgeKey(e), index])),
  );
  faces.forEach((face, index) => {
    if (owners[index] !== undefined) return;
    owners[index] = isPlantedGap(face.areaM2)
      ? gapOwner
      : longestNeighbour(face.edges, faceAt, owners);
  });
  const edges = new Map<string, DirectedEdge[]>();
  const areas = new Map<string, number>();
  faces.forEach((face, index) => {
    const owner = owners[index] as string;
    edges.set(owner, [...(edges.get(owner) ?? []), ...face.edges]);
    areas.set(owner, (areas.get(owner) ?? 0) + face.areaM2);
  });
  const grounds = [...edges].map(([owner, list]) => ({
    owner,
    rings: ringsOf(cancelled(list)),
    areaM2: areas.get(owner) ?? 0,
  }));
  const kept = new Set(grounds.flatMap((ground) => ground.rings.flatMap(ringEdges)).map(edgeKey));
  const bounding = lines.filter(
    ({ a, b }) => kept.has(edgeKey([a, b])) || kept.has(edgeKey([b, a])),
  );
  return { district, streets, grounds, lines: bounding };
}

function longestNeighbour(
  edges: readonly DirectedEdge[],
  faceAt: ReadonlyMap<string, number>,
  owners: readonly (string | undefined)[],
): string {
  const lengths = new Map<string, number>();
  for (const [from, to] of edges) {
    const neighbour = owners[faceAt.get(edgeKey([to, from])) ?? -1];
    if (!neighbour || exceptionSites.some((site) => site.key === neighbour)) continue;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    lengths.set(neighbour, (lengths.get(neighbour) ?? 0) + length);
  }
  const [best] = [...lengths].sort((a, b) => b[1] - a[1]);
  if (!best) throw new Error('unclaimed ground without a neighbour');
  return best[0];
}
