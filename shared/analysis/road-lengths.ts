import type { Position } from 'geojson';
import type { GroundLocator } from '#shared/chain/ground-locator.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { borderLines } from '#shared/model/border.ts';
import type { Zone } from '#shared/model/zone.ts';

/** A road is counted in pieces of this length at most (metres): where zones meet it is off by half of it. */
const pieceM = 20;

type Lines = readonly (readonly Position[])[];

const linesOf = (zone: Zone): Lines => (zone.shape === 'strip' ? borderLines(zone) : []);

/**
 * Metres of road by zone: of a strip its own length, of blocks and sites that of the strips running through
 * them, by pieces of 20 m. Road on ground of no block counts to none (null). Takes a step for each zone.
 * @param locator finds the zones at a position
 */
export function* roadLengths(
  zones: readonly Zone[],
  locator: GroundLocator<Zone>,
): Generator<void, Map<string | null, number>, undefined> {
  const lengths = new Map<string | null, number>();
  const add = (id: string | null, metres: number) =>
    lengths.set(id, (lengths.get(id) ?? 0) + metres);
  for (const zone of zones) {
    for (const line of linesOf(zone)) {
      for (let i = 1; i < line.length; i++) {
        const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [line[i - 1]!, line[i]!];
        const length = distanceM([ax, ay], [bx, by]);
        add(zone.id, length);
        const pieces = Math.max(1, Math.ceil(length / pieceM));
        for (let n = 0; n < pieces; n++) {
          const share = (n + 0.5) / pieces;
          const [x, y] = [toGrid(ax + share * (bx - ax)), toGrid(ay + share * (by - ay))];
          const beneath = locator.at(x, y).filter(({ item }) => item.shape !== 'strip');
          const blocks = beneath.map(({ item }) => item.id).sort();
          add(blocks[0] ?? null, length / pieces);
        }
      }
    }
    yield;
  }
  return lengths;
}

/** The same without a pause. */
export function roadLengthsAtOnce(
  zones: readonly Zone[],
  locator: GroundLocator<Zone>,
): Map<string | null, number> {
  const measuring = roadLengths(zones, locator);
  let measured = measuring.next();
  while (!measured.done) measured = measuring.next();
  return measured.value;
}
