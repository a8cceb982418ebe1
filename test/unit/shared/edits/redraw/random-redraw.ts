import fc from 'fast-check';
import type { Position } from 'geojson';
import type { Command, CommandResult } from '#shared/edits/command.ts';
import { adoptDivision } from '#shared/edits/commands/adopt-division.ts';
import { changeStrip } from '#shared/edits/commands/change-strip.ts';
import { deleteVertex } from '#shared/edits/commands/delete-vertex.ts';
import { cutOut } from '#shared/edits/commands/cut-out.ts';
import { drawSite } from '#shared/edits/commands/draw-site.ts';
import { drawStrip } from '#shared/edits/commands/draw-strip.ts';
import { drawZone } from '#shared/edits/commands/draw-zone.ts';
import { givePart } from '#shared/edits/commands/give-part.ts';
import { insertVertex } from '#shared/edits/commands/insert-vertex.ts';
import { mergeZones } from '#shared/edits/commands/merge-zones.ts';
import { moveEdge } from '#shared/edits/commands/move-edge.ts';
import { moveSite } from '#shared/edits/commands/move-site.ts';
import { moveVertex } from '#shared/edits/commands/move-vertex.ts';
import { moveVertices } from '#shared/edits/commands/move-vertices.ts';
import { paintGround } from '#shared/edits/commands/paint-ground.ts';
import { putLock } from '#shared/edits/commands/put-lock.ts';
import { removeLock } from '#shared/edits/commands/remove-lock.ts';
import { simplifyBorder } from '#shared/edits/commands/simplify-border.ts';
import { smoothBorder } from '#shared/edits/commands/smooth-border.ts';
import { splitEvenly } from '#shared/edits/commands/split-evenly.ts';
import { splitZone } from '#shared/edits/commands/split-zone.ts';
import { straightenBorder } from '#shared/edits/commands/straighten-border.ts';
import { traceLine } from '#shared/edits/commands/trace-line.ts';
import type { Document } from '#shared/edits/document.ts';
import { runCommand } from '#shared/edits/run-command.ts';
import { seriesId } from '#shared/edits/redraw/series-id.ts';
import { hasRings } from '#shared/edits/vertices.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';
import { area, district } from '#test/unit/shared/edits/repair/district.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';
import { at } from './redrawn.ts';

const cell = 10;

/** Evenly spread: small numbers would always mean the first zone and the first vertex. */
const fraction = fc.noBias(fc.integer({ min: 0, max: 999_999 })).map((n) => n / 1e6);

export const commandNames = [
  'moveVertices',
  'moveEdge',
  'insertVertex',
  'deleteVertex',
  'straighten',
  'simplify',
  'smooth',
  'trace',
  'split',
  'splitTwice',
  'splitEvenly',
  'merge',
  'give',
  'paint',
  'enclave',
  'adopt',
  'moveVertex',
  'moveSite',
  'changeStrip',
  'lock',
  'unlock',
  'cutOut',
  'drawSite',
  'drawStrip',
] as const;

/** A command to be, with numbers (0 to 1) from which its arguments are taken when it is its turn. */
export interface Step {
  name: (typeof commandNames)[number];
  numbers: number[];
}

export const steps = (length: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      name: fc.constantFrom(...commandNames),
      numbers: fc.array(fraction, { minLength: 12, maxLength: 12 }),
    }),
    { minLength: 1, maxLength: length },
  );

/**
 * Cells side by side whose inner corners are off the lattice and whose borders have up to three vertices
 * between them, straight or not. Along straight ones a side may lack vertices that the other has, one cell
 * may have an enclave and one may be in two parts.
 */
export const coverage: fc.Arbitrary<() => Document> = fc
  .record({
    columns: fc.integer({ min: 2, max: 4 }),
    rows: fc.integer({ min: 1, max: 3 }),
    numbers: fc.array(fraction, { minLength: 400, maxLength: 400 }),
    enclave: fc.boolean(),
    apart: fc.boolean(),
    locks: fc.boolean(),
    overlays: fc.boolean(),
  })
  .map(({ columns, rows, numbers, enclave, apart, locks, overlays }) => {
    let used = 0;
    const next = () => numbers[used++ % numbers.length]!;
    const wiggle = (inner: boolean) => (inner ? Math.round((next() - 0.5) * 5e5) / 1e5 : 0);
    const corners = Array.from({ length: rows + 1 }, (_, j) =>
      Array.from({ length: columns + 1 }, (__, i): Position => {
        const inner = i > 0 && j > 0 && i < columns && j < rows;
        return [i * cell + wiggle(inner), j * cell + wiggle(inner)];
      }),
    );
    /** Inner vertices of a border, the same list for both sides. */
    const between = (a: Position, b: Position, bends: boolean): Position[] => {
      const count = Math.floor(next() * 4);
      return Array.from({ length: count }, (_, k) => {
        const t = (k + 1) / (count + 1);
        const off = bends ? wiggle(true) * 0.6 : 0;
        const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!];
        const length = Math.hypot(dx, dy);
        return [a[0]! + t * dx - (off * dy) / length, a[1]! + t * dy + (off * dx) / length];
      });
    };
    const level = (j: number) =>
      Array.from({ length: columns }, (_, i) =>
        between(corners[j]![i]!, corners[j]![i + 1]!, j > 0 && j < rows),
      );
    const levels = Array.from({ length: rows + 1 }, (_, j) => level(j));
    const uprights = Array.from({ length: rows }, (_, j) =>
      Array.from({ length: columns + 1 }, (__, i) =>
        between(corners[j]![i]!, corners[j + 1]![i]!, i > 0 && i < columns),
      ),
    );
    const ringOf = (i: number, j: number): Position[] => [
      corners[j]![i]!,
      ...levels[j]![i]!,
      corners[j]![i + 1]!,
      ...uprights[j]![i + 1]!,
      corners[j + 1]![i + 1]!,
      ...levels[j + 1]![i]!.toReversed(),
      corners[j + 1]![i]!,
      ...uprights[j]![i]!.toReversed(),
    ];
    const zones: Record<string, Position[][] | object> = {};
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++) zones[`${i}/${j}`] = [ringOf(i, j)];
    }
    if (enclave) {
      const island: Position[] = [
        [4.5, 4.5],
        [6, 4.7],
        [5, 6],
      ];
      zones['0/0'] = [ringOf(0, 0), island];
      zones['I'] = [island];
    }
    if (apart && columns > 2) {
      delete zones[`${columns - 1}/0`];
      const parts = [ringOf(columns - 1, 0), ringOf(0, rows - 1)];
      if (rows > 1) {
        delete zones[`0/${rows - 1}`];
        const coordinates = parts.map((ring) => area(ring).coordinates);
        zones['parts'] = { shape: 'block', geometry: { type: 'MultiPolygon', coordinates } };
      } else {
        zones[`${columns - 1}/0`] = [parts[0]!];
      }
    }
    if (overlays) {
      const coordinates = [at(columns * cell - 7, 3), at(columns * cell - 2, 4)];
      zones['S'] = {
        shape: 'site',
        radiusM: 15,
        geometry: { type: 'Point', coordinates: at(3, 3) },
      };
      zones['R'] = { shape: 'strip', widthM: 8, geometry: { type: 'LineString', coordinates } };
    }
    const rim: Position[] = [
      ...levels[0]!.flatMap((list, i) => [corners[0]![i]!, ...list]),
      ...uprights.flatMap((list, j) => [corners[j]![columns]!, ...list[columns]!]),
      ...levels[rows]!.toReversed().flatMap((list, i) => [
        corners[rows]![columns - i]!,
        ...list.toReversed(),
      ]),
      ...uprights
        .toReversed()
        .flatMap((list, j) => [corners[rows - j]![0]!, ...list[0]!.toReversed()]),
    ];
    return () => {
      const document = district([rim], zones);
      const locked = document.all('zone').slice(0, locks ? 1 : 0);
      for (const { id } of locked) {
        const lock = record('lock', 0x7000, { name: '锁', what: { of: 'zone', zoneId: id } });
        document.apply({ added: { [lock.id]: lock }, updated: {}, removed: {} });
      }
      return document;
    };
  });

const ringsOf = ({ geometry }: Zone): LonLat[][] => {
  if (geometry.type === 'Polygon') return geometry.coordinates as LonLat[][];
  return geometry.type === 'MultiPolygon' ? (geometry.coordinates.flat() as LonLat[][]) : [];
};

export interface Taken {
  result: CommandResult;
  /** Zones that the command is about: others may only gain corners. Null where all that share a border are. */
  subjects: Set<string> | null;
}

let made = 0;

/** Carries a step out on a document as it is. */
export function take(document: Document, { name, numbers }: Step): Taken {
  let used = 0;
  const next = () => numbers[used++ % numbers.length]!;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const zones = document.all('zone').filter(hasRings);
  const zone = pick(zones);
  const ring = pick(ringsOf(zone));
  const i = Math.floor(next() * (ring.length - 1));
  const a = ring[i]!;
  const b = ring[i + 1]!;
  const off = (): number => Math.round((next() - 0.5) * 1e5) / 1e5;
  const beside = ([x, y]: LonLat): LonLat => [x + off() * 6e-4, y + off() * 6e-4];
  const anywhere = (): LonLat => at(next() * 44 - 2, next() * 34 - 2);
  const run = <A>(command: Command<A>, args: A, subjects: Iterable<string> | null): Taken => ({
    result: runCommand(document, command, args),
    subjects: subjects && new Set(subjects),
  });
  const newId = seriesId(idOf(0x10000), 64 * made++);
  const zoneId = zone.id;
  const far = ring[(i + 2 + Math.floor(next() * 4)) % (ring.length - 1)]!;
  const stretch = { zoneId, from: a, to: far };
  const drawn = (): never => {
    const [x, y] = [next() * 35, next() * 25];
    const [w, h] = [1 + next() * 8, 1 + next() * 8];
    const [skew, lean] = [next(), next()];
    return area([
      [x, y],
      [x + w, y + skew],
      [x + w - lean, y + h],
      [x, y + h],
    ]) as never;
  };
  const overlay = (shape: 'site' | 'strip') =>
    document.all('zone').find((one) => one.shape === shape)?.id ?? zoneId;
  const lockOf = (what: object) => {
    const lock = record('lock', 0x8000 + made++, { name: '锁', what });
    return run(putLock, { lock }, []);
  };
  switch (name) {
    case 'adopt': {
      const zoneIds = [zoneId, pick(zones).id];
      const [x, y] = [next() * 20, next() * 10];
      const units = [0, 1, 2, 3].map((k) => ({
        geometry: area([
          [x + (k % 2) * 9, y + (k >> 1) * 9],
          [x + (k % 2) * 9 + 9, y + (k >> 1) * 9],
          [x + (k % 2) * 9 + 9, y + (k >> 1) * 9 + 9],
          [x + (k % 2) * 9, y + (k >> 1) * 9 + 9],
        ]) as never,
        zoneId: pick(zoneIds),
      }));
      return run(adoptDivision, { units, zoneIds: [...new Set(zoneIds)], newZones: [] }, zoneIds);
    }
    case 'moveVertex':
      return run(moveVertex, { from: a, to: beside(a) }, null);
    case 'moveSite': {
      const id = overlay('site');
      return run(moveSite, { zoneId: id, at: anywhere(), radiusM: 5 + next() * 20 }, [id]);
    }
    case 'changeStrip': {
      const id = overlay('strip');
      const lines = [[anywhere(), anywhere()]];
      const args = next() < 0.5 ? { lines } : { widthM: 2 + next() * 10 };
      return run(changeStrip, { zoneId: id, ...args }, [id]);
    }
    case 'lock':
      if (next() < 0.4) return lockOf({ of: 'zone', zoneId });
      if (next() < 0.5) {
        return lockOf({ of: 'border', geometry: { type: 'LineString', coordinates: [a, b] } });
      }
      // A single zone is left where all have been merged.
      return lockOf({
        of: 'outside',
        zoneIds: (zones.length > 1 ? zones.slice(1) : zones).map(({ id }) => id),
      });
    case 'unlock': {
      // The one that is there from the beginning stays: its zone is looked at in the end.
      const mine = document.all('lock').filter(({ id }) => id !== idOf(0x7000));
      return run(removeLock, { lockId: mine.length > 0 ? pick(mine).id : '' }, []);
    }
    case 'moveVertices':
      return run(
        moveVertices,
        { moves: [a, far].map((from) => ({ from, to: beside(from) })) },
        null,
      );
    case 'moveEdge':
      return run(moveEdge, { edge: [a, b], by: [off() * 3e-4, off() * 3e-4] }, null);
    case 'insertVertex':
      return run(
        insertVertex,
        { edge: [a, b], at: beside([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]) },
        null,
      );
    case 'deleteVertex':
      return run(deleteVertex, { at: a }, null);
    case 'straighten':
      return run(straightenBorder, stretch, null);
    case 'simplify':
      return run(
        simplifyBorder,
        next() < 0.5 ? { zoneId, toleranceM: 20 } : { ...stretch, toleranceM: 60 },
        null,
      );
    case 'smooth':
      return run(smoothBorder, next() < 0.7 ? { zoneId } : stretch, null);
    case 'trace':
      return run(traceLine, { ...stretch, line: [beside(a), beside(b), beside(far)] }, null);
    case 'split':
      return run(splitZone, { zoneId, lines: [[anywhere(), beside(a), anywhere()]], newId }, [
        zoneId,
      ]);
    case 'splitTwice':
      return run(
        splitZone,
        {
          zoneId,
          lines: [
            [anywhere(), beside(a), anywhere()],
            [anywhere(), anywhere()],
          ],
          newId,
        },
        [zoneId],
      );
    case 'splitEvenly':
      return run(splitEvenly, { zoneId, parts: 2 + Math.floor(next() * 3), newId }, [zoneId]);
    case 'merge': {
      const zoneIds = [zoneId, pick(zones).id, ...(next() < 0.3 ? [pick(zones).id] : [])];
      return run(mergeZones, { zoneIds }, zoneIds);
    }
    case 'give': {
      const toId = pick(zones).id;
      return run(givePart, { fromId: zoneId, toId, part: drawn() }, [zoneId, toId]);
    }
    case 'paint':
      return run(paintGround, { toId: zoneId, units: [drawn(), drawn()], mayVanish: true }, null);
    case 'enclave':
      return run(
        drawZone,
        { part: drawn(), newId, name: `新${made}`, parentId: null, mayVanish: next() < 0.5 },
        null,
      );
    case 'cutOut':
      return run(
        cutOut,
        { fromId: zoneId, part: drawn(), to: 'zone', newId, name: `新${made}`, parentId: null },
        [zoneId],
      );
    case 'drawSite': {
      const ground = { at: anywhere(), radiusM: 5 + next() * 20 };
      return run(drawSite, { ground, newId, name: `点${made}`, parentId: null }, []);
    }
    case 'drawStrip': {
      // Short and narrow: one that is drawn anywhere seldom keeps inside the outline.
      const middle: LonLat = [(a[0] + far[0]) / 2, (a[1] + far[1]) / 2];
      const road = { line: [middle, beside(middle), beside(middle)], widthM: 1 + next() * 4 };
      return run(drawStrip, { ...road, newId, name: `条${made}`, parentId: null }, []);
    }
  }
}
