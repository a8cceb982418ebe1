import type { Position } from 'geojson';
import type { BlockZone } from '#shared/model/zone.ts';
import { toMillimetre } from '#test/bench/coverage/draft.ts';

/** Metres by which a vertex is moved, at most. */
const reachM = 2;
/** Share of the moves that one zone does not follow, so that borders come apart. */
const tornShare = 0.3;

/** Moves single vertices of zones, with all rings that have them or, now and then, one only. */
export class RandomMoves {
  private readonly zones: Map<string, BlockZone>;
  private readonly ids: string[];
  private readonly random: () => number;
  /** Ids of zones by each place that one of them has a vertex at. */
  private readonly at = new Map<string, Set<string>>();

  constructor(zones: readonly BlockZone[], random: () => number) {
    this.zones = new Map(zones.map((zone) => [zone.id, zone]));
    this.ids = [...this.zones.keys()];
    this.random = random;
    for (const zone of zones) this.note(zone);
  }

  /** The zones that a move changes, as they are after it. */
  next(): BlockZone[] {
    const { random } = this;
    const id = this.ids[Math.floor(random() * this.ids.length)]!;
    const ring = outerRing(this.zones.get(id)!);
    const [x = 0, y = 0] = ring[Math.floor(random() * ring.length)]!;
    const from = `${x},${y}`;
    const by = () => (2 * random() - 1) * reachM;
    const to = [toMillimetre(x + by()), toMillimetre(y + by())];
    const all = [...this.at.get(from)!];
    const followers = random() < tornShare ? [id] : all;
    return followers.map((follower) => {
      const moved = withMoved(this.zones.get(follower)!, from, to);
      this.zones.set(follower, moved);
      this.at.get(from)!.delete(follower);
      this.note(moved);
      return moved;
    });
  }

  private note(zone: BlockZone): void {
    for (const position of positionsOf(zone)) {
      const key = position.join();
      const known = this.at.get(key);
      if (known) known.add(zone.id);
      else this.at.set(key, new Set([zone.id]));
    }
  }
}

function polygonsOf({ geometry }: BlockZone): Position[][][] {
  return geometry.type === 'Polygon'
    ? [geometry.coordinates as Position[][]]
    : (geometry.coordinates as Position[][][]);
}

function outerRing(zone: BlockZone): Position[] {
  return polygonsOf(zone)[0]![0]!;
}

function positionsOf(zone: BlockZone): Position[] {
  return polygonsOf(zone).flat(2);
}

function withMoved(zone: BlockZone, from: string, to: Position): BlockZone {
  const coordinates = polygonsOf(zone).map((rings) =>
    rings.map((ring) => ring.map((position) => (position.join() === from ? to : position))),
  );
  const geometry =
    zone.geometry.type === 'Polygon'
      ? { type: 'Polygon', coordinates: coordinates[0]! }
      : { type: 'MultiPolygon', coordinates };
  return { ...zone, geometry: geometry as BlockZone['geometry'] };
}
