import { seededRandom } from '#test/bench/coverage/draft.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import { type AnyRecord, parseRecord } from '#shared/model/record.ts';
import { defaultSchemes } from '#shared/model/templates/default-schemes.ts';

export interface ChainSize {
  streets: number;
  communities: number;
  zones: number;
  points: number;
  people: number;
  posts: number;
  teams: number;
}

/** The size that the chain is built for. */
export const stress: ChainSize = {
  streets: 60,
  communities: 1500,
  zones: 20_000,
  points: 10_000,
  people: 5000,
  posts: 60_000,
  teams: 200,
};

const west = 116;
const south = 39.8;
/** Side of the district in degrees, some 50 km. */
const side = 0.5;
const day = '2026-06-15';

/** Cells of a bent grid, each a ring with `bends` corners on every side, which neighbours share. */
class BentGrid {
  readonly columns: number;
  readonly rows: number;
  private readonly bends: number;

  constructor(cells: number, bends: number) {
    this.columns = Math.ceil(Math.sqrt(cells));
    this.rows = Math.ceil(cells / this.columns);
    this.bends = bends;
  }

  /** Ring of the cell in a column and row, and of those up to another corner of the grid. */
  ring(column: number, row: number, toColumn = column + 1, toRow = row + 1): number[][] {
    const ring = [
      ...this.along(column, row, toColumn, row),
      ...this.along(toColumn, row, toColumn, toRow),
      ...this.along(toColumn, toRow, column, toRow),
      ...this.along(column, toRow, column, row),
    ];
    return [...ring, ring[0] ?? []];
  }

  private along(c0: number, r0: number, c1: number, r1: number): number[][] {
    const steps = (Math.abs(c1 - c0) + Math.abs(r1 - r0)) * this.bends;
    return Array.from({ length: steps }, (_, i) => {
      const [c, r] = [c0 + ((c1 - c0) * i) / steps, r0 + ((r1 - r0) * i) / steps];
      return this.corner(c, r);
    });
  }

  /** The edge is straight, what lies inside is bent, alike for all who share it, and never so far as to fold. */
  private corner(c: number, r: number): number[] {
    const inner = 0.06 * Math.min(1, c, this.columns - c, r, this.rows - r);
    const [u, v] = [
      c + inner * Math.sin(3.7 * c + 5.3 * r),
      r + inner * Math.cos(4.1 * c + 2.9 * r),
    ];
    return [
      snapDegrees(west + (side * u) / this.columns),
      snapDegrees(south + (side * v) / this.rows),
    ];
  }
}

/**
 * A whole project of a given size, the same in every run: a bent grid of zones in communities (strips
 * of zones) in streets, points, people with posts (of which some are former or not required), teams
 * and a duty list. A few seats are vacant, doubly held, expired or without phone.
 */
export function generateChain(size: ChainSize): { records: AnyRecord[]; planted: number } {
  const random = seededRandom(11);
  const below = (n: number) => Math.floor(random() * n);
  let next = 0;
  const id = () => `00000000-0000-4000-8000-${(++next).toString(16).padStart(12, '0')}`;
  const grid = new BentGrid(size.zones, 6);
  const polygon = (ring: number[][]) => ({ type: 'Polygon', coordinates: [ring] });
  const records: unknown[] = [];
  const put = <T extends object>(kind: string, fields: T) => {
    const record = { kind, id: id(), ...fields };
    records.push(record);
    return record;
  };

  const schemes = defaultSchemes();
  const limited = schemes.roles.map((role) =>
    role.level === 'zone' ? { ...role, limits: { areas: 40, points: 60 } } : role,
  );
  put('project', {
    name: '大区',
    createdAt: '2026-01-01T00:00:00Z',
    schemes: { ...schemes, roles: limited },
    chain: { reach: { withinMinutes: 30 } },
  });
  const whole = grid.ring(0, 0, grid.columns, grid.rows);
  const district = put('district', { name: '大区', code: '', geometry: polygon(whole) });

  // Streets are bands of rows, communities pieces of a band, so that every border is shared.
  const streetRows = Math.ceil(grid.rows / size.streets);
  const zones: { id: string }[] = [];
  const places: { id: string; level: string }[] = [{ id: district.id, level: 'district' }];
  const perStreet = Math.ceil(size.communities / size.streets);
  const pieceColumns = Math.ceil(grid.columns / perStreet);
  for (let row = 0; row < grid.rows; row += streetRows) {
    const toRow = Math.min(grid.rows, row + streetRows);
    const geometry = polygon(grid.ring(0, row, grid.columns, toRow));
    const street = put('street', {
      name: `街道${row}`,
      code: '',
      districtId: district.id,
      geometry,
    });
    places.push({ id: street.id, level: 'street' });
    for (let column = 0; column < grid.columns; column += pieceColumns) {
      const toColumn = Math.min(grid.columns, column + pieceColumns);
      const community = put('community', {
        name: `社区${row}-${column}`,
        code: '',
        streetId: street.id,
        geometry: polygon(grid.ring(column, row, toColumn, toRow)),
      });
      places.push({ id: community.id, level: 'community' });
      for (let r = row; r < toRow; r++) {
        for (let c = column; c < toColumn && zones.length < size.zones; c++) {
          const zone = put('zone', {
            shape: 'block',
            name: `片${r}-${c}`,
            parentId: community.id,
            geometry: polygon(grid.ring(c, r)),
          });
          zones.push(zone);
          places.push({ id: zone.id, level: 'zone' });
        }
      }
    }
  }
  const rowsFilled = Math.floor(size.zones / grid.columns);
  for (let i = 0; i < size.points; i++) {
    const position = [
      snapDegrees(west + side * (0.01 + 0.98 * random())),
      snapDegrees(south + ((side * rowsFilled) / grid.rows) * (0.01 + 0.97 * random())),
    ];
    const point = put('point', { name: `点${i}`, pointKind: 'market', position });
    places.push({ id: point.id, level: 'point' });
  }

  const people = Array.from({ length: size.people }, (_, i) =>
    put('person', {
      name: `人${i}`,
      phone: `139${String(i).padStart(8, '0')}`,
      leave: i % 40 === 1 ? [{ from: day, to: day, deputyId: null as string | null }] : [],
    }),
  );
  for (const [i, person] of people.entries()) {
    for (const leave of person.leave) leave.deputyId = people[(i + 1) % people.length]?.id ?? null;
  }
  const anyone = () => people[below(people.length)]?.id ?? null;
  let posts = 0;
  let planted = 0;
  const appoint = (role: string, level: string, targetId: string, given: object = {}) => {
    posts++;
    put('post', { role, level, targetId, personId: anyone(), from: '2026-01-01', ...given });
  };
  for (const { id: targetId, level } of places) {
    for (const role of schemes.roles.filter((one) => one.required && one.level === level)) {
      const luck = below(4000);
      if (luck === 0) planted++;
      else if (luck === 1) appoint(role.key, level, targetId, { to: '2026-06-01' });
      else appoint(role.key, level, targetId);
      if (luck === 1) planted++;
      if (luck !== 2) continue;
      appoint(role.key, level, targetId);
      planted++;
    }
  }
  while (posts < size.posts) {
    const place = zones[below(zones.length)]?.id ?? '';
    const former = posts % 2 === 0;
    if (former) appoint('zone-head', 'zone', place, { from: '2025-01-01', to: '2025-12-31' });
    else appoint('zone-patrol', 'zone', place);
  }
  for (let i = 0; i < size.teams; i++) {
    put('team', {
      name: `应急${i}队`,
      base: [snapDegrees(west + side * random()), snapDegrees(south + side * random())],
      transport: i % 5 === 0 ? 'foot' : 'vehicle',
      phone: '010',
      memberIds: [anyone(), anyone(), anyone()],
    });
  }
  const onDuty = people.slice(0, Math.floor(people.length / 5));
  put('dutyList', {
    day,
    entries: onDuty.map(({ id: personId, name, phone }) => ({ personId, name, phone })),
    checkIns: onDuty.slice(20).map(({ phone }) => ({ phone, at: `${day}T06:30:00+08:00` })),
  });
  return { records: records.map(parseRecord), planted };
}

/** The day for which the project is made. */
export const chainDay = day;
