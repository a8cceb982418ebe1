import type { Position } from 'geojson';
import type { CoverageCheckInput } from '#shared/checks/check-input.ts';
import type { CheckReport, Finding } from '#shared/checks/finding.ts';
import type { CheckContext } from '#shared/checks/pace.ts';
import { runCoverageCheck } from '#shared/checks/run-checks.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Point } from '#shared/model/point.ts';
import type { BlockZone } from '#shared/model/zone.ts';

/** A context that lets nothing happen in between. */
export const quiet: CheckContext = { progress: () => undefined, breathe: () => Promise.resolve() };

export function polygon(...rings: Position[][]): Area {
  return { type: 'Polygon', coordinates: rings } as Area;
}

/** Closed ring of a box from (x0, y0) to (x1, y1). */
export function box(x0: number, y0: number, x1: number, y1: number): Position[] {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
    [x0, y0],
  ];
}

export function block(name: string, geometry: Area, categories: string[] = []): BlockZone {
  return {
    kind: 'zone',
    shape: 'block',
    id: name,
    parentId: null,
    name,
    code: '',
    categories,
    attributes: {},
    geometry,
  };
}

export function pointAt(name: string, x: number, y: number): Point {
  return {
    kind: 'point',
    id: name,
    name,
    code: '',
    pointKind: '',
    position: [x, y],
    address: '',
    attributes: {},
  };
}

/** A check of planar data, in metres, where nothing else is said. */
export function coverageInput(given: Partial<CoverageCheckInput>): CoverageCheckInput {
  return {
    boundary: null,
    zones: [],
    points: [],
    exceptions: [],
    issueClasses: [],
    on: '2026-06-01',
    planar: true,
    toleranceM: 1,
    ...given,
  };
}

export function check(given: Partial<CoverageCheckInput>): Promise<CheckReport> {
  return runCoverageCheck(coverageInput(given), quiet);
}

export function outline(geometry: Area) {
  return { id: 'outline', name: '全区', geometry };
}

/** Rule, records and area of each finding, for comparing at a glance. */
export function inShort(findings: readonly Finding[]): [string, string, number | null][] {
  return findings.map(({ rule, recordIds, areaM2 }) => {
    const area = areaM2 === null ? null : Math.round(areaM2 * 1e4) / 1e4;
    return [rule, [...recordIds].sort().join('+'), area];
  });
}
