import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { type Certificate, certificate } from '#shared/briefing/certificate/certificate.ts';
import { snapGeometry } from '#shared/geo/snap-geometry.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import { box, polygon } from '#test/unit/shared/checks/given.ts';
import { randomCoverage } from '#test/unit/shared/checks/random-coverage.ts';
import { certify, resealed, verify } from './certify.ts';

const coverages = randomCoverage.filter(({ zones }) => zones.length > 0);
const sound = coverages.filter(({ planted }) => planted.length === 0);

const toSphere = (area: Area) =>
  snapGeometry({
    type: 'Polygon',
    coordinates: (area.coordinates as Position[][]).map((ring) =>
      ring.map(([x = 0, y = 0]) => [116.3 + x / 85_000, 39.9 + y / 111_000]),
    ),
  }) as Area;

/** Every number in a value, with a way to put another in its place. */
function numbersIn(value: unknown, path: string[] = []): { path: string[]; value: number }[] {
  if (typeof value === 'number') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => numbersIn(member, [...path, key]));
}

function withNumber(whole: Certificate, path: readonly string[], value: number): Certificate {
  const copy = structuredClone(whole);
  let at = copy as unknown as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[path.at(-1) as string] = value;
  return copy;
}

/** Numbers that only the seal keeps: neither ground nor count, or told by points not at hand. */
const sealedOnly =
  /^(version|toleranceM|pointCount|rules|coverage\.findings\.\d+\.(widthM|lengthM|at))/;

describe('a certificate of a random coverage', () => {
  it('is one by its schema, and the witness confirms it, whatever is wrong with the coverage', async () => {
    await fc.assert(
      fc.asyncProperty(coverages, async (coverage) => {
        const made = await certify(coverage);
        expect(certificate.parse(made)).toEqual(made);
        expect(made.verdict).toBe(made.coverage.findings.length === 0 ? 'proved' : 'not-proved');
        expect(await verify(made, coverage)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is proved and confirmed when the coverage is sound, on the sphere too', async () => {
    await fc.assert(
      fc.asyncProperty(sound, async (coverage) => {
        const zones = coverage.zones.map((zone) => {
          return { ...zone, geometry: toSphere(zone.geometry as Area) } as typeof zone;
        });
        const boundary = { ...coverage.boundary, geometry: toSphere(coverage.boundary.geometry) };
        const made = await certify({ boundary, zones, planar: false });
        expect(made.verdict).toBe('proved');
        expect(await verify(made, { boundary, zones, planar: false })).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  // a---m---b   m is a corner of one side only, and off the line by the rounding to the grid
  it('agrees with the check on what the grid makes of corners that only one side has', async () => {
    const along = fc.array(fc.double({ min: 0.05, max: 0.95, noNaN: true }), {
      minLength: 8,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(sound, along, fc.nat(), async (coverage, shares, which) => {
        const at = which % coverage.zones.length;
        const zones = coverage.zones.map((zone, i) => {
          const geometry = toSphere(zone.geometry as Area);
          if (i !== at) return { ...zone, geometry };
          const [ring = []] = geometry.coordinates as Position[][];
          const denser = ring.slice(1).flatMap((b, k): Position[] => {
            const [ax = 0, ay = 0] = ring[k] ?? [];
            const [bx = 0, by = 0] = b;
            const share = shares[k % shares.length] ?? 0.5;
            return [
              [ax, ay],
              [ax + (bx - ax) * share, ay + (by - ay) * share],
            ];
          });
          const closed = [...denser, denser[0] ?? []];
          const area = snapGeometry({ type: 'Polygon', coordinates: [closed] }) as Area;
          return { ...zone, geometry: area };
        }) as typeof coverage.zones;
        const boundary = { ...coverage.boundary, geometry: toSphere(coverage.boundary.geometry) };
        const made = await certify({ boundary, zones, planar: false });
        expect(await verify(made, { boundary, zones, planar: false })).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('tells every changed number by its seal, and those of the ground without it', async () => {
    const change = fc.record({ at: fc.nat(), by: fc.constantFrom(1, 2, 25, 1000) });
    await fc.assert(
      fc.asyncProperty(coverages, change, async (coverage, { at, by }) => {
        const made = await certify(coverage);
        const numbers = numbersIn(made);
        const { path, value } = numbers[at % numbers.length] as (typeof numbers)[number];
        const changed = withNumber(made, path, value + by);
        expect((await verify(changed, coverage)).map(({ key }) => key)).toContain('seal');
        if (sealedOnly.test(path.join('.'))) return;
        const forged = await resealed(changed);
        expect([path.join('.'), await verify(forged, coverage)]).not.toEqual([path.join('.'), []]);
      }),
      { numRuns: 150 },
    );
  });

  it('does not hold for other data: a vertex moved, a zone renamed, removed or added', async () => {
    const what = fc.record({ kind: fc.nat(3), zone: fc.nat(), vertex: fc.nat() });
    await fc.assert(
      fc.asyncProperty(sound, what, async (coverage, { kind, zone, vertex }) => {
        const made = await certify(coverage);
        const at = zone % coverage.zones.length;
        const zones = coverage.zones.map((one) => structuredClone(one));
        const one = zones[at] as (typeof zones)[number];
        const expected = ['zoneMoved', 'zoneRenamed', 'zoneMissing', 'zoneAdded'][kind] as string;
        if (kind === 0) {
          const [ring] = one.geometry.coordinates as Position[][];
          const position = ring?.[1 + (vertex % 10)] as Position;
          position[0] = (position[0] ?? 0) + 0.5;
        } else if (kind === 1) one.name += '甲';
        else if (kind === 2) zones.splice(at, 1);
        else zones.push({ ...one, name: '新', geometry: polygon(box(1, 1, 9, 9)) as never });
        const differences = await verify(made, { ...coverage, zones });
        const found = differences.find(({ key }) => key === expected);
        expect(found?.params['name']).toBe(kind === 3 ? '新' : coverage.zones[at]?.name);
        // A claim of full coverage falls with the ground, not with a name.
        const residue = differences.some(({ key }) => key.startsWith('residue'));
        expect(residue).toBe(kind !== 1);
      }),
      { numRuns: 60 },
    );
  });

  it('never covers up a gap: forged as proved, the witness finds what is left', async () => {
    await fc.assert(
      fc.asyncProperty(
        coverages.filter(({ planted }) => planted.some(({ area }) => area > 1)),
        async (coverage) => {
          const made = await certify(coverage);
          const areas = made.coverage.areas as NonNullable<typeof made.coverage.areas>;
          const counts = Object.fromEntries(Object.keys(made.coverage.counts).map((k) => [k, 0]));
          const forged = await resealed({
            ...made,
            verdict: 'proved',
            coverage: {
              ...made.coverage,
              verdict: 'proved',
              counts,
              findings: [],
              areas: { ...areas, covered: areas.boundary, gap: 0, overlap: 0, outside: 0 },
            },
          });
          const keys = (await verify(forged, coverage)).map(({ key }) => key);
          expect(keys.some((key) => key.startsWith('residue.'))).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('takes excepted ground off, and notices when an exception is not what it was', async () => {
    const lake = (edit: Partial<Exception> = {}): Exception => ({
      kind: 'exception',
      id: 'lake',
      name: '湖',
      reason: '水面',
      approver: '水务局',
      from: '2026-01-01',
      expires: '2026-12-31',
      geometry: polygon(box(30, 30, 45, 45)),
      ...edit,
    });
    await fc.assert(
      fc.asyncProperty(sound, async (coverage) => {
        const zones = coverage.zones.map((zone, i) =>
          i === 0
            ? {
                ...zone,
                geometry: polygon(
                  ...(zone.geometry.coordinates as Position[][]),
                  box(30, 30, 45, 45),
                ),
              }
            : zone,
        ) as typeof coverage.zones;
        const given = { ...coverage, zones, exceptions: [lake()] };
        const made = await certify(given);
        expect(made).toMatchObject({ verdict: 'proved', coverage: { areas: { exception: 225 } } });
        expect(await verify(made, given)).toEqual([]);
        const keys = async (exceptions: Exception[], on?: string) =>
          (await verify(made, { ...given, exceptions }, on)).map(({ key }) => key);
        expect(await keys([])).toEqual(
          expect.arrayContaining(['exceptionMissing', 'residue.gaps', 'area']),
        );
        expect(await keys([lake({ expires: '2026-03-01' })])).toEqual(
          expect.arrayContaining(['exceptionChanged', 'residue.gaps']),
        );
        expect(await keys([lake({ approver: '某人' })])).toEqual(['exceptionChanged']);
        expect(await keys([lake()], '2027-01-01')).toEqual(['exceptionExpired']);
      }),
      { numRuns: 10 },
    );
  });
});
