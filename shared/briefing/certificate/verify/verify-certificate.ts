import {
  type Certificate,
  type CertificateException,
  type CertificateZone,
  stated,
} from '#shared/briefing/certificate/certificate.ts';
import { certifiedArea } from '#shared/briefing/certificate/certified-area.ts';
import { groundData } from '#shared/briefing/certificate/ground-data.ts';
import {
  groundForm,
  groundHashes,
  type MemberHashes,
} from '#shared/briefing/certificate/ground-hashes.ts';
import { stepsPerUnit } from '#shared/briefing/certificate/grid-steps.ts';
import { sealHolds } from '#shared/briefing/certificate/seal.ts';
import { isInForce } from '#shared/model/in-force.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Zone } from '#shared/model/zone.ts';
import { type Difference, sameMeasure } from './difference.ts';
import { verifyGround } from './verify-ground.ts';
import { verifyMembers } from './verify-members.ts';
import { type DrawnArea, verifyRings } from './verify-rings.ts';
import { verifyStatements } from './verify-statements.ts';

/** The data that a certificate is to be held against. */
export interface CertifiedData {
  planar: boolean;
  /** Name null, and code empty, when the file tells none. */
  boundary: { name: string | null; code?: string; geometry: Area } | null;
  zones: readonly { zone: Zone; ground: Area | null }[];
  exceptions: readonly Exception[];
  /** Day for which it is verified, `YYYY-MM-DD`: exceptions must still be in force. */
  on: string;
  /** Day on which this is done: nothing was made, and nothing known, after it. */
  today: string;
}

const noHashes: MemberHashes = { hash: '', geometryHash: '' };
const list = (values: readonly string[]) => [...values].sort().join(' ');

/** Fields by name in which two records differ, as `code 12 → 13`. */
function changes(before: Record<string, string>, after: Record<string, string>): string {
  return Object.keys(before)
    .filter((key) => before[key]?.trim() !== after[key]?.trim())
    .map((key) => `${key} ${before[key] || '–'} → ${after[key] || '–'}`)
    .join(', ');
}

function zoneChanges(one: CertificateZone, other: CertificateZone): string {
  const facts = ({ code, shape, categories }: CertificateZone) => ({
    code,
    shape,
    categories: list(categories),
  });
  return changes(facts(one), facts(other));
}

function exceptionChanges(one: CertificateException, other: CertificateException): string {
  const facts = ({ reason, approver, from, expires, inForce }: CertificateException) => ({
    reason,
    approver,
    from,
    expires,
    inForce: String(inForce),
  });
  return changes(facts(one), facts(other));
}

function zoneList(data: CertifiedData, hashes: readonly MemberHashes[]): CertificateZone[] {
  return data.zones.map(({ zone, ground }, i) => ({
    id: zone.id,
    name: zone.name,
    code: zone.code,
    shape: zone.shape,
    categories: zone.categories,
    areaM2: certifiedArea(ground, data.planar),
    ...(hashes[i] ?? noHashes),
  }));
}

function exceptionList(
  data: CertifiedData,
  day: string,
  hashes: readonly MemberHashes[],
): CertificateException[] {
  return data.exceptions.map((exception, i) => {
    const { name, reason, approver, from, expires, geometry } = exception;
    const inForce = isInForce(exception, day);
    const size = certifiedArea(geometry, data.planar);
    return {
      name,
      reason,
      approver,
      from,
      expires,
      inForce,
      areaM2: size,
      ...(hashes[i] ?? noHashes),
    };
  });
}

const dayMs = 86_400_000;

/**
 * Whether a certificate was made, and speaks of a day, that has been. Both are told by the clock of its
 * district, which may be ahead of the one here by as much as a day.
 */
function verifyDays({ day, madeAt }: Certificate, { on, today }: CertifiedData): Difference[] {
  const differences: Difference[] = [];
  const isAhead = (stated: string, of: string) => Date.parse(stated) > Date.parse(of) + dayMs;
  if (day > on && isAhead(day, today)) {
    differences.push({ key: 'dayAhead', params: { stated: day, on: on > today ? on : today } });
  }
  const made = madeAt.slice(0, 10);
  if (isAhead(made, today)) {
    differences.push({ key: 'madeAhead', params: { stated: made, on: today } });
  }
  return differences;
}

/** What a certificate says of its own frame: grid, form of the hashes, district. */
function verifyFrame(certificate: Certificate, data: CertifiedData): Difference[] {
  const { grid, district, hash } = certificate;
  const { planar, boundary } = data;
  const differences: Difference[] = [];
  if ((grid.unit === 'metre') !== planar || grid.step !== 1 / stepsPerUnit(planar)) {
    differences.push({ key: 'grid', params: { unit: grid.unit, step: grid.step } });
  }
  if (hash.form !== groundForm) {
    differences.push({ key: 'form', params: { stated: hash.form, known: groundForm } });
  }
  const name = boundary?.name ?? null;
  if (district && name !== null && name.trim() !== district.name.trim()) {
    differences.push({ key: 'districtName', params: { stated: district.name, found: name } });
  }
  const code = boundary?.code ?? '';
  if (district && code !== '' && code.trim() !== district.code.trim()) {
    differences.push({ key: 'districtCode', params: { stated: district.code, found: code } });
  }
  const area = boundary ? certifiedArea(boundary.geometry, planar) : 0;
  if (district && boundary && !sameMeasure(district.areaM2, area)) {
    differences.push({
      key: 'districtArea',
      params: { stated: district.areaM2, found: stated(area) },
    });
  }
  return differences;
}

/** All that was drawn as polygons: zones, exceptions in force and the outline. */
function drawnAreas({ day, district }: Certificate, data: CertifiedData): DrawnArea[] {
  const { boundary, zones, exceptions } = data;
  const drawn = zones.flatMap(({ zone: { name, geometry } }): DrawnArea[] =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? [{ name, geometry }] : [],
  );
  const excepted = exceptions
    .filter((exception) => isInForce(exception, day))
    .map(({ name, geometry }): DrawnArea => ({ name, geometry }));
  const outline = boundary && { name: district?.name ?? '', geometry: boundary.geometry };
  return [...drawn, ...excepted, ...(outline ? [outline] : [])];
}

/**
 * Holds a certificate against the data: whether it is unchanged and free of contradiction, whether
 * it speaks of this very data, and whether its areas and its verdict are what the witness finds,
 * which shares nothing with the engine that made it. No differences mean yes.
 */
export async function verifyCertificate(
  certificate: Certificate,
  data: CertifiedData,
  breathe: (fraction: number) => Promise<void> = () => Promise.resolve(),
): Promise<Difference[]> {
  const { planar, boundary } = data;
  const differences: Difference[] = [];
  if (!(await sealHolds(certificate))) differences.push({ key: 'seal', params: {} });
  differences.push(...verifyStatements(certificate), ...verifyFrame(certificate, data));
  differences.push(
    ...verifyDays(certificate, data),
    ...verifyRings(certificate.coverage.findings, drawnAreas(certificate, data), planar),
  );

  const hashes = await groundHashes(
    groundData({
      planar,
      boundary: boundary?.geometry ?? null,
      zones: data.zones.map(({ zone }) => zone),
      exceptions: data.exceptions,
    }),
  );
  const { hash, day } = certificate;
  if (hash.boundary !== hashes.boundary) differences.push({ key: 'boundary', params: {} });
  const zones = zoneList(data, hashes.eachZone);
  const members = [
    ...verifyMembers('zone', certificate.zones, zones, zoneChanges),
    ...verifyMembers(
      'exception',
      certificate.exceptions,
      exceptionList(data, day, hashes.eachException),
      exceptionChanges,
    ),
  ];
  differences.push(...members);
  for (const part of ['zones', 'exceptions', 'ground'] as const) {
    // Said in words already where single members differ.
    if (hash[part] === hashes[part]) continue;
    const said = part === 'ground' ? differences.length > 0 : members.length > 0;
    if (!said) differences.push({ key: 'hash', params: { part } });
  }
  for (const { name, expires, inForce } of certificate.exceptions) {
    if (inForce && expires < data.on) {
      differences.push({ key: 'exceptionExpired', params: { name, expires } });
    }
  }
  if (boundary) {
    const ground = {
      boundary: boundary.geometry,
      zones: data.zones.map(({ zone: { name, shape, categories }, ground: own }, i) => {
        const geometryHash = hashes.eachZone[i]?.geometryHash ?? '';
        return { name, shape, categories, geometryHash, ground: own };
      }),
      exceptions: data.exceptions
        .filter((exception) => isInForce(exception, day))
        .map(({ geometry }) => geometry),
      planar,
    };
    differences.push(...(await verifyGround(certificate, ground, breathe)));
  }
  return differences;
}
