import { meantGround } from '#shared/briefing/certificate/witness/meant-ground.ts';
import type { Certificate } from '#shared/briefing/certificate/certificate.ts';
import type { Ground } from '#shared/briefing/certificate/witness/boxed-ground.ts';
import { witness, type WitnessAnswer } from '#shared/briefing/certificate/witness/witness.ts';
import { type Difference, sameMeasure } from './difference.ts';
import { verifyFindings } from './verify-findings.ts';
import { verifyPieces } from './verify-pieces.ts';
import { repeatKey, verifyRepeats, type WitnessZone } from './verify-repeats.ts';

export interface WitnessGround {
  boundary: Ground;
  zones: readonly WitnessZone[];
  /** Those in force on the certificate's day. */
  exceptions: readonly Ground[];
  planar: boolean;
}

type Breathe = (fraction: number) => Promise<void>;
type Areas = NonNullable<Certificate['coverage']['areas']>;

const rank = { block: 0, strip: 1, site: 2 } as const;

/**
 * Zones that answer for an issue class, each ground once: a repeat is a finding of its own. `*`
 * stands for all classes that no zone names; null for all zones.
 */
function answering(zones: readonly WitnessZone[], category: string | null) {
  const seen = new Set<string>();
  return zones.flatMap((zone) => {
    const { shape, categories, ground, name } = zone;
    const answers = category === null || categories.length === 0 || categories.includes(category);
    const key = repeatKey(zone);
    if (!ground || !answers || seen.has(key)) return [];
    seen.add(key);
    return [{ name, ground, rank: rank[shape] }];
  });
}

function sameZones(a: readonly { ground: Ground }[], b: readonly { ground: Ground }[]): boolean {
  return a.length === b.length && a.every(({ ground }, i) => ground === b[i]?.ground);
}

/** Differences between stated areas and the witness's, within what the grid's noise allows. */
function compareAreas(stated: Areas, { areas }: WitnessAnswer): Difference[] {
  const allowed = Math.max(0.01, areas.boundary * 1e-9) + areas.noise;
  const parts = ['boundary', 'covered', 'gap', 'exception', 'overlap', 'outside'] as const;
  return parts.flatMap((part) => {
    const tolerance = part === 'boundary' ? 0 : allowed;
    if (sameMeasure(stated[part], areas[part], tolerance)) return [];
    const params = { part, stated: stated[part], found: Number(areas[part].toFixed(4)) };
    return [{ key: 'area', params }];
  });
}

/** Pieces that a certificate of full coverage does not admit. */
function residues(answer: WitnessAnswer): Difference[] {
  return (['gaps', 'overlaps', 'outside'] as const).flatMap((kind) => {
    const [largest] = answer[kind];
    if (!largest) return [];
    const [x = 0, y = 0] = largest.at.map((value) => Number(value.toFixed(7)));
    const area = answer[kind].reduce((sum, piece) => sum + piece.areaM2, 0);
    const params = { n: answer[kind].length, area: Number(area.toFixed(4)), x, y };
    return [{ key: `residue.${kind}`, params }];
  });
}

/** Proves the ground anew with the witness and compares what the certificate says of it. */
export async function verifyGround(
  { coverage, toleranceM }: Certificate,
  { boundary, zones, exceptions, planar }: WitnessGround,
  breathe: Breathe,
): Promise<Difference[]> {
  const whole = meantGround(boundary, planar);
  const others = exceptions.map((ground) => meantGround(ground, planar));
  const all = zones.map((zone) => ({
    ...zone,
    ground: zone.ground && meantGround(zone.ground, planar),
  }));
  const named = [...new Set(zones.flatMap(({ categories }) => categories))];
  const groups =
    named.length === 0
      ? [{ keys: [null], verdict: coverage.verdict, areas: coverage.areas }]
      : coverage.categories;
  const differences = verifyRepeats(coverage.findings, zones, planar);
  if (named.length === 0 && coverage.categories.length > 0) {
    const category = coverage.categories.map(({ keys }) => keys.join(' ')).join('; ');
    differences.push({ key: 'category', params: { category } });
  }
  if (coverage.areas === null && coverage.nothing === null) {
    differences.push({ key: 'areasMissing', params: {} });
  }
  const statedKeys = new Set<string | null>(groups.flatMap(({ keys }) => keys));
  for (const category of named) {
    if (!statedKeys.has(category)) differences.push({ key: 'category', params: { category } });
  }
  for (const [i, group] of groups.entries()) {
    const [level = [], ...same] = group.keys.map((key) => answering(all, key));
    if (same.some((zoneList) => !sameZones(zoneList, level))) {
      differences.push({ key: 'category', params: { category: group.keys.join(' ') } });
    }
    const answer = await witness(
      { boundary: whole, zones: level, exceptions: others, planar },
      (fraction) => breathe((i + fraction) / groups.length),
    );
    const proved = group.verdict === 'proved' || coverage.verdict === 'proved';
    if (proved) differences.push(...residues(answer));
    if (group.areas) differences.push(...compareAreas(group.areas, answer));
    const parties = { zones: level, planar };
    const told = { findings: coverage.findings, toleranceM };
    if (!proved) differences.push(...verifyPieces(told, answer, parties));
    if (named.length === 0) differences.push(...verifyFindings(coverage.findings, answer, parties));
  }
  return differences;
}
