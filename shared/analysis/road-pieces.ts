import type { Position } from 'geojson';
import type { Found } from '#shared/chain/ground-locator.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import { borderLines } from '#shared/model/border.ts';
import type { Zone } from '#shared/model/zone.ts';

/** A road is counted in pieces of this length at most (metres): where zones meet it is off by half of it. */
const pieceM = 20;

/** A piece of road by its middle (degrees) and its length (metres). */
export interface RoadPiece {
  middle: Position;
  lengthM: number;
}

/** The road that a strip is, in pieces of 20 m at most; none of other zones. */
export function* roadPieces(zone: Zone): Generator<RoadPiece, void, undefined> {
  if (zone.shape !== 'strip') return;
  for (const line of borderLines(zone)) {
    for (let i = 1; i < line.length; i++) {
      const [[ax, ay], [bx, by]] = [line[i - 1]!, line[i]!];
      const length = distanceM([ax, ay], [bx, by]);
      const pieces = Math.max(1, Math.ceil(length / pieceM));
      for (let n = 0; n < pieces; n++) {
        const share = (n + 0.5) / pieces;
        const middle = [ax + share * (bx - ax), ay + share * (by - ay)];
        yield { middle, lengthM: length / pieces };
      }
    }
  }
}

/** Which of the zones at a piece of road it runs through: of blocks and sites the one of the smaller id. */
export function blockOf(found: readonly Found<Zone>[]): string | null {
  const blocks = found.filter(({ item }) => item.shape !== 'strip');
  return blocks.map(({ item }) => item.id).sort()[0] ?? null;
}
