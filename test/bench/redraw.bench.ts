import type { Command } from '#shared/edits/command.ts';
import { insertVertex } from '#shared/edits/commands/insert-vertex.ts';
import { mergeZones } from '#shared/edits/commands/merge-zones.ts';
import { moveVertices } from '#shared/edits/commands/move-vertices.ts';
import { paintGround } from '#shared/edits/commands/paint-ground.ts';
import { simplifyBorder } from '#shared/edits/commands/simplify-border.ts';
import { splitEvenly } from '#shared/edits/commands/split-evenly.ts';
import { splitZone } from '#shared/edits/commands/split-zone.ts';
import { Document } from '#shared/edits/document.ts';
import { seriesId } from '#shared/edits/redraw/series-id.ts';
import { runCommand } from '#shared/edits/run-command.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { BlockZone } from '#shared/model/zone.ts';
import { block } from '#test/unit/shared/checks/given.ts';
import { idOf, project, record } from '#test/unit/shared/edits/records.ts';
import { type Bench, median, type Row } from './bench.ts';
import { draftInDegrees } from './window/dense-district.ts';
import { seededRandom } from './coverage/draft.ts';
import { draftCoverage } from './coverage/generate-coverage.ts';

const zoneCount = 2000;
const verticesPerSide = 50;
const warmUp = 5;
const times = 40;

function districtOf(): { document: Document; zones: BlockZone[]; vertices: number } {
  const draft = draftCoverage(zoneCount, verticesPerSide, 1);
  const zones = draft.zones.map(({ polygons }, i): BlockZone => {
    const geometry = { type: 'MultiPolygon', coordinates: polygons } as Area;
    return { ...block(`片${i}`, draftInDegrees(geometry)), id: idOf(0x1000 + i) };
  });
  const outline = draftInDegrees({ type: 'Polygon', coordinates: [draft.boundary] } as Area);
  const district = record('district', 2, { name: '区', code: '110108', geometry: outline });
  const vertices = zones.reduce(
    (sum, { geometry }) => sum + polygonsOf(geometry).flat(2).length,
    0,
  );
  return { document: new Document([project, district, ...zones]), zones, vertices };
}

const bench: Bench = {
  name: 'Redrawing zones',
  reference: 'allowed at release',
  run() {
    const { document, zones, vertices } = districtOf();
    const random = seededRandom(3);
    const pick = () => zones[Math.floor(random() * zones.length)]!;
    let made = 0;
    const newId = () => seriesId(idOf(0x900000), 64 * made++);
    const steps: [string, () => { command: Command<never>; args: unknown }][] = [
      [
        'move a vertex',
        () => {
          const ring = polygonsOf(pick().geometry)[0]![0]!;
          const from = ring[Math.floor(random() * (ring.length - 1))] as LonLat;
          const to: LonLat = [from[0] + 2e-6, from[1] + 2e-6];
          return { command: moveVertices as Command<never>, args: { moves: [{ from, to }] } };
        },
      ],
      [
        'insert a vertex',
        () => {
          const ring = polygonsOf(pick().geometry)[0]![0]! as LonLat[];
          const i = Math.floor(random() * (ring.length - 1));
          const [a, b] = [ring[i]!, ring[i + 1]!];
          const at: LonLat = [(a[0] + b[0]) / 2 + 1e-6, (a[1] + b[1]) / 2];
          return { command: insertVertex as Command<never>, args: { edge: [a, b], at } };
        },
      ],
      [
        'simplify all borders of a zone',
        () => ({
          command: simplifyBorder as Command<never>,
          args: { zoneId: pick().id, toleranceM: 3 },
        }),
      ],
      [
        'split a zone by a line',
        () => {
          const zone = pick();
          const [west, south, east, north] = areaBounds(zone.geometry);
          const middle = (south + north) / 2;
          const lines = [
            [
              [west - 0.001, middle],
              [east + 0.001, middle + 1e-4],
            ],
          ];
          return {
            command: splitZone as Command<never>,
            args: { zoneId: zone.id, lines, newId: newId() },
          };
        },
      ],
      [
        'split a zone in four of equal area',
        () => ({
          command: splitEvenly as Command<never>,
          args: { zoneId: pick().id, parts: 4, newId: newId() },
        }),
      ],
      [
        'merge two neighbours',
        () => {
          const i = Math.floor(random() * (zones.length - 1));
          return {
            command: mergeZones as Command<never>,
            args: { zoneIds: [zones[i]!.id, zones[i + 1]!.id] },
          };
        },
      ],
      [
        'paint a square over four zones',
        () => {
          const zone = pick();
          const [, , east, north] = areaBounds(zone.geometry);
          const d = 0.002;
          const ring = [
            [east - d, north - d],
            [east + d, north - d],
            [east + d, north + d],
            [east - d, north + d],
            [east - d, north - d],
          ];
          const units = [{ type: 'Polygon', coordinates: [ring] }];
          return { command: paintGround as Command<never>, args: { toId: zone.id, units } };
        },
      ],
    ];
    const section = `${zoneCount.toLocaleString('en-US')} zones, ${vertices.toLocaleString('en-US')} vertices`;
    const rows: Row[] = [];
    for (const [what, stepOf] of steps) {
      const taken: number[] = [];
      let refused = 0;
      for (let i = 0; i < warmUp + times; i++) {
        const { command, args } = stepOf();
        const start = performance.now();
        const result = runCommand(document, command, args as never);
        const ms = performance.now() - start;
        if ('refused' in result) refused++;
        else if (i >= warmUp) taken.push(ms);
      }
      const name = refused > 0 ? `${what} (${refused} of ${warmUp + times} refused)` : what;
      const sorted = taken.toSorted((a, b) => a - b);
      rows.push(
        { what: name, value: median(taken), unit: 'ms', reference: 50, section },
        { what: `${name}, worst`, value: sorted.at(-1)!, unit: 'ms', reference: 50, section },
      );
    }
    return Promise.resolve(rows);
  },
};

export default bench;
