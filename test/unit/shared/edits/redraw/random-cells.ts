import fc from 'fast-check';
import type { Position } from 'geojson';
import type { Document } from '#shared/edits/document.ts';
import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import { EdgeLedger } from '#shared/topology/repair/edge-ledger.ts';
import { nestRings } from '#shared/topology/repair/nest-rings.ts';
import { box, district } from '#test/unit/shared/edits/repair/district.ts';
import { at } from './redrawn.ts';

const cell = 10;

type Vertex = [number, number];

/**
 * Cells of a lattice with inner corners off it, coloured at random: zones in many parts, parts and holes that
 * touch in a vertex, enclaves in enclaves, zones all round others.
 */
export const colouredCells: fc.Arbitrary<() => Document> = fc
  .record({
    columns: fc.integer({ min: 3, max: 6 }),
    rows: fc.integer({ min: 2, max: 5 }),
    colours: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 30, maxLength: 30 }),
    offsets: fc.array(fc.noBias(fc.integer({ min: -30_000, max: 30_000 })), {
      minLength: 84,
      maxLength: 84,
    }),
  })
  .map(({ columns, rows, colours, offsets }) => () => {
    const corner = (i: number, j: number): Vertex => {
      const [x = 0, y = 0] = at(i * cell, j * cell).map(toGrid);
      if (i === 0 || j === 0 || i === columns || j === rows) return [x, y];
      const n = 2 * (j * (columns + 1) + i);
      return [x + (offsets[n] ?? 0) / 10, y + (offsets[n + 1] ?? 0) / 10].map(Math.round) as Vertex;
    };
    const ledgers = new Map<number, EdgeLedger>();
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++) {
        const colour = colours[j * columns + i]!;
        const ledger = ledgers.get(colour) ?? new EdgeLedger();
        ledgers.set(colour, ledger);
        const corners = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
        ledger.addLine([...corners, corners[0]!]);
      }
    }
    const zones = [...ledgers].map(([colour, ledger]) => {
      const coordinates = nestRings(ledger.rings()).map((rings) =>
        rings.map((ring) => ring.map((place): Position => place.map(fromGrid))),
      );
      return [`${colour}`, { shape: 'block', geometry: { type: 'MultiPolygon', coordinates } }];
    });
    return district([box(0, 0, columns * cell, rows * cell)], Object.fromEntries(zones));
  });
