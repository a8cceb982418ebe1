import fc from 'fast-check';
import type { Position } from 'geojson';
import type { CoverageCheckInput } from '#shared/checks/check-input.ts';
import type { CoverageChange } from '#shared/checks/session/coverage-change.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Point } from '#shared/model/point.ts';
import type { Zone } from '#shared/model/zone.ts';
import { block, box, outline, pointAt, polygon } from '#test/unit/shared/checks/given.ts';

/** Records that the edits change, by id. */
export interface State {
  zones: Map<string, Zone>;
  points: Map<string, Point>;
  exceptions: Map<string, Exception>;
}

const cells = 3;
const half = 5;
const places = 2 * cells + 1;

const nameOf = (i: number, j: number) => `${i}/${j}`;

/** Units of half a cell to positions: metres on a plane, or near Beijing in degrees. */
export function scaled(planar: boolean): (x: number, y: number) => Position {
  return planar
    ? (x, y) => [x * half, y * half]
    : (x, y) => [
        Math.round((116.3 + x * 6e-5) * 1e7) / 1e7,
        Math.round((39.9 + y * 45e-6) * 1e7) / 1e7,
      ];
}

/** Three by three zones of eight vertices each, without gaps. */
export function startState(planar: boolean): {
  state: State;
  boundary: CoverageCheckInput['boundary'];
} {
  const at = scaled(planar);
  const zones = new Map<string, Zone>();
  for (let i = 0; i < cells; i++) {
    for (let j = 0; j < cells; j++) {
      const [x, y] = [2 * i, 2 * j];
      const ring = [at(x, y), at(x + 1, y), at(x + 2, y), at(x + 2, y + 1), at(x + 2, y + 2)];
      ring.push(at(x + 1, y + 2), at(x, y + 2), at(x, y + 1), at(x, y));
      zones.set(nameOf(i, j), block(nameOf(i, j), polygon(ring)));
    }
  }
  const [west = 0, south = 0] = at(0, 0);
  const [east = 0, north = 0] = at(2 * cells, 2 * cells);
  const points = new Map<string, Point>();
  for (let n = 0; n < 6; n++) {
    const [x = 0, y = 0] = at(n + 0.5, (n * 2) % 6);
    points.set(`p${n}`, pointAt(`p${n}`, x, y));
  }
  return {
    state: { zones, points, exceptions: new Map() },
    boundary: outline(polygon(box(west, south, east, north))),
  };
}

const place = fc.integer({ min: 0, max: places - 1 });
const shift = fc.constantFrom<number>(-1.5, -1, -0.5, -0.2, -0.02, 0.02, 0.2, 0.5, 1, 1.5);
const cell = fc.tuple(fc.nat(cells - 1), fc.nat(cells - 1));
const free = fc.constantFrom(-0.5, 0, 0.3, 1, 1.7, 2, 3.1, 4, 4.5, 5.6);
const extra = fc.constantFrom('x', 'y');

const edits = {
  move: fc.record({ kind: fc.constant('move' as const), x: place, y: place, dx: shift, dy: shift }),
  tear: fc.record({
    kind: fc.constant('tear' as const),
    cell,
    vertex: fc.nat(7),
    dx: shift,
    dy: shift,
  }),
  lose: fc.record({ kind: fc.constant('lose' as const), cell, vertex: fc.nat(7) }),
  cross: fc.record({ kind: fc.constant('cross' as const), cell, vertex: fc.nat(6) }),
  spike: fc.record({ kind: fc.constant('spike' as const), cell, vertex: fc.nat(6) }),
  open: fc.record({ kind: fc.constant('open' as const), cell }),
  remove: fc.record({ kind: fc.constant('remove' as const), cell }),
  copy: fc.record({ kind: fc.constant('copy' as const), cell, as: extra }),
  box: fc.record({ kind: fc.constant('box' as const), as: extra, x: free, y: free, size: free }),
  /** A copy with one more vertex: the same ground, drawn otherwise. */
  twin: fc.record({ kind: fc.constant('twin' as const), cell, as: extra }),
  /** A hole, filled by another zone where there is room for it. */
  enclose: fc.record({
    kind: fc.constant('enclose' as const),
    cell,
    as: extra,
    size: fc.constantFrom(0.4, 0.5),
  }),
  /** A second part, somewhere. */
  scatter: fc.record({ kind: fc.constant('scatter' as const), cell, x: free, y: free }),
  /** The same ground with another precedence. */
  raise: fc.record({ kind: fc.constant('raise' as const), cell }),
  uncopy: fc.record({ kind: fc.constant('uncopy' as const), as: extra }),
  rename: fc.record({
    kind: fc.constant('rename' as const),
    cell,
    name: fc.constantFrom('甲', '乙'),
  }),
  limit: fc.record({
    kind: fc.constant('limit' as const),
    cell,
    categories: fc.constantFrom([], ['waste'], ['waste', 'noise']),
  }),
  point: fc.record({ kind: fc.constant('point' as const), n: fc.nat(6), x: free, y: free }),
  excuse: fc.record({
    kind: fc.constant('excuse' as const),
    n: fc.nat(1),
    x: free,
    y: free,
    size: free,
    expires: fc.constantFrom('2026-05-01', '2026-12-31'),
  }),
  site: fc.record({ kind: fc.constant('site' as const), n: fc.nat(1), x: free, y: free }),
  strip: fc.record({ kind: fc.constant('strip' as const), x: free, y: free }),
  undo: fc.record({ kind: fc.constant('undo' as const) }),
};

export type Edit = {
  [Kind in keyof typeof edits]: (typeof edits)[Kind] extends fc.Arbitrary<infer T> ? T : never;
}[keyof typeof edits];

/** A sequence of edits; strips and circles only where positions are degrees. */
export function randomEdits(planar: boolean, length: number): fc.Arbitrary<Edit[]> {
  const { site, strip, limit, move, tear, undo, ...others } = edits;
  const common: fc.Arbitrary<Edit>[] = [move, move, tear, tear, undo, ...Object.values(others)];
  return fc.array(fc.oneof(...common, ...(planar ? [limit] : [limit, site, strip])), {
    minLength: 1,
    maxLength: length,
  });
}

function withRing(zone: Zone, change: (ring: Position[]) => Position[]): Zone {
  if (zone.geometry.type !== 'Polygon') return zone;
  const [outer = [], ...holes] = zone.geometry.coordinates as Position[][];
  return { ...zone, geometry: { type: 'Polygon', coordinates: [change(outer), ...holes] } } as Zone;
}

/** The zones, points and exceptions that an edit changes, as they are after it (null when gone). */
export function changesOf(edit: Exclude<Edit, { kind: 'undo' }>, state: State, planar: boolean) {
  const at = scaled(planar);
  const zones = new Map<string, Zone | null>();
  const points = new Map<string, Point | null>();
  const exceptions = new Map<string, Exception | null>();
  const boxAt = (x: number, y: number, size: number): Area => {
    const [west = 0, south = 0] = at(x, y);
    const [east = 0, north = 0] = at(x + Math.abs(size) + 0.4, y + Math.abs(size) + 0.4);
    return polygon(box(west, south, east, north));
  };
  const own = 'cell' in edit ? nameOf(...edit.cell) : '';
  const zone = state.zones.get(own);
  const change = (how: (ring: Position[], n: number) => Position[]) => {
    if (zone && 'vertex' in edit)
      zones.set(
        own,
        withRing(zone, (ring) => how(ring, edit.vertex)),
      );
  };
  switch (edit.kind) {
    case 'move': {
      const from = at(edit.x, edit.y);
      const to = at(edit.x + edit.dx, edit.y + edit.dy);
      for (const [id, any] of state.zones) {
        if (!JSON.stringify(any.geometry.coordinates).includes(JSON.stringify(from))) continue;
        zones.set(
          id,
          withRing(any, (ring) => ring.map((p) => (p.join() === from.join() ? to : p))),
        );
      }
      break;
    }
    case 'tear':
      change((ring, n) => {
        const from = ring[n % ring.length] ?? [];
        const [ox = 0, oy = 0] = at(0, 0);
        const [dx = 0, dy = 0] = at(edit.dx, edit.dy);
        const to = [(from[0] ?? 0) + dx - ox, (from[1] ?? 0) + dy - oy];
        return ring.map((p) => (p.join() === from.join() ? to : p));
      });
      break;
    case 'lose':
      change((ring, n) => ring.filter((_, i) => i !== n || i === 0));
      break;
    case 'cross':
      change((ring, n) => {
        const [a, b] = [ring[n + 1], ring[n + 2]];
        return ring.map((p, i) => (i === n + 1 && b ? b : i === n + 2 && a ? a : p));
      });
      break;
    case 'spike':
      change((ring, n) => {
        const p = ring[n + 1];
        return p === undefined
          ? ring
          : [...ring.slice(0, n + 2), at(3.3, 3.7), p, ...ring.slice(n + 2)];
      });
      break;
    case 'open':
      if (zone)
        zones.set(
          own,
          withRing(zone, (ring) => ring.slice(0, -1)),
        );
      break;
    case 'remove':
      if (zone) zones.set(own, null);
      break;
    case 'copy':
      if (zone) zones.set(edit.as, { ...zone, id: edit.as, name: edit.as });
      break;
    case 'twin':
      if (zone?.geometry.type === 'Polygon') {
        const twin = withRing(
          { ...zone, id: edit.as, name: edit.as },
          ([a = [], b = [], ...rest]) => {
            const middle = [((a[0] ?? 0) + (b[0] ?? 0)) / 2, ((a[1] ?? 0) + (b[1] ?? 0)) / 2];
            return [a, middle, b, ...rest];
          },
        );
        zones.set(edit.as, twin);
      }
      break;
    case 'enclose':
      if (zone?.geometry.type === 'Polygon') {
        const [x, y] = [2 * edit.cell[0] + 0.7, 2 * edit.cell[1] + 0.7];
        const [west = 0, south = 0] = at(x, y);
        const [east = 0, north = 0] = at(x + 0.5, y + 0.5);
        const [outer = []] = zone.geometry.coordinates as Position[][];
        const hole = box(west, south, east, north).toReversed();
        zones.set(own, { ...zone, geometry: polygon(outer, hole) } as Zone);
        const [right = 0, top = 0] = at(x + edit.size, y + edit.size);
        zones.set(edit.as, block(edit.as, polygon(box(west, south, right, top))));
      }
      break;
    case 'scatter':
      if (zone?.geometry.type === 'Polygon') {
        const part = boxAt(edit.x, edit.y, 0.3);
        const coordinates = [zone.geometry.coordinates, part.coordinates];
        zones.set(own, { ...zone, geometry: { type: 'MultiPolygon', coordinates } } as Zone);
      }
      break;
    case 'raise':
      if (zone?.shape === 'block' && zone.geometry.type === 'Polygon') {
        zones.set(own, { ...zone, shape: 'site', radiusM: null } as unknown as Zone);
      } else if (zone?.shape === 'site') zones.set(own, { ...zone, shape: 'block' } as Zone);
      break;
    case 'box':
      zones.set(edit.as, block(edit.as, boxAt(edit.x, edit.y, edit.size)));
      break;
    case 'uncopy':
      if (state.zones.has(edit.as)) zones.set(edit.as, null);
      break;
    case 'rename':
      if (zone) zones.set(own, { ...zone, name: edit.name });
      break;
    case 'limit':
      if (zone) zones.set(own, { ...zone, categories: [...edit.categories] });
      break;
    case 'point': {
      const [x = 0, y = 0] = at(edit.x, edit.y);
      points.set(`p${edit.n}`, pointAt(`p${edit.n}`, x, y));
      break;
    }
    case 'excuse':
      exceptions.set(`e${edit.n}`, {
        kind: 'exception',
        id: `e${edit.n}`,
        name: `e${edit.n}`,
        reason: '',
        approver: '',
        from: '2026-01-01',
        expires: edit.expires,
        geometry: boxAt(edit.x, edit.y, edit.size),
      } as Exception);
      break;
    case 'site': {
      const geometry = { type: 'Point' as const, coordinates: at(edit.x, edit.y) };
      const site = { ...block(`s${edit.n}`, polygon()), shape: 'site', radiusM: 4, geometry };
      zones.set(site.id, site as unknown as Zone);
      break;
    }
    case 'strip': {
      const coordinates = [at(edit.x, edit.y), at(edit.x + 2, edit.y + 0.7)];
      const geometry = { type: 'LineString' as const, coordinates };
      const strip = { ...block('road', polygon()), shape: 'strip', widthM: 3, geometry };
      zones.set(strip.id, strip as unknown as Zone);
      break;
    }
  }
  return { zones, points, exceptions };
}

/** Changes the state, and says what has changed as a session is told. */
export function applyEdit(state: State, changes: ReturnType<typeof changesOf>): CoverageChange {
  const change = <Item extends { id: string }>(
    items: Map<string, Item>,
    changed: Map<string, Item | null>,
  ) => {
    for (const [id, item] of changed) {
      if (item) items.set(id, item);
      else items.delete(id);
    }
    return {
      put: [...changed.values()].filter((item) => item !== null),
      removed: [...changed].filter(([, item]) => !item).map(([id]) => id),
    };
  };
  return {
    zones: change(state.zones, changes.zones),
    points: change(state.points, changes.points),
    exceptions: change(state.exceptions, changes.exceptions),
  };
}
