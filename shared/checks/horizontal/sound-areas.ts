import type { CoverageCheckInput } from '#shared/checks/check-input.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Pace } from '#shared/checks/pace.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { CoverageArea, Ground } from './coverage-faces.ts';
import { findDuplicates } from './duplicate.ts';
import { invalidFinding } from './invalid.ts';
import { mendArea } from './mend-area.ts';
import { zoneGround } from './zone-ground.ts';

export interface SoundZone extends CoverageArea {
  zone: Zone;
}

/** The input with every area mended on a copy, and what had to be mended. */
export interface SoundAreas {
  boundary: Ground | null;
  zones: SoundZone[];
  exceptions: CoverageArea[];
  duplicates: SoundZone[][];
  findings: DraftFinding[];
}

/** Mends boundary, zones and the exceptions in force on the day, and sets duplicates apart. */
export async function soundAreas(input: CoverageCheckInput, pace: Pace): Promise<SoundAreas> {
  const findings: DraftFinding[] = [];
  const mend = (record: { id: string; name: string }, area: Area | Ground): Ground | null => {
    const { ground, faults } = mendArea(area, input.planar);
    findings.push(...faults.map((fault) => invalidFinding(record, fault)));
    return ground;
  };
  const boundary = input.boundary && mend(input.boundary, input.boundary.geometry);

  const zones: SoundZone[] = [];
  for (const [done, zone] of input.zones.entries()) {
    await pace.step(done, input.zones.length);
    const raw = zoneGround(zone, input.planar);
    const geometry = raw && mend(zone, raw);
    if (geometry) zones.push({ id: zone.id, geometry, zone });
    if (!raw) {
      const at = zone.geometry.type === 'Point' ? zone.geometry.coordinates : [0, 0];
      findings.push(invalidFinding(zone, { kind: 'no-ground', at, times: 1 }));
    }
  }
  const exceptions = input.exceptions
    .filter(({ from, expires }) => from <= input.on && input.on <= expires)
    .flatMap((exception) => {
      const geometry = mend(exception, exception.geometry);
      return geometry ? [{ id: exception.id, geometry }] : [];
    });
  const { kept, groups } = findDuplicates(zones, ({ zone }) =>
    [zone.shape, ...[...zone.categories].sort()].join('/'),
  );
  return { boundary, zones: kept, exceptions, duplicates: groups, findings };
}
